/** As many as Node's own threads for files. */
export const AT_ONCE = 4

/**
 * Does a thing with each item, begun in their order, so many at once at most. Where one fails no other is begun, and those that were are waited for,
 * so that whoever takes back what was done meets nobody at work.
 * @throws what the first that failed threw
 */
export async function eachAtOnce<T>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<void>,
  most = AT_ONCE,
): Promise<void> {
  const left = iteratorOf(items)
  let failed = false
  const worker = async () => {
    try {
      for (;;) {
        const next = failed ? null : await left.next()
        if (next === null || next.done === true) return
        await work(next.value)
      }
    } catch (error) {
      failed = true
      throw error
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: most }, worker))
  if (failed) await left.return?.()
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

function iteratorOf<T>(items: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]()
}
