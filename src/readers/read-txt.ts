/** A text, as pdftotext writes one or with tabs between the cells of its tables. Places are lines. */
import { assemble, type Piece } from './assemble.js'
import type { Place, ReadBlock, ReadCell } from './leido.js'
import { captionOf, entryOf, withoutBullet } from './patterns.js'
import { tidy } from './text.js'

interface Line {
  /** As it is written, ends aside. */
  readonly raw: string
  readonly text: string
  readonly place: Place
}

export function readTxt(bytes: Uint8Array): readonly ReadBlock[] {
  const lines = linesOf(decoded(bytes))
  const furniture = furnitureOf(lines)
  return assemble(piecesOf(lines.filter((line) => !furniture.has(masked(line.text)))))
}

/** UTF-8, or the Windows code page of Spanish where it is not. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Lines with their place; a form feed ends a page, and only where there is one are pages known. */
function linesOf(source: string): readonly Line[] {
  const paged = source.includes('\f')
  return source.split('\f').flatMap((page, index, pages) => {
    const before = pages.slice(0, index).reduce((sum, each) => sum + each.split('\n').length - 1, 0)
    return page.split(/\r?\n/u).map((raw, i): Line => {
      const place = { page: paged ? index + 1 : null, label: null, line: before + i + 1, paragraph: null }
      // Asterisks are marks of bold and italics, or calls of notes.
      return { raw: raw.replaceAll('*', '').replace(/[ \r]+$/u, ''), text: tidy(raw.replaceAll('*', '')), place }
    })
  })
}

const masked = (text: string) => text.replace(/\d+/gu, '#')

/** Lines that come back with another number, or with none, at the edge of pages: headers and footers. */
function furnitureOf(lines: readonly Line[]): ReadonlySet<string> {
  const times = new Map<string, Set<string>>()
  for (const { text, raw } of lines) {
    // Rows of a table come back with other numbers too.
    if (raw.includes('\t')) continue
    if (!/^\d{1,3} \p{Lu}.{15,}|^\p{Lu}.{15,} \d{1,3}$/u.test(text) || captionOf(text) !== null || entryOf(text) !== null) continue
    times.set(masked(text), (times.get(masked(text)) ?? new Set()).add(text))
  }
  return new Set([...times].flatMap(([mask, texts]) => (texts.size >= 3 ? [mask] : [])))
}

function piecesOf(lines: readonly Line[]): readonly Piece[] {
  const pieces: Piece[] = []
  let rows: Line[] = []
  // Whether the lines above are of an index, where a tab stands for the leaders.
  let inIndex = false
  const closeTable = () => {
    if (rows.length > 0) pieces.push(tableOf(rows))
    rows = []
  }
  lines.forEach((line, i) => {
    if (line.text === '') {
      // A table ends at the first blank line that no row follows.
      if (!isRow(lines[i + 1])) closeTable()
      return
    }
    const entry = entryOf(line.raw, inIndex)
    inIndex = entry !== null || /^(?:contenido|tabla de contenido|índice)/iu.test(line.text)
    if (entry !== null) {
      closeTable()
      pieces.push({ type: 'entry', words: tidy(entry.words), page: entry.page, place: line.place })
      return
    }
    if (isRow(line)) {
      if (rows[0] !== undefined && letters(line) === letters(rows[0])) closeTable()
      rows.push(line)
      return
    }
    closeTable()
    pieces.push(pieceOf(line, lines[i + 1]))
  })
  closeTable()
  return pieces
}

const letters = ({ text }: Line) => text.replace(/\P{L}/gu, '').toLowerCase()

// A row may begin with an empty cell.
const isRow = (line: Line | undefined) => line?.raw.includes('\t') === true

function tableOf([first, ...others]: readonly Line[]): Piece {
  const header = first === undefined ? [] : cellsOf(first)
  const rows = others.map((line) => padded(cellsOf(line), header.length, line.place))
  return { type: 'table', header, rows, place: first?.place ?? NOWHERE }
}

const NOWHERE: Place = { page: null, label: null, line: null, paragraph: null }

const cellsOf = ({ raw, place }: Line): readonly ReadCell[] => raw.split('\t').map((cell) => ({ text: tidy(cell), place }))

function padded(cells: readonly ReadCell[], length: number, place: Place): readonly ReadCell[] {
  return [...cells, ...Array.from({ length: Math.max(0, length - cells.length) }, () => ({ text: '', place }))]
}

function pieceOf({ text: whole, place }: Line, next: Line | undefined): Piece {
  if (/^[⁰¹²³⁴-⁹]/u.test(whole)) return { type: 'note', text: whole, place }
  const { bullet, text } = withoutBullet(whole)
  if (!bullet && isTitle(text, next)) return { type: 'heading', depth: text === text.toUpperCase() ? 1 : 2, text, place }
  return { type: 'paragraph', bullet, text, place }
}

const MAX_TITLE = 160

/** A short line that begins with a capital, stands alone and ends without a stop. */
function isTitle(text: string, next: Line | undefined): boolean {
  if (text.length > MAX_TITLE || !/\p{L}{3}/u.test(text) || /[.,;:]$/u.test(text) || captionOf(text) !== null) return false
  if (text === text.toUpperCase()) return true
  return /^\p{Lu}/u.test(text) && text.length < 100 && (next === undefined || next.text === '')
}
