import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { Align, Inline, TableRow as Row, TableBlock, TableColumn } from '../../../document/index.js'
import { bookmarkOf, type Context } from '../context.js'
import { bookmarked } from '../references/bookmarks.js'
import { type ParagraphStyle, TABLE_STYLE } from '../styles/names.js'
import { eighths, hex, twips } from '../units.js'
import { caption } from './captions.js'
import { notes } from './chart.js'
import { bodyHeight, columnWidths } from './columns.js'
import { inlines } from './inlines.js'

// A table of few rows that is not tall stands whole on one page, for the gap that it may leave on the page before is small. Any other
// may go on to the next page, under its header, and takes this many rows with it: a total never stands there alone.
const KEPT_WHOLE = { rows: 8, shareOfPage: 0.4 }
const KEPT_LAST = 3

type CellKind = 'heading' | Row['kind']

const cellStyles: Record<CellKind, Record<Align, ParagraphStyle>> = {
  heading: { left: 'TableHeadingLeft', right: 'TableHeadingRight', center: 'TableHeadingCenter' },
  body: { left: 'TableTextLeft', right: 'TableTextRight', center: 'TableTextCenter' },
  total: { left: 'TableTotalLeft', right: 'TableTotalRight', center: 'TableTotalCenter' },
}

/** A table: caption above, a header that repeats on each page, rows that are not split, notes kept with the last row. */
export function table(node: TableBlock, ctx: Context): (Paragraph | Table)[] {
  const widths = columnWidths(node, ctx.theme, ctx.textWidth)
  const pageMark = bookmarkOf(ctx, node.id).page
  const row = (cells: readonly (readonly Inline[])[], kind: CellKind, keepNext: boolean) =>
    new TableRow({
      cantSplit: true,
      // Even switched off, the mark makes some readers take a row for a header.
      ...(kind === 'heading' && { tableHeader: true }),
      children: node.columns.map((column, index) =>
        cell(cells[index] ?? [], { kind, column, index, width: widths[index] ?? 0, keepNext, pageMark }, ctx),
      ),
    })
  const kept = keptRows(node, widths, ctx)
  const aligns = node.columns.map(({ align }) => align)
  const body = node.rows.map((item, index) => {
    const keepNext = kept(index)
    return ctx.rowBefore({ ...item, keepNext, aligns, widths }) ?? row(item.cells, item.kind, keepNext)
  })
  const drawn = new Table({
    style: TABLE_STYLE.id,
    layout: TableLayoutType.FIXED,
    width: { size: twips(ctx.textWidth), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: true, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true },
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

/** Which rows stay on the page of the one after them (the last one, of the notes). */
function keptRows(node: TableBlock, widths: readonly number[], ctx: Context): (index: number) => boolean {
  const last = node.rows.length - 1
  const whole = node.rows.length <= KEPT_WHOLE.rows && bodyHeight(node, ctx.theme, widths) <= ctx.textHeight * KEPT_WHOLE.shareOfPage
  return (index) => (index === last ? node.notes.length > 0 : whole || index === 0 || index > last - KEPT_LAST)
}

function heading(node: TableBlock, ctx: Context): Paragraph {
  if (node.caption !== null) return caption(node.id, node.caption, ctx)
  return new Paragraph({ style: 'SpacerKept', children: [bookmarked(bookmarkOf(ctx, node.id), [])] })
}

interface Place {
  readonly kind: CellKind
  readonly column: TableColumn
  readonly index: number
  readonly width: number
  readonly keepNext: boolean
  /** Bookmark of the table's first cell. */
  readonly pageMark: string
}

function cell(content: readonly Inline[], { kind, column, index, width, keepNext, pageMark }: Place, ctx: Context): TableCell {
  const { tabla, colores } = ctx.theme
  const first = kind === 'heading' && index === 0 ? [bookmarked({ name: pageMark }, [])] : []
  const style = content.filter((node) => node.type === 'chip').length > 1 ? 'TableChips' : cellStyles[kind][column.align]
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    // By hand, for LibreOffice draws the line of the row above over the one that a style gives a last row.
    ...(kind === 'total' && {
      borders: { top: { style: BorderStyle.SINGLE, size: eighths(tabla.fileteTitulo), color: hex(colores.casa) } },
    }),
    children: [
      new Paragraph({
        style,
        // The style of a column's title has it already.
        ...(keepNext && kind !== 'heading' && { keepNext }),
        children: [...first, ...inlines(content, ctx)],
      }),
    ],
  })
}
