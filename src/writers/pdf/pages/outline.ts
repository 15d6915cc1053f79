import type { Block, Documento, HeadingBlock, Inline } from '../../../document/index.js'
import type { OutlineItem, PdfFile } from '../engine/types.js'
import type { PagePlace } from './paged.js'

/** The viewer's bookmarks, from the listed headings, each leading to the heading's place. */
export function writeOutline(file: PdfFile, documento: Documento, placeOf: (target: string) => PagePlace): void {
  const path: { readonly depth: number; readonly item: OutlineItem }[] = []
  for (const heading of documento.sections.flatMap((section) => listed(section.blocks))) {
    while ((path.at(-1)?.depth ?? 0) >= heading.depth) path.pop()
    const parent = path.at(-1)?.item ?? file.outline
    const { page, sheet, top } = placeOf(heading.id)
    const item = parent.addItem(plain(heading.children), { expanded: false, fit: false, pageNumber: page, top, left: sheet.width })
    path.push({ depth: heading.depth, item })
  }
}

function listed(blocks: readonly Block[]): HeadingBlock[] {
  return blocks.flatMap((block) => (block.type === 'heading' && block.listed ? [block] : []))
}

/** The words of inline nodes, without their looks and notes. */
function plain(children: readonly Inline[]): string {
  const words = children.map((node) => {
    if (node.type === 'footnote') return ''
    if (node.type === 'break') return ' '
    if (node.type === 'reference') return node.label
    return 'children' in node ? plain(node.children) : node.value
  })
  return words.join('')
}
