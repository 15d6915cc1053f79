/** What of a section its pages in Word hang on: two sections of one shape have the same pages. */
import type { Assets, Section } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { digestOf } from '../../section/index.js'

/** Members of a node that no page shows, and no line hangs on: where a figure comes from, alternative texts, the numbers of a chart. */
const UNSEEN = new Set(['origin', 'alt', 'data'])
/** Words in letters of the title face. */
const TITLES = new Set(['heading', 'scorecard', 'cover', 'index'])
const TITLED = new Set(['caption', 'columns'])
/** Styles of the text of paragraphs, tables and notes. */
const BODY = ['texto', 'entrada', 'nota', 'tabla'] as const

/**
 * Whether any digit may stand for another in a paragraph, a table or a note without a line being longer or shorter for it: all are as
 * wide as each other in the face of that text, which is not kerned. Not known of an entity's own styles.
 */
export function digitsAreEven({ fuentes, estilos }: Theme, { fonts, wordStyles }: Assets): boolean {
  const even = new Set([fonts.title, fonts.text].filter(({ evenDigits }) => evenDigits).map(({ name }) => name))
  return wordStyles === null && BODY.every((style) => even.has(fuentes[estilos[style].fuente]))
}

const known = new WeakMap<Section, { readonly even: boolean; readonly digest: string }>()

/**
 * The digest of the shape of a section, known of one that was asked for before. `even`: whether digits are as wide as each other
 * (`digitsAreEven`).
 */
export function shapeDigest(section: Section, even: boolean): string {
  const before = known.get(section)
  if (before?.even === even) return before.digest
  const digest = digestOf(shapeOf(section, even))
  known.set(section, { even, digest })
  return digest
}

/** The shape, a plain value. */
function shapeOf(section: Section, even: boolean): object {
  const marks = new Map<string, number>()
  /** Bookmarks by their order: where they stand is part of the shape, and their names are not. */
  const orderOf = (mark: unknown) => {
    if (typeof mark !== 'string') return mark
    marks.set(mark, marks.get(mark) ?? marks.size)
    return marks.get(mark)
  }
  const shaped = (value: unknown, digits: boolean): unknown => {
    if (Array.isArray(value)) return value.map((each) => shaped(each, digits))
    return typeof value === 'object' && value !== null ? ofNode(value, digits) : value
  }
  const ofNode = (node: object, digits: boolean) => {
    const type = 'type' in node ? node.type : null
    // Slanted digits are not as wide as each other.
    const here = digits && type !== 'emphasis' && !TITLES.has(String(type))
    const member = ([name, value]: readonly [string, unknown]) => {
      if (name === 'source') return [name, orderOf((value as { readonly mark?: string }).mark)]
      if (name === 'mark') return [name, orderOf(value)]
      if (name === 'value' && (type === 'text' || type === 'figure')) return [name, here ? String(value).replace(/\d/g, '0') : value]
      // A bar is as long, however much of it is filled.
      if (name === 'bar') return [name, shaped({ ...Object(value), value: null }, here)]
      return [name, shaped(value, here && !TITLED.has(name))]
    }
    return Object.fromEntries(
      Object.entries(node)
        .filter(([name]) => !UNSEEN.has(name))
        .map(member),
    )
  }
  return ofNode(section, even)
}
