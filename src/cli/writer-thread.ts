/** Writers, and what draws the charts, each in a thread of its own, so that they work at once. */
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
}

/** The writer of a format, run in a thread that loads it while the report is composed, and writes one document after another. */
export function inThread(format: Format, parts: PartsFolder | null = null): Escritor {
  const write = readyThread<Parameters<Escritor>, Written>(new URL('./writer-entry.js', import.meta.url), {
    format,
    parts,
  } satisfies WriterData)
  return (...args) => write(args)
}

/** The charts of documents, drawn in a thread that loads what it needs while the workbook is read. */
export function graficasEnHilo(): DibujarGraficas {
  const dibujar = readyThread<Parameters<DibujarGraficas>, readonly Picture[]>(new URL('./pictures-thread.js', import.meta.url), null)
  return (...args) => dibujar(args)
}
