import {
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
import type { CoverBlock } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import type { Context } from '../context.js'
import type { ParagraphStyle } from '../styles/names.js'
import { clean } from '../text.js'
import { hex, millimetres, pixels, twips } from '../units.js'
import { watermark } from '../watermark.js'
import { coverLayout } from './cover-layout.js'
import { image } from './images.js'
import { mosaic } from './mosaic.js'

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
    new Paragraph({ style: 'CoverSpacer' }),
  ]
}

const line = (style: ParagraphStyle, text: string) => new Paragraph({ style, children: [new TextRun(clean(text))] })

// What stands in the header would be under the ground.
const draftMark = ({ draftMark: mark, theme }: Context) => (mark === null ? [] : [watermark(mark, theme.colores.portadaTinta, theme)])

// In the corner opposite the issuer, whose name it stands for: to a screen reader it would say that name twice.
function logo({ assets: { logo: picture }, theme, textWidth }: Context): ImageRun[] {
  if (picture === null) return []
  const { alto, ancho } = theme.portada.logo
  const width = Math.min(textWidth * ancho, (alto * picture.width) / picture.height)
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
  const { columns, tiles, subtitle, underTiles, imprint } = coverLayout(node, ctx.theme)
  const legendWidth = twips(ctx.textWidth * ctx.theme.portada.leyenda)
  const widths = [legendWidth, twips(ctx.textWidth) - legendWidth]
  const row = (height: number, children: TableCell[]) =>
    new TableRow({ height: { value: twips(height), rule: HeightRule.EXACT }, cantSplit: true, children })
  const wide = (paragraph: Paragraph) => new TableCell({ columnSpan: widths.length, children: [paragraph] })
  const words = (style: ParagraphStyle, text: string, index: number) =>
    new TableCell({ width: { size: widths[index] ?? 0, type: WidthType.DXA }, children: [line(style, text)] })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(ctx.textWidth), type: WidthType.DXA },
    columnWidths: widths,
    borders: TableBorders.NONE,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    rows: [
      row(subtitle, [wide(line('Subtitle', node.subtitle))]),
      row(tiles, [wide(new Paragraph({ style: 'CoverTiles', children: [mosaic(node, columns, ctx.theme)] }))]),
      row(underTiles, [wide(new Paragraph({ style: 'CoverSpacer' }))]),
      row(imprint, [words('CoverLegend', node.legend, 0), words('CoverImprint', node.imprint, 1)]),
    ],
  })
}
