/** What runs in a writer's thread. A file of its own: whoever asks for a writer may be in a thread too. */
import { availableParallelism } from 'node:os'
import { workerData } from 'node:worker_threads'
import type { Trazada } from '../charts/index.js'
import { NO_PARTS } from '../document/index.js'
import { layOutDocx, loadWriter, type Means, WRITERS } from '../writers/index.js'
import { sharedMeasure } from './layout.js'
import { openParts } from './parts-folder.js'
import { answering } from './ready-thread.js'
import type { WriterAnswer, WriterData, WriterTask } from './writer-thread.js'

const { format, parts: folder, draws } = workerData as WriterData
const parts = folder === null ? NO_PARTS : openParts(folder)
let means: Means = { parts }
/** What was begun for the document that comes. */
let pages: Means['pages']
let charts: readonly Trazada[] = []

const loadCharts = () => import('../charts/index.js')

answering(
  async () => {
    if (draws) await loadCharts()
    await loadWriter(format)
    if (format === 'docx' && availableParallelism() > 1) means = { parts, measure: sharedMeasure() }
  },
  async (task: WriterTask): Promise<WriterAnswer> => {
    if ('place' in task) {
      const [graficas, theme, fonts] = task.place
      charts = graficas.map((await loadCharts()).trazador(theme, fonts))
      return charts.map(({ width, height }) => ({ width, height }))
    }
    if ('draw' in task) return charts.map(({ png, width, height }) => ({ png: png(), width, height }))
    if ('ahead' in task) {
      pages = layOutDocx(...task.ahead, means)
      // What fails there is told to whoever asks for the document.
      pages.catch(() => undefined)
      return null
    }
    const begun = pages
    pages = undefined
    return await WRITERS[format](...task.write, { ...means, pages: begun })
  },
)
