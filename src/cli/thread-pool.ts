/** A few threads that do the same kind of work, each for itself, so that work without end keeps every processor busy. */
import { Worker } from 'node:worker_threads'

/** An error, as it passes from a thread to another. */
export type Failure = Pick<Error, 'name' | 'message'>

/** What comes back from a thread. */
export type Answer<R> = { readonly result: R } | { readonly error: Failure }

/** Does one task at a time in each thread. */
export interface Pool<T, R> {
  /** Rejects with the name and the message of what failed in the thread. */
  readonly run: (task: T) => Promise<R>
  /** How many tasks can be under way. */
  readonly size: number
  /** Ends every thread. */
  readonly close: () => Promise<void>
}

/** A pool of at most `size` threads that run `script`, each made when there is work for it and given `data` at its start. */
export function threadPool<T, R>(script: URL, data: unknown, size: number): Pool<T, R> {
  const workers: Worker[] = []
  const idle: Worker[] = []
  const waiting: ((worker: Worker) => void)[] = []

  function freeWorker(): Worker | undefined {
    const worker = idle.pop()
    if (worker !== undefined || workers.length >= size) return worker
    const made = new Worker(script, { workerData: data })
    workers.push(made)
    return made
  }

  async function run(task: T): Promise<R> {
    const worker = freeWorker() ?? (await new Promise<Worker>((resolve) => waiting.push(resolve)))
    try {
      return await ask<T, R>(worker, task)
    } finally {
      const next = waiting.shift()
      if (next === undefined) idle.push(worker)
      else next(worker)
    }
  }

  return { run, size, close: async () => void (await Promise.all(workers.map((worker) => worker.terminate()))) }
}

function ask<T, R>(worker: Worker, task: T): Promise<R> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: Answer<R>) =>
      settle(() =>
        'result' in answer ? resolve(answer.result) : reject(Object.assign(new Error(answer.error.message), { name: answer.error.name })),
      )
    const onError = (error: Error) => settle(() => reject(error))
    const onExit = (code: number) => settle(() => reject(new Error(`Un hilo terminó con código ${code}`)))
    const settle = (act: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(task)
  })
}
