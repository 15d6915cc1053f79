import type { Inline, TableBlock, TableColumn } from '../../../document/index.js'
import type { Context } from './context.js'
import { type Speech, speak, voiceOf } from './voice.js'

/** Where a column's text goes. Points, `left` from the table's left edge; the padding is outside. */
export interface Place {
  readonly column: TableColumn
  readonly left: number
  readonly width: number
  /** Width of the widest chip of its cells, which all take. */
  readonly chipWidth: number
}

/** The columns by their weights, each at least as wide as its widest word where the table has room for that. A crowded table has less padding. */
export function columnsOf(node: TableBlock, ctx: Context): Place[] {
  const speech = speak(voiceOf(ctx.theme, 'tabla'), null)
  const chips = node.columns.map((_, i) =>
    Math.max(0, ...node.rows.flatMap((row) => chipsIn(row.cells[i] ?? [])).map((chip) => widestWord(ctx, [chip], speech))),
  )
  const words = node.columns.map((column, i) =>
    Math.max(
      widestWord(ctx, column.title, speak(voiceOf(ctx.theme, 'tablaTitulo'), null)),
      ...node.rows.map((row) => widestWord(ctx, row.cells[i] ?? [], { ...speech, bold: row.kind === 'total', chipWidth: chips[i] ?? 0 })),
    ),
  )
  const least = words.map((width) => width + SLACK)
  // text is flush with the table's outer edges: there is padding only between two columns, on both sides
  const paddings = Math.max(1, 2 * (node.columns.length - 1))
  const spare = (ctx.width - sum(least)) / paddings
  const pad = Math.min(ctx.theme.tabla.celdaHorizontal, Math.max(LEAST_PAD, spare))
  const weights = node.columns.map((column) => column.weight)
  const widths = shareOut(ctx.width - pad * 2 * (node.columns.length - 1), weights, least)
  return node.columns.map((column, i) => ({
    column,
    left: sum(widths.slice(0, i)) + 2 * pad * i,
    width: Math.max(1, widths[i] ?? 0),
    chipWidth: chips[i] ?? 0,
  }))
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

function widestWord(ctx: Context, children: readonly Inline[], speech: Speech): number {
  return children.length === 0 ? 0 : ctx.engine.widestWord(ctx.inlines(children, speech))
}

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
