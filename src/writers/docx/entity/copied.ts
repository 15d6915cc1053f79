/** Copies what a letterhead holds, element by element: only those that are named here come along, and their styles, pictures and links with them. */
import type { EntityPackage, Relationship } from './package.js'
import { made, merged, ordered, propertiesOf } from './properties.js'
import { type EntityStyles, type Kind, nameOf } from './styles.js'
import { element, elements, everything, type XmlNode } from './xml.js'

/** What the copied elements name, for the package that they go to. */
export interface Copied {
  /** Styles of theirs, whole. */
  readonly styles: readonly XmlNode[]
  /** By relationship id. `path` within the package. */
  readonly pictures: ReadonlyMap<string, { readonly path: string; readonly bytes: Uint8Array }>
  readonly links: ReadonlyMap<string, string>
}

interface Copier {
  /** The blocks of a header or footer. Without `fields`, those are left as the words that they show. */
  readonly blocks: (root: XmlNode, part: string, fields: boolean) => XmlNode[]
  readonly copied: () => Copied
}

/** How a copied element finds what it names. */
interface Source {
  readonly relationships: ReadonlyMap<string, Relationship>
  readonly fields: boolean
}

const list = (names: string) => new Set(names.split(' ').map((name) => `w:${name}`))
// Stand for what is within them.
const UNWRAPPED = list('sdt sdtContent smartTag customXml ins moveTo')
const BLOCKS = list('p tbl')
const INLINES = list('r hyperlink fldSimple')
const RUN = list('t tab br cr sym ptab noBreakHyphen softHyphen fldChar instrText drawing pict')
const FIELD = list('fldChar instrText')
const TABLE = list('tblPr tblGrid tr')
const ROW = list('trPr tc')
const CELL = list('tcPr p tbl')
// Of newer Words: what is drawn is drawn without them.
const NEWER = /^(?:w1[0-9]\w*|wp14|a14|asvg|cx\d*|aink|am3d):/u
const LEFT =
  /^(?:a:extLst|a:hlinkClick|a:hlinkHover|w:object|w:control|w:movie|w:altChunk|w:numPr|w:framePr|w:rPrChange|w:pPrChange|w:tblPrChange|w:trPrChange|w:tcPrChange|w:trIns|w:sectPr|o:OLEObject)$|:(?:OLEObject|control)$/u
const IMAGE = /\/image$/u
const LINK = /^(?:https?:|mailto:)/iu
const PICTURE = /^(?:png|jpe?g|gif|bmp|tiff?|emf|wmf)$/u
const OWN_PREFIXES = new Set(['w', 'r', 'xml', 'xmlns'])
const ALTERNATIVES = new Set(['wps', 'wpg', 'wpc'])

