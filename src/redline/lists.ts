/** Lists of the former document that what is gone still stands in. */
import { elements, everything, valOf, type XmlNode } from '../xml/index.js'
import { holding, saying, without } from './node.js'

/** The numbering of the new document with the lists of the former one that `body` names, under the numbers that it names them by. */
export function withFormerLists(next: XmlNode, former: XmlNode | null, body: XmlNode, raised: number): XmlNode {
  const named = new Set(everything(body).flatMap(({ name, attributes }) => (name === 'w:numId' ? (attributes.get('w:val') ?? []) : [])))
  const lists = (former === null ? [] : elements(former, 'w:num')).filter(({ attributes }) =>
    named.has(raise(attributes.get('w:numId'), raised)),
  )
  if (lists.length === 0) return next
  const above = 1 + Math.max(0, ...elements(next, 'w:abstractNum').map(({ attributes }) => Number(attributes.get('w:abstractNumId'))))
  const used = new Set(lists.map((list) => valOf(list, 'w:abstractNumId')))
  const definitions = elements(former as XmlNode, 'w:abstractNum')
    .filter(({ attributes }) => used.has(attributes.get('w:abstractNumId')))
    // Word takes two definitions with one of these for the same.
    .map((one) => saying(without(one, 'w:nsid', 'w:tmpl'), 'w:abstractNumId', raise(one.attributes.get('w:abstractNumId'), above)))
  const own = lists.map((list) => {
    const children = elements(list).map((child) =>
      child.name === 'w:abstractNumId' ? saying(child, 'w:val', raise(child.attributes.get('w:val'), above)) : child,
    )
    return saying(holding(list, children), 'w:numId', raise(list.attributes.get('w:numId'), raised))
  })
  const at = next.children.findIndex((child) => typeof child !== 'string' && child.name === 'w:num')
  const [before, after] = at === -1 ? [next.children, []] : [next.children.slice(0, at), next.children.slice(at)]
  return holding(next, [...before, ...definitions, ...after, ...own])
}

const raise = (number: string | undefined, by: number) => String(Number(number) + by)
