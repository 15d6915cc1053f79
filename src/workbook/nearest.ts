import { distance } from 'fastest-levenshtein'
import { normalizarNombre } from '../model/index.js'
import { quoted } from './show.js'

/** No name is longer: what is, is a text out of place. */
const LONGEST_NAME = 200

/** The candidates most like a name, best first, at most three; none where nothing is like it (more than half of it would change). */
export function nearest(name: string, candidates: Iterable<string>): readonly string[] {
  if (name.length > LONGEST_NAME) return []
  const wanted = normalizarNombre(name)
  return [...new Set(candidates)]
    .filter((candidate) => candidate.length <= LONGEST_NAME)
    .map((candidate) => ({ candidate, steps: distance(wanted, normalizarNombre(candidate)) }))
    .filter(({ candidate, steps }) => steps <= Math.max(wanted.length, candidate.length) / 2)
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/** Pairs of names that are compared at most: those of several thousand keys that could not be read. */
const MOST_PAIRS = 20_000_000

/**
 * Of the names that are unknown, those that merely follow from keys that could not be read: each unreadable key was one of them, and it
 * is taken for the one most like it. They need no error of their own.
 */
export function explainedBy(unreadable: readonly string[], unknown: Iterable<string>): ReadonlySet<string> {
  const left = new Set(unknown)
  const explained = new Set<string>()
  if (unreadable.length * left.size > MOST_PAIRS) return explained
  for (const key of unreadable) {
    const closest = left.has(key) ? key : closestTo(key, left)
    if (closest === undefined) break
    left.delete(closest)
    explained.add(closest)
  }
  return explained
}

/** The first of those that take the fewest steps. */
function closestTo(key: string, names: Iterable<string>): string | undefined {
  let best: { readonly name: string; readonly steps: number } | undefined
  for (const name of names) {
    const steps = distance(key.slice(0, LONGEST_NAME), name.slice(0, LONGEST_NAME))
    if (best === undefined || steps < best.steps) best = { name, steps }
  }
  return best?.name
}

/** Names as a sentence lists them: «a», «b» o «c». */
export function listed(names: readonly string[]): string {
  const all = names.map(quoted)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} o ${all.at(-1)}`
}
