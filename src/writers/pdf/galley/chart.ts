import type { ChartBlock } from '../../../document/index.js'
import { tagIn } from '../ink/tags.js'
import { captionStrips, noteStrips } from './caption.js'
import { inner, type Renderer } from './context.js'
import { pictureOf, pictureStrip } from './picture.js'
import { heightOf, Keep } from './strip.js'

/** Caption, picture and notes in one piece. The picture keeps its proportions and never outgrows the body. */
export const chartStrips: Renderer<ChartBlock> = (node, outer) => {
  const picture = pictureOf(outer, node.image, node.id)
  const ctx = inner(outer, { tag: tagIn(outer.tag, 'Sect') })
  const caption = captionStrips(ctx, node.caption, node.id, tagIn(ctx.tag, 'Caption'))
  const tag = tagIn(ctx.tag, 'Figure', { alt: node.alt })
  const notes = noteStrips(ctx, node.notes)
  const { aire } = ctx.theme.figura
  const around = heightOf([...caption, ...notes]) + 2 * aire
  const most = { width: Math.min(ctx.theme.grafica.ancho, ctx.width), height: ctx.sheet.bodyHeight - around }
  const image = pictureStrip(node.image, picture, ctx, most, tag)
  return [...caption, { ...image, before: aire, after: aire, keep: notes.length > 0 ? Keep.firm : Keep.free }, ...notes]
}
