/**
 * What `hacer` gives for each thing, in the order of the things, with at most `aLaVez` made or being made ahead of whoever takes them: so
 * the work is shared out and what it gives does not pile up.
 */
export async function* enOrden<T, R>(cosas: Iterable<T>, aLaVez: number, hacer: (cosa: T) => Promise<R>): AsyncGenerator<R> {
  const enCurso: Promise<R>[] = []
  for (const cosa of cosas) {
    const hecha = hacer(cosa)
    // It is awaited in its turn; until then its failure is not unheard of.
    hecha.catch(() => undefined)
    enCurso.push(hecha)
    const primera = enCurso.length >= aLaVez ? enCurso.shift() : undefined
    if (primera !== undefined) yield await primera
  }
  for (const hecha of enCurso) yield await hecha
}
