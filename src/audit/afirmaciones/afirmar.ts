/** The figures that a sentence states: each number with what it is said to be. */

import type { OracionLeida } from '../leido.js'
import { calculada } from '../leido.js'
import type { Marca } from '../lengua/lectura.js'
import type { ClaseDeAfirmacion } from './patrones.js'

export interface Afirmacion {
  readonly marca: Marca
  /** Null where no pattern says what the number is. */
  readonly clase: ClaseDeAfirmacion | null
  /** Where the words of the pattern begin and end, in the sentence; the number's own where there are none. */
  readonly desde: number
  readonly hasta: number
}

const hechas = new WeakMap<OracionLeida, readonly Afirmacion[]>()

/** The typed quantities and percentages of a sentence, in order; computed ones, which are right, are left out. */
export function afirmaciones(oracion: OracionLeida): readonly Afirmacion[] {
  const previas = hechas.get(oracion)
  if (previas !== undefined) return previas
  const escritas = oracion.marcas.filter((m) => (m.clase === 'cantidad' || m.clase === 'porcentaje') && calculada(oracion, m) === null)
  const todas = escritas.map((marca) => ({
    marca,
    ...(oracion.clases.get(marca.desde) ?? { clase: null, desde: marca.desde, hasta: marca.hasta }),
  }))
  hechas.set(oracion, todas)
  return todas
}
