/** A writer in a thread of its own, so that both formats are drawn at once and a library that keeps state begins anew. */
import { Worker } from 'node:worker_threads'
import type { Written } from '../document/index.js'
import type { Escritor } from '../pipeline/index.js'
import type { Format } from '../writers/index.js'

/**
 * The writer of a format, run in its own thread, which loads while the report is composed. What fails there fails here, with its
 * message and stack. A thread that is never asked keeps no process alive.
 */
export function inThread(format: Format): Escritor {
  let waiting: Worker | null = threadOf(format)
  return (...args) =>
    new Promise((resolve, reject) => {
      const worker = waiting ?? threadOf(format)
      waiting = null
      worker.ref()
      worker.once('message', (written: Written) => resolve(written))
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`El escritor de ${format} terminó con código ${code}`)))
      worker.postMessage(args)
    })
}

function threadOf(format: Format): Worker {
  const worker = new Worker(new URL('./writer-entry.js', import.meta.url), { workerData: format })
  worker.unref()
  return worker
}
