/** Which of one sequence is which of another: what is the same first, then what is alike. */
import { comunes, huecos } from '../align/index.js'

export type Pair = readonly [former: number, next: number]

/** A place of both side by side: of the pair, or of whichever alone is there. */
export type Step = readonly [former: number | null, next: number | null]

/** Pairs by the first keys, and then between them by the next ones. An empty key meets none. */
export function pairsByKeys(keyings: readonly (readonly [former: readonly string[], next: readonly string[]])[]): readonly Pair[] {
  const [first, ...others] = keyings
  if (first === undefined) return []
  const [former, next] = first
  return between(comunes(former, next), former.length, next.length, (a, b) =>
    pairsByKeys(others.map(([f, n]) => [f.slice(...a), n.slice(...b)])),
  )
}

/** The pairs and, in each gap between them, those that `more` finds there. */
export function between(
  pairs: readonly Pair[],
  formers: number,
  nexts: number,
  more: (former: readonly [number, number], next: readonly [number, number]) => readonly Pair[],
): readonly Pair[] {
  const found = huecos(pairs, formers, nexts).flatMap(({ unas, otras }) =>
    unas[0] === unas[1] || otras[0] === otras[1] ? [] : more(unas, otras).map(([i, j]): Pair => [unas[0] + i, otras[0] + j]),
  )
  return [...pairs, ...found].sort((a, b) => a[0] - b[0])
}

/** Pairs in order whose likeness adds up to the most; less alike than `least` is another thing. */
export function alike<T>(former: readonly T[], next: readonly T[], likeness: (a: T, b: T) => number, least: number): readonly Pair[] {
  const width = next.length + 1
  const best = new Float64Array((former.length + 1) * width)
  const score = new Float64Array(best.length)
  const at = (i: number, j: number) => best[i * width + j] ?? 0
  for (let i = former.length - 1; i >= 0; i--)
    for (let j = next.length - 1; j >= 0; j--) {
      const how = likeness(former[i] as T, next[j] as T)
      score[i * width + j] = how >= least ? how : 0
      best[i * width + j] = Math.max(at(i + 1, j), at(i, j + 1), (score[i * width + j] ?? 0) + at(i + 1, j + 1))
    }
  const pairs: Pair[] = []
  for (let i = 0, j = 0; i < former.length && j < next.length; ) {
    const how = score[i * width + j] ?? 0
    if (how > 0 && at(i, j) === how + at(i + 1, j + 1)) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}

/** Both sequences as one: in each gap what is gone, and then what came. */
export function sideBySide(pairs: readonly Pair[], formers: number, nexts: number): readonly Step[] {
  const ends: readonly Pair[] = [...pairs, [formers, nexts]]
  return ends.flatMap(([i, j], n): readonly Step[] => {
    const [a, b] = ends[n - 1] ?? [-1, -1]
    const gone = Array.from({ length: i - a - 1 }, (_, k): Step => [a + 1 + k, null])
    const came = Array.from({ length: j - b - 1 }, (_, k): Step => [null, b + 1 + k])
    return [...gone, ...came, ...(n < pairs.length ? [[i, j] as const] : [])]
  })
}

/** How much of what two texts say is said by both: 1 where all of it is, 0 where nothing is, or neither says anything. */
export function shared(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0
  const left = new Map<string, number>()
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1)
  let both = 0
  for (const word of b) {
    const count = left.get(word) ?? 0
    if (count === 0) continue
    both += 1
    left.set(word, count - 1)
  }
  return (2 * both) / (a.length + b.length)
}
