/** What each field of a signature is called in each kind of file: names of the format itself where it has them, else our own. */
import type { Firma } from '../charts/index.js'

/** What a picture was found to carry. A file that others edited may have lost some. */
export type FirmaLeida = Partial<Firma>

/** Keywords of the iTXt chunks of a PNG. `Title`, `Description` and `Software` are those of the PNG standard (11.3.3.1). */
export const CLAVES_PNG: Readonly<Record<keyof Firma, string>> = {
  titulo: 'Title',
  textoAlternativo: 'Description',
  fuente: 'Fuente',
  libro: 'Libro SHA-256',
  programa: 'Software',
  corte: 'Fecha de corte',
}

const CAMPOS = Object.keys(CLAVES_PNG) as readonly (keyof Firma)[]

/** Each field of a signature with what `de` gives for it, leaving out those for which there is nothing. */
export function reunir(de: (campo: keyof Firma) => string | undefined): FirmaLeida {
  const entradas = CAMPOS.map((campo) => [campo, de(campo)] as const)
  return Object.fromEntries(entradas.filter(([, valor]) => valor !== undefined && valor !== ''))
}
