import type { Node, Nodes, Parent, Root, Text } from 'mdast'
import { parseMarkdown, parsePlainProse } from './parse.js'
import { isUnmarked } from './unmarked.js'

/** Something typed in a Markdown column that is printed as the characters typed. */
export interface ShownAsText {
  readonly kind: 'heading' | 'image' | 'html' | 'code' | 'table' | 'rule' | 'strikethrough' | 'task' | 'definition' | 'link'
  /** As typed. */
  readonly text: string
}

const KINDS: Partial<Record<Nodes['type'], ShownAsText['kind']>> = {
  heading: 'heading',
  image: 'image',
  imageReference: 'image',
  html: 'html',
  code: 'code',
  inlineCode: 'code',
  table: 'table',
  thematicBreak: 'rule',
  delete: 'strikethrough',
  definition: 'definition',
}

const ALLOWED_ADDRESS = /^(https?:\/\/|mailto:)\S/i

/**
 * The tree of typed prose: paragraphs, lists, quotes, emphasis, footnotes and links to http, https or mailto. Whatever else was typed
 * is there as text, character by character. Source: contract, «Markdown columns».
 */
export function parseProse(text: string): Root {
  return withoutPictures(parsePlainProse(text), text)
}

/** What `parseProse` turns into text, in order, for the notices. What stands inside another such piece is not told again. */
export function shownAsText(text: string): readonly ShownAsText[] {
  return isUnmarked(text) ? [] : pieces(parseMarkdown(text), text)
}

function pieces(node: Nodes, source: string): readonly ShownAsText[] {
  const kind = kindOf(node)
  if (kind !== null) return [{ kind, text: sourceOf(node, source) }]
  return 'children' in node ? node.children.flatMap((child) => pieces(child, source)) : []
}

function kindOf(node: Nodes): ShownAsText['kind'] | null {
  if (node.type === 'link') return ALLOWED_ADDRESS.test(node.url) ? null : 'link'
  if (node.type === 'listItem') return typeof node.checked === 'boolean' ? 'task' : null
  return KINDS[node.type] ?? null
}

/** Pictures cannot be switched off in the parser without their address becoming a link, so they are taken from the tree. */
function withoutPictures<N extends Nodes>(node: N, source: string): N {
  if (!('children' in node)) return node
  const children = (node as Parent).children.map((child) =>
    kindOf(child) === null ? withoutPictures(child, source) : ({ type: 'text', value: sourceOf(child, source) } satisfies Text),
  )
  return { ...node, children }
}

function sourceOf(node: Node, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? source.length)
}
