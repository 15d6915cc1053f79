/** Elements of a part, made and made over. Nothing here changes the one it is given. */
import { element, elements, type XmlNode } from '../xml/index.js'

export type Child = XmlNode | string

/** An element. */
export const make = (name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly Child[] = []): XmlNode => ({
  name,
  attributes: new Map(Object.entries(attributes)),
  children,
})

/** The same element with other children. */
export const holding = (node: XmlNode, children: readonly Child[]): XmlNode => ({ ...node, children })

/** The same element with an attribute of another value. */
export const saying = (node: XmlNode, key: string, value: string): XmlNode => ({
  ...node,
  attributes: new Map([...node.attributes, [key, value]]),
})

/** The element without those of some names right within it. */
export const without = (node: XmlNode, ...names: readonly string[]): XmlNode =>
  holding(
    node,
    node.children.filter((child) => typeof child === 'string' || !names.includes(child.name)),
  )

/** An element and all within it, each made over after those that it holds. `null` leaves one out. */
export function rewritten(node: XmlNode, change: (node: XmlNode) => XmlNode | null): XmlNode | null {
  const children = node.children.flatMap((child) => (typeof child === 'string' ? child : (rewritten(child, change) ?? [])))
  return change(holding(node, children))
}

/** All the text right within an element. */
export const textIn = (node: XmlNode): string => node.children.filter((child) => typeof child === 'string').join('')

/** The first element of a name along a path of names. */
export const along = (node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined =>
  path.reduce((at: XmlNode | undefined, name) => element(at, name), node)

/** `node` with the element put in the place of that of its name, or after all the others. */
export function replacing(node: XmlNode, child: XmlNode): XmlNode {
  if (elements(node, child.name).length === 0) return holding(node, [...node.children, child])
  return holding(
    node,
    node.children.map((other) => (typeof other !== 'string' && other.name === child.name ? child : other)),
  )
}
