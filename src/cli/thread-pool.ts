/** A few threads that do the same kind of work, each for itself, so that work without end keeps every processor busy. */
import { type MessagePort, type ResourceLimits, Worker } from 'node:worker_threads'

/** An error, as it passes from a thread to another. */
export type Failure = Pick<Error, 'name' | 'message'>

/** What comes back from a thread. */
export type Answer<R> = { readonly result: R } | { readonly error: Failure }

/** Does one task at a time in each thread. */
export interface Pool<T, R> {
  /**
   * Rejects with the name and the message of what failed in the thread, or `TooLate`. A thread that ends is replaced when there is work.
   * `ports`: those that the task hands over.
   */
  readonly run: (task: T, ports?: readonly MessagePort[]) => Promise<R>
  /** How many tasks can be under way. */
  readonly size: number
  /** Ends every thread; tasks that are under way or wait are rejected. */
  readonly close: () => Promise<void>
}

/** What a thread may use before it is ended, for work on what somebody else made. */
export interface Limits<T> {
  readonly resources: ResourceLimits
  /** Milliseconds that a task may take. */
  readonly time: (task: T) => number
  /** Milliseconds without work after which a thread ends, for the memory that it holds; the last one waits for ever, so that it is ready. */
  readonly rest: number
}

/** A task that took more time than it may. */
class TooLate extends Error {
  override readonly name = 'TooLate'
}

/** A pool of at most `size` threads that run `script`, each made when there is work for it and given `data` at its start. */
export function threadPool<T, R>(script: URL, data: unknown, size: number, limits: Limits<T> | null = null): Pool<T, R> {
  const living = new Set<Worker>()
  const idle: Worker[] = []
  const waiting: { readonly resolve: (worker: Worker) => void; readonly reject: (error: Error) => void }[] = []
  /** Which rest each thread is at. */
  const rested = new WeakMap<Worker, number>()
  let clock = 0

  function made(): Worker {
    const worker = new Worker(script, { workerData: data, ...(limits && { resourceLimits: limits.resources }) })
    // Listened to before any task's own: whoever hears of its failure knows already that it is gone.
    const forget = () => void living.delete(worker)
    worker.once('error', forget).once('exit', forget)
    living.add(worker)
    return worker
  }

  function freeWorker(): Worker | undefined {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) if (living.has(worker)) return worker
    return living.size < size ? made() : undefined
  }

  function release(worker: Worker): void {
    const next = waiting.shift()
    if (next !== undefined) next.resolve(living.has(worker) ? worker : made())
    else if (living.has(worker)) rest(worker)
  }

  function rest(worker: Worker): void {
    idle.push(worker)
    if (limits === null) return
    const since = ++clock
    rested.set(worker, since)
    setTimeout(() => {
      // It may have worked since, and rest again.
      if (rested.get(worker) !== since || !idle.includes(worker) || living.size === 1) return
      idle.splice(idle.indexOf(worker), 1)
      living.delete(worker)
      void worker.terminate()
    }, limits.rest).unref()
  }

  async function run(task: T, ports: readonly MessagePort[] = []): Promise<R> {
    const worker = freeWorker() ?? (await new Promise<Worker>((resolve, reject) => waiting.push({ resolve, reject })))
    try {
      return await ask<T, R>(worker, task, ports, limits?.time(task) ?? null)
    } catch (error) {
      if (error instanceof TooLate) {
        living.delete(worker)
        void worker.terminate()
      }
      throw error
    } finally {
      release(worker)
    }
  }

  async function close(): Promise<void> {
    // Tasks that wait for a thread would have one made for them.
    for (const { reject } of waiting.splice(0)) reject(new Error('Los hilos se cerraron'))
    await Promise.all([...living].map((worker) => worker.terminate()))
  }

  return { run, size, close }
}

function ask<T, R>(worker: Worker, task: T, ports: readonly MessagePort[], time: number | null): Promise<R> {
  return new Promise((resolve, reject) => {
    const onMessage = (answer: Answer<R>) =>
      settle(() =>
        'result' in answer ? resolve(answer.result) : reject(Object.assign(new Error(answer.error.message), { name: answer.error.name })),
      )
    const onError = (error: Error) => settle(() => reject(error))
    const onExit = (code: number) => settle(() => reject(new Error(`Un hilo terminó con código ${code}`)))
    const timer = time === null ? null : setTimeout(() => settle(() => reject(new TooLate(`Pasaron ${time / 1000} s`))), time)
    const settle = (act: () => void) => {
      if (timer !== null) clearTimeout(timer)
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      act()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
    worker.postMessage(task, ports)
  })
}
