/** The figures that a sentence states: each number with what it is said to be. */

import type { OracionLeida } from '../leido.js'
import { calculada } from '../leido.js'
import type { Marca } from '../lengua/lectura.js'
import { type ClaseDeAfirmacion, PATRONES } from './patrones.js'

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
  const clases = escritas.length === 0 ? NINGUNA : clasesPorLugar(oracion.plana)
  const todas = escritas.map((marca) => ({
    marca,
    ...(clases.get(marca.desde) ?? { clase: null, desde: marca.desde, hasta: marca.hasta }),
  }))
  hechas.set(oracion, todas)
  return todas
}

type Clases = ReadonlyMap<number, Omit<Afirmacion, 'marca'>>

const NINGUNA: Clases = new Map()

/** For each place where a number begins, the first pattern of the table that takes it. */
function clasesPorLugar(plana: string): Clases {
  const clases = new Map<number, Omit<Afirmacion, 'marca'>>()
  for (const { clase, forma } of PATRONES) {
    for (const hallado of plana.matchAll(forma)) {
      const desde = hallado.indices?.groups?.n?.[0]
      if (desde !== undefined && !clases.has(desde))
        clases.set(desde, { clase, desde: hallado.index, hasta: hallado.index + hallado[0].length })
    }
  }
  return clases
}
