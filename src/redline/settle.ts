/** The last pass: what is of the guest gets its place in the new document, and every mark its number, author and date. */
import { elements, everything, writeXml, type XmlNode } from '../xml/index.js'
import { isGuestName, leadingTo } from './guest.js'
import type { Links } from './links.js'
import { holding, rewritten, saying } from './node.js'

/** Whose the changes are, and of when. */
export interface Authorship {
  readonly author: string
  readonly date: Date
}

/** Links of the guest lead where those of the new document do, and its items are of the same lists. `relationship` gives an id its own. */
export function settled(root: XmlNode, { names, lists }: Links, relationship: (id: string) => string): XmlNode {
  const led = rewritten(root, (node) => {
    const own = leadingTo(node, (name) => names.get(name) ?? name)
    const list = node.name === 'w:numId' ? lists.get(node.attributes.get('w:val') ?? '') : undefined
    const related = [...own.attributes].map(([key, value]) => [key, key.startsWith('r:') ? relationship(value) : value] as const)
    const placed = { ...own, attributes: new Map(related), children: oneLink(own.children) }
    return list === undefined ? placed : saying(placed, 'w:val', list)
  })
  return withoutIdleMarks(led ?? root)
}

/** A link that changes parted is one again. */
function oneLink(children: XmlNode['children']): XmlNode['children'] {
  const whole: (XmlNode | string)[] = []
  for (const child of children) {
    const former = whole.at(-1)
    if (typeof child !== 'string' && child.name === 'w:hyperlink' && typeof former === 'object' && sameLink(former, child))
      whole[whole.length - 1] = holding(former, [...former.children, ...child.children])
    else whole.push(child)
  }
  return whole
}

const sameLink = (a: XmlNode, b: XmlNode) => writeXml(holding(a, [])) === writeXml(holding(b, []))

/** Of the bookmarks of the guest only those stay that something leads to. */
function withoutIdleMarks(root: XmlNode): XmlNode {
  const all = everything(root)
  const led = new Set(all.flatMap(destinations))
  const idle = new Set(
    all.flatMap(({ name, attributes }) => {
      const own = attributes.get('w:name') ?? ''
      return name === 'w:bookmarkStart' && isGuestName(own) && !led.has(own) ? [attributes.get('w:id')] : []
    }),
  )
  return rewritten(root, (node) => (node.name.startsWith('w:bookmark') && idle.has(node.attributes.get('w:id')) ? null : node)) ?? root
}

function destinations(node: XmlNode): readonly string[] {
  const names: string[] = []
  leadingTo(node, (name) => {
    names.push(name)
    return name
  })
  return names
}

const REVISION = /^w:(?:ins|del|rPrChange|pPrChange)$/u

/** Every mark with its number, its author and its date, and the number of the next one. */
export function signed(root: XmlNode, first: number, { author, date }: Authorship): { readonly root: XmlNode; readonly next: number } {
  let next = first
  const day = `${date.toISOString().slice(0, 19)}Z`
  const mark = (node: XmlNode): XmlNode => {
    const attributes = new Map(
      REVISION.test(node.name)
        ? [
            ['w:id', String(next++)],
            ['w:author', author],
            ['w:date', day],
          ]
        : node.attributes,
    )
    return { ...node, attributes, children: node.children.map((child) => (typeof child === 'string' ? child : mark(child))) }
  }
  return { root: mark(root), next }
}

/** How much changed, for whoever asked. */
export interface Changes {
  /** Stretches of a paragraph. */
  readonly insertions: number
  readonly deletions: number
  /** Paragraphs with a change, those of tables apart, which count by their cells. Those of notes are here. */
  readonly paragraphs: number
  readonly cells: number
}

/** Counts the changes of a body and its notes. */
export function changesIn(roots: readonly XmlNode[]): Changes {
  const blocks = roots.flatMap(blocksIn)
  const count = (name: string) =>
    blocks.flatMap(({ node }) => everything(node)).filter((one) => one.name === name && one.children.length > 0).length
  const changed = blocks.filter(({ node }) => everything(node).some(({ name }) => REVISION.test(name)))
  return {
    insertions: count('w:ins'),
    deletions: count('w:del'),
    paragraphs: changed.filter(({ cell }) => cell === null).length,
    cells: new Set(changed.flatMap(({ cell }) => cell ?? [])).size,
  }
}

interface Place {
  readonly node: XmlNode
  readonly cell: XmlNode | null
}

function blocksIn(root: XmlNode): readonly Place[] {
  const within = (node: XmlNode, cell: XmlNode | null): readonly Place[] =>
    node.name === 'w:p' ? [{ node, cell }] : elements(node).flatMap((child) => within(child, node.name === 'w:tc' ? node : cell))
  return within(root, null)
}
