/** The pictures of templates: which a template asks for, and where one asks for what is not there. */
import type { Nodes } from 'mdast'
import { parseMarkdown } from '../markdown/index.js'
import { inFile, type Piece, suggestion, type TemplateFault } from './faults.js'

/** Faults of the pictures that a piece names: each must be a file of the templates' own folder. */
export function pictureFaults(piece: Piece, existing: ReadonlySet<string>): readonly TemplateFault[] {
  if (!piece.text.includes('![')) return []
  return imagesOf(parseMarkdown(piece.text)).flatMap(({ url, line }) =>
    existing.has(url)
      ? []
      : [
          inFile(
            {
              template: piece.path,
              line,
              found: `la imagen «${url}», que no está en la carpeta de las plantillas`,
              expected: 'la ruta de una imagen dentro de esa carpeta, como fotos/asamblea.jpg',
              remedy: suggestion(url, existing, 'Copie la imagen a la carpeta de las plantillas.'),
            },
            piece,
          ),
        ],
  )
}

/** The path that an address of Markdown names: `foto%201.png` is «foto 1.png». One that cannot be decoded is its own path. */
export function pictureAt(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

function imagesOf(node: Nodes): readonly { readonly url: string; readonly line: number | null }[] {
  if (node.type === 'image') return [{ url: pictureAt(node.url), line: node.position?.start.line ?? null }]
  return 'children' in node ? node.children.flatMap(imagesOf) : []
}
