import {
  BorderStyle,
  type FileChild,
  HeightRule,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  type ImageRun,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  TextWrappingType,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx'
import { ShapeRun } from 'docx/shapes'
import type { CoverBlock, State } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import type { Context } from '../context.js'
import type { ParagraphStyle } from '../styles/names.js'
import { stateGround } from '../styles/states.js'
import type { Shading } from '../styles/xml.js'
import { clean } from '../text.js'
import { eighths, hex, millimetres, pixels, twips } from '../units.js'
import { watermark } from '../watermark.js'
import { coverLayout, FOOT_ROOM, TILE } from './cover-layout.js'
import { image } from './images.js'

// Points: the largest room of the entity's logo.
const LOGO = { width: 150, height: 48 } as const

/** The cover: the house colour over the whole page, title and issuer on it, the tiles and the imprint at its foot. */
export function cover(node: CoverBlock, ctx: Context): FileChild[] {
  const [first = '', ...others] = node.issuer
  return [
    new Paragraph({ style: 'CoverIssuer', children: [ground(ctx.theme), ...draftMark(ctx), ...logo(ctx), new TextRun(clean(first))] }),
    ...others.map((text) => line('CoverUnit', text)),
    new Paragraph({
      style: 'Title',
      children: node.title.map((text, index) => new TextRun({ text: clean(text), ...(index > 0 && { break: 1 }) })),
    }),
    new Paragraph({ style: 'CoverMark' }),
    rest(node, ctx),
    new Paragraph({ style: 'CoverTile' }),
  ]
}

const line = (style: ParagraphStyle, text: string) => new Paragraph({ style, children: [new TextRun(clean(text))] })

// What stands in the header would be under the ground.
const draftMark = ({ draftMark: mark, theme }: Context) => (mark === null ? [] : [watermark(mark, theme.colores.portadaTinta, theme)])

// In the corner opposite the issuer, whose name it stands for: to a screen reader it would say that name twice.
function logo({ assets: { logo: picture } }: Context): ImageRun[] {
  if (picture === null) return []
  const width = Math.min(LOGO.width, (LOGO.height * picture.width) / picture.height)
  return [
    image(picture, {
      width,
      name: 'logo',
      alt: '',
      floating: {
        horizontalPosition: { relative: HorizontalPositionRelativeFrom.MARGIN, align: HorizontalPositionAlign.RIGHT },
        verticalPosition: { relative: VerticalPositionRelativeFrom.MARGIN, offset: 0 },
        wrap: { type: TextWrappingType.NONE },
      },
    }),
  ]
}

function ground({ pagina, colores }: Theme): ShapeRun {
  const edge = { relative: HorizontalPositionRelativeFrom.PAGE, offset: 0 }
  return new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(millimetres(pagina.ancho)), height: pixels(millimetres(pagina.alto)) },
    fill: hex(colores.portada),
    line: hex(colores.portada),
    altText: { name: 'portada' },
    decorative: true,
    floating: {
      horizontalPosition: edge,
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: 0 },
      behindDocument: true,
      wrap: { type: TextWrappingType.NONE },
    },
  })
}

/** Subtitle, tiles and imprint in rows of exact height, so that they reach from under the mark to the foot of the page. */
function rest(node: CoverBlock, ctx: Context): Table {
  const layout = coverLayout(node, ctx.theme)
  const { columns } = layout
  const row = (height: number, children: TableCell[]) =>
    new TableRow({ height: { value: twips(height), rule: HeightRule.EXACT }, cantSplit: true, children })
  const words = (style: ParagraphStyle, text: string, columnSpan: number) => new TableCell({ columnSpan, children: [line(style, text)] })
  const legendShare = node.legend.length / Math.max(1, node.legend.length + node.imprint.length)
  const legendColumns = Math.min(columns - 1, Math.max(1, Math.round(columns * legendShare)))
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(TILE.pitch) * columns, type: WidthType.DXA },
    columnWidths: Array<number>(columns).fill(twips(TILE.pitch)),
    borders: TableBorders.NONE,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      row(layout.subtitle, [words('Subtitle', node.subtitle, columns)]),
      ...Array.from({ length: layout.rows }, (_, index) => {
        const states = node.tiles.slice(index * columns, (index + 1) * columns)
        return row(
          TILE.pitch,
          Array.from({ length: columns }, (_, column) => tile(states[column] ?? null, ctx.theme)),
        )
      }),
      row(FOOT_ROOM, [words('CoverTile', '', columns)]),
      row(layout.imprint, [words('CoverLegend', node.legend, legendColumns), words('CoverImprint', node.imprint, columns - legendColumns)]),
    ],
  })
}

const shaded = ({ pattern, fill, color }: Shading) => ({ type: pattern, fill: hex(fill), color: hex(color) })

function tile(state: State | null, theme: Theme): TableCell {
  const gap = { style: BorderStyle.SINGLE, size: eighths(TILE.gap), color: hex(theme.colores.portada) }
  return new TableCell({
    width: { size: twips(TILE.pitch), type: WidthType.DXA },
    borders: { top: gap, bottom: gap, left: gap, right: gap },
    ...(state !== null && { shading: shaded(stateGround(state, theme)) }),
    children: [new Paragraph({ style: 'CoverTile' })],
  })
}
