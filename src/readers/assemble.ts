/** From the pieces of pages or lines to blocks: what a page break parted is joined, lines of an index are gathered, captions told apart. */
import type { ReadBlock, ReadCell, ReadEntry } from './leido.js'
import { captionOf, labelled } from './patterns.js'

/** What a format's own reader finds: blocks, and lines of an index one by one. `words` may begin with a label and a number. */
export type Piece =
  | ReadBlock
  | { readonly type: 'entry'; readonly words: string; readonly page: string; readonly place: ReadEntry['place'] }

export function assemble(pieces: readonly Piece[]): readonly ReadBlock[] {
  return joined(gathered(pieces).map(told))
}

/** Runs of lines of an index, as one. */
function gathered(pieces: readonly Piece[]): readonly ReadBlock[] {
  const blocks: ReadBlock[] = []
  for (const piece of pieces) {
    if (piece.type !== 'entry') {
      blocks.push(piece)
      continue
    }
    const { words, page, place } = piece
    const entry: ReadEntry = { ...labelled(words), page, place }
    const last = blocks.at(-1)
    if (last?.type === 'index') blocks[blocks.length - 1] = { ...last, entries: [...last.entries, entry] }
    else blocks.push({ type: 'index', entries: [entry], place })
  }
  return blocks
}

/** A paragraph that is a caption, as one. One that goes on after a sentence only begins with the name of a table. */
function told(block: ReadBlock): ReadBlock {
  if (block.type !== 'paragraph' || block.bullet) return block
  const caption = captionOf(block.text)
  return caption === null || /[.;] \p{Lu}/u.test(caption.text.slice(0, -1)) || caption.text.length > 300
    ? block
    : { type: 'caption', ...caption, place: block.place }
}

/** What a page break, or a note at the foot of a page, parted. */
function joined(blocks: readonly ReadBlock[]): readonly ReadBlock[] {
  const done: ReadBlock[] = []
  for (const block of blocks) {
    // A note between the two halves is no end of either.
    const index = done.findLastIndex((other) => other.type !== 'note')
    const last = done[index]
    const one = last === undefined ? null : join(last, block)
    if (one === null) done.push(block)
    else done[index] = one
  }
  return done
}

function join(last: ReadBlock, next: ReadBlock): ReadBlock | null {
  if (last.type === 'table' && next.type === 'table') return joinTables(last, next)
  if (last.type === 'paragraph' && next.type === 'paragraph' && goesOn(last, next)) return { ...last, text: `${last.text} ${next.text}` }
  if (last.type === 'index' && next.type === 'index') return { ...last, entries: [...last.entries, ...next.entries] }
  return null
}

type Paragraph = Extract<ReadBlock, { type: 'paragraph' }>
type Table = Extract<ReadBlock, { type: 'table' }>

/** Short lines are titles, lists or addresses, which nothing goes on. */
const MIN_SENTENCE = 60

function goesOn(last: Paragraph, next: Paragraph): boolean {
  if (next.bullet || last.text.length < MIN_SENTENCE || /[.:;?!]["”»)]?$/u.test(last.text)) return false
  return /^[\p{Ll}\d(«“]/u.test(next.text) || /(?:,| (?:del?|las?|los?|el|y|e|o|en|con|por|para|que|al?|su|sus))$/u.test(last.text)
}

/** The same header again, or none and as many columns: the table goes on. */
function joinTables(last: Table, next: Table): Table | null {
  const same = next.header.length > 0 && text(next.header) === text(last.header)
  const first = next.rows[0]
  if (!same && (next.header.length > 0 || first === undefined || first.length !== last.header.length)) return null
  const broken = last.rows.at(-1)
  if (first === undefined || broken === undefined || !isRest(first)) return { ...last, rows: [...last.rows, ...next.rows] }
  return { ...last, rows: [...last.rows.slice(0, -1), joinRows(broken, first), ...next.rows.slice(1)] }
}

const text = (cells: readonly ReadCell[]) => cells.map((cell) => cell.text.replace(/[\P{L}ºª]/gu, '').toLowerCase()).join('\t')

/** The rest of a row that a page break parted: it begins in the middle of a sentence, or has words in its first cell only. */
function isRest([first, ...others]: readonly ReadCell[]): boolean {
  if (first === undefined || first.text === '' || /^\d/u.test(first.text)) return false
  return /^\p{Ll}/u.test(first.text) || others.every((cell) => cell.text === '')
}

function joinRows(above: readonly ReadCell[], below: readonly ReadCell[]): readonly ReadCell[] {
  return above.map((cell, i) => ({ ...cell, text: [cell.text, below[i]?.text ?? ''].filter((part) => part !== '').join(' ') }))
}
