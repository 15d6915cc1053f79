/** The tables as text: CSV and JSON for programs. */
import { inofensivo } from '../outputs/index.js'
import type { Recurso, Valor } from './recurso.js'

/** End of a line in the CSV files, as RFC 4180 has it. */
export const FIN_DE_LINEA = '\r\n'

/**
 * A table as CSV of RFC 4180 for programs: UTF-8 without BOM, names of the columns first, `,` between cells, decimal point, an empty
 * cell for null. A text that a spreadsheet would run as a formula bears an apostrophe.
 */
export function csvDeRecurso({ campos, filas }: Recurso): string {
  const lineas = [campos.map(({ nombre }) => nombre), ...filas.map((fila) => fila.map(({ valor }) => celda(valor)))]
  return lineas.map((linea) => linea.join(',') + FIN_DE_LINEA).join('')
}

function celda(valor: Valor): string {
  if (valor === null) return ''
  if (typeof valor === 'number') return String(valor)
  const texto = inofensivo(valor)
  return /[",\r\n]|^\s|\s$/u.test(texto) ? `"${texto.replaceAll('"', '""')}"` : texto
}

/** The same as JSON: an object a row, with every column, null where there is no value. One row a line, so that two editions can be compared. */
export function jsonDeRecurso({ campos, filas }: Recurso): string {
  const objetos = filas.map((fila) => JSON.stringify(Object.fromEntries(campos.map(({ nombre }, i) => [nombre, fila[i]?.valor ?? null]))))
  return objetos.length === 0 ? '[]\n' : `[\n${objetos.join(',\n')}\n]\n`
}
