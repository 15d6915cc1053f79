import type { ChartBlock } from '../../../document/index.js'
import { tagIn } from '../ink/tags.js'
import { captionStrips, noteStrips } from './caption.js'
import type { Renderer } from './context.js'
import { heightOf, Keep, strip } from './strip.js'

/** Caption, picture and notes in one piece. The picture keeps its proportions and never outgrows the body. */
export const chartStrips: Renderer<ChartBlock> = (node, ctx) => {
  const picture = ctx.images.get(node.image)
  if (picture === undefined) throw new Error(`no picture «${node.image}» for chart «${node.id}»`)
  const caption = captionStrips(ctx, node.caption, node.id, tagIn(ctx.tag, 'P'))
  const tag = tagIn(ctx.tag, 'Figure', node.alt)
  const notes = noteStrips(ctx, node.notes)
  const around = heightOf([...caption, ...notes]) + 2 * GAP
  const width = Math.min(ctx.theme.grafica.ancho, ctx.width, ((ctx.sheet.bodyHeight - around) * picture.width) / picture.height)
  const height = (width * picture.height) / picture.width
  const image = strip({
    height,
    before: GAP,
    after: GAP,
    keep: notes.length > 0 ? Keep.firm : Keep.free,
    marks: [{ type: 'image', key: node.image, x: ctx.x, y: 0, width, height, tag }],
  })
  return [...caption, image, ...notes]
}

/** Least blank over and under the picture. */
const GAP = 4
