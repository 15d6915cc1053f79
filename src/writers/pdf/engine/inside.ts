/**
 * The parts of pdfmake and of the PDFKit beneath it that their public doors do not show, in one place. pdfmake's document holds the fonts
 * and writes the file; words are shaped, lines broken and pages cut by ours (see `lines.ts` and `pages/`), because its own layout has no
 * footnotes, widows or logical page numbers, and takes twice as long. Nothing is patched: what is there is called as it is, so an update
 * that moves it fails here, by name.
 */
import { createRequire } from 'node:module'
import pdfmake from 'pdfmake/js/PDFDocument.js'
import type { FontFamily } from '../../../document/index.js'
import type { FontProgram, PdfFile } from './types.js'

const PINNED = { pdfmake: '0.3.11', pdfkit: '0.19.1' } as const

/** Methods of a document that must be there for the inside to be the one that this folder was written for. */
const OF_FILE = [
  'provideFont',
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

type FaceNames = Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>

type Library = new (
  fonts: Record<string, FaceNames>,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
  files: { readonly existsSync: (name: string) => boolean; readonly readFileSync: (name: string) => Uint8Array },
  mayReadDisk: (path: string) => boolean,
) => PdfFile

const require = createRequire(import.meta.url)
// Who loads it may have taken its default out of it already.
const PDFDocument = ('default' in pdfmake ? pdfmake.default : pdfmake) as Library

/**
 * A new document, with its fonts from memory: nothing is read from disk. Throws where an installed version is another than the pinned
 * one, or lacks a method that is used here.
 */
export function openFile(families: readonly FontFamily[], options: object): PdfFile {
  for (const [name, pinned] of Object.entries(PINNED)) {
    const { version } = require(`${name}/package.json`) as { readonly version: string }
    if (version !== pinned) throw new Error(`${name} ${version} is installed; the PDF writer knows the inside of ${pinned}`)
  }
  const missing = OF_FILE.filter((method) => typeof PDFDocument.prototype[method] !== 'function')
  if (missing.length > 0) throw new Error(`pdfmake's document has no ${missing.join(', ')}: its inside has changed`)
  const bytes = new Map(families.flatMap((family) => FACES.map(([, face]) => [nameOf(family, face), family[face]] as const)))
  const fonts = families.map((family) => [
    family.name,
    Object.fromEntries(FACES.map(([kind, face]) => [kind, nameOf(family, face)])) as FaceNames,
  ])
  const files = {
    existsSync: (name: string) => bytes.has(name),
    readFileSync: (name: string) => bytes.get(name) ?? new Uint8Array(),
  }
  return new PDFDocument(Object.fromEntries(fonts), {}, {}, {}, options, files, () => false)
}

const FACES = [
  ['normal', 'regular'],
  ['bold', 'bold'],
  ['italics', 'italic'],
  ['bolditalics', 'boldItalic'],
] as const

const nameOf = ({ name }: FontFamily, face: (typeof FACES)[number][1]) => `${name}/${face}`

/** The font of a face, to be embedded in the file. Throws where it is not made as this folder knows it. */
export function openProgram(file: PdfFile, family: string, bold: boolean, italics: boolean): FontProgram {
  const program = file.provideFont(family, bold, italics)
  const missing = Object.entries(OF_FONT).filter(([name, type]) => typeof program[name as keyof FontProgram] !== type)
  if (missing.length > 0) throw new Error(`PDFKit's font has no ${missing.map(([name]) => name).join(', ')}: its inside has changed`)
  return program
}

/**
 * Has what the current page shows compressed, elsewhere: nothing more may be drawn on it. PDFKit would keep each operator apart in memory
 * until the end, and compress then.
 */
export async function closePage(file: PdfFile, compress: (shown: Uint8Array) => Promise<Uint8Array>): Promise<void> {
  const content = openContent(file)
  content.compress = false
  const drawn = Buffer.concat(content.buffer)
  content.buffer = []
  content.buffer = [await compress(drawn)]
}

/** How many writes the current page shows so far. */
export function writesOn(file: PdfFile): number {
  return openContent(file).buffer.length
}

/** What the current page shows after so many writes. */
export function shownAfter(file: PdfFile, writes: number): Uint8Array {
  return Buffer.concat(openContent(file).buffer.slice(writes))
}

/** Has the current page show this after so many writes, in place of what it shows there. */
export function showAfter(file: PdfFile, writes: number, shown: Uint8Array): void {
  const { buffer } = openContent(file)
  buffer.splice(writes, buffer.length, shown)
}

/** The name of the picture that was put last on the current page. */
export function lastImage({ page }: PdfFile): string {
  const name = Object.keys(page.xobjects).at(-1)
  if (name === undefined) throw new Error("PDFKit's page has no picture that was put on it: its inside has changed")
  return name
}

function openContent({ page: { content } }: PdfFile): PdfFile['page']['content'] {
  if (!Array.isArray(content.buffer) || content.compress !== true) throw new Error("PDFKit's page holds no content: its inside has changed")
  return content
}