export function copier(pack: EntityPackage, styles: EntityStyles): Copier {
  const copiedStyles = new Map<XmlNode, XmlNode>()
  const pictures = new Map<string, { readonly path: string; readonly bytes: Uint8Array }>()
  const links = new Map<string, string>()

  const styleId = (kind: Kind, id: string | undefined): string | null => {
    const style = (id === undefined ? null : styles.byId(kind, id)) ?? (kind === 'paragraph' ? styles.normal : null)
    if (style === null) return null
    const known = copiedStyles.get(style) ?? wholeStyle(style, kind, copiedStyles.size + 1, styles)
    copiedStyles.set(style, known)
    return known.attributes.get('w:styleId') ?? null
  }
  const pictureId = (target: string): string | null => {
    const bytes = pack.bytes(target)
    const extension = target.split('.').at(-1)?.toLowerCase() ?? ''
    if (bytes === null || !PICTURE.test(extension)) return null
    const path = `word/media/membrete${pictures.size + 1}.${extension}`
    const known = [...pictures].find(([, picture]) => picture.bytes === bytes)
    const id = known?.[0] ?? `rIdMembrete${pictures.size + links.size + 1}`
    if (known === undefined) pictures.set(id, { path, bytes })
    return id
  }
  const linkId = (address: string): string => {
    const id = `rIdMembrete${pictures.size + links.size + 1}`
    links.set(id, address)
    return id
  }

  /** Children of the kinds in `kept`, whatever they are wrapped in. */
  const inside = (node: XmlNode, kept: ReadonlySet<string>, source: Source): XmlNode[] =>
    elements(node).flatMap((child) => {
      if (UNWRAPPED.has(child.name)) return inside(child, kept, source)
      if (child.name === 'mc:AlternateContent') return inside(alternative(child), kept, source)
      return kept.has(child.name) ? copy(child, source) : []
    })

  const copy = (node: XmlNode, source: Source): XmlNode[] => {
    const within = (kept: ReadonlySet<string>) => inside(node, kept, source)
    if (node.name === 'w:p') return [{ ...plain(node), children: [paragraphProperties(node), ...within(INLINES)] }]
    if (node.name === 'w:r') return run(node, within(RUN))
    if (node.name === 'w:fldSimple') return source.fields ? [{ ...node, children: within(INLINES) }] : within(INLINES)
    if (node.name === 'w:hyperlink') return hyperlink(node, within(INLINES), source)
    if (node.name === 'w:tbl') return [{ ...plain(node), children: [...within(TABLE)] }]
    if (node.name === 'w:tr') return [{ ...plain(node), children: within(ROW) }]
    if (node.name === 'w:tc') return [{ ...plain(node), children: closed(within(CELL)) }]
    if (node.name === 'w:tblPr') return [tableProperties(node)]
    if (FIELD.has(node.name) && !source.fields) return []
    if (node.name === 'w:drawing' || node.name === 'w:pict') return drawing(node, source)
    return [trimmed(node)]
  }

  const paragraphProperties = (node: XmlNode): XmlNode => {
    const own = element(node, 'w:pPr')
    const id = styleId('paragraph', own && element(own, 'w:pStyle')?.attributes.get('w:val'))
    const look = propertiesOf({ ...node, children: own === undefined ? [] : [own] }, styles.faces)
    return {
      ...made('w:pPr', {}),
      children: [...(id === null ? [] : [made('w:pStyle', { 'w:val': id })]), ...ordered(look.paragraph, 'paragraph')],
    }
  }

  const run = (node: XmlNode, children: readonly XmlNode[]): XmlNode[] => {
    if (children.length === 0) return []
    const own = element(node, 'w:rPr')
    const id = own && styleId('character', element(own, 'w:rStyle')?.attributes.get('w:val'))
    const look = ordered(propertiesOf({ ...node, children: own === undefined ? [] : [own] }, styles.faces).run, 'run')
    const properties = [...(id == null ? [] : [made('w:rStyle', { 'w:val': id })]), ...look]
    return [
      { ...plain(node), children: [...(properties.length === 0 ? [] : [{ ...made('w:rPr', {}), children: properties }]), ...children] },
    ]
  }

  const hyperlink = (node: XmlNode, children: readonly XmlNode[], { relationships }: Source): XmlNode[] => {
    const target = relationships.get(node.attributes.get('r:id') ?? '')
    if (target === undefined || !target.external || !LINK.test(target.target)) return [...children]
    return [{ ...made('w:hyperlink', { 'r:id': linkId(target.target) }), children }]
  }

  const tableProperties = (node: XmlNode): XmlNode => {
    const id = styleId('table', element(node, 'w:tblStyle')?.attributes.get('w:val'))
    const rest = elements(node).filter(({ name }) => name !== 'w:tblStyle')
    return { ...made('w:tblPr', {}), children: [...(id === null ? [] : [made('w:tblStyle', { 'w:val': id })]), ...rest.map(trimmed)] }
  }

  /** A drawing with its pictures under ids of ours; none of it where one of them does not come along. */
  const drawing = (node: XmlNode, source: Source): XmlNode[] => {
    let whole = true
    const withIds = (at: XmlNode): XmlNode[] => {
      if (LEFT.test(at.name) || NEWER.test(at.name)) return []
      if (at.name === 'w:txbxContent') return [{ ...at, children: closed(inside(at, BLOCKS, source)) }]
      if (at.name === 'mc:AlternateContent') return elements(alternative(at)).flatMap(withIds)
      const attributes = new Map<string, string>()
      for (const [key, value] of at.attributes) {
        if (NEWER.test(key) || key === 'o:href' || key === 'r:link' || key === 'r:href') continue
        if (!/^r:/u.test(key)) {
          attributes.set(key, value)
          continue
        }
        const target = source.relationships.get(value)
        const id = target === undefined || target.external || !IMAGE.test(target.type) ? null : pictureId(target.target)
        if (id === null) whole = false
        else attributes.set(key, id)
      }
      return [
        {
          ...at,
          attributes,
          children: at.children.flatMap((child): (XmlNode | string)[] => (typeof child === 'string' ? [child] : withIds(child))),
        },
      ]
    }
    const copied = withIds(node)
    return whole && everything(node).some(({ name }) => name !== node.name) ? copied : []
  }

  return {
    blocks: (root, part, fields) => {
      const namespaces = new Map(
        [...root.attributes].flatMap(([key, uri]) => (key.startsWith('xmlns:') ? [[key.slice(6), uri] as const] : [])),
      )
      const source: Source = { relationships: pack.relationships(part), fields }
      return closed(inside(root, BLOCKS, source)).map((block) => declared(block, namespaces))
    },
    copied: () => ({ styles: [...copiedStyles.values()], pictures, links }),
  }
}

