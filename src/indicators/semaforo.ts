import type { Color, RangoSemaforo } from '../model/index.js'

/**
 * Colour of a whole percentage; one below 0 is classified as 0. Source: contract, «Computation», cumplimiento.
 * @throws RangeError where no range holds it, which reading the workbook rules out: the ranges cover every percentage from 0 up.
 */
export function semaforo(rangos: readonly RangoSemaforo[], porcentaje: number): Color {
  const clasificado = Math.max(0, porcentaje)
  const rango = rangos.find((r) => r.desde <= clasificado && (r.hasta === null || clasificado <= r.hasta))
  if (rango === undefined) throw new RangeError(`Ningún rango del semáforo contiene ${clasificado} %.`)
  return rango.color
}
