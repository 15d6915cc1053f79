/** Cells of a workbook to be written, by what they hold. */
import type { Celda } from './hoja.js'

export const VACIA: Celda = { valor: null, formato: null }

export const celdaDeTexto = (valor: string): Celda => ({ valor, formato: null })

/** A code stays text in Excel only with the format of text: without it 2.2.12 becomes a date. */
export const celdaDeCodigo = (valor: string): Celda => ({ valor, formato: '@' })

/** A number with the decimals that it has, at most two to be seen. */
export const celdaDeNumero = (valor: number): Celda => ({ valor, formato: `#,##0${decimales(valor)}` })

/** A fraction shown as a percentage: 0.35 is `35 %`. */
export const celdaDePorcentaje = (valor: number): Celda => ({ valor, formato: `0${decimales(valor * 100)} %` })

/** A year, or another number that is a name: without thousands. */
export const celdaDeAnio = (valor: number): Celda => ({ valor, formato: '0' })

/** A calendar day, from ISO text. @throws RangeError for what is no day */
export function celdaDeFecha(iso: string): Celda {
  const valor = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(valor.getTime())) throw new RangeError(`«${iso}» no es una fecha (año-mes-día)`)
  return { valor, formato: 'dd/mm/yyyy' }
}

function decimales(valor: number): string {
  // 0.07 × 100 is 7.000000000000001, which has none.
  const [, fraccion = ''] = String(Number(valor.toPrecision(12))).split('.')
  return fraccion === '' ? '' : `.${'0'.repeat(Math.min(2, fraccion.length))}`
}
