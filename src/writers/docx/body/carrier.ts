/** What a part of the body whose XML is kept has in other parts of the package, and the ids by which its XML names it. */
import { ExternalHyperlink, Paragraph, type ParagraphChild, TableCell, TableRow } from 'docx'
import type { Block, Inline } from '../../../document/index.js'
import { blocksIn, remembered } from '../../section/index.js'
import { image } from '../blocks/images.js'
import { inlines } from '../blocks/inlines.js'
import type { Context } from '../context.js'
import type { SectionXml } from './sections.js'

type Footnote = Extract<Inline, { type: 'footnote' }>

/**
 * The pictures, the links (`links`: where they lead, in order) and the notes of some blocks and no more, as what a paragraph holds: what
 * the library has to know of, in place of the blocks.
 */
export function carried(blocks: readonly Block[], links: readonly string[], ctx: Context): readonly ParagraphChild[] {
  const pictures = blocksIn(blocks).flatMap((block) => {
    const picture = 'image' in block ? ctx.assets.images.get(block.image) : undefined
    return picture === undefined ? [] : [image(picture, { width: ctx.textWidth, name: '', alt: '' })]
  })
  return [...pictures, ...linked(links), ...blocks.flatMap((block) => inlines(notesIn(block), ctx))]
}

/** The same of a row of a table, in one. */
export function carryingRow(cells: readonly (readonly Inline[])[], links: readonly string[], ctx: Context): TableRow {
  const children = [...linked(links), ...inlines(notesIn(cells), ctx)]
  return new TableRow({ children: [new TableCell({ children: [new Paragraph({ children })] })] })
}

const linked = (links: readonly string[]) => links.map((link) => new ExternalHyperlink({ link, children: [] }))

/** The notes that are called within part of the tree, in the order of the document; of what was asked for before, at once. */
const notesIn = remembered((tree: object): readonly Footnote[] => {
  const notes: Footnote[] = []
  const read = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (isNote(value)) notes.push(value)
    else Object.values(value).forEach(read)
  }
  read(tree)
  return notes.toSorted((one, other) => one.number - other.number)
})

const isNote = (value: object): value is Footnote => 'type' in value && value.type === 'footnote' && 'number' in value

const REFERENCE = /( r:embed="| r:id="|<w:footnoteReference w:id=")([^"]*)(?=")/gu
const LINK = ' r:id="'

/** What is kept, under the ids of what was carried in its place: each names the same thing, in the same order. */
export function underIdsOf(carrier: SectionXml, kept: SectionXml): SectionXml {
  const ids = idsIn(carrier)
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

/** The ids of the relationships of the links in it, in order. */
export const linksIn = (section: SectionXml): readonly string[] => idsIn(section).get(LINK) ?? []

function idsIn({ before, after }: SectionXml): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const [, name = '', id = ''] of [...before.matchAll(REFERENCE), ...after.matchAll(REFERENCE)])
    ids.set(name, [...(ids.get(name) ?? []), id])
  return ids
}
