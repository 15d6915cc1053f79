import type { Align, CoverBlock } from '../../../document/index.js'
import { tagIn } from '../ink/tags.js'
import { type Context, inner, type Renderer } from './context.js'
import { at, blank, type Piece, stacked, textPiece } from './piece.js'
import { type Mark, strip } from './strip.js'
import { speak, type Voice, voiceOf } from './voice.js'

/** Blank beside the logo. */
const LOGO_GAP = 16

/** The full page in the cover's colour. One strip as tall as the body. */
export const coverStrips: Renderer<CoverBlock> = (node, ctx) => {
  const { sheet, theme } = ctx
  const onPage = (share: number) => share * sheet.height - sheet.margin
  const { alturas, subtitulo, leyenda, marca } = theme.portada
  const [title, sub, entity, small] = [
    voiceOf(theme, 'portada'),
    voiceOf(theme, 'subportada'),
    voiceOf(theme, 'entidad'),
    voiceOf(theme, 'piePortada'),
  ]

  const logo = logoPiece(ctx)
  const issuerPlace = part(ctx, { right: logo.width })
  const issuer = stacked(node.issuer.map((text, i) => words(issuerPlace, text, { ...entity, bold: i === 0 }, node)))
  const titlePlace = part(ctx)
  const titles = stacked(node.title.map((text) => words(titlePlace, text, title, node)))
  const subtitle = words(part(ctx, { right: ctx.width * (1 - subtitulo) }), node.subtitle, sub, node)
  const tiles = mosaicPiece(node, ctx)
  const legend = words(part(ctx, { right: ctx.width * (1 - leyenda) }), node.legend, small, node)
  const imprint = words(part(ctx, { left: ctx.width * leyenda }), node.imprint, small, node, 'right')

  const tilesTop = onPage(alturas.cuadros) - tiles.height
  const core = titles.height + marca.antes + marca.alto + marca.despues + subtitle.height
  // long words push the title up, never into the tiles
  const titleTop = Math.max(
    Math.max(issuer.height, logo.height) + title.pitch / 2,
    Math.min(onPage(alturas.titulo), tilesTop - core - sub.pitch),
  )
  const barTop = titleTop + titles.height + marca.antes
  const marks: Mark[] = [
    ...logo.marks,
    ...at(issuer, 0),
    ...at(titles, titleTop),
    { type: 'box', x: ctx.x, y: barTop, width: marca.ancho, height: marca.alto, color: theme.colores.acento },
    ...at(subtitle, barTop + marca.alto + marca.despues),
    ...at(tiles, tilesTop),
    ...at(legend, onPage(alturas.pie) - legend.height),
    ...at(imprint, onPage(alturas.pie) - imprint.height),
  ]
  return [strip({ height: sheet.bodyHeight, marks, ground: theme.colores.portada })]
}

/** The tiles in rows as wide as the body, as a figure; nothing where there are none. Its height has the blank under the last row. */
function mosaicPiece({ tiles: states, alt }: CoverBlock, { theme, x, width: room, tag }: Context): Piece {
  const { lado: side, paso: pitch, contorno } = theme.portada.cuadro
  if (states.length === 0) return blank(0)
  const perRow = Math.max(1, Math.floor((room + pitch - side) / pitch))
  const rows = Math.ceil(states.length / perRow)
  const mosaic: Mark = {
    type: 'mosaic',
    states,
    perRow,
    pitch,
    side,
    contour: { width: contorno, color: theme.colores.portadaTinta },
    x,
    y: 0,
    width: (Math.min(states.length, perRow) - 1) * pitch + side,
    height: (rows - 1) * pitch + side,
    tag: tagIn(tag, 'Figure', { alt }),
  }
  return { marks: [mosaic], height: rows * pitch }
}

function words(ctx: Context, text: string, voice: Voice, node: CoverBlock, align: Align = 'left'): Piece {
  return textPiece(ctx, ctx.words(text, speak(voice, node)), voice, align)
}

/** A place for a paragraph of the cover. */
function part(ctx: Context, sides: { readonly left?: number; readonly right?: number } = {}): Context {
  return inner(ctx, { ...sides, tag: tagIn(ctx.tag, 'P') })
}

/** The entity's logo at the top right, as decoration: the entity's name stands beside it. `width` is what it takes from the issuer. */
function logoPiece({ logo, theme, x, width: room }: Context): Piece & { readonly width: number } {
  if (logo === null) return { ...blank(0), width: 0 }
  const scale = Math.min(theme.portada.logo.alto / logo.height, (room * theme.portada.logo.ancho) / logo.width)
  const [width, height] = [logo.width * scale, logo.height * scale]
  return { marks: [{ type: 'image', image: null, x: x + room - width, y: 0, width, height, tag: null }], height, width: width + LOGO_GAP }
}
