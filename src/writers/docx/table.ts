import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { Align, Inline, TableRow as Row, TableBlock, TableColumn } from '../../document/index.js'
import { bookmarked } from './bookmarks.js'
import { caption } from './captions.js'
import { notes } from './chart.js'
import { bookmarkOf, type Context } from './context.js'
import { inlines } from './inlines.js'
import { type ParagraphStyle, TABLE_STYLE } from './style-names.js'
import { eighths, hex, twips } from './units.js'

// A table of so few rows stands whole on one page; a longer one may go on to the next, under its header.
const KEPT_WHOLE = 8

type CellKind = 'heading' | Row['kind']

const cellStyles: Record<CellKind, Record<Align, ParagraphStyle>> = {
  heading: { left: 'TableHeadingLeft', right: 'TableHeadingRight', center: 'TableHeadingCenter' },
  body: { left: 'TableTextLeft', right: 'TableTextRight', center: 'TableTextCenter' },
  total: { left: 'TableTotalLeft', right: 'TableTotalRight', center: 'TableTotalCenter' },
}

/** A table: caption above, a header that repeats on each page, rows that are not split, notes kept with the last row. */
export function table(node: TableBlock, ctx: Context): (Paragraph | Table)[] {
  const widths = columnWidths(node.columns, twips(ctx.textWidth))
  const row = (cells: readonly (readonly Inline[])[], kind: CellKind, keepNext: boolean) =>
    new TableRow({
      cantSplit: true,
      tableHeader: kind === 'heading',
      children: node.columns.map((column, index) =>
        cell(cells[index] ?? [], { kind, column, index, width: widths[index] ?? 0, keepNext }, ctx),
      ),
    })
  const whole = node.rows.length <= KEPT_WHOLE
  const body = node.rows.map((item, index) => {
    const last = index === node.rows.length - 1
    return row(item.cells, item.kind, last ? node.notes.length > 0 : whole || index === 0)
  })
  const drawn = new Table({
    style: TABLE_STYLE.id,
    layout: TableLayoutType.FIXED,
    width: { size: twips(ctx.textWidth), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [
      row(
        node.columns.map((column) => column.title),
        'heading',
        true,
      ),
      ...body,
    ],
  })
  return [heading(node, ctx), drawn, ...(node.notes.length > 0 ? notes(node.notes, ctx) : [new Paragraph({ style: 'Spacer' })])]
}

/** Widths of the columns in whole twips, in proportion to their weights; their sum is exactly `total`. */
export function columnWidths(columns: readonly TableColumn[], total: number): number[] {
  const weights = columns.reduce((sum, column) => sum + column.weight, 0)
  let before = 0
  let drawn = 0
  return columns.map((column) => {
    before += column.weight
    const width = Math.round((total * before) / weights) - drawn
    drawn += width
    return width
  })
}

function heading(node: TableBlock, ctx: Context): Paragraph {
  if (node.caption !== null) return caption(node.id, node.caption, ctx)
  return new Paragraph({ style: 'Spacer', keepNext: true, children: [bookmarked(bookmarkOf(ctx, node.id), [])] })
}

interface Place {
  readonly kind: CellKind
  readonly column: TableColumn
  readonly index: number
  readonly width: number
  readonly keepNext: boolean
}

function cell(content: readonly Inline[], { kind, column, index, width, keepNext }: Place, ctx: Context): TableCell {
  const { tabla, colores } = ctx.theme
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: kind === 'heading' ? VerticalAlignTable.BOTTOM : VerticalAlignTable.TOP,
    // The first column's text stands on the margin, in line with the paragraphs around.
    ...(index === 0 && { margins: { left: 0 } }),
    ...(kind === 'total' && {
      borders: { top: { style: BorderStyle.SINGLE, size: eighths(tabla.fileteTitulo), color: hex(colores.casa) } },
    }),
    children: [new Paragraph({ style: cellStyles[kind][column.align], keepNext, children: inlines(content, ctx) })],
  })
}
