/** What a section is drawn from: its blocks, and the rows of its tables, each of which may stand in it as it did before. */
import { type FileChild, Paragraph } from 'docx'
import type { Block, Section, TableBlock } from '../../../document/index.js'
import { digestOf } from '../../section/index.js'
import type { Context, RowToDraw } from '../context.js'
import { block, blocks, inSection } from '../render.js'
import { numbering } from './bookmark-ids.js'
import { carried, carryingRow, linksIn, underIdsOf } from './carrier.js'
import { cutAtEdges, cutAtRows, withEdges } from './cuts.js'
import type { Places } from './places.js'
import type { SectionXml } from './sections.js'

/** Some XML of the body, and where its links lead, in order. */
export interface Linked extends SectionXml {
  readonly links: readonly string[]
}

/** The XML of a section as it is kept. */
export interface Kept extends Linked {
  readonly pieces: readonly Piece[]
}

/** Where, within what stands before the properties of the pages, is what may stand in another version of the section: by all it hangs on. */
interface Piece {
  readonly key: string
  readonly from: number
  readonly to: number
  /** The first of its links, and that which follows its last one, among those of the section. */
  readonly links: readonly [number, number]
}

/** What may stand in a section of what stood in another version of it, by all that it hangs on. */
export type Former = ReadonlyMap<string, Linked>

/** The pieces of a section that was kept. */
export function piecesOf({ before, after, links, pieces }: Kept): Former {
  return new Map(
    pieces.map(({ key, from, to, links: [first, end] }) => [
      key,
      { before: before.slice(from, to), after: to === before.length ? after : '', links: links.slice(first, end) },
    ]),
  )
}

/** A stretch of the XML of a section; `key`: by which it may stand in another, null where it may not. */
interface Stretch extends Linked {
  readonly key: string | null
  /** What a bookmark is known by, of its id. */
  readonly bookmark: (id: string) => string
}

/** A section that is drawn, of what is to be drawn of it. */
export interface Drawn {
  readonly children: readonly FileChild[]
  /** Its XML, from what the library writes of the children. `targetOf`: where a relationship leads, by its id. */
  readonly written: (xml: SectionXml, targetOf: (id: string) => string) => Kept
}

interface DrawnBlock {
  readonly children: readonly FileChild[]
  readonly written: (xml: SectionXml, targetOf: (id: string) => string) => readonly Stretch[]
}

/** What the pieces of a section are drawn with. */
interface Means {
  readonly ctx: Context
  readonly places: Places
  readonly former: Former
}

/** `last`: whether it is the last one of the document, whose properties stand on their own. */
export function drawn(section: Section, last: boolean, means: Means): Drawn {
  const end = section.blocks.length - 1
  const each = inSection(section.blocks).map(({ node, onNewPage }, at) =>
    node.type === 'table' ? rows(node, at, means) : whole(node, { at, onNewPage, section, last: at === end ? last : null }, means),
  )
  // Where nothing is drawn in the end, the properties of the section's pages are in what stands before.
  if (!each.at(-1)?.children.length)
    return { children: blocks(section.blocks, means.ctx), written: (xml, targetOf) => joined([anew(xml, null, targetOf, means)]) }
  return {
    children: withEdges(each.map(({ children }) => children)),
    written: ({ before, after }, targetOf) => {
      const cut = cutAtEdges(before)
      if (cut.length !== each.length) throw new Error('The docx library no longer writes the blocks of a section one after another.')
      return joined(each.flatMap(({ written }, at) => written({ before: cut[at] ?? '', after: at === end ? after : '' }, targetOf)))
    },
  }
}

interface Place {
  readonly at: number
  readonly onNewPage: boolean
  readonly section: Section
  /** Whether the section is the last one of the document; null for a block that does not end it. */
  readonly last: boolean | null
}

/** A block that is drawn whole, or not at all. */
function whole(node: Block, { at, onNewPage, section, last }: Place, means: Means): DrawnBlock {
  const { ctx, places, former } = means
  const { numbering: pages, orientation } = section
  const key = places.isMovable(node) ? digestOf([{ pages, orientation, last, onNewPage }, ...places.hangsOn(node)]) : null
  const before = key === null ? undefined : former.get(key)
  if (before === undefined) return { children: block(node, ctx, onNewPage), written: (xml, targetOf) => [anew(xml, key, targetOf, means)] }
  const inside = carried([node], before.links, ctx)
  return {
    children: inside.length > 0 || last !== null ? [new Paragraph({ children: [...inside] })] : [],
    written: (xml) => [again(xml, before, key, String(at))],
  }
}

/** A table, of whose rows those that stood in the section before are not drawn. */
function rows(node: TableBlock, at: number, means: Means): DrawnBlock {
  const { ctx, places, former } = means
  const asked: { readonly key: string; readonly before: Linked | undefined }[] = []
  const rowBefore = ({ cells, ...row }: RowToDraw) => {
    const key = digestOf([row, ...places.hangsOn(cells)])
    const before = former.get(key)
    asked.push({ key, before })
    return before === undefined ? null : carryingRow(cells, before.links, ctx)
  }
  return {
    children: block(node, { ...ctx, rowBefore }),
    written: ({ before: xml, after }, targetOf) => {
      const { head, rows, tail } = cutAtRows(xml)
      const [titles = '', ...body] = rows
      if (body.length !== asked.length) throw new Error('The docx library no longer writes a table row by row.')
      return [
        anew({ before: head + titles, after: '' }, null, targetOf, means),
        ...asked.map(({ key, before }, row) => {
          const written = { before: body[row] ?? '', after: '' }
          return before === undefined ? anew(written, key, targetOf, means) : again(written, before, key, `${at} ${row}`)
        }),
        anew({ before: tail, after }, null, targetOf, means),
      ]
    },
  }
}

const anew = (xml: SectionXml, key: string | null, targetOf: (id: string) => string, { places }: Means): Stretch => ({
  ...xml,
  key,
  links: linksIn(xml).map(targetOf),
  bookmark: (id) => places.stretchOf(id) ?? id,
})

/** What was kept, in the place of what was carried; `place`: no other's in the section. */
const again = (carrier: SectionXml, before: Linked, key: string | null, place: string): Stretch => ({
  ...underIdsOf(carrier, before),
  key,
  links: before.links,
  bookmark: (id) => `${place} ${id}`,
})

/** The stretches one after another, with their bookmarks numbered in order, but for those that go on in another place under their own name. */
function joined(stretches: readonly Stretch[]): Kept {
  const numbered = numbering()
  let before = ''
  let after = ''
  const links: string[] = []
  const pieces: Piece[] = []
  for (const stretch of stretches) {
    const xml = numbered(stretch.before, stretch.bookmark)
    after = numbered(stretch.after, stretch.bookmark)
    if (stretch.key !== null)
      pieces.push({
        key: stretch.key,
        from: before.length,
        to: before.length + xml.length,
        links: [links.length, links.length + stretch.links.length],
      })
    before += xml
    links.push(...stretch.links)
  }
  return { before, after, links, pieces }
}
