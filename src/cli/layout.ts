/** The sections of a Word document laid out in two threads. */
import type { Measure, SectionPages } from '../writers/docx/index.js'
import { readyThread } from './ready-thread.js'

/** What the other thread is asked. */
export type LayoutTask = Parameters<Measure>

/** How much of the work the other thread takes: most of it, for this one writes the document before. */
const SHARE = 0.75

/** Lays sections out here and in another thread, which is started now. */
export function sharedMeasure(): Measure {
  const elsewhere = readyThread<LayoutTask, readonly SectionPages[]>(new URL('./layout-thread.js', import.meta.url), null)
  const here: Measure = async (...task) => (await import('../writers/docx/index.js')).measureSections(...task)
  return async (documento, theme, assets, asked) => {
    if (asked.length < 2) return await here(documento, theme, assets, asked)
    const lengths = asked.map(({ position }) => JSON.stringify(documento.sections[position]).length)
    const cut = cutOf(lengths)
    // Pixels change no page, and are most of what would have to be copied.
    const images = new Map([...assets.images].map(([id, picture]) => [id, { ...picture, png: new Uint8Array() }]))
    const theirs = elsewhere([documento, theme, { ...assets, images, attachments: [] }, asked.slice(0, cut)])
    // Whoever asked goes on first with what needs no page.
    await new Promise((resolve) => setImmediate(resolve))
    const ours = await here(documento, theme, assets, asked.slice(cut))
    return [...(await theirs), ...ours]
  }
}

/** How many of the first ones weigh about the share of the other thread, by the length of each; at least one, and not all. */
function cutOf(lengths: readonly number[]): number {
  const half = lengths.reduce((sum, length) => sum + length, 0) * SHARE
  let sum = 0
  const at = lengths.findIndex((length) => {
    sum += length
    return sum >= half
  })
  return Math.min(Math.max(at + 1, 1), lengths.length - 1)
}
