import type { Paragraph, Root } from 'mdast'

/** The signs that mean something within a line, and the letters that the parser changes. */
const SIGN = /[\\&<>*_`~|#=\u{FEFF}]|(?!\n)\p{Cc}|\]\(|\]:/u
/** Lines that begin or end as more than words do: in a list or under a heading, set in, or broken on purpose. */
const LINE = /^(?:[-+]|\d{1,9}[.)](?:\s|$))|^ | $/mu

/**
 * The tree of a text of nothing but words and paragraphs, as the parser gives it; null for any other. Most prose is so, and the parser
 * looks at each letter of it several times.
 */
export function plainTree(text: string): Root | null {
  if (text !== text.trim() || text === '' || SIGN.test(text) || LINE.test(text)) return null
  const children: Paragraph[] = []
  let start: Point = { line: 1, column: 1, offset: 0 }
  for (const piece of text.split(/(\n{2,})/u)) {
    const end = after(piece, start)
    if (!piece.startsWith('\n')) {
      const position = { start, end }
      children.push({ type: 'paragraph', children: [{ type: 'text', value: piece, position }], position })
    }
    start = end
  }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end: start } }
}

interface Point {
  readonly line: number
  readonly column: number
  readonly offset: number
}

/** Where a piece ends that starts here. */
function after(piece: string, { line, column, offset }: Point): Point {
  const breaks = piece.split('\n').length - 1
  return {
    line: line + breaks,
    column: breaks === 0 ? column + piece.length : piece.length - piece.lastIndexOf('\n'),
    offset: offset + piece.length,
  }
}
