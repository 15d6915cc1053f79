import type { Picture, PictureBlock } from '../../../document/index.js'
import { type Tag, tagIn } from '../ink/tags.js'
import { type Context, inner, type Renderer } from './context.js'
import { paragraphStrips } from './paragraph.js'
import { heightOf, held, Keep, type Strip, strip, withFirst, withLast } from './strip.js'
import { speak, voiceOf } from './voice.js'

/** A pixel of a picture is printed no larger than a 96th of an inch. */
const POINTS_PER_PIXEL = 72 / 96

/** A picture with its caption under it, in one piece. Without an alternative text it is decoration. */
export const pictureStrips: Renderer<PictureBlock> = (node, outer) => {
  const picture = pictureOf(outer, node.image, node.id)
  const decorates = node.alt.trim() === ''
  const { aire, alrededor } = outer.theme.figura
  const ctx = decorates ? outer : inner(outer, { tag: tagIn(outer.tag, 'Sect') })
  const tag = decorates ? null : tagIn(ctx.tag, 'Figure', { alt: node.alt })
  const caption = captionStrips(node, ctx, decorates)
  const most = { width: Math.min(ctx.width, picture.width * POINTS_PER_PIXEL), height: ctx.sheet.bodyHeight - heightOf(caption) - aire }
  const image = pictureStrip(node.image, picture, ctx, most, tag)
  const strips = caption.length > 0 ? [...held([image], Keep.firm), ...caption] : [image]
  return withLast(
    withFirst(strips, () => ({ before: alrededor, anchors: [node.id] })),
    () => ({ after: alrededor }),
  )
}

/** The picture of that key. Throws, naming the block that shows it, where there is none. */
export function pictureOf(ctx: Context, key: string, block: string): Picture {
  const picture = ctx.images.get(key)
  if (picture === undefined) throw new Error(`no picture «${key}» for «${block}»`)
  return picture
}

/** A picture as large as the limits allow, in its own proportions. Points. */
export function pictureStrip(
  image: string,
  picture: Picture,
  ctx: Context,
  most: { readonly width: number; readonly height: number },
  tag: Tag | null,
): Strip {
  const width = Math.max(1, Math.min(most.width, (most.height * picture.width) / picture.height))
  const height = (width * picture.height) / picture.width
  return strip({ height, after: ctx.theme.figura.aire, marks: [{ type: 'image', image, x: ctx.x, y: 0, width, height, tag }] })
}

function captionStrips(node: PictureBlock, ctx: Context, decorates: boolean): Strip[] {
  if (node.caption.length === 0) return []
  const voice = { ...voiceOf(ctx.theme, 'nota'), before: 0 }
  const runs = ctx.inlines(node.caption, speak(voice, null))
  return paragraphStrips(ctx, { runs, voice, tag: tagIn(ctx.tag, decorates ? 'P' : 'Caption') })
}
