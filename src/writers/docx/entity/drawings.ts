/** Pictures and drawings of a letterhead, and what of any element does not come along. */

import { element, elements, type XmlNode } from '../../../xml/index.js'
import type { Relationship } from './package.js'
import { made } from './properties.js'
import type { Registry } from './registry.js'

/** How a copied element finds what it names. */
export interface Source {
  readonly relationships: ReadonlyMap<string, Relationship>
  readonly registry: Registry
  /** Whether its fields stay fields; else the words that they show do. */
  readonly fields: boolean
}

// Of newer Words: what is drawn is drawn without them.
const NEWER = /^(?:w1[0-9]\w*|wp14|a14|asvg|cx\d*|aink|am3d):/u
// What runs, what calls outside, and marks of editing.
const LEFT =
  /^(?:a:extLst|a:hlinkClick|a:hlinkHover|w:object|w:control|w:movie|w:altChunk|w:numPr|w:framePr|w:rPrChange|w:pPrChange|w:tblPrChange|w:trPrChange|w:tcPrChange|w:sectPr)$|:(?:OLEObject|control)$/u
const OUTSIDE = /^(?:o:href|r:link|r:href)$/u
const IMAGE = /\/image$/u
const ALTERNATIVES = new Set(['wps', 'wpg', 'wpc'])

const leftOut = ({ name }: XmlNode): boolean => LEFT.test(name) || NEWER.test(name)

/** The choice that this writer's parts can hold, else what stands for it. */
export function alternative(node: XmlNode): XmlNode {
  const choice = elements(node, 'mc:Choice').find(({ attributes }) => ALTERNATIVES.has(attributes.get('Requires') ?? ''))
  return choice ?? element(node, 'mc:Fallback') ?? made('mc:Fallback', {})
}

/** An element without what does not come along, however deep. */
export function trimmed(node: XmlNode): XmlNode {
  const attributes = new Map([...node.attributes].filter(([key]) => !NEWER.test(key) && !/theme/iu.test(key)))
  const children = node.children.flatMap((child): (XmlNode | string)[] => {
    if (typeof child === 'string') return [child]
    return leftOut(child) ? [] : [trimmed(child)]
  })
  return { ...node, attributes, children }
}

/** A drawing with its pictures under ids of ours; nothing where one of them does not come along. `text`: copies what is written in its boxes. */
export function drawing(node: XmlNode, source: Source, text: (box: XmlNode) => XmlNode[]): XmlNode[] {
  const copy = (at: XmlNode): XmlNode[] => {
    if (leftOut(at)) return []
    if (at.name === 'w:txbxContent') return [{ ...at, children: text(at) }]
    if (at.name === 'mc:AlternateContent') return elements(alternative(at)).flatMap(copy)
    const children = at.children.flatMap((child): (XmlNode | string)[] => (typeof child === 'string' ? [child] : copy(child)))
    return [{ ...at, attributes: withIds(at, source), children }]
  }
  try {
    const copied = copy(node)
    return copied.some(({ children }) => children.length > 0) ? copied : []
  } catch (error) {
    if (error instanceof PictureLost) return []
    throw error
  }
}

class PictureLost extends Error {}

function withIds({ attributes }: XmlNode, { relationships, registry }: Source): ReadonlyMap<string, string> {
  const kept = [...attributes].filter(([key]) => !NEWER.test(key) && !OUTSIDE.test(key))
  return new Map(
    kept.map(([key, value]) => {
      if (!key.startsWith('r:')) return [key, value] as const
      const target = relationships.get(value)
      const id = target === undefined || target.external || !IMAGE.test(target.type) ? null : registry.picture(target.target)
      if (id === null) throw new PictureLost()
      return [key, id] as const
    }),
  )
}
