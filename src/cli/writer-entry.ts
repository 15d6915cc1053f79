/** What runs in a writer's thread. A file of its own: whoever asks for a writer may be in a thread too. */
import { availableParallelism } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { NO_PARTS } from '../document/index.js'
import type { Escritor } from '../pipeline/index.js'
import { loadWriter, WRITERS } from '../writers/index.js'
import { sharedMeasure } from './layout.js'
import { openParts } from './parts-folder.js'
import type { WriterData } from './writer-thread.js'

const { format, parts: folder } = workerData as WriterData
const parts = folder === null ? NO_PARTS : openParts(folder)
const measure = format === 'docx' && availableParallelism() > 1 ? sharedMeasure() : undefined
parentPort?.on('message', async (args: Parameters<Escritor>) => {
  parentPort?.postMessage(await WRITERS[format](...args, { parts, measure }))
})
// What cannot be loaded fails again when it is asked for, where somebody hears it.
await loadWriter(format).catch(() => undefined)
