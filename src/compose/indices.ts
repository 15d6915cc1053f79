/** Entries of the three indices, read off the finished tree. */
import type { Block, IndexBlock, IndexEntry, Section } from '../document/index.js'
import { plainText } from './tokens.js'

/** The sections with each index filled. What stands before the body (roman pages, cover) is not listed in the contents. */
export function withIndices(sections: readonly Section[]): readonly Section[] {
  const entries: Record<IndexBlock['of'], readonly IndexEntry[]> = {
    contents: sections.filter((s) => s.numbering === 'decimal').flatMap((s) => s.blocks.flatMap(contentsEntry)),
    tables: extrasLast(sections.flatMap((s) => s.blocks.flatMap((b) => (b.type === 'table' ? captionEntry(b) : [])))),
    charts: extrasLast(sections.flatMap((s) => s.blocks.flatMap((b) => (b.type === 'chart' ? captionEntry(b) : [])))),
  }
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.type === 'index' ? { ...block, entries: entries[block.of] } : block)),
  }))
}

/** Those numbered apart after the rest, each kind in its own order, wherever they stand. */
function extrasLast(entries: readonly IndexEntry[]): readonly IndexEntry[] {
  const isExtra = ({ label }: IndexEntry) => /\p{L}\d+$/u.test(label ?? '')
  return [...entries.filter((e) => !isExtra(e)), ...entries.filter(isExtra)]
}

function contentsEntry(block: Block): readonly IndexEntry[] {
  if (block.type !== 'heading' || !block.listed) return []
  // A chapter of a part (its kicker names it) and the parts of a chapter stand under it.
  const depth = block.depth === 1 && block.kicker === null ? 1 : 2
  return [{ target: block.id, depth, label: null, text: plainText(block.children) }]
}

function captionEntry(block: Extract<Block, { type: 'table' | 'chart' }>): readonly IndexEntry[] {
  if (block.caption === null) return []
  const { label, number, children } = block.caption
  return [{ target: block.id, depth: 1, label: `${label}\u00a0${number}`, text: plainText(children) }]
}
