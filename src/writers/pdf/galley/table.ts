import type { Inline, TableBlock, TableColumn, TableRow } from '../../../document/index.js'
import type { LaidLine } from '../engine/types.js'
import { type Tag, tagIn } from '../ink/tags.js'
import { captionStrips, noteStrips } from './caption.js'
import { columnsOf, type Place } from './columns.js'
import { type Context, inner, type Renderer } from './context.js'
import { lineMark, notesIn } from './paragraph.js'
import { heightOf, Keep, type Mark, type Strip, strip, withLast } from './strip.js'
import { speak, type Voice, voiceOf } from './voice.js'

/** A table that takes up to this share of a page is never cut. */
const WHOLE_UP_TO = 0.5
/** Rows that stay with the header, and with the table's end. */
const COMPANY = 2

/** Caption, header, rows and notes. The header is printed again on each page that the table runs on to. */
export const tableStrips: Renderer<TableBlock> = (node, ctx) => {
  const tag = tagIn(ctx.tag, 'Table')
  const caption = node.caption === null ? [] : captionStrips(ctx, node.caption, node.id, tagIn(tag, 'Caption'))
  const places = columnsOf(node, ctx)
  const header = headerStrip(node, places, inner(ctx, { tag }))
  const room = ctx.sheet.bodyHeight - header.height
  const rows = node.rows.map((row, i) => rowStrips(row, node.rows[i + 1]?.kind, places, inner(ctx, { tag }), room))
  const body = rows.flatMap((strips, i) => {
    const company = i < COMPANY - 1 || i >= node.rows.length - COMPANY
    return withLast(strips, () => (company ? { keep: Keep.firm } : {})).map((s) => ({ ...s, repeat: [forAgain(header)] }))
  })
  const notes = noteStrips(ctx, node.notes)
  const anchored =
    node.caption === null ? { ...header, anchors: [node.id], before: caption.length === 0 ? ctx.theme.estilos.rotulo.antes : 0 } : header
  const all = [...caption, anchored, ...body, ...notes]
  const small = heightOf(all) <= ctx.sheet.bodyHeight * WHOLE_UP_TO
  const strips = small ? all.map((s) => ({ ...s, keep: s.keep === Keep.free ? Keep.wish : s.keep })) : all
  return withLast(strips, (last) => ({ keep: Keep.free, after: Math.max(last.after, AFTER) }))
}

/** Least blank after a table without notes. */
const AFTER = 12

/** A header that is printed again is decoration: its words, notes and places were given the first time. */
function forAgain(header: Strip): Strip {
  return { ...header, notes: [], anchors: [], marks: header.marks.map((mark) => (mark.type === 'line' ? { ...mark, tag: null } : mark)) }
}

interface Cell {
  readonly lines: readonly LaidLine[]
  readonly column: TableColumn
  readonly ctx: Context
}

function cellsOf(
  content: readonly (readonly Inline[])[],
  places: readonly Place[],
  voice: Voice,
  row: Tag,
  role: 'TH' | 'TD',
  ctx: Context,
): Cell[] {
  return places.map(({ column, left, width }, i) => {
    const place: Context = { ...ctx, x: ctx.x + left, width, tag: tagIn(row, role) }
    const children = content[i] ?? []
    const lines = children.length === 0 ? [] : ctx.engine.breakLines(place.inlines(children, speak(voice, null)), width)
    return { lines, column, ctx: place }
  })
}

function headerStrip(node: TableBlock, places: readonly Place[], ctx: Context): Strip {
  const { tabla, colores } = ctx.theme
  const voice = voiceOf(ctx.theme, 'tablaTitulo')
  const cells = cellsOf(
    node.columns.map((c) => c.title),
    places,
    voice,
    tagIn(ctx.tag, 'TR'),
    'TH',
    ctx,
  )
  const tallest = Math.max(1, ...cells.map((cell) => cell.lines.length))
  const height = tallest * voice.pitch + 2 * tabla.celdaVertical
  // titles stand on the line, not hang from the top
  const marks = cells.flatMap((cell) => linesOf(cell, voice, tabla.celdaVertical + (tallest - cell.lines.length) * voice.pitch))
  const line: Mark = { type: 'rule', x: ctx.x, y: height, width: ctx.width, thickness: tabla.fileteTitulo, color: colores.casa }
  return strip({ height, keep: Keep.firm, marks: [...marks, line], notes: notesIn(cells.flatMap((cell) => cell.lines)) })
}

/** One strip for a row that fits on a page under the header; else one for each line of its cells. */
function rowStrips(row: TableRow, next: TableRow['kind'] | undefined, places: readonly Place[], ctx: Context, room: number): Strip[] {
  const { tabla, colores } = ctx.theme
  const base = voiceOf(ctx.theme, 'tabla')
  const voice = row.kind === 'total' ? { ...base, bold: true } : base
  const cells = cellsOf(row.cells, places, voice, tagIn(ctx.tag, 'TR'), 'TD', ctx)
  const tallest = Math.max(1, ...cells.map((cell) => cell.lines.length))
  const height = tallest * voice.pitch + 2 * tabla.celdaVertical
  const heavy = next === 'total' && row.kind === 'body'
  const line: Mark = {
    type: 'rule',
    x: ctx.x,
    y: 0,
    width: ctx.width,
    thickness: heavy ? tabla.fileteTitulo : tabla.filete,
    color: heavy ? colores.casa : colores.linea,
  }
  if (height <= room) {
    const marks = cells.flatMap((cell) => linesOf(cell, voice, tabla.celdaVertical))
    return [strip({ height, marks: [...marks, { ...line, y: height }], notes: notesIn(cells.flatMap((cell) => cell.lines)) })]
  }
  return Array.from({ length: tallest }, (_, i) => {
    const slice = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(i, i + 1) }))
    const top = i === 0 ? tabla.celdaVertical : 0
    const last = i === tallest - 1
    const tall = top + voice.pitch + (last ? tabla.celdaVertical : 0)
    const marks = slice.flatMap((cell) => linesOf(cell, voice, top))
    return strip({
      height: tall,
      marks: last ? [...marks, { ...line, y: tall }] : marks,
      notes: notesIn(slice.flatMap((cell) => cell.lines)),
    })
  })
}

function linesOf(cell: Cell, voice: Voice, top: number): Mark[] {
  return cell.lines.map((line, i) => lineMark(cell.ctx, line, voice, cell.ctx.tag, top + i * voice.pitch, cell.column.align))
}
