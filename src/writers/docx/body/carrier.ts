/** What a section whose XML is kept has in other parts of the package, and the ids by which its XML names it. */
import { ExternalHyperlink, Paragraph } from 'docx'
import type { Inline, Section } from '../../../document/index.js'
import { blocksIn } from '../../section/index.js'
import { image } from '../blocks/images.js'
import { inlines } from '../blocks/inlines.js'
import type { Context } from '../context.js'
import type { SectionXml } from './sections.js'

type Footnote = Extract<Inline, { type: 'footnote' }>

/**
 * A paragraph with the pictures, the links (`links`: where they lead, in order) and the notes of a section and no more: what the library
 * has to know of, in place of all its blocks.
 */
export function carrier(section: Section, links: readonly string[], ctx: Context): Paragraph {
  const pictures = blocksIn(section.blocks).flatMap((block) => {
    const picture = 'image' in block ? ctx.assets.images.get(block.image) : undefined
    return picture === undefined ? [] : [image(picture, { width: ctx.textWidth, name: '', alt: '' })]
  })
  const targets = links.map((link) => new ExternalHyperlink({ link, children: [] }))
  return new Paragraph({ children: [...pictures, ...targets, ...inlines(notesIn(section), ctx)] })
}

const known = new WeakMap<Section, readonly Footnote[]>()

/** The notes that are called within a section, in the order of the document; those of one that was asked for before, at once. */
function notesIn(section: Section): readonly Footnote[] {
  const before = known.get(section)
  if (before !== undefined) return before
  const notes: Footnote[] = []
  const read = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isNote(value)) notes.push(value)
    else Object.values(value).forEach(read)
  }
  read(section.blocks)
  const sorted = notes.toSorted((one, other) => one.number - other.number)
  known.set(section, sorted)
  return sorted
}

const isNote = (value: object): value is Footnote => 'type' in value && value.type === 'footnote' && 'number' in value

const REFERENCE = /( r:embed="| r:id="|<w:footnoteReference w:id=")([^"]*)(?=")/gu
const LINK = ' r:id="'

/** The XML of a section as it is kept, under the ids of what was carried in its place: each names the same thing, in the same order. */
export function underIdsOf(carried: SectionXml, kept: SectionXml): SectionXml {
  const ids = idsIn(carried)
  const under = (xml: string) =>
    xml.replace(REFERENCE, (_, name: string) => {
      const id = ids.get(name)?.shift()
      if (id === undefined) throw new Error(`Lo que se guardó de una sección nombra más de lo que hay en ella: ${name}.`)
      return name + id
    })
  const renamed = { before: under(kept.before), after: under(kept.after) }
  if ([...ids.values()].some((left) => left.length > 0))
    throw new Error('Lo que se guardó de una sección nombra menos de lo que hay en ella.')
  return renamed
}

/** The ids of the relationships of the links of a section, in order. */
export const linksIn = (section: SectionXml): readonly string[] => idsIn(section).get(LINK) ?? []

function idsIn({ before, after }: SectionXml): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const [, name = '', id = ''] of [...before.matchAll(REFERENCE), ...after.matchAll(REFERENCE)])
    ids.set(name, [...(ids.get(name) ?? []), id])
  return ids
}
