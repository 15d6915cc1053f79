import { DocumentoIlegible, MAX_BYTES } from './ilegible.js'
import type { DocumentoLeido, FormatoLeido, TextoConFormato } from './leido.js'

/**
 * Reads a DOCX, a PDF or a text. What it is, its bytes say; `nombre` only has to agree.
 * @throws DocumentoIlegible with the reason, in Spanish
 */
export async function leerDocumento(bytes: Uint8Array, nombre: string): Promise<DocumentoLeido> {
  if (bytes.length === 0) throw new DocumentoIlegible('vacio')
  if (bytes.length > MAX_BYTES) throw new DocumentoIlegible('muy-grande')
  const format = formatOf(bytes)
  const named = /\.(docx|pdf|txt)$/iu.exec(nombre)?.[1]?.toLowerCase()
  if (named !== undefined && named !== format) throw new DocumentoIlegible('otro-formato')
  return { format, ...(await READERS[format](bytes)) }
}

/**
 * Reads a DOCX with the look of its words.
 * @throws DocumentoIlegible with the reason, in Spanish; for a document of another format too
 */
export async function leerConFormato(bytes: Uint8Array): Promise<TextoConFormato> {
  if (bytes.length === 0) throw new DocumentoIlegible('vacio')
  if (bytes.length > MAX_BYTES) throw new DocumentoIlegible('muy-grande')
  if (formatOf(bytes) !== 'docx') throw new DocumentoIlegible('no-es-word')
  return (await import('./docx/read-docx.js')).readFormatted(bytes)
}

// Each reader is loaded by the first document of its format: pdf.js alone takes longer than everything else here.
const READERS: Record<FormatoLeido, (bytes: Uint8Array) => Promise<Omit<DocumentoLeido, 'format'>>> = {
  docx: async (bytes) => (await import('./docx/read-docx.js')).readDocx(bytes),
  pdf: async (bytes) => ({ blocks: await (await import('./pdf/read-pdf.js')).readPdf(bytes), marks: [] }),
  txt: async (bytes) => ({ blocks: (await import('./read-txt.js')).readTxt(bytes), marks: [] }),
}

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte)

function formatOf(bytes: Uint8Array): FormatoLeido {
  // A package of Office that has a password is, outside, a file of the old Office.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new DocumentoIlegible('word-antiguo')
  if (startsWith(bytes, 0x50, 0x4b, 0x03, 0x04)) return 'docx'
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-')) return 'pdf'
  if (isText(bytes)) return 'txt'
  throw new DocumentoIlegible('formato-desconocido')
}

// No text has these: tab, line feed, form feed and carriage return are the only signs below the space.
function isText(bytes: Uint8Array): boolean {
  return !bytes.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d)
}
