/** A table that nobody marked as one: its columns are parted by white rivers that run down through its lines, its rows by white space. */
import type { Place, ReadCell } from '../leido.js'
import { tidy } from '../text.js'
import { textOf } from './items.js'
import type { Line } from './lines.js'

/** Of the size of the type: white this wide through every line parts two columns. */
const RIVER = 0.6

/** Whether a line has runs far enough apart to be cells. */
export function hasGaps({ items, size }: Line): boolean {
  return items.some((item, i) => {
    const previous = items[i - 1]
    return previous !== undefined && item.x - (previous.x + previous.width) > 1.5 * size
  })
}

/** The rows of the lines of a table, cells by column. The first row is its header. */
export function gridOf(lines: readonly Line[], place: Place): readonly (readonly ReadCell[])[] {
  const starts = columnsOf(lines)
  return rowsOf(lines).map((row) =>
    starts.map((start, i) => {
      const end = starts[i + 1] ?? Number.POSITIVE_INFINITY
      const items = row.flatMap((line) => line.items.filter((item) => item.x >= start && item.x < end))
      return { text: tidy(textOf(items)), place }
    }),
  )
}

/** Where each column begins: at the right of every river. */
function columnsOf(lines: readonly Line[]): readonly number[] {
  const spans = lines.flatMap(({ items }) => items.map((item) => [item.x, item.x + item.width] as const)).toSorted((a, b) => a[0] - b[0])
  const size = Math.min(...lines.map((line) => line.size))
  const starts: number[] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const [from, to] of spans) {
    if (from - reach > RIVER * size) starts.push(from - 0.5)
    reach = Math.max(reach, to)
  }
  return starts
}

/** Of the size of the type: lines of one cell are no further apart than this. */
const LEADING = 1.4

/** Lines of a row stand closer together than rows do; a code at the start of a line begins a row in any case. */
function rowsOf(lines: readonly Line[]): readonly (readonly Line[])[] {
  const steps = lines.slice(1).map((line, i) => (lines[i]?.y ?? 0) - line.y)
  const leading = LEADING * Math.min(...lines.map(({ size }) => size))
  const pitch = Math.min(...steps.filter((step) => step > 1), leading)
  const rows: Line[][] = []
  lines.forEach((line, i) => {
    const last = rows.at(-1)
    const step = steps[i - 1] ?? Number.POSITIVE_INFINITY
    if (last === undefined || step > 1.2 * pitch || /^\d+\.\d+\.\d+\b/u.test(line.text)) rows.push([line])
    else last.push(line)
  })
  return rows
}
