import { getDocument, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { TextItem, TextMarkedContent } from 'pdfjs-dist/types/src/display/api.js'

/** A line of text of a page: its words, and where its baseline begins, points from the page's top left. */
interface LineaLeida {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** A link of a page: an address, or the page (0 is the first) and height, points from its top, of the place that it leads to. */
export type EnlaceLeido =
  | { readonly url: string; readonly y: number }
  | { readonly page: number; readonly top: number; readonly name: string; readonly y: number }

export interface PaginaLeida {
  /** Points. */
  readonly width: number
  readonly height: number
  /** Number of the page as a viewer shows it. */
  readonly label: string
  readonly lines: readonly LineaLeida[]
  /** Its text in the order in which it was written (each cell of a table whole), what is marked as decoration left out. */
  readonly text: string
  readonly links: readonly EnlaceLeido[]
  /** Alternative texts of its figures. */
  readonly alts: readonly string[]
  /** Roles of its structure, each with its depth. */
  readonly roles: readonly string[]
}

export interface PdfLeido {
  readonly pages: readonly PaginaLeida[]
  readonly outline: readonly { readonly title: string; readonly depth: number; readonly page: number }[]
  readonly info: Readonly<Record<string, unknown>>
  readonly language: string
  /** What it says of itself as XMP. */
  readonly xmp: string
  /** The files inside it, by name. */
  readonly attachments: Readonly<Record<string, string>>
}

/** Reads a PDF back with another library than the one that wrote it. */
export async function leerPdf(bytes: Uint8Array): Promise<PdfLeido> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
  const labels = await pdf.getPageLabels()
  const pages: PaginaLeida[] = []
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await leerPagina(pdf, number, labels?.[number - 1] ?? ''))
  const { info, metadata } = await pdf.getMetadata()
  const outline = await leerMarcadores(pdf, await pdf.getOutline(), 0)
  const files = Object.values((await pdf.getAttachments()) ?? {}) as { readonly filename: string; readonly content: Uint8Array }[]
  await pdf.destroy()
  return {
    pages,
    outline,
    info: info as Record<string, unknown>,
    language: String((info as Record<string, unknown>).Language),
    xmp: String(metadata?.getRaw()),
    attachments: Object.fromEntries(files.map(({ filename, content }) => [filename, new TextDecoder().decode(content)])),
  }
}

async function leerPagina(pdf: PDFDocumentProxy, number: number, label: string): Promise<PaginaLeida> {
  const page = await pdf.getPage(number)
  const items = (await page.getTextContent({ disableNormalization: true })).items.filter((item) => 'str' in item)
  const nodes = [...walk(await page.getStructTree())]
  return {
    width: page.view[2] ?? 0,
    height: page.view[3] ?? 0,
    label,
    lines: lineas(items, page.view[3] ?? 0),
    text: contenido((await page.getTextContent({ disableNormalization: true, includeMarkedContent: true })).items),
    links: await leerEnlaces(pdf, page),
    alts: nodes.flatMap((node) => node.alt ?? []),
    roles: nodes.flatMap((node) => node.role ?? []),
  }
}

function contenido(items: readonly (TextItem | TextMarkedContent)[]): string {
  const open: string[] = []
  const words = items.map((item) => {
    if ('str' in item) return open.includes('Artifact') ? '' : item.str + (item.hasEOL ? '\n' : '')
    if (item.type === 'endMarkedContent') open.pop()
    else open.push('tag' in item ? String(item.tag) : '')
    return ''
  })
  return words.join('')
}

/** Items on one baseline, from left to right, are a line. */
function lineas(items: readonly TextItem[], height: number): LineaLeida[] {
  const lines: { y: number; parts: { x: number; text: string }[] }[] = []
  for (const item of items.filter((it) => it.str !== '')) {
    const [x, y] = [Number(item.transform[4]), height - Number(item.transform[5])]
    const line = lines.find((l) => Math.abs(l.y - y) < 0.6)
    if (line === undefined) lines.push({ y, parts: [{ x, text: item.str }] })
    else line.parts.push({ x, text: item.str })
  }
  return lines
    .sort((a, b) => a.y - b.y)
    .map(({ y, parts }) => {
      const sorted = parts.sort((a, b) => a.x - b.x)
      return { y, x: sorted[0]?.x ?? 0, text: sorted.map((part) => part.text).join('') }
    })
}

async function leerEnlaces(pdf: PDFDocumentProxy, page: PDFPageProxy): Promise<EnlaceLeido[]> {
  const height = page.view[3] ?? 0
  const links: EnlaceLeido[] = []
  for (const annotation of await page.getAnnotations()) {
    if (annotation.subtype !== 'Link') continue
    const y = height - (annotation.rect[3] as number)
    if (typeof annotation.dest === 'string') links.push({ ...(await destino(pdf, annotation.dest)), name: annotation.dest, y })
    else links.push({ url: String(annotation.unsafeUrl), y })
  }
  return links
}

async function destino(pdf: PDFDocumentProxy, name: string): Promise<{ readonly page: number; readonly top: number }> {
  const dest = await pdf.getDestination(name)
  if (dest === null) throw new Error(`no destination ${name}`)
  const page = await pdf.getPageIndex(dest[0])
  const height = (await pdf.getPage(page + 1)).view[3] ?? 0
  return { page, top: height - Number(dest[3]) }
}

type Marcadores = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

async function leerMarcadores(pdf: PDFDocumentProxy, items: Marcadores, depth: number): Promise<PdfLeido['outline'][number][]> {
  const read: PdfLeido['outline'][number][] = []
  for (const item of items ?? []) {
    if (!Array.isArray(item.dest)) throw new Error(`bookmark without a page: ${item.title}`)
    read.push({ title: item.title, depth, page: await pdf.getPageIndex(item.dest[0]) })
    read.push(...(await leerMarcadores(pdf, item.items, depth + 1)))
  }
  return read
}

interface Nodo {
  readonly type?: string
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Nodo[]
}

function* walk(node: Nodo | null): Generator<Nodo> {
  if (node === null) return
  yield node
  for (const child of node.children ?? []) yield* walk(child)
}
