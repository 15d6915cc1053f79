import type { Assets, Documento, FontFamily } from '../../../document/index.js'
import { type Face, openFace } from './face.js'
import { openFile, openProgram } from './inside.js'
import { type LineBreaker, lineBreaker } from './lines.js'
import { measured } from './measure.js'
import { type Shaper, shaperOpener } from './shaper.js'
import type { PdfFile } from './types.js'

/** A document being written: its file, its faces, and the breaking of lines in them. */
export interface Engine extends LineBreaker {
  readonly file: PdfFile
  /** A face of a family. Throws where the document has no such family. */
  readonly face: (family: string, bold: boolean, italics: boolean) => Face
  /** The face that pages call by a name. Throws where there is none. */
  readonly named: (name: string) => Face
  /** Characters that no face has, which come out as a box. Filled while the runs are made. */
  readonly missing: Set<string>
  /** Ends the file and gives its bytes. */
  readonly finish: () => Promise<Uint8Array>
}

/** Opens a PDF for the document, with its fonts from memory: nothing is read from disk, nothing from the network. */
export async function openEngine(documento: Documento, { fonts, date }: Assets): Promise<Engine> {
  const openShaper = await shaperOpener()
  const file = openFile([fonts.title, fonts.text], fileOptions(documento, date))
  const chunks: Uint8Array[] = []
  file.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  // All at once, for the file names them in this order, whichever is asked for first.
  const families = new Map([fonts.title, fonts.text].map((family) => [family.name, facesOf(file, family, openShaper)]))
  const face: Engine['face'] = (name, bold, italics) => {
    const family = families.get(name)
    if (family === undefined) throw new Error(`no font family «${name}»`)
    return family[bold ? 1 : 0][italics ? 1 : 0]
  }
  const named = new Map([...families.values()].flat(2).map((each) => [each.name, each]))
  return {
    file,
    named: (name) => {
      const found = named.get(name)
      if (found === undefined) throw new Error(`no font is called «${name}» in the file`)
      return found
    },
    missing: new Set(),
    face,
    ...lineBreaker((runs) => measured(runs, face)),
    finish: () =>
      new Promise((resolve, reject) => {
        file.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
        file.on('error', (error: Error) => reject(error))
        file.end()
      }),
  }
}

/** The faces of a family: upright and italic, of the regular weight and of the bold one. */
function facesOf(file: PdfFile, { name, regular, italic, bold, boldItalic }: FontFamily, openShaper: (bytes: Uint8Array) => Shaper) {
  const open = (bytes: Uint8Array, isBold: boolean, italics: boolean) =>
    openFace(file, openShaper(bytes), openProgram(file, name, isBold, italics))
  return [
    [open(regular, false, false), open(italic, false, true)],
    [open(bold, true, false), open(boldItalic, true, true)],
  ] as const
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
