import { runInNewContext } from 'node:vm'
import { type Hojas, readGrid } from './grid.js'
import { LIMITES, type Limites } from './limites.js'
import { excede, Rechazo } from './rechazo.js'

/** The sheets of an `.xlsx`, for whoever asks nothing else of it; null for bytes that are none. */
export function leerHojas(bytes: Uint8Array, limites: Limites = LIMITES): Hojas | null {
  try {
    return withinTime(limites, () => readGrid(bytes, limites))
  } catch (error) {
    if (error instanceof Rechazo) return null
    throw error
  }
}

/**
 * What some work gives, if it ends in time. The clock is that of V8, which ends what runs within a context of its own wherever it is, in a
 * loop, a parser or a regular expression, and lets nothing of it go on; no work of ours could look at a clock that often.
 * @throws Rechazo where it takes longer
 */
export function withinTime<T>(limites: Limites, work: () => T): T {
  try {
    return runInNewContext('work()', { work }, { timeout: limites.segundos * 1000 }) as T
  } catch (error) {
    // It is made within that context, where `Error` is another.
    if ((error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw excede('segundos', limites)
    throw error
  }
}
