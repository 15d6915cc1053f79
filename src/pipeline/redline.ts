/** Two Word files of one report as one, with its changes marked. */
import { CambiosPendientes, type Changes, conControlDeCambios } from '../redline/index.js'
import { identificador } from '../report/index.js'
import { datosDeEdicion } from './compare.js'

export { CambiosPendientes }

/** How many changes there are and where they stand. */
export type Cambios = Changes

/** An edition without its Word file. */
export class SinDocumento extends Error {
  override readonly name = 'SinDocumento'
}

/**
 * The later report with what differs from the former one as tracked changes, by an author and at a moment.
 * @throws DocumentoIlegible where one of them is no Word document that can be read
 * @throws CambiosPendientes where one of them has changes already
 */
export function documentoConCambios(
  antes: Uint8Array,
  despues: Uint8Array,
  { autor, fecha }: { readonly autor: string; readonly fecha: Date },
): { readonly docx: Uint8Array; readonly cambios: Cambios } {
  const { docx, changes } = conControlDeCambios(antes, despues, { author: autor, date: fecha })
  return { docx, cambios: changes }
}

/**
 * Name of the Word file of an edition, from its `datos.json`.
 * @throws DatosIlegibles
 */
export function archivoDeWord(datos: Uint8Array): string {
  const { sigla, vigencia } = datosDeEdicion(datos).politica
  return `informe-${identificador(`${sigla} ${vigencia}`)}.docx`
}
