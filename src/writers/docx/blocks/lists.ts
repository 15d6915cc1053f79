import { AlignmentType, type FileChild, LevelFormat, Paragraph } from 'docx'
import type { Block } from '../../../document/index.js'
import type { Context } from '../context.js'
import { bulletStyles, continueStyles, LIST_LEVELS, listIndent } from '../styles/lists.js'
import type { ParagraphStyle } from '../styles/names.js'
import { twips } from '../units.js'
import { inlines } from './inlines.js'

type List = Extract<Block, { type: 'list' }>

/** A list with its items' paragraphs, and the lists within them. `others` renders the blocks that a list has no way of its own for. */
export function list(node: List, ctx: Context, others: (block: Block) => FileChild[], level = 0): FileChild[] {
  return node.items.flatMap((item, position) =>
    item.flatMap((block, within) => {
      if (block.type === 'list') return list(block, ctx, others, Math.min(level + 1, LIST_LEVELS - 1))
      if (block.type !== 'paragraph') return others(block)
      const children = inlines(block.children, ctx)
      if (within > 0) return [new Paragraph({ style: styleAt(continueStyles, level), children })]
      if (!node.ordered) return [new Paragraph({ style: styleAt(bulletStyles, level), children })]
      const numbering = { ...numbers(node.start, level, ctx.theme.lista.sangria), level, restart: position === 0 }
      return [new Paragraph({ style: 'ListNumber' satisfies ParagraphStyle, numbering, children })]
    }),
  )
}

const styleAt = (styles: readonly ParagraphStyle[], level: number): ParagraphStyle => styles[level] ?? 'ListContinue'

/** One definition a depth and first number, which no style could hold: a list within another counts by itself, and the outer one goes on after it. */
function numbers(start: number, depth: number, step: number) {
  const levels = Array.from({ length: LIST_LEVELS }, (_, level) => {
    const { left, hanging } = listIndent(level, step)
    const style = { paragraph: { indent: { left: twips(left), hanging: twips(hanging) } } }
    return { level, alignment: AlignmentType.LEFT, format: LevelFormat.DECIMAL, start, text: `%${level + 1}.`, style }
  })
  return { reference: { reference: `numeros-${depth}-${start}`, levels } }
}
