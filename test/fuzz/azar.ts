/** Chance that can be repeated: the same seed draws the same things, on every machine. */
import fc from 'fast-check'

export interface Azar {
  /** A whole number, both ends included. */
  entre(menor: number, mayor: number): number
  /** Whether something happens that happens so often (0 never, 1 always). */
  suerte(frecuencia: number): boolean
  uno<T>(lista: readonly T[]): T
  barajar<T>(lista: readonly T[]): readonly T[]
}

const MAYOR = 0x7fffffff
const numeros = fc.infiniteStream(fc.noBias(fc.nat(MAYOR)), { noHistory: true })

/** Draws of a seed, with the generator of fast-check. */
export function azarDe(semilla: number): Azar {
  const [corriente] = fc.sample(numeros, { seed: semilla, numRuns: 1 })
  const siguiente = (): number => corriente?.next().value ?? 0
  const entre = (menor: number, mayor: number) => menor + (siguiente() % (mayor - menor + 1))
  return {
    entre,
    suerte: (frecuencia) => siguiente() < frecuencia * MAYOR,
    uno: (lista) => {
      if (lista.length === 0) throw new RangeError('No hay de dónde sacar.')
      return lista[entre(0, lista.length - 1)] as (typeof lista)[number]
    },
    barajar: (lista) =>
      lista
        .map((cosa) => ({ cosa, lugar: siguiente() }))
        .sort((a, b) => a.lugar - b.lugar)
        .map(({ cosa }) => cosa),
  }
}

/** The seed of one thing among many of a series. */
export function semillaDe(semilla: number, numero: number): number {
  return (Math.imul(semilla + 1, 0x9e3779b1) ^ Math.imul(numero + 1, 0x85ebca6b)) | 0
}
