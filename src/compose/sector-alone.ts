/** One sector's chapter out of the composed report, to be sent to that sector: the same words, figures and numbers, and nothing else. */
import type { Block, Documento, Inline, Section } from '../document/index.js'
import type { Publicado } from '../report/index.js'
import { plainText } from './tokens.js'

/** What the report has of a sector. */
export interface Chapter {
  /** What says, where the chapter goes alone, that it is part of a report. */
  readonly opening: readonly Block[]
  readonly sections: readonly Section[]
}

/** A report, or a part of it, with the tables and charts that stand in it. */
export interface Placed {
  readonly documento: Documento
  readonly publicado: Publicado
}

/**
 * The chapter as a document. Tables and charts keep the numbers of the whole report; footnotes are numbered from 1; a reference to
 * what is not in the chapter is plain words. Its title is the chapter's before that of the report.
 */
export function sectorAlone({ documento, publicado }: Placed, { opening, sections }: Chapter): Placed {
  const opened = sections.map((section, i) => (i === 0 ? { ...section, blocks: openedWith(section.blocks, opening) } : section))
  const ids = idsIn(opened)
  const notes = { count: 0 }
  const title = opened.flatMap(({ blocks }) => blocks.flatMap((b) => (b.type === 'heading' ? [plainText(b.children)] : [])))[0]
  return {
    documento: {
      ...documento,
      title: title === undefined ? documento.title : `${title} · ${documento.title}`,
      sections: opened.map((section) => ({ ...section, blocks: settled(section.blocks, ids, notes) })),
    },
    publicado: {
      tablas: publicado.tablas.filter(({ id }) => ids.has(id)),
      graficas: publicado.graficas.filter(({ id }) => ids.has(id)),
    },
  }
}

/** The opening under the chapter's title, which begins the page. */
function openedWith(blocks: readonly Block[], opening: readonly Block[]): readonly Block[] {
  const title = blocks.findIndex((block) => block.type === 'heading')
  return [...blocks.slice(0, title + 1), ...opening, ...blocks.slice(title + 1)]
}

function idsIn(value: unknown): ReadonlySet<string> {
  if (Array.isArray(value)) return new Set(value.flatMap((each: unknown) => [...idsIn(each)]))
  if (typeof value !== 'object' || value === null) return new Set()
  const own = 'id' in value && typeof value.id === 'string' ? [value.id] : []
  return new Set([...own, ...Object.values(value).flatMap((each: unknown) => [...idsIn(each)])])
}

/** The same tree with its notes in their own order and no way out of it. Order of keys is order of reading: a caption before its rows. */
function settled<T>(value: T, ids: ReadonlySet<string>, notes: { count: number }): T {
  if (Array.isArray(value)) return value.map((each: unknown) => settled(each, ids, notes)) as T
  if (typeof value !== 'object' || value === null) return value
  if (isInline(value, 'reference') && !ids.has(value.target)) return { type: 'text', value: value.label } as T
  const own = isInline(value, 'footnote') ? { ...value, number: ++notes.count } : value
  return Object.fromEntries(Object.entries(own).map(([key, each]: [string, unknown]) => [key, settled(each, ids, notes)])) as T
}

function isInline<K extends Inline['type']>(value: object, type: K): value is Extract<Inline, { type: K }> {
  return 'type' in value && value.type === type
}
