import type { TableColumn } from '../../../document/index.js'
import type { Word } from '../engine/measure.js'
import type { LaidLine } from '../engine/types.js'
import { tagIn } from '../ink/tags.js'
import { pitchOf } from './chip.js'
import type { Place } from './columns.js'
import type { Context } from './context.js'
import { lineMark, notesIn } from './paragraph.js'
import { type Mark, type Strip, strip } from './strip.js'
import type { Voice } from './voice.js'

/** How a row is set: its voice, what its cells are, where short cells stand, and the line under it. */
export interface RowLook {
  readonly voice: Voice
  readonly role: 'TH' | 'TD'
  readonly stand: 'top' | 'bottom'
  readonly rule: { readonly thickness: number; readonly color: string }
}

interface Cell {
  readonly lines: readonly LaidLine[]
  /** Of all its lines. */
  readonly pitch: number
  readonly column: TableColumn
  readonly ctx: Context
}

/** A row of cells: one strip where it is no taller than `room`; else one for each line of its cells, so that it can run over pages. */
export function rowStrips(
  contents: readonly (readonly Word[])[],
  look: RowLook,
  places: readonly Place[],
  ctx: Context,
  room: number,
): Strip[] {
  const pad = ctx.theme.tabla.celdaVertical
  const cells = cellsOf(contents, look, places, ctx)
  const whole = bandStrip(cells, look, ctx, { above: pad, under: pad })
  if (whole.height <= room) return [whole]
  const tallest = Math.max(...cells.map((cell) => cell.lines.length))
  return Array.from({ length: tallest }, (_, i) => {
    const slice = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(i, i + 1) }))
    return bandStrip(slice, look, ctx, { above: i === 0 ? pad : 0, under: i === tallest - 1 ? pad : null })
  })
}

/** Cells side by side, the first lines of those that stand at the top on one baseline. Without blank under them there is no line either. */
function bandStrip(
  cells: readonly Cell[],
  look: RowLook,
  ctx: Context,
  pad: { readonly above: number; readonly under: number | null },
): Strip {
  const pitch = Math.max(look.voice.pitch, ...cells.map((cell) => cell.pitch))
  const lowered = (cell: Cell) => (pitch - cell.pitch) / 2
  const tall = Math.max(pitch, ...cells.map((cell) => lowered(cell) + cell.lines.length * cell.pitch))
  const drop = (cell: Cell) => (look.stand === 'bottom' ? tall - cell.lines.length * cell.pitch : lowered(cell))
  const height = pad.above + tall + (pad.under ?? 0)
  const marks = cells.flatMap((cell) => linesOf(cell, look.voice, pad.above + drop(cell)))
  const rule: Mark = { type: 'rule', x: ctx.x, y: height, width: ctx.width, ...look.rule }
  return strip({ height, marks: pad.under === null ? marks : [...marks, rule], notes: notesIn(cells.flatMap((cell) => cell.lines)) })
}

function cellsOf(contents: readonly (readonly Word[])[], look: RowLook, places: readonly Place[], ctx: Context): Cell[] {
  const row = tagIn(ctx.tag, 'TR')
  return places.map(({ column, left, width }, i) => {
    const place: Context = { ...ctx, x: ctx.x + left, width, tag: tagIn(row, look.role) }
    const lines = ctx.engine.breakWords(contents[i] ?? [], width)
    const pitch = Math.max(look.voice.pitch, ...lines.map((line) => pitchOf(line, look.voice)))
    return { lines, pitch, column, ctx: place }
  })
}

function linesOf({ lines, pitch, column, ctx }: Cell, voice: Voice, top: number): Mark[] {
  return lines.map((line, i) => lineMark(ctx, line, { ...voice, pitch }, ctx.tag, top + i * pitch, column.align))
}
