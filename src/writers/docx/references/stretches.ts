import { BookmarkEnd, BookmarkStart, type ParagraphChild } from 'docx'
import type { Block, Documento, Inline } from '../../../document/index.js'

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

/** The stretches of typed prose of a document. */
export const stretchesOf = ({ sections }: Documento): Stretches => stretchesIn(sections.map(({ blocks }) => blocks))

/** Those of some blocks, as if there were no others. The notes that prose calls stand elsewhere, and are found by their calls. */
export function stretchesIn(trees: readonly (readonly Block[])[]): Stretches {
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
  for (const tree of trees) read(tree)
  const stretches = [...ends].map(([name, { first, last }], i) => ({ first, last, stretch: { name, id: FIRST_ID + i } }))
  return {
    begin: new Map(stretches.map(({ first, stretch }) => [first, stretch])),
    end: new Map(stretches.map(({ last, stretch }) => [last, stretch])),
  }
}

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
