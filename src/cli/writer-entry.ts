/** What runs in a writer's thread. A file of its own: whoever asks for a writer may be in a thread too. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Escritor } from '../pipeline/index.js'
import { type Format, loadWriter, WRITERS } from '../writers/index.js'

const format = workerData as Format
parentPort?.once('message', async (args: Parameters<Escritor>) => parentPort?.postMessage(await WRITERS[format](...args)))
// What cannot be loaded fails again when it is asked for, where somebody hears it.
await loadWriter(format).catch(() => undefined)
