/** The least of XML that the parts of a Word document need: elements, attributes and text. No DTD, and so no entity of anyone's own. */
import { escaped } from './escape.js'

export interface XmlNode {
  /** With its prefix: `w:pPr`. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** Elements and text, in order. */
  readonly children: readonly (XmlNode | string)[]
}

interface Open extends XmlNode {
  readonly attributes: Map<string, string>
  readonly children: (XmlNode | string)[]
}

const SKIPPED = '<\\?.*?\\?>|<!--.*?-->'
const TOKEN = new RegExp(
  `${SKIPPED}|<!\\[CDATA\\[(.*?)\\]\\]>|</([\\w.:-]+)\\s*>|<([\\w.:-]+)((?:\\s+[\\w.:-]+\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>|([^<]+)|<`,
  'gsu',
)
const ATTRIBUTE = /([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
// Deeper than any page is, and far from what would exhaust a recursive reader of the tree.
const DEEPEST = 200

/** The root of a document. @throws SyntaxError where it is not well formed, has a DTD, or is too deep */
export function readXml(xml: string): XmlNode {
  const top: Open = { name: '', attributes: new Map(), children: [] }
  const open: Open[] = [top]
  for (const [whole, cdata, closing, opening, source = '', selfClosed, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1) ?? top
    if (whole === '<' || open.length > DEEPEST) throw new SyntaxError('XML that cannot be read')
    if (closing !== undefined) {
      if (closing !== parent.name) throw new SyntaxError(`</${closing}> closes <${parent.name}>`)
      open.pop()
    } else if (opening !== undefined) {
      const attributes = new Map(
        [...source.matchAll(ATTRIBUTE)].map(([, key = '', double, single]) => [key, decoded(double ?? single ?? '')]),
      )
      const element: Open = { name: opening, attributes, children: [] }
      parent.children.push(element)
      if (selfClosed !== '/') open.push(element)
    } else if (cdata !== undefined || text !== undefined) {
      parent.children.push(cdata ?? decoded(text ?? ''))
    }
  }
  const [root] = elements(top)
  if (root === undefined || open.length > 1) throw new SyntaxError('XML without an end')
  return root
}

/** The elements right within one; those of a name, where it is given. */
export function elements({ children }: XmlNode, name?: string): XmlNode[] {
  return children.filter((child): child is XmlNode => typeof child !== 'string' && (name === undefined || child.name === name))
}

/** The first element of a name right within one. */
export const element = (node: XmlNode | undefined, name: string): XmlNode | undefined => node && elements(node, name)[0]

/** `w:val` of the first element of a name right within one. */
export const valOf = (node: XmlNode | undefined, name: string): string | undefined => element(node, name)?.attributes.get('w:val')

/** An element and all those within it, in order. */
export function everything(node: XmlNode): XmlNode[] {
  const all: XmlNode[] = []
  const add = (one: XmlNode): void => {
    all.push(one)
    for (const child of one.children) if (typeof child !== 'string') add(child)
  }
  add(node)
  return all
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : ''
  })
}

/** An element as it is written in a part. */
export function writeXml({ name, attributes, children }: XmlNode): string {
  const said = [...attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('')
  const inner = children.map((child) => (typeof child === 'string' ? escaped(child) : writeXml(child))).join('')
  return inner === '' ? `<${name}${said}/>` : `<${name}${said}>${inner}</${name}>`
}
