/** Copies a header or footer element by element: only those that are named here come along. */

import { element, elements, everything, type XmlNode } from '../../../xml/index.js'
import { alternative, drawing, type Source, trimmed } from './drawings.js'
import { made, ordered, propertiesOf } from './properties.js'

const list = (names: string) => new Set(names.split(' ').map((name) => `w:${name}`))
// Stand for what is within them.
const UNWRAPPED = list('sdt sdtContent smartTag customXml ins moveTo')
const BLOCKS = list('p tbl')
const INLINES = list('r hyperlink fldSimple')
const RUN = list('t tab br cr sym ptab noBreakHyphen softHyphen fldChar instrText drawing pict')
const FIELD = list('fldChar instrText')
const OWN_PREFIXES = new Set(['w', 'r', 'xml', 'xmlns'])

type Copy = (node: XmlNode, source: Source) => XmlNode[]

/** How each element is copied; any other as it is, trimmed. */
const copies: Readonly<Record<string, Copy>> = {
  'w:p': (node, source) => [{ ...plain(node), children: [paragraphProperties(node, source), ...inside(node, INLINES, source)] }],
  'w:r': run,
  'w:hyperlink': hyperlink,
  'w:fldSimple': (node, source) => {
    const words = inside(node, INLINES, source)
    return source.fields ? [{ ...node, children: words }] : words
  },
  'w:tbl': (node, source) => [{ ...plain(node), children: inside(node, list('tblPr tblGrid tr'), source) }],
  'w:tblPr': (node, source) => [tableProperties(node, source)],
  'w:tr': (node, source) => [{ ...plain(node), children: inside(node, list('trPr tc'), source) }],
  'w:tc': (node, source) => [{ ...plain(node), children: closed(inside(node, list('tcPr p tbl'), source)) }],
  'w:drawing': drawn,
  'w:pict': drawn,
}

/** The paragraphs and tables of a header or footer, as the report's own may hold them. */
export function copiedBlocks(root: XmlNode, source: Source): XmlNode[] {
  const namespaces = new Map([...root.attributes].flatMap(([key, uri]) => (key.startsWith('xmlns:') ? [[key.slice(6), uri] as const] : [])))
  return closed(inside(root, BLOCKS, source)).map((block) => declared(block, namespaces))
}

/** Children of the kinds in `kept`, whatever they are wrapped in. */
function inside(node: XmlNode, kept: ReadonlySet<string>, source: Source): XmlNode[] {
  return elements(node).flatMap((child) => {
    if (UNWRAPPED.has(child.name)) return inside(child, kept, source)
    if (child.name === 'mc:AlternateContent') return inside(alternative(child), kept, source)
    if (!kept.has(child.name) || (FIELD.has(child.name) && !source.fields)) return []
    return copies[child.name]?.(child, source) ?? [trimmed(child)]
  })
}

function drawn(node: XmlNode, source: Source): XmlNode[] {
  return drawing(node, source, (box) => closed(inside(box, BLOCKS, source)))
}

function paragraphProperties(node: XmlNode, { registry }: Source): XmlNode {
  const own = element(node, 'w:pPr')
  const id = registry.style('paragraph', element(own, 'w:pStyle')?.attributes.get('w:val'))
  const look = ordered(propertiesOf(holding(own), registry.faces).paragraph, 'paragraph')
  return { ...made('w:pPr', {}), children: [...styled('w:pStyle', id), ...look] }
}

function run(node: XmlNode, source: Source): XmlNode[] {
  const children = inside(node, RUN, source)
  if (children.length === 0) return []
  const own = element(node, 'w:rPr')
  const named = element(own, 'w:rStyle')?.attributes.get('w:val')
  const id = named === undefined ? null : source.registry.style('character', named)
  const look = [...styled('w:rStyle', id), ...ordered(propertiesOf(holding(own), source.registry.faces).run, 'run')]
  return [{ ...plain(node), children: [...(look.length === 0 ? [] : [{ ...made('w:rPr', {}), children: look }]), ...children] }]
}

function hyperlink(node: XmlNode, source: Source): XmlNode[] {
  const words = inside(node, INLINES, source)
  const target = source.relationships.get(node.attributes.get('r:id') ?? '')
  const id = target?.external ? source.registry.link(target.target) : null
  return id === null ? words : [{ ...made('w:hyperlink', { 'r:id': id }), children: words }]
}

function tableProperties(node: XmlNode, { registry }: Source): XmlNode {
  const id = registry.style('table', element(node, 'w:tblStyle')?.attributes.get('w:val'))
  const others = elements(node).filter(({ name }) => name !== 'w:tblStyle')
  return { ...made('w:tblPr', {}), children: [...styled('w:tblStyle', id), ...others.map(trimmed)] }
}

const styled = (name: string, id: string | null): XmlNode[] => (id === null ? [] : [made(name, { 'w:val': id })])
const holding = (properties: XmlNode | undefined): XmlNode => ({
  ...made('w:p', {}),
  children: properties === undefined ? [] : [properties],
})

/** An element without its attributes: marks of editing sessions, and ids of newer Words. */
const plain = (node: XmlNode): XmlNode => ({ ...node, attributes: new Map() })

/** Word wants a paragraph at the end of a header, of a cell and of a box. */
const closed = (blocks: readonly XmlNode[]): XmlNode[] => (blocks.at(-1)?.name === 'w:p' ? [...blocks] : [...blocks, made('w:p', {})])

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
