import type { Inline, TableColumn } from '../../../document/index.js'
import type { Word } from '../engine/measure.js'
import type { Context } from './context.js'
import { speak, type Voice } from './voice.js'

/** Where a column's text goes. Points, `left` from the table's left edge; the padding is outside. */
export interface Place {
  readonly column: TableColumn
  readonly left: number
  readonly width: number
}

/** A row of cells and the voice that it speaks with. */
export interface SpokenRow {
  readonly cells: readonly (readonly Inline[])[]
  readonly voice: Voice
}

/**
 * The columns by their weights, each at least as wide as its widest word where the table has room for that, and the words of each row's
 * cells, which are measured once. A crowded table has less padding.
 */
export function columnsOf(
  columns: readonly TableColumn[],
  rows: readonly SpokenRow[],
  ctx: Context,
): { readonly places: readonly Place[]; readonly words: readonly (readonly (readonly Word[])[])[] } {
  const { measure, widest } = ctx.engine
  const chips = columns.map((_, i) => {
    const alone = rows.flatMap(({ cells, voice }) => chipsIn(cells[i] ?? []).map((chip) => ctx.inlines([chip], speak(voice, null))))
    return Math.max(0, ...alone.map((runs) => widest(measure(runs))))
  })
  const words = rows.map(({ cells, voice }) =>
    columns.map((_, i) => measure(ctx.inlines(cells[i] ?? [], { ...speak(voice, null), chipWidth: chips[i] ?? 0 }))),
  )
  const least = columns.map((_, i) => Math.max(...words.map((row) => widest(row[i] ?? []))) + SLACK)
  // text is flush with the table's outer edges: there is padding only between two columns, on both sides
  const paddings = Math.max(1, 2 * (columns.length - 1))
  const spare = (ctx.width - sum(least)) / paddings
  const pad = Math.min(ctx.theme.tabla.celdaHorizontal, Math.max(LEAST_PAD, spare))
  const weights = columns.map((column) => column.weight)
  const widths = shareOut(ctx.width - pad * 2 * (columns.length - 1), weights, least)
  const places = columns.map((column, i) => ({
    column,
    left: sum(widths.slice(0, i)) + 2 * pad * i,
    width: Math.max(1, widths[i] ?? 0),
  }))
  return { places, words }
}

function chipsIn(children: readonly Inline[]): Inline[] {
  return children.flatMap((node) =>
    node.type === 'chip' ? [node] : 'children' in node && node.type !== 'footnote' ? chipsIn(node.children) : [],
  )
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0)
}

/** Padding under which columns would run into one another. */
const LEAST_PAD = 2
/** Room for what rounding takes, so that a word that fits exactly is not cut. */
const SLACK = 0.5

/** Shares a width by weights, giving no column less than its least while the others can pay for it; where none can, the widest yield. */
function shareOut(total: number, weights: readonly number[], least: readonly number[]): number[] {
  const floors = squeezed(total, least)
  const fixed = new Set<number>()
  for (;;) {
    const free = total - floors.reduce((sum, w, i) => sum + (fixed.has(i) ? w : 0), 0)
    const weight = weights.reduce((sum, w, i) => sum + (fixed.has(i) ? 0 : w), 0)
    const widths = weights.map((w, i) => (fixed.has(i) ? (floors[i] ?? 0) : (free * w) / weight))
    const short = widths.findIndex((w, i) => !fixed.has(i) && w < (floors[i] ?? 0))
    if (short < 0) return widths
    fixed.add(short)
  }
}

/** The same widths where they fit in the total; else the narrow ones as they are, and the rest of the total in equal parts for the others. */
function squeezed(total: number, least: readonly number[]): number[] {
  const result = [...least]
  let room = total
  const byWidth = least.map((width, i) => ({ width, i })).sort((a, b) => a.width - b.width)
  byWidth.forEach(({ width, i }, rank) => {
    const part = Math.min(width, room / (least.length - rank))
    result[i] = part
    room -= part
  })
  return result
}
