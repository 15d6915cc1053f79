/** The fields of the indices, which begin in their first line and end in their last one. */
import type { Paragraph } from './blocks.js'
import type { Match } from './match.js'
import { textIn } from './node.js'
import type { Unit } from './pieces.js'

/** Runs that no change touches, at the beginning and at the end of a paragraph. */
export interface Ends {
  readonly opening: readonly Unit[]
  readonly closing: readonly Unit[]
}

interface Index {
  readonly instruction: string
  readonly from: number
  readonly to: number
  readonly ends: Ends
}

/**
 * Where the fields of the new document begin and end, by the place of the block. Lines that are gone from the beginning or from the
 * end of an index are within its field too, so that it is whole for whoever rejects the change.
 */
export function indexEnds(matches: readonly Match[]): ReadonlyMap<number, Ends> {
  const former = indicesOf(matches.map(formerOf))
  const placed = new Map<number, Ends>()
  const add = (at: number, { opening, closing }: Ends) => {
    const there = placed.get(at)
    placed.set(at, { opening: [...(there?.opening ?? []), ...opening], closing: [...(there?.closing ?? []), ...closing] })
  }
  for (const { instruction, from, to, ends } of indicesOf(matches.map(nextOf))) {
    const was = former.find((index) => index.instruction === instruction)
    add(Math.min(from, was?.from ?? from), { opening: ends.opening, closing: [] })
    add(Math.max(to, was?.to ?? to), { opening: [], closing: ends.closing })
  }
  return placed
}

function indicesOf(paragraphs: readonly (Paragraph | null)[]): readonly Index[] {
  const indices: Index[] = []
  let from = -1
  for (const [at, paragraph] of paragraphs.entries()) {
    if ((paragraph?.inline.opening.length ?? 0) > 0) from = at
    const opening = paragraphs[from]?.inline.opening
    const closing = paragraph?.inline.closing ?? []
    if (opening === undefined || closing.length === 0) continue
    indices.push({ instruction: opening.map(({ child }) => textIn(child)).join(''), from, to: at, ends: { opening, closing } })
    from = -1
  }
  return indices
}

function formerOf(match: Match): Paragraph | null {
  const block = 'former' in match ? match.former : match.type === 'out' ? match.block : null
  return block?.type === 'paragraph' ? block : null
}

function nextOf(match: Match): Paragraph | null {
  const block = 'next' in match ? match.next : match.type === 'in' ? match.block : null
  return block?.type === 'paragraph' ? block : null
}
