/** The pages of a Word document, found in one thread and awaited in another. */
import type { MessagePort } from 'node:worker_threads'
import type { Escritor } from '../pipeline/index.js'

/** What the thread that lays documents out is asked. */
export interface LayoutTask {
  /** Its pictures have a size, and need no pixel. */
  readonly document: Parameters<Escritor>
  readonly to: MessagePort
}

/** The number that the page of each block shows. */
type Pages = ReadonlyMap<string, string>

type Told = { readonly pages: Pages } | { readonly error: string }

/** Tells what was found, or why it was not. */
export async function tellPages(to: MessagePort, found: Promise<Pages>): Promise<void> {
  const told: Told = await found.then(
    (pages) => ({ pages }),
    (error: unknown) => ({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
  to.postMessage(told)
  to.close()
}

/** Waits for them. Throws what the other thread met, and where it ended without a word. */
export function pagesFrom(from: MessagePort): Promise<Pages> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`No se hallaron las páginas del documento de Word: ${why}`))
    from.once('message', (told: Told) => ('pages' in told ? resolve(told.pages) : fail(told.error)))
    from.once('close', () => fail('el hilo que las hallaba terminó.'))
  })
}
