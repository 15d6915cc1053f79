/** Each computed figure gets a name of its own, by which a file can be asked where that very figure stands. */
import type { Inline, Section } from '../document/index.js'

type Figure = Extract<Inline, { type: 'figure' }>

/** The longest name of a bookmark in Word is 40 characters: room for the count after the stem. */
const LONGEST_STEM = 34

/**
 * The sections with a mark in every figure: the figure's own name and which of its appearances it is (`_2_1_2_logro_3`), so that the
 * same figure has the same mark in the next edition. Letters without accents, digits and `_`, of which the first hides it in Word.
 */
export function withMarks(sections: readonly Section[]): readonly Section[] {
  const counts = new Map<string, number>()
  const markOf = ({ origin }: Figure) => {
    const stem = stemOf(origin.name === '' ? origin.rule : origin.name)
    const count = (counts.get(stem) ?? 0) + 1
    counts.set(stem, count)
    return `${stem}_${count}`
  }
  return sections.map((section) => ({ ...section, blocks: marked(section.blocks, markOf) }))
}

function stemOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return `_${plain.replace(/[^a-z0-9]+/gu, '_')}`.slice(0, LONGEST_STEM).replace(/_+$/u, '')
}

/** The same tree, wherever its figures are. */
function marked<T>(value: T, markOf: (figure: Figure) => string): T {
  if (Array.isArray(value)) return value.map((each: unknown) => marked(each, markOf)) as T
  if (typeof value !== 'object' || value === null) return value
  if (isFigure(value)) return { ...value, mark: markOf(value) }
  return Object.fromEntries(Object.entries(value).map(([key, each]: [string, unknown]) => [key, marked(each, markOf)])) as T
}

function isFigure(value: object): value is Figure {
  return 'type' in value && value.type === 'figure' && 'origin' in value
}
