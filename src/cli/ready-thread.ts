/** A thread that is started before there is work for it, so that what it needs is loaded by then. */
import { type MessagePort, parentPort, Worker } from 'node:worker_threads'

/** What a thread says when it has loaded what it needs. */
const LOADED = 'loaded'

// One loads at a time: whoever started them has the other processor.
let loading: Promise<unknown> = Promise.resolve()

/**
 * The thread of a script, given `data` at its start, as a function: one task at a time, each answered by a message. What fails there fails
 * here, with its message and stack, and the next task has a new thread. A thread without work keeps no process alive. `ports`: those
 * that the task hands over.
 */
export function readyThread<T, R>(script: URL, data: unknown): (task: T, ports?: readonly MessagePort[]) => Promise<R> {
  let ready: { readonly worker: Worker; readonly loaded: Promise<unknown> } | null = null
  let before: Promise<unknown> = Promise.resolve()

  function started() {
    if (ready !== null) return ready
    const worker = new Worker(script, { workerData: data })
    // Listened to from its start: a task may have it loaded, and answer, before anybody waits for that. One that cannot load says so to
    // whoever asks it for something.
    const loaded = new Promise((resolve) => worker.once('message', resolve).once('error', resolve).once('exit', resolve))
    const thread = { worker, loaded }
    // One that ends, with work or without, is asked for nothing more.
    const forget = () => {
      if (ready === thread) ready = null
    }
    // Whoever listens to a thread keeps the process alive for it, unless told otherwise after.
    worker.on('error', forget).on('exit', forget).unref()
    ready = thread
    return thread
  }

  function answer(task: T, ports: readonly MessagePort[]): Promise<R> {
    return new Promise((resolve, reject) => {
      const { worker } = started()
      const settle = (act: () => void) => {
        worker.off('message', told).off('error', failed).off('exit', ended).unref()
        act()
      }
      const told = (message: R | typeof LOADED) => {
        if (message !== LOADED) settle(() => resolve(message as R))
      }
      const failed = (error: Error) => settle(() => reject(error))
      const ended = (code: number) => failed(new Error(`El hilo ${script.pathname.split('/').at(-1)} terminó con código ${code}`))
      worker.on('message', told).on('error', failed).on('exit', ended)
      worker.ref()
      worker.postMessage(task, ports)
    })
  }

  loading = loading.then(() => started().loaded)
  return (task, ports = []) => {
    const done = before.then(() => answer(task, ports))
    before = done.catch(() => undefined)
    return done
  }
}

/** The other end, in the thread itself: loads what it needs, and then answers each task. What cannot be loaded fails again in the task. */
export function answering<T, R>(load: () => Promise<unknown>, answer: (task: T) => Promise<R>): void {
  const port = parentPort
  const loaded = load().catch(() => undefined)
  port?.on('message', async (task: T) => {
    await loaded
    port.postMessage(await answer(task))
  })
  void loaded.then(() => port?.postMessage(LOADED))
}
