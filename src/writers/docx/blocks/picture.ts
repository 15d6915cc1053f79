import { Paragraph } from 'docx'
import type { Picture, PictureBlock } from '../../../document/index.js'
import type { Context } from '../context.js'
import { image } from './images.js'
import { inlines } from './inlines.js'

// A picture of a camera says nothing of its size in print; at this density it is sharp, and it never outgrows the text or this share of the page.
const DOTS_PER_INCH = 150
const TALLEST = 0.6

/** A picture of the template's folder, as wide as it is sharp, with its words under it. */
export function picture(node: PictureBlock, ctx: Context): Paragraph[] {
  const found = ctx.assets.images.get(node.image)
  if (found === undefined) throw new Error(`Falta la imagen «${node.image}».`)
  const drawn = image(found, { width: widthOf(found, ctx), name: node.image, alt: node.alt })
  const captioned = node.caption.length > 0
  return [
    new Paragraph({ style: captioned ? 'Picture' : 'PictureAlone', children: [drawn] }),
    ...(captioned ? [new Paragraph({ style: 'PictureCaption', children: inlines(node.caption, ctx) })] : []),
  ]
}

/** Points. */
function widthOf({ width, height }: Picture, { textWidth, textHeight }: Context): number {
  return Math.min(textWidth, (width * 72) / DOTS_PER_INCH, (textHeight * TALLEST * width) / height)
}
