/** The styles of the entity's document, found by what Word calls them. */

import { element, elements, valOf, type XmlNode } from '../../../xml/index.js'
import { type EntityPackage, NotTaken, partFor, themeFaces } from './package.js'
import { type Faces, merged, NOTHING, type Properties, propertiesOf } from './properties.js'

// What a table's style may say of it, in the schema's order.
const TABLE = ['tblStyleRowBandSize', 'tblStyleColBandSize', 'jc', 'tblCellSpacing', 'tblInd', 'tblBorders', 'shd', 'tblCellMar'].map(
  (name) => `w:${name}`,
)
const EMPTY: XmlNode = { name: 'w:tblPr', attributes: new Map(), children: [] }

export type Kind = 'paragraph' | 'character' | 'table'

export interface EntityStyles {
  /** What the document says where no style does. */
  readonly defaults: Properties
  /** The style of paragraphs without one. */
  readonly normal: XmlNode | null
  readonly byId: (kind: Kind, id: string) => XmlNode | null
  /** By its English name, which Word writes in whatever language it speaks; else by its Spanish one, or by the id that Word makes of that. */
  readonly called: (kind: Kind, english: string, spanish: string) => XmlNode | null
  /** What a style says, on top of the ones that it is based on, as far as Normal, which is left out. */
  readonly own: (style: XmlNode) => Properties
  /** Whether it is based on Normal in the end. */
  readonly onNormal: (style: XmlNode) => boolean
  /** `w:tblPr` of a table style, with its lines and margins; nothing where it has none. */
  readonly table: (style: XmlNode) => readonly XmlNode[]
  readonly faces: Faces
}

/** @throws NotTaken where the document has no styles */
export function readStyles(pack: EntityPackage): EntityStyles {
  const sheet = partFor(pack, '/styles')
  const all = sheet === null ? [] : elements(sheet, 'w:style')
  if (all.length === 0) throw new NotTaken('un documento de Word sin estilos', 'Ábralo en Word y guárdelo otra vez como .docx.')
  const faces: Faces = themeFaces(pack)
  const ofKind = (kind: Kind) => all.filter((style) => (style.attributes.get('w:type') ?? 'paragraph') === kind)
  const byId = (kind: Kind, id: string) => ofKind(kind).find((style) => idOf(style) === id) ?? null
  const normal = ofKind('paragraph').find((style) => /^(?:1|true|on)$/u.test(style.attributes.get('w:default') ?? '')) ?? null
  const chain = (style: XmlNode): readonly XmlNode[] => {
    const found: XmlNode[] = []
    const kind = (style.attributes.get('w:type') ?? 'paragraph') as Kind
    for (let at: XmlNode | null = style; at !== null && !found.includes(at); at = byId(kind, valOf(at, 'w:basedOn') ?? ''))
      found.unshift(at)
    return found
  }
  const defaults = element(sheet ?? undefined, 'w:docDefaults')
  return {
    defaults: merged(propertiesOf(element(defaults, 'w:rPrDefault'), faces), propertiesOf(element(defaults, 'w:pPrDefault'), faces)),
    normal,
    byId,
    called: (kind, english, spanish) => {
      const list = ofKind(kind)
      return (
        list.find((style) => nameOf(style).toLowerCase() === english.toLowerCase()) ??
        list.find((style) => [nameOf(style), idOf(style)].some((name) => bare(name) === bare(spanish))) ??
        null
      )
    },
    own: (style) =>
      chain(style)
        .filter((at) => at !== normal || style === normal)
        .reduce((under, at) => merged(under, propertiesOf(at, faces)), NOTHING),
    faces,
    table: (style) => {
      const said = new Map(
        chain(style).flatMap((at) => elements(element(at, 'w:tblPr') ?? EMPTY).map((node) => [node.name, node] as const)),
      )
      const inOrder = TABLE.flatMap((name) => said.get(name) ?? [])
      return inOrder.length === 0 ? [] : [{ ...EMPTY, children: inOrder }]
    },
    onNormal: (style) => style !== normal && chain(style).some((at) => at === normal),
  }
}

const idOf = (style: XmlNode): string => style.attributes.get('w:styleId') ?? ''

/** What a style is called. */
export const nameOf = (style: XmlNode): string => valOf(style, 'w:name') ?? idOf(style)

/** A name as Word makes an id of it: `Título 1` is `Ttulo1`. */
const bare = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/gu, '')
