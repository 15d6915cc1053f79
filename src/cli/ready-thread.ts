/** A thread that is started before there is work for it, so that what it needs is loaded by then. */
import { Worker } from 'node:worker_threads'

/**
 * The thread of a script, given `data` at its start, as a function: one task at a time, each answered by a message. What fails there fails
 * here, with its message and stack, and the next task has a new thread. A thread without work keeps no process alive.
 */
export function readyThread<T, R>(script: URL, data: unknown): (task: T) => Promise<R> {
  let ready: Worker | null = started()
  let before: Promise<unknown> = Promise.resolve()

  function started(): Worker {
    const worker = new Worker(script, { workerData: data })
    worker.unref()
    return worker
  }

  function answer(task: T): Promise<R> {
    return new Promise((resolve, reject) => {
      const worker = ready ?? started()
      ready = worker
      const failed = (error: Error) => {
        ready = null
        reject(error)
      }
      const ended = (code: number) => failed(new Error(`El hilo ${script.pathname.split('/').at(-1)} terminó con código ${code}`))
      worker.once('error', failed).once('exit', ended)
      worker.once('message', (result: R) => {
        worker.off('error', failed).off('exit', ended).unref()
        resolve(result)
      })
      worker.ref()
      worker.postMessage(task)
    })
  }

  return (task) => {
    const done = before.then(() => answer(task))
    before = done.catch(() => undefined)
    return done
  }
}
