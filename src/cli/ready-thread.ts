/** A thread that is started before there is work for it, so that what it needs is loaded by then. */
import { type MessagePort, parentPort, Worker } from 'node:worker_threads'

/** What a thread says when it has loaded what it needs. */
const LOADED = 'loaded'

// One loads at a time: whoever started them has the other processor.
let loading: Promise<unknown> = Promise.resolve()

export interface ReadyThread<T, R> {
  /**
   * What it is asked it does in that order, and answers each with a message. What fails there fails here, with its message and stack, and
   * so does what was asked after; the next task has a new thread. `ports`: those that the task hands over.
   */
  readonly ask: (task: T, ports?: readonly MessagePort[]) => Promise<R>
  /** Tells it what to get ready: nothing comes of it, and no process is kept alive for it. Where it fails, so does what was asked after. */
  readonly tell: (task: T) => void
  /** Ends it. For whoever has no more work for it: the process need not end it with all the rest. */
  readonly end: () => void
}

/** The thread of a script, given `data` at its start. Without work it keeps no process alive. */
export function readyThread<T, R>(script: URL, data: unknown): ReadyThread<T, R> {
  let ready: Ready<T, R> | null = null

  function started(): Ready<T, R> {
    if (ready !== null) return ready
    const thread = start<T, R>(script, data, () => {
      // One that ends, with work or without, is asked for nothing more.
      if (ready === thread) ready = null
    })
    ready = thread
    return thread
  }

  loading = loading.then(() => started().loaded)
  return { ask: (task, ports = []) => started().ask(task, ports), tell: (task) => started().tell(task), end: () => ready?.end() }
}

/** A thread that runs. */
interface Ready<T, R> extends ReadyThread<T, R> {
  /** Once it has loaded what it needs, or ended. */
  readonly loaded: Promise<void>
}

function start<T, R>(script: URL, data: unknown, ended: () => void): Ready<T, R> {
  const worker = new Worker(script, { workerData: data })
  const asked: { readonly resolve: (answer: R) => void; readonly reject: (error: Error) => void }[] = []
  // Whoever listens to a thread keeps the process alive for it, unless told otherwise after. One that cannot load says so to whoever asks
  // it for something.
  const loaded = new Promise<void>((resolve) => {
    const gone = (error: Error) => {
      ended()
      resolve()
      for (const { reject } of asked.splice(0)) reject(error)
    }
    worker
      .on('message', (message: R | typeof LOADED) => {
        if (message === LOADED) return resolve()
        asked.shift()?.resolve(message)
        if (asked.length === 0) worker.unref()
      })
      .on('error', gone)
      .on('exit', (code) => gone(new Error(`El hilo ${script.pathname.split('/').at(-1)} terminó con código ${code}`)))
      .unref()
  })
  return {
    loaded,
    ask: (task, ports = []) =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject })
        worker.ref()
        worker.postMessage(task, ports)
      }),
    tell: (task) => {
      asked.push({ resolve: () => undefined, reject: () => undefined })
      worker.postMessage(task)
    },
    end: () => void worker.terminate(),
  }
}

/** The other end, in the thread itself: loads what it needs, and then answers each task. What cannot be loaded fails again in the task. */
export function answering<T, R>(load: () => Promise<unknown>, answer: (task: T) => Promise<R>): void {
  const port = parentPort
  const loaded = load().catch(() => undefined)
  void loaded.then(() => port?.postMessage(LOADED))
  let before = loaded
  port?.on('message', (task: T) => {
    before = before.then(async () => port.postMessage(await answer(task)))
  })
}
