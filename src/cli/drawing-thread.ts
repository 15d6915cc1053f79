/** Charts drawn in threads, so that every processor draws. */
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { Firma, Lamina, Pedido } from '../charts/index.js'
import type { Assets } from '../document/index.js'
import type { Theme } from '../theme/index.js'
import { type Answer, type Failure, type Pool, threadPool } from './thread-pool.js'

type Task = readonly [Lamina, Pedido, Firma]

interface Data {
  readonly theme: Theme
  readonly fonts: Assets['fonts']
}

/** Beyond these, threads cost more memory than they save time. */
const MOST_THREADS = 8

/** As many drawers as processors, with this theme and its fonts. */
export function drawingThreads(theme: Theme, fonts: Assets['fonts']): Pool<Task, Uint8Array> {
  return threadPool(
    new URL('./drawing-thread.js', import.meta.url),
    { theme, fonts } satisfies Data,
    Math.min(MOST_THREADS, availableParallelism()),
  )
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort
  const { theme, fonts } = workerData as Data
  const cargadas = import('../charts/index.js').then(({ laminas }) => laminas(theme, fonts))
  port.on('message', async (task: Task) => {
    const answer: Answer<Uint8Array> = await cargadas
      .then((dibujar) => dibujar(...task))
      .then(
        (result) => ({ result }),
        (error: unknown) => ({ error: worded(task, error) }),
      )
    port.postMessage(answer)
  })
}

/** What failed, with the picture that it was about where it is a matter of its size. */
function worded([{ rotulo }, { uso }]: Task, error: unknown): Failure {
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
  if (name !== 'NoCabe') return { name, message }
  return {
    name,
    message: `La ${rotulo} no cabe en el uso «${uso}» con letras que se puedan leer: pida otro uso, o dele más espacio en el tema.`,
  }
}
