/** A signature in the information dictionary of a PDF, where whoever draws it writes it. */
import type { Firma } from '../charts/index.js'
import { type FirmaLeida, reunir } from './campos.js'

/** Entries of the dictionary. Source: PDF standard, 14.3.3. */
const ENTRADAS: Readonly<Partial<Record<keyof Firma, string>>> = { titulo: 'Title', textoAlternativo: 'Subject', programa: 'Creator' }

/** What the keywords hold, since the dictionary has no entry for it: source, hash of the workbook and day of the data. */
const PALABRAS_CLAVE = /^(?<fuente>[\s\S]*) · Libro (?<libro>[0-9a-f]{64}) · Corte (?<corte>\d{4}-\d{2}-\d{2})$/u

/** Whether the bytes begin as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-'
}

/** What a PDF carries of a signature; nothing where it cannot be read. The library that reads it is loaded here and only then. */
export async function leerPdf(bytes: Uint8Array): Promise<FirmaLeida> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS })
  try {
    const { info } = await (await task.promise).getMetadata()
    const entries = new Map<string, unknown>(Object.entries(info))
    const keywords = PALABRAS_CLAVE.exec(text(entries.get('Keywords')) ?? '')?.groups
    return reunir((campo) => keywords?.[campo] ?? text(entries.get(ENTRADAS[campo] ?? '')))
  } catch {
    return {}
  } finally {
    await task.destroy()
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
