import { resumen } from '../../src/lote/index.js'
import { codigo, tabla } from './marcas.js'

/** The fields of the summary of a batch, and those of each of its workbooks. */
export function lote(): string {
  const { shape } = resumen
  const campos = [
    ...filas(shape),
    ...filas(shape.totales.shape).map(([campo = '', que = '']) => [campo.replace('`', '`totales.'), que]),
    ...filas(shape.libros.element.shape).map(([campo = '', que = '']) => [campo.replace('`', '`libros[].'), que]),
  ]
  return tabla(['campo', 'qué es'], campos)
}

function filas(shape: Readonly<Record<string, { readonly description?: string | undefined }>>): readonly (readonly string[])[] {
  return Object.entries(shape).flatMap(([campo, { description }]) => (description === undefined ? [] : [[codigo(campo), description]]))
}
