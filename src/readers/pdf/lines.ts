/** Pages without structure: runs gathered into lines, and the lines that come back on page after page set aside. */
import { tidy } from '../text.js'
import { type Item, sameLine, textOf } from './items.js'
import type { Page } from './page.js'

/** A line of a page: its runs from left to right. Points, from the page's bottom left. */
export interface Line {
  readonly items: readonly Item[]
  readonly text: string
  readonly x: number
  readonly y: number
  readonly right: number
  readonly size: number
}

/** The lines of a page from top to bottom. */
export function linesOf({ items }: Page): readonly Line[] {
  const rows: Item[][] = []
  for (const item of items.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const last = rows.at(-1)
    const first = last?.[0]
    if (last !== undefined && first !== undefined && sameLine(first, item)) last.push(item)
    else rows.push([item])
  }
  return rows.map((row) => lineOf(row.toSorted((a, b) => a.x - b.x)))
}

function lineOf(items: readonly Item[]): Line {
  const [first, last] = [items[0], items.at(-1)]
  return {
    items,
    text: tidy(textOf(items)),
    x: first?.x ?? 0,
    y: first?.y ?? 0,
    right: (last?.x ?? 0) + (last?.width ?? 0),
    size: Math.max(0, ...items.map(({ size }) => size)),
  }
}

/** How many lines at each edge of a page may be header or footer, and on how many pages, and what share of them, one must come back. */
const EDGE = 2
const MIN_PAGES = 3
const MIN_SHARE = 0.1

/** A page's own lines, and its number as its footer or header prints it. */
export interface OwnLines {
  readonly lines: readonly Line[]
  readonly printed: string | null
}

/** The lines of each page without what is printed on many of them. */
export function withoutFurniture(pages: readonly (readonly Line[])[]): readonly OwnLines[] {
  const times = new Map<string, number>()
  for (const lines of pages) {
    for (const mask of new Set(edges(lines).map(({ text }) => masked(text)))) times.set(mask, (times.get(mask) ?? 0) + 1)
  }
  const enough = Math.max(MIN_PAGES, MIN_SHARE * pages.length)
  const shift = pageShift(pages)
  return pages.map((lines, index) => {
    const number = shift === null ? null : index - shift
    const numbers = edges(lines).filter(({ text }) => number !== null && numbersOf(text).includes(number))
    const furniture = new Set([...edges(lines).filter(({ text }) => (times.get(masked(text)) ?? 0) >= enough), ...numbers])
    return { lines: lines.filter((line) => !furniture.has(line)), printed: numbers.length === 0 ? null : String(number) }
  })
}

const edges = (lines: readonly Line[]) => [...new Set([...lines.slice(0, EDGE), ...lines.slice(-EDGE)])]
const masked = (text: string) => text.replace(/\d+/gu, '#')

/** Numbers at either end of a line, which may be a page's. */
const numbersOf = (text: string) => [/^(\d{1,4})\b/u, /(?:^|\s)(\d{1,4})$/u].flatMap((end) => Number(end.exec(text)?.[1] ?? Number.NaN))

/** By how much a page's place in the file is ahead of the number that it prints: the same on most pages. Null where they print none. */
function pageShift(pages: readonly (readonly Line[])[]): number | null {
  const votes = new Map<number, number>()
  pages.forEach((lines, index) => {
    const shifts = new Set(edges(lines).flatMap(({ text }) => numbersOf(text).map((number) => index - number)))
    for (const shift of shifts) if (!Number.isNaN(shift)) votes.set(shift, (votes.get(shift) ?? 0) + 1)
  })
  const [best, count] = [...votes].toSorted((a, b) => b[1] - a[1])[0] ?? [null, 0]
  return count >= Math.max(MIN_PAGES, 0.4 * pages.length) ? best : null
}
