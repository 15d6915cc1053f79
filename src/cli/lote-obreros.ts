/** The threads of a batch. Whatever a workbook does to the one that has it, the others go on. */
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { type Fila, pendiente, sinInforme } from '../lote/index.js'
import type { Desenlace } from './lote-encargo.js'
import type { Publica, Tarea } from './lote-obrero.js'
import { eachAlone, stayOpen } from './v8.js'

export interface ComoTrabajan {
  /** How many at once. */
  readonly cuantos: number
  /** MB of JavaScript memory that each may use, and seconds that a report may take. */
  readonly memoria: number
  readonly plazo: number
}

/** MB that a report takes, measured (docs/escala.md). */
const MB_POR_OBRERO = 400

/** As many as processors, if they fit in the memory that there is. */
export function obrerosPorOmision(): number {
  return Math.max(1, Math.min(availableParallelism(), Math.floor(process.availableMemory() / 1024 / 1024 / MB_POR_OBRERO)))
}

/** Whoever does tasks: threads of this process, or others' through a queue. */
export interface Obreros {
  /** Does a task, as soon as somebody is free. What whoever has it dies of is in the outcome; null where it was withdrawn. */
  readonly hacer: (tarea: Tarea) => Promise<Desenlace | null>
  /** Withdraws the tasks that nobody has begun. */
  readonly retirar: () => void
  readonly cerrar: () => Promise<void>
}

/** Threads of this process, as many as tasks are asked for at once. */
export interface Hilos extends Obreros {
  readonly hacer: (tarea: Tarea) => Promise<Desenlace>
}

export function obreros({ cuantos, memoria, plazo }: ComoTrabajan): Hilos {
  eachAlone()
  const pool = new Piscina<Tarea, Desenlace>({
    filename: new URL('./lote-obrero.js', import.meta.url).href,
    ...{ minThreads: cuantos, maxThreads: cuantos, resourceLimits: { maxOldGenerationSizeMb: memoria } },
    // A thread that waits for work by `Atomics.wait` holds back what it still has to write.
    atomics: 'disabled',
  })
  const relojes = new Map<number, { readonly corte: AbortController; readonly timbre: NodeJS.Timeout }>()
  // Past that point the report is there, and only has to be put in place: whoever ends the thread then leaves the folder half-done.
  pool.on('message', ({ publica }: Publica) => clearTimeout(relojes.get(publica)?.timbre))
  // A thread that cannot even begin takes no task, and would be waited for.
  pool.on('error', (error: unknown) => {
    for (const { corte } of relojes.values()) corte.abort(error)
  })

  async function hacer(tarea: Tarea): Promise<Desenlace> {
    const inicio = performance.now()
    const corte = new AbortController()
    relojes.set(tarea.numero, { corte, timbre: setTimeout(() => corte.abort(FUERA_DE_PLAZO), plazo * 1000) })
    try {
      const desenlace = await pool.run(tarea, { signal: corte.signal })
      stayOpen()
      return desenlace
    } catch (error) {
      const { libro, salida } = tarea.encargo
      const fila = { ...pendiente(libro, salida), ms: Math.round(performance.now() - inicio) }
      return {
        fila: sinHilo(fila, corte.signal.aborted ? corte.signal.reason : error, { memoria, plazo }),
        clave: null,
        ahora: true,
        disco: false,
      }
    } finally {
      clearTimeout(relojes.get(tarea.numero)?.timbre)
      relojes.delete(tarea.numero)
    }
  }

  // Tasks are handed out one a thread: none waits.
  return { hacer, retirar: () => undefined, cerrar: () => pool.destroy() }
}

const FUERA_DE_PLAZO = Symbol('fuera de plazo')

/** What to tell of a workbook whose thread ended. */
function sinHilo(fila: Fila, error: unknown, { memoria, plazo }: Pick<ComoTrabajan, 'memoria' | 'plazo'>): Fila {
  if (error === FUERA_DE_PLAZO)
    return sinInforme(fila, 'rechazado', [
      `Su informe no estaba hecho a los ${plazo} segundos. Revise que sea el libro de la política; si lo es, dele más con --plazo.`,
    ])
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return sinInforme(fila, 'rechazado', [
      `Su informe necesita más de los ${memoria} MB de memoria que hay para cada uno. Revise que sea el libro de la política; si lo es, dele más con --memoria.`,
    ])
  return sinInforme(fila, 'fallido', [
    `El hilo que lo hacía terminó antes de tiempo: ${error instanceof Error ? error.message : String(error)}`,
  ])
}
