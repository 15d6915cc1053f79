/** The ranges of the semáforo as people write them: `51 a 75`, `76 o más`. */
import { COLORES, type Color } from '../../model/index.js'

export interface Rango {
  readonly color: Color
  readonly desde: number
  /** Null for no limit. */
  readonly hasta: number | null
}

const CERRADO = /^(\d{1,4})\s*%?\s*(?:a|hasta|[-–])\s*(\d{1,4})\s*%?$/iu
const ABIERTO = /^(\d{1,4})\s*%?\s*(?:o más|y más|en adelante|\+)$/iu

/** The range that a text states; null for none. */
export function leerRango(color: Color, texto: string): Rango | null {
  const cerrado = CERRADO.exec(texto)
  if (cerrado !== null) return { color, desde: Number(cerrado[1]), hasta: Number(cerrado[2]) }
  const abierto = ABIERTO.exec(texto)
  return abierto === null ? null : { color, desde: Number(abierto[1]), hasta: null }
}

/** What is wrong with the ranges together, in words; null where they cover each percentage from 0 once. Source: contract, «Semáforo». */
export function reparoDeRangos(rangos: readonly Rango[]): string | null {
  const faltan = COLORES.filter((color) => !rangos.some((rango) => rango.color === color))
  if (faltan.length > 0) return `Falta ${faltan.join(' y ')}.`
  if (rangos.length > COLORES.length) return 'Un color está dos veces.'
  let siguiente: number | null = 0
  for (const { desde, hasta } of rangos.toSorted((a, b) => a.desde - b.desde)) {
    if (siguiente === null || desde !== siguiente)
      return siguiente === null ? 'Solo el último no tiene límite.' : `Uno debe empezar en ${siguiente}.`
    if (hasta !== null && hasta < desde) return `El que empieza en ${desde} termina antes.`
    siguiente = hasta === null ? null : hasta + 1
  }
  return siguiente === null ? null : `El último debe ser «${siguiente} o más», o el que lo precede no tener límite.`
}

export const escribirRangos = (rangos: readonly Rango[]): string =>
  rangos.map(({ color, desde, hasta }) => `${color} de ${desde} ${hasta === null ? 'en adelante' : `a ${hasta}`}`).join('; ')
