/** What a Redis and some processes hold, looked at as time goes by. */
import { procesoDe } from '../lote/medir.js'
import type { Hallado } from './taller.js'
import type { UnRedis } from './un-redis.js'

const CADA_MS = 1000

interface QueSeMira {
  readonly redis: UnRedis
  readonly procesos: Readonly<Record<string, number | undefined>>
}

/** Looks until it is told to stop; then gives, of each, the most that it held in each fifth of the time, in MB. */
export function muestrear({ redis, procesos }: QueSeMira): { readonly parar: () => Promise<Hallado> } {
  const series = new Map<string, number[]>(['Redis', ...Object.keys(procesos)].map((nombre) => [nombre, []]))
  const mirar = async () => {
    const dicho = await redis.preguntar((cliente) => cliente.info('memory'))
    series.get('Redis')?.push(Number(/^used_memory:(\d+)/mu.exec(dicho)?.[1]) / 1024 / 1024)
    for (const [nombre, pid] of Object.entries(procesos)) {
      const proceso = pid === undefined ? null : procesoDe(pid)
      if (proceso !== null) series.get(nombre)?.push(proceso.mb)
    }
  }
  const reloj = setInterval(() => void mirar(), CADA_MS)
  return {
    parar: async () => {
      clearInterval(reloj)
      await mirar()
      return Object.fromEntries(
        [...series].map(([nombre, serie]) => [`MB de ${nombre}, lo más en cada quinto del tiempo`, quintos(serie).join(', ')]),
      )
    },
  }
}

function quintos(serie: readonly number[]): readonly string[] {
  return [0, 1, 2, 3, 4].map((i) =>
    Math.max(...serie.slice(Math.floor((i * serie.length) / 5), Math.max(Math.floor(((i + 1) * serie.length) / 5), 1))).toFixed(1),
  )
}
