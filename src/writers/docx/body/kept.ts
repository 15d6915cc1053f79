import type { FileChild } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import { type Block, NO_PARTS, type PartStore, type Section } from '../../../document/index.js'
import { elements, readXml } from '../../../xml/index.js'
import { blocksIn, digestOf, ingredientsOf, picturesIn } from '../../section/index.js'
import { type Context, within } from '../context.js'
import type { Setting } from '../document.js'
import type { Parts } from '../package.js'
import { endsIn } from '../references/stretches.js'
import { blocks } from '../render.js'
import { carrier, linksIn, underIdsOf } from './carrier.js'
import { type SectionXml, withSections } from './sections.js'

/** What is kept of a section: its XML, and where its links lead, in order. */
interface Kept extends SectionXml {
  readonly links: readonly string[]
}

/** The body of a document, of which sections that were written before and would come out alike are not drawn again. */
export interface Body {
  /** What to give the library as the blocks of each section. */
  readonly children: readonly FileChild[][]
  /** The package that the library makes of them, with the XML of every section in its place; what was drawn now is kept. */
  readonly whole: (parts: Parts) => Parts
}

const BODY = 'word/document.xml'
const RELATIONSHIPS = 'word/_rels/document.xml.rels'

export function bodyOf(setting: Setting, store: PartStore): Body {
  const { documento, ctx } = setting
  // Nothing is looked for in the XML for a store that keeps nothing.
  if (store === NO_PARTS)
    return { children: documento.sections.map((section) => blocks(section.blocks, within(ctx, section))), whole: (parts) => parts }
  const of = madeOf(setting)
  const each = documento.sections.map((section, position) => {
    const made = isKept(section, ctx) ? of(section, position) : null
    const before = made === null ? undefined : (store.known(made) as Kept | undefined)
    return { section, made, before }
  })
  return {
    children: each.map(({ section, before }) => {
      const there = within(ctx, section)
      return before === undefined ? blocks(section.blocks, there) : [carrier(section, before.links, there)]
    }),
    whole: (parts) => {
      const targetOf = targetsIn(parts)
      const body = withSections(textOf(parts, BODY), (xml, position) => {
        const { made, before } = each[position] ?? {}
        if (before !== undefined) return withOwnBookmarks(underIdsOf(xml, before), position)
        if (made) store.keep(made, { ...xml, links: linksIn(xml).map(targetOf) } satisfies Kept)
        return xml
      })
      return { ...parts, [BODY]: strToU8(body) }
    },
  }
}

/** What is asked of a section in every report that it stands in, which is the same one while it does not change. */
interface Known {
  readonly all: readonly Block[]
  /** Of its blocks, and of what its references and indices lead to. */
  readonly ids: readonly string[]
}

const known = new WeakMap<Section, Known>()

function knownOf(section: Section): Known {
  const before = known.get(section)
  if (before !== undefined) return before
  const all = blocksIn(section.blocks)
  const ids = [...all.flatMap((block) => ('id' in block ? [block.id] : [])), ...targetsOf(section)]
  const now = { all, ids }
  known.set(section, now)
  return now
}

/**
 * Whether the XML of a section hangs on nothing but what `madeOf` tells and what a carrier carries. Not a cover, with its shapes and mark;
 * nor a list with numbers, that goes on from others; nor a chart of Word's own, which is a part with a workbook; nor prose that goes on in
 * another section.
 */
function isKept(section: Section, { nativeChart, stretches }: Context): boolean {
  const { all } = knownOf(section)
  return (
    !all.some(
      (block) => block.type === 'cover' || (block.type === 'list' && block.ordered) || (block.type === 'chart' && nativeChart !== null),
    ) && [...endsIn(section).values()].every(({ first, last }) => stretches.begin.has(first) && stretches.end.has(last))
  )
}

/** All that the XML of a section hangs on. */
function madeOf({ documento, theme, assets, ctx }: Setting): (section: Section, position: number) => unknown {
  const whole = digestOf({ part: 'XML of a section in Word', ...ingredientsOf(theme, assets) })
  return (section, position) => {
    const { all, ids } = knownOf(section)
    return {
      whole,
      section: section.id,
      says: digestOf(section),
      last: position === documento.sections.length - 1,
      images: picturesIn(all, assets),
      places: ids.map((id) => [ctx.bookmarks.get(id) ?? null, ctx.sequences.get(id) ?? null, ctx.contentsLevels.get(id) ?? null]),
    }
  }
}

/** What the references and the indices within a value of the tree lead to. */
function targetsOf(tree: unknown): readonly string[] {
  const targets: string[] = []
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('target' in value && typeof value.target === 'string') targets.push(value.target)
    for (const inside of Object.values(value)) look(inside)
  }
  look(tree)
  return targets
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

/** Bookmarks whose ids are no others' of the document; they are numbered in order in the end. */
function withOwnBookmarks({ before, after }: SectionXml, position: number): SectionXml {
  const own = (xml: string) => xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")/gu, `$1${position}-`)
  return { before: own(before), after: own(after) }
}
