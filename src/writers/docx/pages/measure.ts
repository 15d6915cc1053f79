import { type EstimatedPageNumbers, type ISectionOptions, NoteNumberRestart, NumberFormat } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import type { Assets, Documento, Section } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { blocksIn } from '../../section/index.js'
import { type Context, within } from '../context.js'
import { documentOf, type Setting, settingOf } from '../document.js'
import { page } from '../page.js'
import { blocks } from '../render.js'

/** A section as Word lays it out: how many pages it takes, and on which of them, from 1, stands each block that an index may name, by its id. */
export interface SectionPages {
  readonly pages: number
  readonly places: ReadonlyMap<string, number>
}

/** A section to lay out, by its position, and what its indices print as the page of each block, by its id. */
export interface ToMeasure {
  readonly position: number
  readonly printed: ReadonlyMap<string, string>
}

/** Lays sections out. Each begins a page, so that none depends on what comes before but by the number of its first note. */
export type Measure = (documento: Documento, theme: Theme, assets: Assets, asked: readonly ToMeasure[]) => Promise<readonly SectionPages[]>

/**
 * Lays sections out as Word does, with the fonts that the document embeds, each as if it stood alone. True because every line has an
 * exact pitch. It must guess where it would rather stop (a shape behind the cover; a font that Office too has a copy of), never where
 * text flows. Throws where a page could not be found: an index with a hole is no index.
 */
export const measureSections: Measure = async (documento, theme, assets, asked) => {
  // A chart takes the place and the size of its picture, and no page depends on what is in it.
  const bare = { ...assets, images: new Map([...assets.images].map(([id, picture]) => [id, { ...picture, png: new Uint8Array() }])) }
  const setting = await settingOf(documento, theme, bare, false)
  return batches(documento, asked).flatMap((batch) => measured(setting, batch))
}

// The library holds all that it reads of a document at once, and looks at all its pages for each of them: a long report is laid out in parts.
const BATCH = 400_000

/** The sections in the same order, so many at a time that what there is in them comes to no more than `BATCH` characters, or one alone. */
function batches(documento: Documento, asked: readonly ToMeasure[]): readonly (readonly ToMeasure[])[] {
  const all: ToMeasure[][] = []
  let room = 0
  for (const one of asked) {
    const { length } = JSON.stringify(sectionAt(documento, one.position))
    const last = all.at(-1)
    if (last !== undefined && length <= room) last.push(one)
    else {
      all.push([one])
      room = BATCH
    }
    room -= length
  }
  return all
}

function measured(setting: Setting, asked: readonly ToMeasure[]): readonly SectionPages[] {
  const { documento, ctx } = setting
  let found: EstimatedPageNumbers | null = null
  const estimate = estimatePageNumbersWith({ guess: true })
  const document = documentOf(
    setting,
    asked.map((one) => alone(documento, one, ctx)),
    (body, context) => {
      found = estimate(body, context)
      return found
    },
  )
  // The library asks for the numbers as it puts the body in the form that it writes.
  document.Document.View.prepForXml({ file: document, viewWrapper: document.Document, stack: [] })
  return asked.map(({ position }, i) => pagesOf(sectionAt(documento, position), i, found, ctx))
}

/** A section as the only one: its own header and footer, and its pages, captions and notes counted as in the whole document. */
function alone(documento: Documento, { position, printed }: ToMeasure, ctx: Context): ISectionOptions {
  const section = sectionAt(documento, position)
  const own = page({ ...documento, sections: [section] }, 0, ctx)
  const sequences = new Map([...ctx.sequences].map(([id, sequence]) => [id, { ...sequence, follows: false }]))
  return {
    ...own,
    properties: {
      ...own.properties,
      page: { ...own.properties?.page, pageNumbers: { formatType: NumberFormat.DECIMAL, start: 1 } },
      footnoteProperties: { start: firstNote(section) ?? 1, restart: NoteNumberRestart.EACH_SECTION },
    },
    children: blocks(section.blocks, within({ ...ctx, sequences, printedPages: printed }, section)),
  }
}

/** Number of the first note that a section calls; null where it calls none. */
function firstNote({ blocks: tree }: Section): number | null {
  const read = (value: unknown): number | null => {
    if (typeof value !== 'object' || value === null) return null
    if ('type' in value && value.type === 'footnote' && 'number' in value) return Number(value.number)
    for (const each of Object.values(value)) {
      const found = read(each)
      if (found !== null) return found
    }
    return null
  }
  return read(tree)
}

function pagesOf(section: Section, at: number, found: EstimatedPageNumbers | null, { bookmarks }: Context): SectionPages {
  const pages = found?.sectionPageCounts?.[at]
  if (pages === undefined) throw new Error(`No se hallaron las páginas de la sección «${section.id}».`)
  const places = blocksIn(section.blocks).flatMap((block) => {
    const id = 'id' in block ? block.id : ''
    const bookmark = bookmarks.get(id)
    if (bookmark === undefined) return []
    const number = Number(found?.bookmarks.get(bookmark.page))
    if (!(number >= 1)) throw new Error(`No se halló la página de «${id}».`)
    return [[id, number] as const]
  })
  return { pages, places: new Map(places) }
}

function sectionAt({ sections }: Documento, position: number): Section {
  const section = sections[position]
  if (section === undefined) throw new RangeError(`No hay una sección ${position}.`)
  return section
}
