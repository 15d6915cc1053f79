/** What runs in a writer's thread. A file of its own: whoever asks for a writer may be in a thread too. */
import { availableParallelism } from 'node:os'
import { workerData } from 'node:worker_threads'
import { NO_PARTS } from '../document/index.js'
import { loadWriter, WRITERS } from '../writers/index.js'
import { sharedMeasure } from './layout.js'
import { openParts } from './parts-folder.js'
import { answering } from './ready-thread.js'
import type { WriterData, WriterTask } from './writer-thread.js'

const { format, parts: folder, draws } = workerData as WriterData
const parts = folder === null ? NO_PARTS : openParts(folder)
let means: Parameters<(typeof WRITERS)[typeof format]>[3] = { parts }
const charts = () => import('../charts/index.js')

answering(
  async () => {
    if (draws) await charts()
    await loadWriter(format)
    if (format === 'docx' && availableParallelism() > 1) means = { parts, measure: sharedMeasure() }
  },
  async (task: WriterTask) => {
    if ('write' in task) return await WRITERS[format](...task.write, means)
    const [graficas, theme, fonts] = task.draw
    return graficas.map((await charts()).dibujante(theme, fonts))
  },
)
