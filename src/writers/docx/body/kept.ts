import { type FileChild, Paragraph } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import { type Documento, NO_PARTS, type PartStore, type Section } from '../../../document/index.js'
import { elements, readXml } from '../../../xml/index.js'
import { digestOf, ingredientsOf } from '../../section/index.js'
import { within } from '../context.js'
import type { Setting } from '../document.js'
import type { Parts } from '../package.js'
import { blocks } from '../render.js'
import { withOwnBookmarks } from './bookmark-ids.js'
import { carried, underIdsOf } from './carrier.js'
import { drawn, type Former, type Kept, piecesOf } from './pieces.js'
import { type Places, placesOf } from './places.js'
import { type SectionXml, withSections } from './sections.js'

/** The body of a document, of which what was written before and would come out alike is not drawn again. */
export interface Body {
  /** What to give the library as the blocks of each section. */
  readonly children: readonly (readonly FileChild[])[]
  /** The package that the library makes of them, with the XML of every section in its place; what was drawn now is kept. */
  readonly whole: (parts: Parts) => Parts
}

const BODY = 'word/document.xml'
const RELATIONSHIPS = 'word/_rels/document.xml.rels'

/** Where a section was written before as it is, it is put in its place whole; of any other, the blocks and the rows that the last report had. */
export function bodyOf(setting: Setting, store: PartStore): Body {
  const { documento, ctx } = setting
  // Nothing is looked for in the XML for a store that keeps nothing.
  if (store === NO_PARTS)
    return { children: documento.sections.map((section) => blocks(section.blocks, within(ctx, section))), whole: (parts) => parts }
  const places = placesOf(ctx)
  const parts = sectionsIn(store, setting, places)
  const each = documento.sections.map((section, position) => {
    const there = within(ctx, section)
    const made = parts.madeOf(section, position)
    const before = section.blocks.every(places.isMovable) ? parts.known(section, made) : undefined
    if (before !== undefined) {
      const carrier = new Paragraph({ children: [...carried(section.blocks, before.links, there)] })
      return { children: [carrier], written: (xml: SectionXml): SectionXml => underIdsOf(xml, before) }
    }
    const { children, written } = drawn(section, isLast(documento, position), { ctx: there, places, former: parts.former(section) })
    return {
      children,
      written: (xml: SectionXml, targetOf: (id: string) => string): SectionXml => {
        const now = written(xml, targetOf)
        parts.keep(section, made, now)
        return now
      },
    }
  })
  return {
    children: each.map(({ children }) => children),
    whole: (written) => {
      const targetOf = targetsIn(written)
      const body = withSections(textOf(written, BODY), (xml, position) =>
        withOwnBookmarks(each[position]?.written(xml, targetOf) ?? xml, position),
      )
      parts.end()
      return { ...written, [BODY]: strToU8(body) }
    },
  }
}

const isLast = ({ sections }: Documento, position: number): boolean => position === sections.length - 1

/** The sections of a store. */
interface SectionStore {
  /** All that the XML of a section hangs on. */
  readonly madeOf: (section: Section, position: number) => string
  readonly known: (section: Section, made: string) => Kept | undefined
  /** What may stand in a section of what it was in the last report. */
  readonly former: (section: Section) => Former
  readonly keep: (section: Section, made: string, now: Kept) => void
  /** All sections were asked for, and those that were drawn, kept. */
  readonly end: () => void
}

function sectionsIn(store: PartStore, { documento, theme, assets, ctx }: Setting, places: Places): SectionStore {
  const whole = digestOf({ part: 'XML in Word', charts: ctx.nativeChart !== null, ...ingredientsOf(theme, assets) })
  const part = ({ id }: Section, made: string) => ({ whole, section: id, made })
  const report = { whole, report: documento.title }
  const last = new Map(store.known(report) as ReadonlyMap<string, string> | undefined)
  const now = new Map<string, string>()
  return {
    madeOf(section, position) {
      const { blocks: tree, ...rest } = section
      const made = digestOf([rest, isLast(documento, position), ...tree.map(places.hangsOn)])
      now.set(section.id, made)
      return made
    },
    known: (section, made) => store.known(part(section, made)) as Kept | undefined,
    former(section) {
      const made = last.get(section.id)
      const before = made === undefined ? undefined : (store.known(part(section, made)) as Kept | undefined)
      if (before === undefined) last.delete(section.id)
      return before === undefined ? new Map() : piecesOf(before)
    },
    keep(section, made, kept) {
      if (kept.pieces.length > 0 && last.get(section.id) !== made) store.keep(part(section, made), kept)
    },
    end() {
      if ([...now].some(([id, made]) => last.get(id) !== made)) store.keep(report, now)
    },
  }
}

const textOf = (parts: Parts, path: string): string => strFromU8(parts[path] ?? new Uint8Array())

/** Where each relationship of the body leads, by its id. */
function targetsIn(parts: Parts): (id: string) => string {
  const targets = new Map(
    elements(readXml(textOf(parts, RELATIONSHIPS))).map(({ attributes }) => [attributes.get('Id'), attributes.get('Target')]),
  )
  return (id) => {
    const target = targets.get(id)
    if (target === undefined) throw new Error(`The docx library no longer writes where ${id} leads.`)
    return target
  }
}
