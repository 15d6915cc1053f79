/** The former document beside the new one, block by block: what is the same, what changed, what is gone and what came. */
import type { Block, Cell, Paragraph, Row, Section, Table } from './blocks.js'
import type { Piece } from './pieces.js'
import { alike, between, type Pair, pairsByKeys, type Step, shared, sideBySide } from './sequence.js'

export type Match =
  | { readonly type: 'same'; readonly former: Block; readonly next: Block }
  | { readonly type: 'paragraph'; readonly former: Paragraph; readonly next: Paragraph; readonly pieces: readonly PieceMatch[] }
  | { readonly type: 'table'; readonly former: Table; readonly next: Table; readonly rows: readonly RowMatch[] }
  | { readonly type: 'out' | 'in'; readonly block: Block }

export type RowMatch =
  | { readonly type: 'same'; readonly former: Row; readonly next: Row }
  | { readonly type: 'changed'; readonly former: Row; readonly next: Row; readonly cells: readonly CellMatch[] }
  | { readonly type: 'out' | 'in'; readonly row: Row }

export interface CellMatch {
  readonly next: Cell
  readonly blocks: readonly Match[]
}

/** A piece of both, or of whichever has it. */
export interface PieceMatch {
  readonly former: Piece | null
  readonly next: Piece | null
}

export type SectionMatch =
  | { readonly type: 'both'; readonly former: Section; readonly next: Section; readonly blocks: readonly Match[] }
  | { readonly type: 'out' | 'in'; readonly section: Section }

/** Less alike than this, two texts are not one that changed. */
const ALIKE = 0.5
/** Less alike than this, nothing that they have in common is worth keeping: a few «de» and «la» would be left among the marks. */
const COMMON = 0.3
const FEW = 3
/** What is a word, and not a number or the sign of one. */
const LETTERS = /\p{L}{2}/u

/** Sections by their title, then by what they say. The last ones are always one, for it ends with the body. */
export function matchSections(former: readonly Section[], next: readonly Section[]): readonly SectionMatch[] {
  const [before, after] = [former.slice(0, -1), next.slice(0, -1)]
  const titles = (sections: readonly Section[]) => distinct(sections.map(({ blocks }) => blocks[0]?.key ?? ''))
  const words = new Map([...before, ...after].map((section) => [section, section.blocks.flatMap((block) => block.words)]))
  const likeness = (a: Section, b: Section) => shared(words.get(a) ?? [], words.get(b) ?? [])
  const pairs = between(pairsByKeys([[titles(before), titles(after)]]), before.length, after.length, (a, b) =>
    alike(before.slice(...a), after.slice(...b), likeness, ALIKE),
  )
  const last: Pair = [former.length - 1, next.length - 1]
  return sideBySide([...pairs, last], former.length, next.length).map(([i, j]): SectionMatch => {
    const [a, b] = [former[i ?? -1], next[j ?? -1]]
    if (a !== undefined && b !== undefined) return { type: 'both', former: a, next: b, blocks: matchBlocks(a.blocks, b.blocks) }
    return a === undefined ? { type: 'in', section: b as Section } : { type: 'out', section: a }
  })
}

/** Blocks of a section, of a cell or of a note. The last paragraphs are one where neither is another's, for a container keeps its end. */
export function matchBlocks(former: readonly Block[], next: readonly Block[]): readonly Match[] {
  return sideBySide(withEnd(blockPairs(former, next), former, next), former.length, next.length).map(([i, j]): Match => {
    const [a, b] = [former[i ?? -1], next[j ?? -1]]
    if (a === undefined || b === undefined) return a === undefined ? { type: 'in', block: b as Block } : { type: 'out', block: a }
    if (a.key === b.key) return { type: 'same', former: a, next: b }
    if (a.type === 'table' && b.type === 'table') return { type: 'table', former: a, next: b, rows: matchRows(a.rows, b.rows) }
    return {
      type: 'paragraph',
      former: a as Paragraph,
      next: b as Paragraph,
      pieces: matchPieces((a as Paragraph).inline.pieces, (b as Paragraph).inline.pieces, inCommon(a.words, b.words)),
    }
  })
}

/** A few words are compared whatever they are: `100 %` and `70 %` differ in one. */
function inCommon(a: readonly string[], b: readonly string[]): boolean {
  return Math.max(a.length, b.length) <= FEW || shared(a, b) >= COMMON
}

function blockPairs(former: readonly Block[], next: readonly Block[]): readonly Pair[] {
  const keys = (blocks: readonly Block[]) => blocks.map(({ key }) => key)
  const telling = (blocks: readonly Block[]) => distinct(blocks.map(({ key, words }) => (words.length === 0 ? '' : key)))
  const same = pairsByKeys([
    [telling(former), telling(next)],
    [keys(former), keys(next)],
  ])
  return between(same, former.length, next.length, (a, b) => alike(former.slice(...a), next.slice(...b), likeness, ALIKE))
}

