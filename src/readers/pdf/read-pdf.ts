import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { assemble, type Piece } from '../assemble.js'
import { DocumentoIlegible } from '../ilegible.js'
import type { ReadBlock } from '../leido.js'
import { type Page, readPage } from './page.js'
import { isTagged, piecesOfTagged } from './tagged.js'
import { piecesOfUntagged } from './untagged.js'

const MAX_PAGES = 2000
/** Share of the pages that must be tagged, for those that are not to be read with them. */
const MOST = 0.8

/** @throws DocumentoIlegible where the file is damaged, has a password, or holds no text */
export async function readPdf(bytes: Uint8Array): Promise<readonly ReadBlock[]> {
  const pdf = await opened(bytes)
  try {
    const pages = await pagesOf(pdf)
    if (pages.every(({ items }) => items.length === 0)) throw new DocumentoIlegible('solo-imagenes')
    return assemble(piecesOf(pages))
  } finally {
    await pdf.loadingTask.destroy()
  }
}

async function opened(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  try {
    // pdf.js keeps the bytes that it is given, and takes no Buffer. Without fonts of the system or code made on the way: only text is wanted.
    return await getDocument({
      data: new Uint8Array(bytes),
      verbosity: 0,
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
    }).promise
  } catch (error) {
    const encrypted = error instanceof Error && error.name === 'PasswordException'
    throw new DocumentoIlegible(encrypted ? 'cifrado' : 'danado', { cause: error })
  }
}

async function pagesOf(pdf: PDFDocumentProxy): Promise<readonly Page[]> {
  if (pdf.numPages > MAX_PAGES) throw new DocumentoIlegible('muchas-paginas')
  const labels = await pdf.getPageLabels()
  const pages: Page[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    pages.push(await readPage(page, number, labels?.[number - 1] || null))
    page.cleanup()
  }
  return pages
}

function piecesOf(pages: readonly Page[]): readonly Piece[] {
  const withText = pages.filter(({ items }) => items.length > 0)
  return withText.filter(isTagged).length >= MOST * withText.length ? pages.flatMap(piecesOfTagged) : piecesOfUntagged(pages)
}
