/** A signature in the information dictionary of a PDF, where whoever draws it writes it. */
import type { Firma } from '../charts/index.js'
import { type FirmaLeida, reunir } from './campos.js'

/** Entries of the dictionary: those that the PDF standard names (14.3.3), and our own. */
const CLAVES_PDF: Readonly<Record<keyof Firma, string>> = {
  titulo: 'Title',
  textoAlternativo: 'Subject',
  fuente: 'Fuente',
  libro: 'Libro',
  programa: 'Creator',
  corte: 'Corte',
}

/** Whether the bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
}

/** What a PDF carries of a signature; nothing where it cannot be read. The library that reads it is loaded here and only then. */
export async function leerPdf(bytes: Uint8Array): Promise<FirmaLeida> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS })
  try {
    const info = await (await task.promise).getMetadata()
    const entries = fields(info.info)
    const own = fields(entries.get('Custom'))
    return reunir((campo) => text(entries.get(CLAVES_PDF[campo]) ?? own.get(CLAVES_PDF[campo])))
  } catch {
    return {}
  } finally {
    await task.destroy()
  }
}

function fields(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : [])
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
