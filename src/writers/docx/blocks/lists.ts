import { AlignmentType, type FileChild, LevelFormat, Paragraph } from 'docx'
import type { Block } from '../../../document/index.js'
import type { Context } from '../context.js'
import { LIST_INDENT } from '../styles/paragraphs.js'
import { twips } from '../units.js'
import { inlines } from './inlines.js'

type List = Extract<Block, { type: 'list' }>

// Word counts nine levels, 0 to 8.
const DEEPEST = 8
// How far a number or bullet hangs out, as a share of the indent.
const HANGING = 0.8

/** A list with its items' paragraphs, and the lists within them. `others` renders the blocks that a list has no way of its own for. */
export function list(node: List, ctx: Context, others: (block: Block) => FileChild[], level = 0): FileChild[] {
  return node.items.flatMap((item, position) =>
    item.flatMap((block, within) => {
      if (block.type === 'list') return list(block, ctx, others, Math.min(level + 1, DEEPEST))
      if (block.type !== 'paragraph') return others(block)
      const children = inlines(block.children, ctx)
      if (within > 0) return [new Paragraph({ style: 'ListContinue', indent: { left: twips(LIST_INDENT * (level + 1)) }, children })]
      return [
        new Paragraph({
          style: node.ordered ? 'ListNumber' : 'ListBullet',
          numbering: { ...numbering(node, level), level, restart: node.ordered && position === 0 },
          children,
        }),
      ]
    }),
  )
}

/** One definition a depth and first number: a list within another counts by itself, and the outer one goes on after it. */
function numbering({ ordered, start }: List, depth: number) {
  const levels = Array.from({ length: DEEPEST + 1 }, (_, level) => {
    const indent = { left: twips(LIST_INDENT * (level + 1)), hanging: twips(LIST_INDENT * HANGING) }
    const common = { level, alignment: AlignmentType.LEFT, style: { paragraph: { indent } } }
    if (ordered) return { ...common, format: LevelFormat.DECIMAL, start, text: `%${level + 1}.` }
    return { ...common, format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '–' }
  })
  return { reference: { reference: ordered ? `numeros-${depth}-${start}` : 'vinetas', levels } }
}
