import type { TableBlock, TableRow } from '../../../document/index.js'
import { tagIn } from '../ink/tags.js'
import { captionStrips, noteStrips } from './caption.js'
import { columnsOf } from './columns.js'
import { type Context, inner, type Renderer } from './context.js'
import { type RowLook, rowStrips } from './rows.js'
import { heightOf, held, Keep, type Strip, withFirst, withLast } from './strip.js'
import { voiceOf } from './voice.js'

/** A table that takes up to this share of a page is never cut, and a header up to it is printed again on each page. */
const HALF = 0.5
/** Rows that stay with the header, and with the table's end. */
const COMPANY = 2

/** Caption, header, rows and notes. */
export const tableStrips: Renderer<TableBlock> = (node, outer) => {
  const ctx = inner(outer, { tag: tagIn(outer.tag, 'Table') })
  const { bodyHeight } = ctx.sheet
  const caption = node.caption === null ? [] : captionStrips(ctx, node.caption, node.id, tagIn(ctx.tag, 'Caption'))
  const titles = { cells: node.columns.map((column) => column.title), look: headerLook(ctx) }
  const rows = node.rows.map((row, i) => ({ cells: row.cells, look: rowLook(row, node.rows[i + 1], ctx) }))
  const { places, words } = columnsOf(
    node.columns,
    [titles, ...rows].map(({ cells, look }) => ({ cells, voice: look.voice })),
    ctx,
  )
  const header = held(rowStrips(words[0] ?? [], titles.look, places, ctx, bodyHeight * HALF), Keep.firm)
  const repeat = header.length === 1 ? header.map(forAgain) : []
  const room = bodyHeight - heightOf(repeat)
  const body = rows.flatMap(({ look }, i) => {
    const strips = rowStrips(words[i + 1] ?? [], look, places, ctx, room)
    const company = i < COMPANY - 1 || i >= node.rows.length - COMPANY
    const kept = withLast(strips, () => (company ? { keep: Keep.firm } : {}))
    // the rest of a row cut by the page stands as far under the header as a row does
    return kept.map((s, j) => ({ ...s, repeat: j === 0 ? repeat : withLast(repeat, () => ({ after: ctx.theme.tabla.celdaVertical })) }))
  })
  const top = node.caption === null ? withFirst(header, () => ({ anchors: [node.id], before: ctx.theme.estilos.rotulo.antes })) : header
  const strips = [...caption, ...top, ...body, ...noteStrips(outer, node.notes)]
  const whole = heightOf(strips) <= bodyHeight * HALF ? held(strips, Keep.wish) : strips
  return withLast(whole, (last) => ({ keep: Keep.free, after: Math.max(last.after, ctx.theme.tabla.despues) }))
}

function headerLook({ theme }: Context): RowLook {
  const rule = { thickness: theme.tabla.fileteTitulo, color: theme.colores.casa }
  return { voice: voiceOf(theme, 'tablaTitulo'), role: 'TH', stand: 'bottom', rule }
}

/** Hairlines between rows; the heavier line over a total. */
function rowLook(row: TableRow, next: TableRow | undefined, { theme }: Context): RowLook {
  const { tabla, colores } = theme
  const voice = voiceOf(theme, 'tabla')
  const heavy = row.kind === 'body' && next?.kind === 'total'
  const rule = heavy ? { thickness: tabla.fileteTitulo, color: colores.casa } : { thickness: tabla.filete, color: colores.linea }
  return { voice: row.kind === 'total' ? { ...voice, bold: true } : voice, role: 'TD', stand: 'top', rule }
}

/** A header that is printed again is decoration: its words, notes and places were given the first time. */
function forAgain(header: Strip): Strip {
  return { ...header, notes: [], anchors: [], marks: header.marks.map((mark) => (mark.type === 'line' ? { ...mark, tag: null } : mark)) }
}
