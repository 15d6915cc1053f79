/** Pages without structure: what a line is, its place, its type and its words say. */
import type { Piece } from '../assemble.js'
import type { Place } from '../leido.js'
import { captionOf, entryOf, withoutBullet } from '../patterns.js'
import { gridOf, hasGaps } from './grid.js'
import { type Line, linesOf, withoutFurniture } from './lines.js'
import type { Page } from './page.js'

export function piecesOfUntagged(pages: readonly Page[]): readonly Piece[] {
  const own = withoutFurniture(pages.map(linesOf))
  const body = bodySize(own.flatMap(({ lines }) => lines))
  return pages.flatMap((page, i) => {
    const { lines = [], printed = null } = own[i] ?? {}
    return piecesOf(lines, { page: page.number, label: page.label ?? printed, line: null, paragraph: null }, body)
  })
}

/** Size of the type in which most of the text is set. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function piecesOf(lines: readonly Line[], place: Place, body: number): readonly Piece[] {
  const pieces: Piece[] = []
  for (let i = 0; i < lines.length; ) {
    const found = tableAt(lines, i, place) ?? paragraphAt(lines, i, place, body)
    pieces.push(found.piece)
    i = found.next
  }
  return pieces
}

interface Found {
  readonly piece: Piece
  /** Index of the first line after it. */
  readonly next: number
}

const startsBlock = ({ text }: Line) => captionOf(text) !== null || /^Fuente:/iu.test(text)

/** Lines with cells, and those between and after them that are parts of cells. Two lines of cells at least. */
function tableAt(lines: readonly Line[], from: number, place: Place): Found | null {
  const first = lines[from]
  if (first === undefined || !hasGaps(first) || isEntry(first)) return null
  let end = from
  for (let i = from; i < lines.length; i++) {
    const line = lines[i]
    const above = lines[i - 1]
    if (line === undefined || startsBlock(line) || isEntry(line)) break
    // White space of more than two lines, or a line of text as wide as the page, is no part of a table.
    if (above !== undefined && i > from && above.y - line.y > 4 * line.size) break
    if (hasGaps(line)) end = i
    else if (i - end > 6) break
    else if (lines.slice(i, i + 7).every((later) => !hasGaps(later) || startsBlock(later))) {
      // Lines after the last one with cells end it, but for those that go on in its first column.
      if (line.right - line.x > 0.75 * (Math.max(...lines.map(({ right }) => right)) - Math.min(...lines.map(({ x }) => x)))) break
      end = i
    }
  }
  const rows = gridOf(lines.slice(from, end + 1), place)
  const [header, ...others] = rows
  if (header === undefined || header.length < 2) return null
  // A table that goes on begins with a row of its own: its header may have been left out with what is printed on many pages.
  const heads = !/^\d/u.test(header[0]?.text ?? '') && others.length > 0
  return { piece: { type: 'table', header: heads ? header : [], rows: heads ? others : rows, place }, next: end + 1 }
}

const isEntry = ({ text }: Line) => entryOf(text) !== null

function paragraphAt(lines: readonly Line[], from: number, place: Place, body: number): Found {
  const first = lines[from]
  if (first === undefined) throw new RangeError(`no hay línea ${from}`)
  let next = from + 1
  const texts = [first.text]
  while (entryOf(texts.join(' ')) === null && goesOn(lines[next - 1], lines[next], first)) {
    texts.push(lines[next]?.text ?? '')
    next++
  }
  return { piece: pieceOf(texts.join(' '), first, place, body), next }
}

/** The next line of the same paragraph: same type, one pitch below, and no mark of a new one. */
function goesOn(above: Line | undefined, line: Line | undefined, first: Line): boolean {
  if (above === undefined || line === undefined || startsBlock(line) || hasGaps(line)) return false
  if (Math.abs(line.size - first.size) > 0.4 || withoutBullet(line.text).bullet) return false
  // A line all in one font, and then another one, is a title over its text.
  const font = above.items[0]?.font
  if (above.items.every((item) => item.font === font) && line.items.every((item) => item.font !== font)) return false
  return above.y - line.y < 1.55 * line.size && !/^\d+\.\d+\.\d+\b/u.test(line.text)
}

function pieceOf(whole: string, first: Line, place: Place, body: number): Piece {
  const entry = entryOf(whole)
  if (entry !== null) return { type: 'entry', ...entry, place }
  if (first.size < 0.88 * body && /^\d{1,3} /u.test(whole)) return { type: 'note', text: whole, place }
  const { bullet, text } = withoutBullet(whole)
  if (!bullet && first.size > 1.08 * body && captionOf(text) === null)
    return { type: 'heading', depth: first.size > 1.4 * body ? 1 : 2, text, place }
  return { type: 'paragraph', bullet, text, place }
}
