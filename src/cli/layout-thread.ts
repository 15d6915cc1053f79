/** What runs in the thread that lays some sections of a Word document out. */
import { parentPort } from 'node:worker_threads'
import { measureSections } from '../writers/docx/index.js'
import type { LayoutTask } from './layout.js'

parentPort?.on('message', async (task: LayoutTask) => parentPort?.postMessage(await measureSections(...task)))
