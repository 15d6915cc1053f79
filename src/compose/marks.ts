/** Each computed figure, and each stretch of typed prose, gets a name of its own, by which a file can be asked where it stands. */
import { type Inline, type Section, type Source, stretchName } from '../document/index.js'
import { type Libro, prosasDe } from '../model/index.js'

type Figure = Extract<Inline, { type: 'figure' }>
type Leaf = Extract<Inline, { type: 'text' | 'figure' }>

/** The longest name of a bookmark in Word is 40 characters: room for the count after the stem. */
const LONGEST_STEM = 34

/**
 * The sections with a mark in every figure: the figure's own name and which of its appearances it is (`_2_1_2_logro_3`), so that the
 * same figure has the same mark in the next edition. Letters without accents, digits and `_`, of which the first hides it in Word.
 * Prose has one too, at the source of its leaves (see `stretchName`).
 */
export function withMarks(sections: readonly Section[], libro: Libro): readonly Section[] {
  const counts = new Map<string, number>()
  const markOf = ({ origin }: Figure) => {
    const stem = stemOf(origin.name === '' ? origin.rule : origin.name)
    const count = (counts.get(stem) ?? 0) + 1
    counts.set(stem, count)
    return `${stem}_${count}`
  }
  const sources = namedSources(sections, libro)
  const sourceOf = (source: Source): Source => sources.get(source) ?? source
  return sections.map((section) => ({ ...section, blocks: marked(section.blocks, markOf, sourceOf) }))
}

/** The source of each print of prose, with its mark. Every print has a source of its own, though it be of the same cell. */
function namedSources(sections: readonly Section[], libro: Libro): ReadonlyMap<Source, Source> {
  const printed = new Map<Source, string>()
  const read = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) read(each)
    else if (typeof value === 'object' && value !== null) {
      // The words of a note stand elsewhere than those around its call.
      if ('type' in value && value.type === 'footnote') return
      if (isLeaf(value) && value.source !== undefined) printed.set(value.source, `${printed.get(value.source) ?? ''}${value.value}`)
      Object.values(value).forEach(read)
    }
  }
  for (const { blocks } of sections) read(blocks)
  const typed = new Map(prosasDe(libro).map(({ celda, texto }) => [celda, texto]))
  const counts = new Map<string, number>()
  return new Map(
    [...printed].map(([source, words]) => {
      const count = (counts.get(source.cell) ?? 0) + 1
      counts.set(source.cell, count)
      return [source, { ...source, mark: stretchName(source, typed.get(source.cell) ?? '', words, count) }]
    }),
  )
}

function stemOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return `_${plain.replace(/[^a-z0-9]+/gu, '_')}`.slice(0, LONGEST_STEM).replace(/_+$/u, '')
}

/** The same tree, wherever its figures and its prose are. */
function marked<T>(value: T, markOf: (figure: Figure) => string, sourceOf: (source: Source) => Source): T {
  if (Array.isArray(value)) return value.map((each: unknown) => marked(each, markOf, sourceOf)) as T
  if (typeof value !== 'object' || value === null) return value
  if (isLeaf(value)) {
    const source = value.source && { source: sourceOf(value.source) }
    return { ...value, ...source, ...(value.type === 'figure' && { mark: markOf(value) }) }
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]: [string, unknown]) => [key, marked(each, markOf, sourceOf)])) as T
}

/** A text or a figure of the tree: the data of a chart also have things called so, with no words of their own. */
function isLeaf(value: object): value is Leaf {
  return 'type' in value && 'value' in value && (value.type === 'text' || (value.type === 'figure' && 'origin' in value))
}
