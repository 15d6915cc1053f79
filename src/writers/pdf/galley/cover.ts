import type { Align, CoverBlock } from '../../../document/index.js'
import { clearer } from '../../../theme/index.js'
import { mixed } from '../ink/colors.js'
import { tagIn } from '../ink/tags.js'
import { type Context, inner, type Renderer } from './context.js'
import { at, blank, type Piece, stacked, textPiece } from './piece.js'
import { type Mark, strip } from './strip.js'
import { speak, type Voice, voiceOf } from './voice.js'

/** Places on the cover, as shares of the page's height; sizes in points. */
const TITLE_TOP = 0.3
const TILES_BOTTOM = 1 - 0.147
const IMPRINT_BOTTOM = 1 - 0.068
const BAR = { width: 65, height: 6, above: 47, under: 12 }
const TILE = { side: 12.4, pitch: 15 }
/** Shares of the body's width. */
const SUBTITLE_WIDTH = 0.86
const LEGEND_WIDTH = 0.6
/** Most height of the logo, 18 mm in points; most of the body's width; blank beside it. */
const LOGO = { height: 51, width: 0.45, gap: 16 }
/** Lesser words have a little of the ground in their colour. */
const SOFTENED = 0.12

/** The full page in the cover's colour. One strip as tall as the body. */
export const coverStrips: Renderer<CoverBlock> = (node, ctx) => {
  const { sheet, theme } = ctx
  const onPage = (share: number) => share * sheet.height - sheet.margin
  const { portada: ground, portadaTinta: ink, acento } = theme.colores
  const title = { ...voiceOf(theme, 'portada'), color: ink }
  const sub = { ...voiceOf(theme, 'subportada'), color: ink }
  const outlined = clearer(ground, theme.colores.papel, theme.colores.tinta) === theme.colores.tinta
  const soft = mixed(ink, ground, SOFTENED)
  const entity = { ...sub, size: 11, pitch: 15, color: soft }
  const small = { ...voiceOf(theme, 'tabla'), pitch: 13, color: soft }

  const logo = logoPiece(ctx)
  const issuerPlace = part(ctx, { right: logo.width })
  const issuer = stacked(node.issuer.map((text, i) => words(issuerPlace, text, { ...entity, bold: i === 0 }, node)))
  const titlePlace = part(ctx)
  const titles = stacked(node.title.map((text) => words(titlePlace, text, title, node)))
  const subtitle = words(part(ctx, { right: ctx.width * (1 - SUBTITLE_WIDTH) }), node.subtitle, sub, node)
  const legend = words(part(ctx, { right: ctx.width * (1 - LEGEND_WIDTH) }), node.legend, small, node)
  const imprint = words(part(ctx, { left: ctx.width * LEGEND_WIDTH }), node.imprint, small, node, 'right')

  const perRow = Math.max(1, Math.floor((ctx.width + TILE.pitch - TILE.side) / TILE.pitch))
  const tilesTop = onPage(TILES_BOTTOM) - Math.ceil(node.tiles.length / perRow) * TILE.pitch
  const core = titles.height + BAR.above + BAR.height + BAR.under + subtitle.height
  // long words push the title up, never into the tiles
  const titleTop = Math.max(
    Math.max(issuer.height, logo.height) + title.pitch / 2,
    Math.min(onPage(TITLE_TOP), tilesTop - core - sub.pitch),
  )
  const barTop = titleTop + titles.height + BAR.above
  const marks: Mark[] = [
    ...logo.marks,
    ...at(issuer, 0),
    ...at(titles, titleTop),
    { type: 'box', x: ctx.x, y: barTop, width: BAR.width, height: BAR.height, color: acento },
    ...at(subtitle, barTop + BAR.height + BAR.under),
    ...node.tiles.map((state, i): Mark => {
      const [column, row] = [i % perRow, Math.floor(i / perRow)]
      return { type: 'tile', state, x: ctx.x + column * TILE.pitch, y: tilesTop + row * TILE.pitch, side: TILE.side, outlined }
    }),
    ...at(legend, onPage(IMPRINT_BOTTOM) - legend.height),
    ...at(imprint, onPage(IMPRINT_BOTTOM) - imprint.height),
  ]
  return [strip({ height: sheet.bodyHeight, marks, ground })]
}

function words(ctx: Context, text: string, voice: Voice, node: CoverBlock, align: Align = 'left'): Piece {
  return textPiece(ctx, ctx.words(text, speak(voice, node)), voice, align)
}

/** A place for a paragraph of the cover. */
function part(ctx: Context, sides: { readonly left?: number; readonly right?: number } = {}): Context {
  return inner(ctx, { ...sides, tag: tagIn(ctx.tag, 'P') })
}

/** The entity's logo at the top right, as decoration: the entity's name stands beside it. `width` is what it takes from the issuer. */
function logoPiece({ logo, x, width: room }: Context): Piece & { readonly width: number } {
  if (logo === null) return { ...blank(0), width: 0 }
  const scale = Math.min(LOGO.height / logo.height, (room * LOGO.width) / logo.width)
  const [width, height] = [logo.width * scale, logo.height * scale]
  return { marks: [{ type: 'image', picture: logo, x: x + room - width, y: 0, width, height, tag: null }], height, width: width + LOGO.gap }
}
