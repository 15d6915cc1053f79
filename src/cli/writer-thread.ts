/** A writer in a thread of its own, so that both formats are drawn at once and a library that keeps state begins anew. */
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { Written } from '../document/index.js'
import type { Escritor } from '../pipeline/index.js'
import { type Format, WRITERS } from '../writers/index.js'

interface Job {
  readonly format: Format
  readonly args: Parameters<Escritor>
}

/** The writer of a format, run in its own thread. What fails there fails here, with its message and stack. */
export function inThread(format: Format): Escritor {
  return (...args) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: { format, args } satisfies Job })
      worker.once('message', (written: Written) => resolve(written))
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`El escritor de ${format} terminó con código ${code}`)))
    })
}

if (!isMainThread && parentPort !== null) {
  const { format, args } = workerData as Job
  parentPort.postMessage(await WRITERS[format](...args))
}
