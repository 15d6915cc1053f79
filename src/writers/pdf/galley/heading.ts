import type { Block, Documento, HeadingBlock } from '../../../document/index.js'
import { tagIn } from '../ink/tags.js'
import type { Context, Level, Renderer } from './context.js'
import { paragraphStrips } from './paragraph.js'
import { held, Keep, type Strip, withFirst } from './strip.js'
import { speak, voiceOf } from './voice.js'

const STYLE = { 1: 'titulo1', 2: 'titulo2', 3: 'titulo3', 4: 'titulo4' } as const

/** A heading stays with what follows it; one of the first depth begins a page. */
export const headingStrips: Renderer<HeadingBlock> = (node, ctx) => {
  const voice = voiceOf(ctx.theme, STYLE[node.depth])
  const kicker = kickerStrips(node, ctx)
  const runs = ctx.inlines(node.children, speak(voice, node))
  const title = paragraphStrips(ctx, {
    runs,
    voice: kicker.length > 0 ? { ...voice, before: 0 } : voice,
    tag: tagIn(ctx.tag, `H${ctx.levels.get(node) ?? 1}`),
    even: true,
  })
  return withFirst(held([...kicker, ...title], Keep.firm), () => ({ anchors: [node.id], startsPage: node.depth === 1 }))
}

/**
 * How deep each heading stands in the structure: one under the heading that it belongs to. A depth says how a heading looks, and may leave
 * out one; the structure may not. Source: PDF/UA-1 §7.4.2.
 */
export function levelsOf(documento: Documento): Map<HeadingBlock, Level> {
  const levels = new Map<HeadingBlock, Level>()
  const path: HeadingBlock[] = []
  for (const heading of documento.sections.flatMap((section) => section.blocks.flatMap(headingsIn))) {
    while ((path.at(-1)?.depth ?? 0) >= heading.depth) path.pop()
    path.push(heading)
    levels.set(heading, Math.min(path.length, 4) as Level)
  }
  return levels
}

function headingsIn(block: Block): HeadingBlock[] {
  if (block.type === 'heading') return [block]
  if (block.type === 'quote') return block.children.flatMap(headingsIn)
  return block.type === 'list' ? block.items.flat().flatMap(headingsIn) : []
}

function kickerStrips(node: HeadingBlock, ctx: Context): Strip[] {
  if (node.kicker === null) return []
  const voice = voiceOf(ctx.theme, 'antetitulo')
  return paragraphStrips(ctx, { runs: ctx.words(node.kicker, speak(voice, node)), voice, tag: tagIn(ctx.tag, 'P') })
}
