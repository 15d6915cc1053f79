/** What a page gives: its runs of text, by the mark that its structure knows them by, and that structure. */
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Item } from './items.js'

/** A node of the structure: an element with a role, or a leaf with the mark of a run. */
export interface StructNode {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly alt?: string
  readonly children?: readonly StructNode[]
}

export interface Page {
  readonly number: number
  /** As a viewer shows it; null where the file has no labels. */
  readonly label: string | null
  readonly height: number
  /** Runs that are no decoration, in the order in which they are drawn. */
  readonly items: readonly Item[]
  /** The same by mark; what has no mark is not here. */
  readonly marked: ReadonlyMap<string, readonly Item[]>
  readonly structure: StructNode | null
}

type Contents = Awaited<ReturnType<PDFPageProxy['getTextContent']>>['items']

export async function readPage(page: PDFPageProxy, number: number, label: string | null): Promise<Page> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
  const structure = (await page.getStructTree()) as StructNode | null
  const [, bottom = 0, , top = 0] = page.view
  return { number, label, height: top - bottom, structure, ...sorted(items) }
}

/** Runs by mark. What is marked as decoration (running headers, leaders) is left out. */
function sorted(contents: Contents): Pick<Page, 'items' | 'marked'> {
  const items: Item[] = []
  const marked = new Map<string, Item[]>()
  const open: { readonly id: string | null; readonly artifact: boolean }[] = []
  for (const piece of contents) {
    if ('str' in piece) {
      if (piece.str.trim() === '' || open.some(({ artifact }) => artifact)) continue
      const item = itemOf(piece)
      items.push(item)
      const id = open.findLast((mark) => mark.id !== null)?.id
      if (id != null) marked.set(id, [...(marked.get(id) ?? []), item])
    } else if (piece.type === 'endMarkedContent') open.pop()
    else open.push({ id: typeof piece.id === 'string' ? piece.id : null, artifact: 'tag' in piece && piece.tag === 'Artifact' })
  }
  return { items, marked }
}

function itemOf({ str, transform, width, fontName }: Extract<Contents[number], { str: string }>): Item {
  const [, , c, d, x, y] = transform.map(Number)
  return { text: str, x: x ?? 0, y: y ?? 0, width, size: Math.hypot(c ?? 0, d ?? 0) || 1, font: fontName }
}
