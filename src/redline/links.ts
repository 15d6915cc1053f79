/** What of the former document is what of the new one: places that links lead to, lists and notes. */
import { element, valOf } from '../xml/index.js'
import { type Block, type Paragraph, paragraphsOf } from './blocks.js'
import { markKind } from './guest.js'
import type { Match, PieceMatch, RowMatch, SectionMatch } from './match.js'
import type { Piece } from './pieces.js'

export interface Links {
  /** Name of a bookmark by the name that the guest has for it. */
  readonly names: ReadonlyMap<string, string>
  /** Number of a list, the same way. */
  readonly lists: ReadonlyMap<string, string>
  /** Number of a note, the same way. */
  readonly notes: ReadonlyMap<string, string>
}

type Both = readonly [former: Paragraph, next: Paragraph, pieces: readonly PieceMatch[] | null]

/** Read from what was matched: a place, a list or a note of paragraphs that are one. */
export function linksOf(sections: readonly SectionMatch[]): Links {
  const pairs = sections.flatMap((match) => (match.type === 'both' ? match.blocks.flatMap(paragraphPairs) : []))
  return {
    names: new Map(pairs.flatMap(namesOf)),
    lists: new Map(
      pairs.flatMap(([former, next]) => {
        const [was, is] = [listOf(former), listOf(next)]
        return was === undefined || is === undefined ? [] : [[was, is] as const]
      }),
    ),
    notes: new Map(pairs.flatMap(notesOf)),
  }
}

const listOf = ({ node }: Paragraph) => valOf(element(element(node, 'w:pPr'), 'w:numPr'), 'w:numId')

function paragraphPairs(match: Match): readonly Both[] {
  if (match.type === 'same') return inOrder([match.former], [match.next])
  if (match.type === 'paragraph') return [[match.former, match.next, match.pieces]]
  return match.type === 'table' ? match.rows.flatMap(rowPairs) : []
}

function rowPairs(match: RowMatch): readonly Both[] {
  if (match.type === 'changed') return match.cells.flatMap(({ blocks }) => blocks.flatMap(paragraphPairs))
  if (match.type !== 'same') return []
  return match.former.cells.flatMap(({ blocks }, n) => inOrder(blocks, match.next.cells[n]?.blocks ?? []))
}

/** Paragraphs of blocks that are the same, one by one. */
function inOrder(former: readonly Block[], next: readonly Block[]): readonly Both[] {
  const others = paragraphsOf(next)
  return paragraphsOf(former).flatMap((paragraph, n): readonly Both[] => {
    const other = others[n]
    return other === undefined ? [] : [[paragraph, other, null]]
  })
}

/** Bookmarks of one kind, in the order in which each paragraph has them. */
function namesOf([former, next]: Both): readonly (readonly [string, string])[] {
  const left = namesIn(next)
  return namesIn(former).flatMap((name) => {
    const at = left.findIndex((other) => markKind(other) === markKind(name))
    return at === -1 ? [] : left.splice(at, 1).map((other) => [name, other] as const)
  })
}

const namesIn = ({ inline }: Paragraph) =>
  inline.pieces.flatMap((piece) => (piece.type === 'bookmark' && piece.node.name === 'w:bookmarkStart' ? [piece.name] : []))

function notesOf([former, next, pieces]: Both): readonly (readonly [string, string])[] {
  if (pieces !== null)
    return pieces.flatMap(({ former: was, next: is }) => (was?.type === 'note' && is?.type === 'note' ? [[was.id, is.id] as const] : []))
  const others = next.inline.pieces.filter(isNote)
  return former.inline.pieces.filter(isNote).flatMap(({ id }, n) => (others[n] === undefined ? [] : [[id, others[n].id] as const]))
}

const isNote = (piece: Piece) => piece.type === 'note'
