import { distance } from 'fastest-levenshtein'
import { normalizarNombre } from '../model/index.js'
import { quoted } from './show.js'

/** The candidates most like a name, best first, at most three; none where nothing is like it (more than half of it would change). */
export function nearest(name: string, candidates: Iterable<string>): readonly string[] {
  const wanted = normalizarNombre(name)
  return [...new Set(candidates)]
    .map((candidate) => ({ candidate, steps: distance(wanted, normalizarNombre(candidate)) }))
    .filter(({ candidate, steps }) => steps <= Math.max(wanted.length, candidate.length) / 2)
    .sort((a, b) => a.steps - b.steps)
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

/**
 * Of the names that are unknown, those that merely follow from keys that could not be read: each unreadable key was one of them, and it
 * is taken for the one most like it. They need no error of their own.
 */
export function explainedBy(unreadable: readonly string[], unknown: Iterable<string>): ReadonlySet<string> {
  const left = new Set(unknown)
  const explained = new Set<string>()
  for (const key of unreadable) {
    const [closest] = [...left].sort((a, b) => distance(key, a) - distance(key, b))
    if (closest === undefined) break
    left.delete(closest)
    explained.add(closest)
  }
  return explained
}

/** Names as a sentence lists them: «a», «b» o «c». */
export function listed(names: readonly string[]): string {
  const all = names.map(quoted)
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} o ${all.at(-1)}`
}
