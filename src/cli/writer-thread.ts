/** Writers, each in a thread of its own, so that both formats are written at once. */
import type { Picture, Written } from '../document/index.js'
import type { DibujarGraficas, Escritor } from '../pipeline/index.js'
import type { Format } from '../writers/index.js'
import type { PartsFolder } from './parts-folder.js'
import { readyThread } from './ready-thread.js'

/** What the thread is told at its start. */
export interface WriterData {
  readonly format: Format
  /** Where parts that were made before are kept; null to make all anew. */
  readonly parts: PartsFolder | null
  /** Whether it draws charts too. */
  readonly draws: boolean
}

/** What it is asked. */
export type WriterTask = { readonly write: Parameters<Escritor> } | { readonly draw: Parameters<DibujarGraficas> }

/** The writer of a format, run in a thread that loads it while the report is composed, and writes one document after another. */
export function inThread(format: Format, parts: PartsFolder | null = null): Escritor {
  const work = threadOf({ format, parts, draws: false })
  return (...args) => work({ write: args }) as Promise<Written>
}

/**
 * The writers of some formats, each in its thread, and what draws the charts of a document in the thread of the one that has most time
 * before the document comes.
 */
export function inThreads(
  formats: readonly Format[],
  parts: PartsFolder | null,
): { readonly escritores: ReadonlyMap<Format, Escritor>; readonly dibujar: DibujarGraficas } {
  const drawer = formats.includes('pdf') ? 'pdf' : formats[0]
  // What draws loads first, for charts come before documents.
  const order = formats.toSorted((a, b) => Number(b === drawer) - Number(a === drawer))
  const threads = new Map(order.map((format) => [format, threadOf({ format, parts, draws: format === drawer })]))
  const drawing = threads.get(drawer ?? 'pdf')
  return {
    escritores: new Map([...threads].map(([format, work]) => [format, (...args) => work({ write: args }) as Promise<Written>])),
    dibujar: async (...args) => {
      if (drawing === undefined) throw new RangeError('No se pidió ningún formato.')
      return (await drawing({ draw: args })) as readonly Picture[]
    },
  }
}

function threadOf(data: WriterData): (task: WriterTask) => Promise<Written | readonly Picture[]> {
  return readyThread(new URL('./writer-entry.js', import.meta.url), data)
}
