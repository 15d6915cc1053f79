import type { Assets, Documento, FontFamily } from '../../../document/index.js'
import { padChips } from './chips.js'
import { type FaceNames, openInside, type VirtualFiles } from './inside.js'
import { type LineBreaker, lineBreaker } from './lines.js'
import type { FontProgram, LaidLine, PdfFile } from './types.js'

/** A document being written: pdfmake's text measure and its pen. */
export interface Engine extends LineBreaker {
  readonly file: PdfFile
  /** Draws a line with its top left at (x, y), points from the page's top left. */
  readonly drawLine: (line: LaidLine, x: number, y: number) => void
  /** The font program of a face. */
  readonly face: (family: string, bold: boolean, italics: boolean) => FontProgram
  /** Whether a face has a character. */
  readonly covers: (family: string, bold: boolean, italics: boolean, char: string) => boolean
  /** Characters that no face has, which come out as a box. Filled while the runs are made. */
  readonly missing: Set<string>
  /** Ends the file and gives its bytes. */
  readonly finish: () => Promise<Uint8Array>
}

/** Opens a PDF for the document, with its fonts from memory: nothing is read from disk, nothing from the network. */
export function openEngine(documento: Documento, assets: Assets): Engine {
  const inside = openInside()
  const { names, files } = fontFiles([assets.fonts.title, assets.fonts.text])
  const file = new inside.PDFDocument(names, {}, {}, {}, fileOptions(documento, assets.date), files, () => false)
  const chunks: Uint8Array[] = []
  file.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  const renderer = new inside.Renderer(file)
  const coverage = new Map<FontProgram, Map<string, boolean>>()
  const face = (family: string, bold: boolean, italics: boolean) => {
    const program = file.provideFont(family, bold, italics)
    if (!coverage.has(program)) coverage.set(teachReading(program), new Map())
    return program
  }
  // asked for every character of the report: the answer is kept
  const covers: Engine['covers'] = (family, bold, italics, char) => {
    const program = face(family, bold, italics)
    const known = coverage.get(program)?.get(char)
    if (known !== undefined) return known
    const has = program.font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0)
    coverage.get(program)?.set(char, has)
    return has
  }
  const measure = new inside.TextInlines(file)
  const noStyles = new inside.StyleContextStack({}, {})
  return {
    file,
    missing: new Set(),
    face,
    covers,
    ...lineBreaker(inside, (runs) => padChips(measure.buildInlines([...runs], noStyles).items)),
    drawLine: (line, x, y) => renderer.renderLine(line, x, y),
    finish: () =>
      new Promise((resolve, reject) => {
        file.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
        file.on('error', (error: Error) => reject(error))
        file.end()
      }),
  }
}

function fileOptions(documento: Documento, date: Date) {
  return {
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: documento.language,
    compress: true,
    autoFirstPage: false,
    // a link's element is written last, and looks up its page then
    bufferPages: true,
    font: null,
    info: {
      Title: documento.title,
      Author: documento.author,
      Subject: documento.subject,
      Keywords: documento.keywords.join(', '),
      CreationDate: date,
      ModDate: date,
    },
  }
}

function fontFiles(families: readonly FontFamily[]): { readonly names: Record<string, FaceNames>; readonly files: VirtualFiles } {
  const bytes = new Map<string, Uint8Array>()
  const store = (name: string, content: Uint8Array) => {
    bytes.set(name, content)
    return name
  }
  const names = families.map(({ name, regular, bold, italic, boldItalic }): [string, FaceNames] => [
    name,
    {
      normal: store(`${name}/regular`, regular),
      bold: store(`${name}/bold`, bold),
      italics: store(`${name}/italic`, italic),
      bolditalics: store(`${name}/bold-italic`, boldItalic),
    },
  ])
  const readFileSync = (name: string) => {
    const content = bytes.get(name)
    if (content === undefined) throw new Error(`no font file ${name}`)
    return content
  }
  return { names: Object.fromEntries(names), files: { existsSync: (name) => bytes.has(name), readFileSync } }
}

/**
 * A font may draw U+0020 and U+00A0 with one glyph, which is read back as whichever came first: let that be the plain space. And the box
 * of what it lacks must not be read back as U+0000, as PDFKit has it.
 */
function teachReading(program: FontProgram): FontProgram {
  program.encode(' ')
  program.unicode[0] = [REPLACEMENT]
  return program
}

const REPLACEMENT = 0xfffd
