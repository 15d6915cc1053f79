/** What runs in the thread that lays some sections of a Word document out. */
import type { LayoutTask } from './layout.js'
import { answering } from './ready-thread.js'

const load = () => import('../writers/docx/index.js')
answering(load, async (task: LayoutTask) => (await load()).measureSections(...task))