function withEnd(pairs: readonly Pair[], former: readonly Block[], next: readonly Block[]): readonly Pair[] {
  const [i, j] = [former.length - 1, next.length - 1]
  const bothEnd = former[i]?.type === 'paragraph' && next[j]?.type === 'paragraph'
  return bothEnd && !pairs.some(([a, b]) => a === i || b === j) ? [...pairs, [i, j]] : pairs
}

function likeness(a: Block, b: Block): number {
  if (a.type === 'table' && b.type === 'table') return a.columns === b.columns ? (shared(a.words, b.words) + titlesAlike(a, b)) / 2 : 0
  if (a.type !== 'paragraph' || b.type !== 'paragraph' || isTitle(a) !== isTitle(b)) return 0
  // Two pictures are two paragraphs: where one takes the place of the other within its own, LibreOffice drops it with what was there.
  return sayingAlike(a.words, b.words)
}

/** How alike two texts are: by all that they say, and by their words alone, for numbers meet by chance. */
function sayingAlike(a: readonly string[], b: readonly string[]): number {
  const [named, others] = [a, b].map((words) => words.filter((word) => LETTERS.test(word))) as [string[], string[]]
  return named.length + others.length === 0 ? shared(a, b) : (shared(a, b) + shared(named, others)) / 2
}

const isTitle = ({ style }: Paragraph) => /^(?:Heading|Title)/u.test(style)
const titlesAlike = (a: Table, b: Table): number => shared(a.rows[0]?.words ?? [], b.rows[0]?.words ?? [])

function matchRows(former: readonly Row[], next: readonly Row[]): readonly RowMatch[] {
  const keys = (rows: readonly Row[]) => rows.map(({ key }) => key)
  const same = pairsByKeys([
    [distinct(keys(former)), distinct(keys(next))],
    [keys(former), keys(next)],
  ])
  const pairs = between(same, former.length, next.length, (a, b) => alike(former.slice(...a), next.slice(...b), rowLikeness, ALIKE))
  return sideBySide(pairs, former.length, next.length).map(([i, j]): RowMatch => {
    const [a, b] = [former[i ?? -1], next[j ?? -1]]
    if (a === undefined || b === undefined) return a === undefined ? { type: 'in', row: b as Row } : { type: 'out', row: a }
    if (a.key === b.key) return { type: 'same', former: a, next: b }
    return { type: 'changed', former: a, next: b, cells: b.cells.map((cell, n) => matchCells(a.cells[n] as Cell, cell)) }
  })
}

/** Rows of one thing have its name first; a number there names nothing. */
function rowLikeness(a: Row, b: Row): number {
  if (a.cells.length !== b.cells.length) return 0
  const [first, other] = [a.cells[0]?.key ?? '', b.cells[0]?.key ?? '']
  const named = first === other && (a.cells[0]?.blocks ?? []).some(({ words }) => words.some((word) => LETTERS.test(word)))
  return sayingAlike(a.words, b.words) + (named ? 1 : 0)
}

/** Cells of as many paragraphs hold the same things in the same order. */
function matchCells(former: Cell, next: Cell): CellMatch {
  const places = former.blocks.length === next.blocks.length && [...former.blocks, ...next.blocks].every(({ type }) => type === 'paragraph')
  if (!places) return { next, blocks: matchBlocks(former.blocks, next.blocks) }
  return { next, blocks: next.blocks.flatMap((block, n) => matchBlocks(former.blocks.slice(n, n + 1), [block])) }
}

/** Pieces of a paragraph: words first, and what stands between them after. `common`: whether any word of one is that of the other. */
function matchPieces(former: readonly Piece[], next: readonly Piece[], common = true): readonly PieceMatch[] {
  const words = (pieces: readonly Piece[]) => pieces.map((piece) => (common && piece.type === 'text' && piece.word ? piece.key : ''))
  const rest = (pieces: readonly Piece[]) => pieces.map((piece) => (common || piece.type !== 'text' ? piece.key : ''))
  const pairs = pairsByKeys([
    [words(former), words(next)],
    [rest(former), rest(next)],
  ])
  return sideBySide(pairs, former.length, next.length)
    .map((step) => pieceMatch(step, former, next))
    .flatMap(spaceWithin)
}

const pieceMatch = ([i, j]: Step, former: readonly Piece[], next: readonly Piece[]): PieceMatch => ({
  former: former[i ?? -1] ?? null,
  next: next[j ?? -1] ?? null,
})

/** A space between two changes is part of the change: «rojo claro» for «verde oscuro» is one, not two. */
function spaceWithin(match: PieceMatch, at: number, all: readonly PieceMatch[]): readonly PieceMatch[] {
  const changed = (other: PieceMatch | undefined) => other !== undefined && (other.former === null || other.next === null)
  const { former, next } = match
  if (former?.type !== 'text' || former.key.trim() !== '' || !changed(all[at - 1]) || !changed(all[at + 1])) return [match]
  return [
    { former, next: null },
    { former: null, next },
  ]
}

/** Keys that stand once; the others are left to be told by what is around them. */
function distinct(keys: readonly string[]): readonly string[] {
  const times = new Map<string, number>()
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1)
  return keys.map((key) => (times.get(key) === 1 ? key : ''))
}
