import type { Block, Documento } from '../../document/index.js'

/** Every block of the document in reading order, those inside lists and quotations too. */
export function blocksOf(documento: Documento): readonly Block[] {
  return documento.sections.flatMap(({ blocks }) => blocksIn(blocks))
}

/** The same of some blocks. */
export function blocksIn(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap(withNested)
}

function withNested(block: Block): readonly Block[] {
  if (block.type === 'list') return [block, ...block.items.flat().flatMap(withNested)]
  if (block.type === 'quote') return [block, ...block.children.flatMap(withNested)]
  return [block]
}
