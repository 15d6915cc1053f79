/** What runs in a writer's thread. A file of its own: whoever asks for a writer may be in a thread too. */
import { workerData } from 'node:worker_threads'
import type { Trazada } from '../charts/index.js'
import { NO_PARTS } from '../document/index.js'
import { loadWriter, measureDocx, openPdfFonts, setPdf, WRITERS } from '../writers/index.js'
import { pagesFrom } from './layout.js'
import { unpacker } from './packed.js'
import { openParts } from './parts-folder.js'
import { letOthersGoFirst } from './priority.js'
import { answering } from './ready-thread.js'
import type { WriterAnswer, WriterData, WriterTask } from './writer-thread.js'

const { format, parts: folder, draws, writes, waits } = workerData as WriterData
if (waits) letOthersGoFirst()
const parts = folder === null ? NO_PARTS : openParts(folder)
const loadCharts = () => import('../charts/index.js')
let charts: readonly Trazada[] = []
let set: ReturnType<typeof setPdf> | null = null
const unpack = unpacker()

answering(
  async () => {
    if (draws) await loadCharts()
    if (writes) await loadWriter(format)
  },
  async (task: WriterTask): Promise<WriterAnswer> => {
    if ('open' in task) {
      await openPdfFonts(task.open)
      return []
    }
    if ('place' in task) {
      const [graficas, theme, fonts] = task.place
      charts = graficas.map((await loadCharts()).trazador(theme, fonts))
      return charts.map(({ width, height }) => ({ width, height }))
    }
    if ('draw' in task) return await (await loadCharts()).dibujarTrazadas(charts)
    if ('set' in task) {
      set = setPdf(...unpack(task.set), { parts })
      // What fails is told to whoever asks for its end.
      await set.catch(() => undefined)
      return []
    }
    if ('finish' in task) {
      if (set === null) throw new Error('No document was set.')
      const draw = await set
      return await draw(task.finish)
    }
    const { write, pages } = task
    const given = unpack(write)
    return await WRITERS[format](...given, { parts, pages: pages && (() => pagesFrom(pages, (asked) => measureDocx(...given, asked))) })
  },
)
