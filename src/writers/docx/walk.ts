import type { Block, Documento } from '../../document/index.js'

/** Every block of the document in reading order, those inside lists and quotations too. */
export function blocksOf(documento: Documento): readonly Block[] {
  return documento.sections.flatMap((section) => section.blocks.flatMap(withNested))
}

function withNested(block: Block): readonly Block[] {
  if (block.type === 'list') return [block, ...block.items.flat().flatMap(withNested)]
  if (block.type === 'quote') return [block, ...block.children.flatMap(withNested)]
  return [block]
}
