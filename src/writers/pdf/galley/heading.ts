import type { HeadingBlock } from '../../../document/index.js'
import { tagIn } from '../ink/tags.js'
import type { Context, Renderer } from './context.js'
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
    tag: tagIn(ctx.tag, `H${node.depth}`),
  })
  return withFirst(held([...kicker, ...title], Keep.firm), () => ({ anchors: [node.id], startsPage: node.depth === 1 }))
}

function kickerStrips(node: HeadingBlock, ctx: Context): Strip[] {
  if (node.kicker === null) return []
  const voice = voiceOf(ctx.theme, 'antetitulo')
  return paragraphStrips(ctx, { runs: ctx.words(node.kicker, speak(voice, node)), voice, tag: tagIn(ctx.tag, 'P') })
}
