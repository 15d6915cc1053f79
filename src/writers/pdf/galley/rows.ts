import type { Inline, TableColumn } from '../../../document/index.js'
import type { LaidLine } from '../engine/types.js'
import { tagIn } from '../ink/tags.js'
import type { Place } from './columns.js'
import type { Context } from './context.js'
import { lineMark, notesIn } from './paragraph.js'
import { type Mark, type Strip, strip } from './strip.js'
import { speak, type Voice } from './voice.js'

/** How a row is set: its voice, what its cells are, where short cells stand, and the line under it. */
export interface RowLook {
  readonly voice: Voice
  readonly role: 'TH' | 'TD'
  readonly stand: 'top' | 'bottom'
  readonly rule: { readonly thickness: number; readonly color: string }
}

interface Cell {
  readonly lines: readonly LaidLine[]
  readonly column: TableColumn
  readonly ctx: Context
}

/** A row of cells: one strip where it is no taller than `room`; else one for each line of its cells, so that it can run over pages. */
export function rowStrips(
  contents: readonly (readonly Inline[])[],
  look: RowLook,
  places: readonly Place[],
  ctx: Context,
  room: number,
): Strip[] {
  const { voice, stand, rule } = look
  const pad = ctx.theme.tabla.celdaVertical
  const cells = cellsOf(contents, look, places, ctx)
  const tallest = Math.max(1, ...cells.map((cell) => cell.lines.length))
  const height = tallest * voice.pitch + 2 * pad
  const under = (y: number): Mark => ({ type: 'rule', x: ctx.x, y, width: ctx.width, ...rule })
  if (height <= room) {
    const drop = (cell: Cell) => (stand === 'bottom' ? (tallest - cell.lines.length) * voice.pitch : 0)
    const marks = cells.flatMap((cell) => linesOf(cell, voice, pad + drop(cell)))
    return [strip({ height, marks: [...marks, under(height)], notes: notesOf(cells) })]
  }
  return Array.from({ length: tallest }, (_, i) => {
    const slice = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(i, i + 1) }))
    const top = i === 0 ? pad : 0
    const last = i === tallest - 1
    const tall = top + voice.pitch + (last ? pad : 0)
    const marks = slice.flatMap((cell) => linesOf(cell, voice, top))
    return strip({ height: tall, marks: last ? [...marks, under(tall)] : marks, notes: notesOf(slice) })
  })
}

function cellsOf(contents: readonly (readonly Inline[])[], look: RowLook, places: readonly Place[], ctx: Context): Cell[] {
  const row = tagIn(ctx.tag, 'TR')
  return places.map(({ column, left, width }, i) => {
    const place: Context = { ...ctx, x: ctx.x + left, width, tag: tagIn(row, look.role) }
    const children = contents[i] ?? []
    const lines = children.length === 0 ? [] : ctx.engine.breakLines(place.inlines(children, speak(look.voice, null)), width)
    return { lines, column, ctx: place }
  })
}

function linesOf(cell: Cell, voice: Voice, top: number): Mark[] {
  return cell.lines.map((line, i) => lineMark(cell.ctx, line, voice, cell.ctx.tag, top + i * voice.pitch, cell.column.align))
}

function notesOf(cells: readonly Cell[]): number[] {
  return notesIn(cells.flatMap((cell) => cell.lines))
}
