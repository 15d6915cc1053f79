/**
 * The parts of pdfmake that its public door does not show, in one place. pdfmake measures text, breaks it into lines and writes the file;
 * the cutting into pages is ours (see `pages/`), because pdfmake's own has no footnotes, widows or logical page numbers and drops a block
 * that outgrows its page. Nothing is patched: its classes are called as they are, so an update that moves them fails here, by name.
 */
import { createRequire } from 'node:module'
import type { FontProgram, LaidInline, LaidLine, PdfFile, Run } from './types.js'

const PINNED = '0.3.11'

/** What `PDFDocument` reads its fonts from. */
export interface VirtualFiles {
  readonly existsSync: (name: string) => boolean
  readonly readFileSync: (name: string) => Uint8Array
}

export type FaceNames = Record<'normal' | 'bold' | 'italics' | 'bolditalics', string>

export interface Inside {
  readonly PDFDocument: new (
    fonts: Record<string, FaceNames>,
    images: object,
    patterns: object,
    attachments: object,
    options: object,
    files: VirtualFiles,
    mayReadDisk: (path: string) => boolean,
  ) => PdfFile & { readonly provideFont: (family: string, bold: boolean, italics: boolean) => FontProgram }
  readonly TextInlines: new (file: PdfFile) => { readonly buildInlines: (runs: Run[], styles: object) => { readonly items: LaidInline[] } }
  readonly StyleContextStack: new (styles: object, byDefault: object) => object
  readonly LayoutBuilder: {
    readonly prototype: { readonly buildNextLine: (this: LineMaker, node: { _inlines: LaidInline[] }) => LaidLine | null }
  }
  readonly Renderer: new (file: PdfFile) => { readonly renderLine: (line: LaidLine, x: number, y: number) => void }
}

/** All that `buildNextLine` asks of the layout around it. */
interface LineMaker {
  readonly writer: { readonly context: () => { readonly availableWidth: number } }
}

/** Methods that must be there, by class, for the inside to be the one that this folder was written for. */
const EXPECTED = {
  PDFDocument: [
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
  ],
  TextInlines: ['buildInlines'],
  StyleContextStack: ['getProperty'],
  LayoutBuilder: ['buildNextLine'],
  Renderer: ['renderLine'],
} as const satisfies Record<keyof Inside, readonly string[]>

/** Loads pdfmake's classes. Throws when the installed version is another than the pinned one, or a class lacks a method that is used here. */
export function openInside(): Inside {
  const require = createRequire(import.meta.url)
  const { version } = require('pdfmake/package.json') as { readonly version: string }
  if (version !== PINNED) throw new Error(`pdfmake ${version} is installed; the PDF writer knows the inside of ${PINNED}`)
  const classes = Object.entries(EXPECTED).map(([name, methods]) => {
    const module = require(`pdfmake/js/${name}.js`) as { readonly default?: { readonly prototype?: Record<string, unknown> } }
    const missing = methods.filter((method) => typeof module.default?.prototype?.[method] !== 'function')
    if (missing.length > 0) throw new Error(`pdfmake's ${name} has no ${missing.join(', ')}: its inside has changed`)
    return [name, module.default]
  })
  return Object.fromEntries(classes) as Inside
}
