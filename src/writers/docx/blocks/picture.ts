import { Paragraph } from 'docx'
import type { Picture, PictureBlock } from '../../../document/index.js'
import type { Context } from '../context.js'
import { image } from './images.js'
import { inlines } from './inlines.js'
import { linesOf, plain } from './measure.js'

// As in the PDF: a pixel is printed no larger than a 96th of an inch.
const POINTS_PER_PIXEL = 72 / 96

/** A picture of the template's folder, as large as its pixels, the text and the page with its words allow, with those under it. */
export function picture(node: PictureBlock, ctx: Context): Paragraph[] {
  const found = ctx.assets.images.get(node.image)
  if (found === undefined) throw new Error(`Falta la imagen «${node.image}».`)
  const drawn = image(found, { width: widthOf(found, node, ctx), name: node.image, alt: node.alt })
  const captioned = node.caption.length > 0
  return [
    new Paragraph({ style: captioned ? 'Picture' : 'PictureAlone', children: [drawn] }),
    ...(captioned ? [new Paragraph({ style: 'PictureCaption', children: inlines(node.caption, ctx) })] : []),
  ]
}

/** Points. */
function widthOf({ width, height }: Picture, { caption }: PictureBlock, { textWidth, textHeight, theme }: Context): number {
  const { nota, texto } = theme.estilos
  const words = caption.length === 0 ? 0 : linesOf(plain(caption), nota, textWidth) * nota.linea + nota.antes
  // A line of text less than the page, for the lines' own height is Word's to round.
  const room = textHeight - words - nota.despues - texto.linea
  return Math.min(textWidth, width * POINTS_PER_PIXEL, (room * width) / height)
}
