import { type Resumen, razones } from './estadistica.js'
import type { Extension } from './extension.js'
import type { Gasto } from './proceso.js'
import { medida, type Pareja } from './resultado.js'

/** A way to do a thing: `correr` does it once, the i-th time. */
export interface Lado {
  readonly correr: (i: number) => Promise<Gasto>
  /** How long what it gave is. */
  readonly extension: () => Extension | null
}

/**
 * Two ways to do a thing, in turns, each first in every other pair. A pair before the first one warms the disk for both, and does not
 * count.
 */
export async function emparejar(nombre: string, pares: number, una: Lado, otra: Lado, avisar: (hechos: number) => void): Promise<Pareja> {
  const corridos: (readonly [Gasto, Gasto])[] = []
  for (let i = 0; i <= pares; i++) {
    avisar(i)
    const primero = i % 2 === 0 ? await una.correr(i) : null
    const segundo = await otra.correr(i)
    const par = [primero ?? (await una.correr(i)), segundo] as const
    if (i > 0) corridos.push(par)
  }
  const cpus = corridos.flatMap(([a, b]) => (a.cpu === null || b.cpu === null ? [] : [[a.cpu, b.cpu] as const]))
  return {
    nombre,
    pares,
    razon: tres(razones(corridos.map(([a, b]) => [a.ms, b.ms]))),
    razonCpu: cpus.length < pares ? null : tres(razones(cpus)),
    una: { ...medida(corridos.map(([a]) => a)), extension: una.extension() },
    otra: { ...medida(corridos.map(([, b]) => b)), extension: otra.extension() },
  }
}

const tres = ({ mediana, minimo, maximo }: Resumen): Resumen => ({
  mediana: Number(mediana.toFixed(3)),
  minimo: Number(minimo.toFixed(3)),
  maximo: Number(maximo.toFixed(3)),
})
