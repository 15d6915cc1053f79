/** The pages of a Word document, found in one thread and awaited in another. */
import type { MessagePort } from 'node:worker_threads'
import type { Measure, SectionPages, ToMeasure } from '../writers/docx/index.js'
import type { ToWrite } from './packed.js'

/** What the thread that lays documents out is asked. */
export interface LayoutTask {
  /** Its pictures have a size, and need no pixel. */
  readonly document: ToWrite
  readonly to: MessagePort
}

/** The number that the page of each block shows. */
type Pages = ReadonlyMap<string, string>

/** What the one who lays out tells the writer: sections to lay out too, once it is free; or what was found, or why it was not. */
type Told = { readonly lay: readonly ToMeasure[] } | { readonly pages: Pages } | Failed
/** What the writer answers. */
type Laid = { readonly laid: readonly SectionPages[] } | Failed
interface Failed {
  readonly error: string
}

/** Of a whole report, this share is laid out here; the writer, who has little else to do by then, does the rest. */
const SHARE = 0.7
/** Characters of a tree that are worth sharing. */
const WORTH = 300_000

/** Lays the first sections out here, and has whoever waits for them lay the last ones out, where they are many. */
export function shared(to: MessagePort, here: Measure): Measure {
  const elsewhere = helperAt(to)
  return async (documento, theme, assets, asked) => {
    const lengths = asked.map(({ position }) => JSON.stringify(documento.sections[position]).length)
    const all = lengths.reduce((sum, length) => sum + length, 0)
    if (all < WORTH || asked.length < 2) return await here(documento, theme, assets, asked)
    const cut = cutOf(lengths, all * SHARE)
    const theirs = elsewhere(asked.slice(cut))
    theirs.catch(() => undefined)
    const ours = await here(documento, theme, assets, asked.slice(0, cut))
    return [...ours, ...(await theirs)]
  }
}

/** How many of the first ones come to about so much; at least one, and not all. */
function cutOf(lengths: readonly number[], share: number): number {
  let sum = 0
  const at = lengths.findIndex((length) => {
    sum += length
    return sum >= share
  })
  return Math.min(Math.max(at + 1, 1), lengths.length - 1)
}

/** Whoever waits at the other end, as a function that has it lay sections out. Its end is heard of from now on, work or not. */
function helperAt(to: MessagePort): (asked: readonly ToMeasure[]) => Promise<readonly SectionPages[]> {
  const gone = new Promise<never>((_, reject) => to.once('close', () => reject(new Error('quien escribía el documento ya no está.'))))
  gone.catch(() => undefined)
  return (asked) => {
    to.postMessage({ lay: asked } satisfies Told)
    const answer = new Promise<readonly SectionPages[]>((resolve, reject) => {
      to.once('message', (told: Laid) => ('laid' in told ? resolve(told.laid) : reject(new Error(told.error))))
    })
    return Promise.race([answer, gone])
  }
}

/** Tells whoever lays a document out that nobody will come for its pages, nor help with them. A port that is on its way would not hear of its end. */
export function giveUp(pages: MessagePort | undefined): void {
  pages?.postMessage({ error: 'no hay quien escriba el documento.' } satisfies Laid)
}

/** Tells what was found, or why it was not. */
export async function tellPages(to: MessagePort, found: Promise<Pages>): Promise<void> {
  const told: Told = await found.then(
    (pages) => ({ pages }),
    (error: unknown) => ({ error: wordsOf(error) }),
  )
  to.postMessage(told)
  to.close()
}

/**
 * Waits for them, and lays out meanwhile what it is asked to. Throws what the other thread met, and where it ended without a word.
 */
export function pagesFrom(from: MessagePort, lay: (asked: readonly ToMeasure[]) => Promise<readonly SectionPages[]>): Promise<Pages> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`No se hallaron las páginas del documento de Word: ${why}`))
    const answer = (laid: Laid) => from.postMessage(laid)
    from.on('message', (told: Told) => {
      if ('pages' in told) resolve(told.pages)
      else if ('error' in told) fail(told.error)
      else
        void lay(told.lay).then(
          (laid) => answer({ laid }),
          (error: unknown) => answer({ error: wordsOf(error) }),
        )
    })
    from.once('close', () => fail('el hilo que las hallaba terminó.'))
  })
}

const wordsOf = (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error))
