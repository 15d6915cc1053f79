import { BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx'
import type { Documento, Inline } from '../../../document/index.js'
import { remembered } from '../../section/index.js'

type Leaf = Extract<Inline, { type: 'text' | 'figure' }>

/** Leaves at which the bookmark of a stretch of typed prose begins or ends; it may hold several paragraphs. */
export interface Stretches {
  readonly begin: ReadonlyMap<Inline, Stretch>
  readonly end: ReadonlyMap<Inline, Stretch>
}

interface Stretch {
  readonly name: string
  readonly id: number
}

// The library counts its own bookmarks from 1; the ids are put in order in the written package.
const FIRST_ID = 1_000_000

/** The first and the last leaf of each stretch, by its name, in the order in which they begin. */
type Ends = ReadonlyMap<string, { readonly first: Leaf; readonly last: Leaf }>

/** The stretches of typed prose of a document. */
export function stretchesOf({ sections }: Documento): Stretches {
  const ends = new Map<string, { readonly first: Leaf; readonly last: Leaf }>()
  for (const block of sections.flatMap(({ blocks }) => blocks))
    for (const [name, { first, last }] of endsIn(block)) ends.set(name, { first: ends.get(name)?.first ?? first, last })
  const stretches = [...ends].map(([name, { first, last }], i) => ({ first, last, stretch: { name, id: FIRST_ID + i } }))
  return {
    begin: new Map(stretches.map(({ first, stretch }) => [first, stretch])),
    end: new Map(stretches.map(({ last, stretch }) => [last, stretch])),
  }
}

const NONE: Ends = new Map()

/**
 * Where the stretches of part of the tree begin and end, as if there were no others. The notes that prose calls stand elsewhere, and are
 * found by their calls. Known of what was asked for before: the blocks of a section are the same ones in every report while it does not change.
 */
export const endsIn = remembered((tree: object): Ends => {
  const ends = new Map<string, { first: Leaf; last: Leaf }>()
  const read = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) read(each)
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && value.type === 'footnote') return
      if (isLeaf(value) && value.source?.mark !== undefined)
        ends.set(value.source.mark, { first: ends.get(value.source.mark)?.first ?? value, last: value })
      else Object.values(value).forEach(read)
    }
  }
  read(tree)
  // Most parts have none, and a long report has many parts.
  return ends.size === 0 ? NONE : ends
})

/** A leaf as it is drawn, with the edge of its stretch where it stands at one. */
export function edged(leaf: Leaf, drawn: readonly ParagraphChild[], { begin, end }: Stretches): ParagraphChild[] {
  const [opened, closed] = [begin.get(leaf), end.get(leaf)]
  return [
    ...(opened === undefined ? [] : [child(new BookmarkStart(opened.name, opened.id))]),
    ...drawn,
    ...(closed === undefined ? [] : [child(new BookmarkEnd(closed.id))]),
  ]
}

// The library writes either half of a bookmark wherever a run may stand, but its type of what a paragraph holds has only the whole one.
const child = (half: BookmarkStart | BookmarkEnd) => half as unknown as ParagraphChild

function isLeaf(value: object): value is Leaf {
  return 'type' in value && (value.type === 'text' || value.type === 'figure') && 'value' in value
}
