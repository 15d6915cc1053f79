/** The cover, from the blocks of its template: a convention that a person can keep by looking at the file. */
import type { Block, CoverBlock, Inline } from '../document/index.js'
import type { TemplateFault } from './faults.js'
import { plainText } from './tokens.js'

/**
 * First paragraph, the issuer, a line each; first-level title, its lines; second-level title, the subtitle; then two paragraphs: what
 * the tiles are, and the imprint.
 */
export function coverOf(
  blocks: readonly Block[],
  { tiles, alt }: Pick<CoverBlock, 'tiles' | 'alt'>,
  template: string,
): CoverBlock | TemplateFault {
  const title = blocks.find((b) => b.type === 'heading' && b.depth === 1)
  const subtitle = blocks.find((b) => b.type === 'heading' && b.depth === 2)
  const [issuer, legend, imprint] = blocks.flatMap((b) => (b.type === 'paragraph' ? [b.children] : []))
  if (title?.type !== 'heading' || subtitle?.type !== 'heading' || issuer === undefined || legend === undefined || imprint === undefined) {
    return {
      template,
      line: null,
      found: 'una portada incompleta',
      expected: 'un párrafo con quien publica, un título «#», un subtítulo «##», un párrafo sobre los cuadros y uno con el pie de imprenta',
      remedy: 'Complete la plantilla de la portada en ese orden.',
    }
  }
  return {
    type: 'cover',
    issuer: lines(issuer),
    title: lines(title.children),
    subtitle: plainText(subtitle.children),
    tiles,
    legend: plainText(legend),
    alt,
    imprint: plainText(imprint),
  }
}

function lines(inlines: readonly Inline[]): readonly string[] {
  return inlines
    .reduce<Inline[][]>(
      (all, node) => {
        if (node.type === 'break') all.push([])
        else all.at(-1)?.push(node)
        return all
      },
      [[]],
    )
    .map((line) => plainText(line).trim())
    .filter((line) => line !== '')
}
