/** What the writer uses of the values that PDFKit hands out, and what lines are made of. */
import type { State } from '../../../document/index.js'

/** A font embedded by PDFKit. Metrics in thousandths of the size. */
export interface FontProgram {
  /** The name by which pages call it. */
  readonly id: string
  readonly ascender: number
  readonly descender: number
  readonly lineHeight: (size: number) => number
  /** The glyphs that the file needs of it: the number that each has there. */
  readonly subset: { readonly includeGlyph: (id: number) => number }
  /** Width of each, and its characters for reading back; the first glyph is the box of what the font lacks. */
  readonly widths: number[]
  readonly unicode: (readonly number[])[]
  readonly ref: () => object
}

/** The ground that the words of a chip stand on. Points; one value a chip, so that two chips never run together. */
export interface Chip {
  readonly state: State
  /** Least width, for chips that stand in a column. */
  readonly least: number
  readonly height: number
  /** Blank beside the words, inside the ground; and beside the ground, at its right. */
  readonly pad: number
  readonly gap: number
}

/** A stretch of text in one look. Size in points. */
export interface Run {
  readonly text: string
  readonly font: string
  readonly bold: boolean
  readonly italics: boolean
  readonly fontSize: number
  readonly color: string
  readonly characterSpacing: number
  readonly sup: boolean
  readonly decoration: 'underline' | null
  /** Address outside the document. */
  readonly link: string | null
  /** Named destination inside it. */
  readonly linkToDestination: string | null
  /** Number of the footnote that this run is the mark of. */
  readonly note: number | null
  readonly chip: Chip | null
  /** Node of the tree that the words come from: what the completeness check counts by. Null for a sign of ours (a list's number, a page's). */
  readonly owner: object | null
}

/** A stretch of a line in one look, in its place: points from the line's left end. */
export interface LaidInline extends Omit<Run, 'text'> {
  text: string
  width: number
  readonly x: number
  /** Blank before its words that its width counts. */
  readonly indent: number
}

/** A line. Its width is that of what it shows; `ascent` is the height of its tallest letters over the baseline. */
export interface LaidLine {
  readonly inlines: readonly LaidInline[]
  readonly width: number
  readonly ascent: number
}

/** A bookmark. `pageNumber` counts from 0; `top` is from the page's top, `left` from its right edge. */
export interface OutlineItem {
  readonly addItem: (title: string, options: OutlineOptions) => OutlineItem
}

interface OutlineOptions {
  readonly expanded: boolean
  readonly fit: false
  readonly pageNumber: number
  readonly top: number
  readonly left: number
}

export interface StructElement {
  readonly dictionary: { readonly data: Record<string, unknown> }
  readonly add: (child: StructElement | StructContent) => unknown
  readonly end: () => void
}

/** A stretch of page content that a structure element may own. */
export interface StructContent {
  readonly refs: readonly unknown[]
}

/** The structure's element that a link's annotation belongs to, and the words that name it. */
interface LinkOptions {
  readonly structParent: StructElement
  /** A String object: PDFKit takes a plain string for a name. */
  readonly Contents: object
}

/** A file inside the document. */
interface FileOptions {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly relationship: 'Data'
  readonly creationDate: Date
  readonly modifiedDate: Date
}

interface StructOptions {
  readonly alt?: string
  readonly scope?: string
  /** Left, top, right, bottom: points from the top left of the page that is being drawn. */
  readonly bbox?: readonly number[]
}

/** A PDFKit document, in the part that this writer draws with. */
export interface PdfFile {
  readonly page: {
    readonly width: number
    readonly height: number
    readonly fonts: Record<string, object>
    readonly xobjects: Record<string, object>
    /** What it shows, in the pieces in which it was written, and whether they are still to be compressed. */
    readonly content: { buffer: Uint8Array[]; compress: boolean }
  }
  readonly outline: OutlineItem
  /** Opens a font, which is the current one then. */
  readonly provideFont: (family: string, bold: boolean, italics: boolean) => FontProgram
  readonly _root: { readonly data: Record<string, unknown> }
  readonly bufferedPageRange: () => { readonly count: number }
  readonly switchToPage: (page: number) => void
  readonly file: (bytes: Buffer, options: FileOptions) => void
  readonly addPage: (options: { readonly size: readonly [number, number]; readonly margin: number }) => PdfFile
  readonly image: (png: Uint8Array, x: number, y: number, size: { readonly width: number; readonly height: number }) => PdfFile
  readonly save: () => PdfFile
  readonly restore: () => PdfFile
  readonly rotate: (degrees: number, options: { readonly origin: readonly [number, number] }) => PdfFile
  readonly clip: () => PdfFile
  readonly rect: (x: number, y: number, width: number, height: number) => PdfFile
  readonly circle: (x: number, y: number, radius: number) => PdfFile
  readonly moveTo: (x: number, y: number) => PdfFile
  readonly lineTo: (x: number, y: number) => PdfFile
  readonly lineWidth: (width: number) => PdfFile
  readonly lineCap: (cap: 'butt' | 'round') => PdfFile
  readonly dash: (length: number, options: { readonly space: number }) => PdfFile
  readonly undash: () => PdfFile
  /** Full ink and no other: a page that was drawn before calls it by the name that the first in a file has. */
  readonly opacity: (value: 1) => PdfFile
  /** In a colour, or in that of the last time. */
  readonly fill: (color?: string) => PdfFile
  readonly fillColor: (color: string) => PdfFile
  readonly stroke: (color: string) => PdfFile
  readonly goTo: (x: number, y: number, width: number, height: number, name: string, options: LinkOptions) => PdfFile
  readonly link: (x: number, y: number, width: number, height: number, url: string, options: LinkOptions) => PdfFile
  readonly addNamedDestination: (name: string, kind: 'XYZ', x: number, y: number, zoom: null) => void
  readonly struct: (role: string, options: StructOptions) => StructElement
  readonly getStructTreeRoot: () => { readonly data: Record<string, unknown> }
  readonly addStructure: (element: StructElement) => PdfFile
  readonly markStructureContent: (role: string) => StructContent
  readonly markContent: (role: 'Artifact', options?: { readonly type: string }) => PdfFile
  readonly endMarkedContent: () => PdfFile
  /** Writes an operator of the page's own language. */
  readonly addContent: (operator: string) => void
  /** Adds to the metadata that the file bears as XML. */
  readonly appendXML: (xml: string) => void
  /** PDFKit's own summary of the document in that metadata. */
  _addInfo: () => void
  readonly on: (event: 'data' | 'end' | 'error', listener: (value: never) => void) => void
  readonly end: () => void
}
