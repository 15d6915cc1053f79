/** The former document made so that any part of it may stand in the new one: no id, name or relationship of one is that of the other. */
import { elements, everything, valOf, type XmlNode } from '../xml/index.js'
import { rewritten, saying, textIn } from './node.js'
import { NOTES, NUMBERING, type Package, STYLES } from './package.js'

/** What a relationship of the guest is called in the package that it comes to. Other programs leave some without a name. */
export const guestRelationship = (id: string): string => (id === '' ? id : `antes_${id}`)

const GUEST = '_antes'

// Word allows forty characters.
const guestName = (name: string): string => `${GUEST}${name}`.slice(0, 40)

/** Whether a bookmark is of the guest. */
export const isGuestName = (name: string): boolean => name.startsWith(GUEST)

/** What a bookmark marks: the figure of its name; of titles, tables and charts, which are numbered as they come, that it is one. */
export const markKind = (name: string): string =>
  name
    .replace(GUEST, '')
    .replace(/^(_(?:Toc|Ref))\d+/u, '$1')
    .slice(0, 40 - GUEST.length)

/** By how much the numbers of each kind were raised. */
export interface Raised {
  readonly notes: number
  readonly lists: number
}

/** The body and the notes of the former document, made over. */
export interface Guest {
  readonly body: XmlNode
  readonly notes: XmlNode | null
  readonly raised: Raised
}

const STYLE_OF = ['w:pStyle', 'w:rStyle', 'w:tblStyle']
const DRAWINGS = ['wp:docPr', 'wps:cNvPr', 'pic:cNvPr', 'wpg:cNvPr']
const LEADS = /^(\s*(?:REF|PAGEREF) )(\S+)/u

/** An element whose links and fields lead to the names that `to` gives. */
export function leadingTo(node: XmlNode, to: (name: string) => string): XmlNode {
  const anchor = node.attributes.get('w:anchor')
  if (node.name === 'w:hyperlink' && anchor !== undefined) return saying(node, 'w:anchor', to(anchor))
  if (node.name !== 'w:instrText' && node.name !== 'w:delInstrText') return node
  const led = textIn(node).replace(LEADS, (_, kind: string, name: string) => `${kind}${to(name)}`)
  return { ...node, children: [led] }
}

/** The former document with ids, names and styles that `host` can hold beside its own. A style that it has not is left out. */
export function asGuest(former: Package, host: Package): Guest {
  const hosted = [...everything(host.body), ...everythingIn(host.xml(NOTES))]
  const raised: Raised = {
    notes: 1 + highest(everythingIn(host.xml(NOTES)), 'w:footnote', 'w:id'),
    lists: 1 + highest(everythingIn(host.xml(NUMBERING)), 'w:num', 'w:numId'),
  }
  const bookmarks = 1 + highest(hosted, 'w:bookmarkStart', 'w:id')
  const drawings = 1 + Math.max(...DRAWINGS.map((name) => highest(hosted, name, 'id')))
  const styles = stylesOf(former, host)
  const raise = (node: XmlNode, key: string, by: number) => saying(node, key, String(Number(node.attributes.get(key)) + by))

  const change = (node: XmlNode): XmlNode | null => {
    if (STYLE_OF.includes(node.name)) {
      const style = styles.get(node.attributes.get('w:val') ?? '')
      return style === undefined ? null : saying(node, 'w:val', style)
    }
    const related = [...node.attributes].map(([key, value]) => [key, key.startsWith('r:') ? guestRelationship(value) : value] as const)
    const own = leadingTo({ ...node, attributes: new Map(related) }, guestName)
    switch (node.name) {
      case 'w:footnote':
        return Number(own.attributes.get('w:id')) > 0 ? raise(own, 'w:id', raised.notes) : own
      case 'w:footnoteReference':
        return raise(own, 'w:id', raised.notes)
      case 'w:numId':
        return own.attributes.get('w:val') === '0' ? own : raise(own, 'w:val', raised.lists)
      case 'w:bookmarkStart':
        return raise(saying(own, 'w:name', guestName(own.attributes.get('w:name') ?? '')), 'w:id', bookmarks)
      case 'w:bookmarkEnd':
        return raise(own, 'w:id', bookmarks)
      case 'v:shape':
        return saying(own, 'id', guestName(own.attributes.get('id') ?? ''))
      default:
        return DRAWINGS.includes(node.name) ? raise(own, 'id', drawings) : own
    }
  }
  const notes = former.xml(NOTES)
  return {
    body: rewritten(former.body, change) ?? former.body,
    notes: notes && rewritten(notes, (node) => change(unrelated(node))),
    raised,
  }
}

/** A note of before keeps its words and not where they led outside: the relationships of the notes are apart. */
const unrelated = (node: XmlNode): XmlNode => ({
  ...node,
  attributes: new Map([...node.attributes].filter(([key]) => !key.startsWith('r:'))),
})

/** A picture by what it shows: its ids, its names and its alternative text aside. `part` prints what a relationship leads to. */
export function drawingPrint(node: XmlNode, part: (id: string) => string): string {
  const attributes = [...node.attributes].flatMap(([key, value]) => {
    if (DRAWINGS.includes(node.name) && ['id', 'name', 'descr', 'title'].includes(key)) return []
    if (node.name === 'v:shape' && key === 'id') return []
    return [`${key}=${key.startsWith('r:') ? part(value) : value}`]
  })
  const children = node.children.map((child) => (typeof child === 'string' ? child : drawingPrint(child, part)))
  return `<${[node.name, ...attributes].join(' ')}>${children.join('')}</>`
}

/** Ids of the styles of the host by those that the former document has for them: a program may give one of the same name another. */
function stylesOf(former: Package, host: Package): ReadonlyMap<string, string> {
  const named = (pack: Package) =>
    elementsOf(pack.xml(STYLES), 'w:style').map(
      (style) => [valOf(style, 'w:name')?.toLowerCase(), style.attributes.get('w:styleId') ?? ''] as const,
    )
  const hosted = new Map(named(host))
  return new Map(
    named(former).flatMap(([name, id]) => {
      const own = hosted.get(name)
      return own === undefined ? [] : [[id, own] as const]
    }),
  )
}

const everythingIn = (root: XmlNode | null): readonly XmlNode[] => (root === null ? [] : everything(root))
const elementsOf = (root: XmlNode | null, name: string): readonly XmlNode[] => (root === null ? [] : elements(root, name))

function highest(nodes: readonly XmlNode[], name: string, key: string): number {
  return nodes.reduce((most, node) => (node.name === name ? Math.max(most, Number(node.attributes.get(key)) || 0) : most), 0)
}