/** The choice that this writer's parts can hold, else what stands for it. */
function alternative(node: XmlNode): XmlNode {
  const choice = elements(node, 'mc:Choice').find(({ attributes }) => ALTERNATIVES.has(attributes.get('Requires') ?? ''))
  return choice ?? element(node, 'mc:Fallback') ?? made('mc:Fallback', {})
}

/** Word wants a paragraph at the end of a header, of a cell and of a box. */
const closed = (blocks: readonly XmlNode[]): XmlNode[] => (blocks.at(-1)?.name === 'w:p' ? [...blocks] : [...blocks, made('w:p', {})])

/** An element without its attributes: marks of editing sessions, and ids of newer Words. */
const plain = (node: XmlNode): XmlNode => ({ ...node, attributes: new Map() })

/** An element without what does not come along, however deep. */
function trimmed(node: XmlNode): XmlNode {
  const attributes = new Map([...node.attributes].filter(([key]) => !NEWER.test(key) && !/theme/iu.test(key)))
  const children = node.children.flatMap((child): (XmlNode | string)[] => {
    if (typeof child === 'string') return [child]
    return LEFT.test(child.name) || NEWER.test(child.name) ? [] : [trimmed(child)]
  })
  return { ...node, attributes, children }
}

/** A block that declares the prefixes that its elements use and the report's own headers may not. */
function declared(block: XmlNode, namespaces: ReadonlyMap<string, string>): XmlNode {
  const names = everything(block).flatMap(({ name, attributes }) => [name, ...attributes.keys()])
  const prefixes = new Set(names.flatMap((name) => (name.includes(':') ? [name.slice(0, name.indexOf(':'))] : [])))
  const needed = [...prefixes].flatMap((prefix) => {
    const uri = OWN_PREFIXES.has(prefix) ? undefined : namespaces.get(prefix)
    return uri === undefined ? [] : [[`xmlns:${prefix}`, uri] as const]
  })
  return { ...block, attributes: new Map([...needed, ...block.attributes]) }
}

/** A style of the letterhead with all that it is based on, under a name of its own. */
function wholeStyle(style: XmlNode, kind: Kind, number: number, styles: EntityStyles): XmlNode {
  const id = `Membrete${number}`
  const name = `Membrete ${number} ${nameOf(style).replaceAll(/[,;]/gu, ' ')}`
  const head = [made('w:name', { 'w:val': name })]
  if (kind === 'table') head.push(made('w:basedOn', { 'w:val': 'TableNormal' }))
  const shell = { 'w:type': kind, 'w:customStyle': '1', 'w:styleId': id }
  if (kind === 'table') return { ...made('w:style', shell), children: [...head, ...styles.table(style).map(trimmed)] }
  const under =
    kind === 'character'
      ? undefined
      : styles.normal !== null && styles.onNormal(style)
        ? merged(styles.defaults, styles.own(styles.normal))
        : styles.defaults
  const look = under === undefined ? styles.own(style) : merged(under, styles.own(style))
  const part = (container: string, children: readonly XmlNode[]) => (children.length === 0 ? [] : [{ ...made(container, {}), children }])
  const paragraph = kind === 'paragraph' ? part('w:pPr', ordered(look.paragraph, 'paragraph')) : []
  return { ...made('w:style', shell), children: [...head, ...paragraph, ...part('w:rPr', ordered(look.run, 'run'))] }
}
