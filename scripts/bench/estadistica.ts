/** What several measures of one thing come to. */
export interface Resumen {
  readonly mediana: number
  readonly minimo: number
  readonly maximo: number
}

/** Median of some numbers: the middle one, or the mean of the two in the middle. @throws RangeError where there are none */
export function mediana(numeros: readonly number[]): number {
  const orden = numeros.toSorted((a, b) => a - b)
  const [antes, despues] = [orden[(orden.length - 1) >> 1], orden[orden.length >> 1]]
  if (antes === undefined || despues === undefined) throw new RangeError('No hay de qué sacar la mediana.')
  return (antes + despues) / 2
}

export function resumen(numeros: readonly number[]): Resumen {
  return { mediana: mediana(numeros), minimo: Math.min(...numeros), maximo: Math.max(...numeros) }
}

/** `resumen`, or null where any of them could not be measured. */
export function resumenSiHay(numeros: readonly (number | null)[]): Resumen | null {
  const medidos = numeros.filter((numero) => numero !== null)
  return medidos.length < numeros.length ? null : resumen(medidos)
}

/** The first of each pair over the second. The two of a pair ran one after the other, so what slowed the machine slowed both. */
export function razones(pares: readonly (readonly [number, number])[]): Resumen {
  return resumen(pares.map(([uno, otro]) => uno / otro))
}

/** A stretch of time. */
export interface Tramo {
  readonly desde: number
  readonly ms: number
}

/** Milliseconds in which at least one of the stretches was under way. */
export function cubierto(tramos: readonly Tramo[]): number {
  let [hasta, total] = [Number.NEGATIVE_INFINITY, 0]
  for (const { desde, ms } of tramos.toSorted((a, b) => a.desde - b.desde)) {
    total += Math.max(0, desde + ms - Math.max(desde, hasta))
    hasta = Math.max(hasta, desde + ms)
  }
  return total
}
