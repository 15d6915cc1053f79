import { Paragraph, type ParagraphChild } from 'docx'
import type { ChartBlock, Inline, Picture } from '../../../document/index.js'
import type { Context } from '../context.js'
import { labelOf } from '../references/bookmarks.js'
import { caption } from './captions.js'
import { image } from './images.js'
import { inlines } from './inlines.js'

/** A chart: caption, picture (or Word's own chart in its place and size) as wide as the theme says (never wider than the text) with its alternative text, and its notes, all kept together. */
export function chart(node: ChartBlock, ctx: Context): Paragraph[] {
  const picture = ctx.assets.images.get(node.image)
  if (picture === undefined) throw new Error(`Falta la imagen «${node.image}» de ${labelOf(node.caption)}.`)
  return [
    caption(node.id, node.caption, ctx),
    new Paragraph({ style: node.notes.length > 0 ? 'Picture' : 'PictureAlone', children: [drawing(node, picture, ctx)] }),
    ...notes(node.notes, ctx),
  ]
}

function drawing(node: ChartBlock, picture: Picture, ctx: Context): ParagraphChild {
  const width = Math.min(ctx.theme.grafica.ancho, ctx.textWidth)
  const place = { width, name: node.image, title: labelOf(node.caption), alt: node.alt }
  return ctx.nativeChart?.(node.data, { ...place, height: (width * picture.height) / picture.width }) ?? image(picture, place)
}

/** Lines under a table or chart, kept together; the last one leaves room for what follows. */
export function notes(lines: readonly (readonly Inline[])[], ctx: Context): Paragraph[] {
  return lines.map((line, index) => {
    const last = index === lines.length - 1
    return new Paragraph({ style: last ? 'Source' : 'NoteKept', children: inlines(line, ctx) })
  })
}
