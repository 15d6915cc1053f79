/** A document that somebody edited against the workbook that it came from. */
import { hechosDe } from '../audit/index.js'
import { type DocumentoLeido, leerDocumento } from '../readers/index.js'
import { type Verificacion, verificar } from '../verify/index.js'
import { textos } from './files.js'
import { rutasDeImagenes } from './pictures.js'
import { armarValido, calcular, leerValido } from './prepare.js'

export interface EntradaDeVerificacion {
  readonly documento: { readonly nombre: string; readonly bytes: Uint8Array }
  readonly libro: Uint8Array
  readonly plantillas: ReadonlyMap<string, Uint8Array>
}

export interface DocumentoVerificado extends Verificacion {
  readonly leido: DocumentoLeido
}

/**
 * Reads a DOCX, a PDF or a text, and checks it.
 * @throws InvalidInput where the workbook or a template has errors
 * @throws DocumentoIlegible where the document cannot be read
 */
export async function verificarDocumento({ documento, libro: bytes, plantillas }: EntradaDeVerificacion): Promise<DocumentoVerificado> {
  const { libro, problemas } = leerValido(bytes)
  const report = calcular(libro)
  const { documento: esperado, publicado } = armarValido(
    report,
    textos(plantillas),
    { pictures: rutasDeImagenes(plantillas), switches: new Map() },
    problemas,
  )
  const leido = await leerDocumento(documento.bytes, documento.nombre)
  return { ...verificar(leido, esperado, hechosDe(report, publicado)), leido }
}
