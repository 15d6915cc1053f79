/**
 * The parts of PDFKit that its public door does not show, in one place. PDFKit writes the file and embeds the fonts; words are shaped,
 * lines broken and pages cut by ours (see `lines.ts` and `pages/`). Nothing is patched: what it has is called as it is, so an update that
 * moves it fails here, by name.
 */
import { createRequire } from 'node:module'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { FontProgram, PdfFile } from './types.js'

const PINNED = '0.19.1'

/** Methods of a document that must be there for the inside to be the one that this folder was written for. */
const OF_FILE = [
  'font',
  'addPage',
  'addNamedDestination',
  'goTo',
  'struct',
  'addStructure',
  'getStructTreeRoot',
  'switchToPage',
  'addContent',
  'appendXML',
  '_addInfo',
  'markStructureContent',
  'markContent',
] as const satisfies readonly (keyof PdfFile)[]

/** The same of a font: by it, PDFKit writes the glyphs that were used, how wide they are, and how they are read back. */
const OF_FONT = {
  id: 'string',
  subset: 'object',
  widths: 'object',
  unicode: 'object',
  ref: 'function',
  lineHeight: 'function',
} as const satisfies Partial<Record<keyof FontProgram, string>>

type Library = (new (options: object) => PdfFile) & { readonly prototype: Readonly<Record<string, unknown>> }

/** A new document. Throws where the installed version is another than the pinned one, or lacks a method that is used here. */
export function openFile(options: object): PdfFile {
  const require = createRequire(import.meta.url)
  const { version } = require('pdfkit/package.json') as { readonly version: string }
  if (version !== PINNED) throw new Error(`pdfkit ${version} is installed; the PDF writer knows the inside of ${PINNED}`)
  const PDFDocument = require('pdfkit') as Library
  const missing = OF_FILE.filter((method) => typeof PDFDocument.prototype[method] !== 'function')
  if (missing.length > 0) throw new Error(`PDFKit's document has no ${missing.join(', ')}: its inside has changed`)
  return new PDFDocument(options)
}

/** The font that PDFKit makes of a font's bytes, to be embedded in the file. Throws where it is not made as this folder knows it. */
export function openProgram(file: PdfFile, bytes: Uint8Array): FontProgram {
  const program = file.font(bytes)._font
  const missing = Object.entries(OF_FONT).filter(([name, type]) => typeof program[name as keyof FontProgram] !== type)
  if (missing.length > 0) throw new Error(`PDFKit's font has no ${missing.map(([name]) => name).join(', ')}: its inside has changed`)
  return program
}

/**
 * Compresses what the current page shows, in a thread beside this one: nothing more may be drawn on it. PDFKit would keep each operator
 * apart in memory until the end, and compress then.
 */
export async function closePage(file: PdfFile): Promise<void> {
  const { content } = file.page
  if (!Array.isArray(content.buffer) || content.compress !== true) throw new Error("PDFKit's page holds no content: its inside has changed")
  content.compress = false
  const drawn = Buffer.concat(content.buffer)
  content.buffer = []
  content.buffer = [await promisify(deflate)(drawn)]
}
