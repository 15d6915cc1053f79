/** What runs in the thread that lays Word documents out: what it finds goes to whoever writes the document. */
import { workerData } from 'node:worker_threads'
import { NO_PARTS } from '../document/index.js'
import { layOutDocx, loadWriter, measureDocx } from '../writers/index.js'
import { type LayoutTask, shared, tellPages } from './layout.js'
import { unpacker } from './packed.js'
import { openParts, type PartsFolder } from './parts-folder.js'
import { answering } from './ready-thread.js'

const folder = workerData as PartsFolder | null
const parts = folder === null ? NO_PARTS : openParts(folder)

const unpack = unpacker()

answering(
  () => loadWriter('docx'),
  async ({ document, to }: LayoutTask) => await tellPages(to, layOutDocx(...unpack(document), { parts, measure: shared(to, measureDocx) })),
)
