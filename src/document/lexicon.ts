/**
 * Values that were made of texts before, each by its text and all of a kind together: small ones, of which a report asks for most every
 * time, so that one part of a `PartStore` holds them all.
 */
import { NO_PARTS, type PartStore } from './parts.js'

export interface Lexicon<T> {
  /** The value of a text: the one that was made before, or what `make` gives of it. It is not to be changed. */
  readonly of: (text: string, make: (text: string) => T) => T
  /** The same, where it is made elsewhere. */
  readonly soon: (text: string, make: () => Promise<T>) => Promise<T>
  /**
   * Keeps the `most` values that were asked for last, for another process to know. A few new ones are made again there: they are not worth
   * writing all of them.
   */
  readonly keep: (most: number) => void
}

/** Of so many, one that is new has the rest written again. */
const WORTH = 20

const opened = new WeakMap<PartStore, Map<string, Lexicon<unknown>>>()

/**
 * The lexicon of a kind, the same one again in a process that asks twice. Its values must be such that they can be cloned. `kind`: plain
 * values, for JSON: whatever makes a value another, but its text.
 */
export function lexiconIn<T>(parts: PartStore, kind: unknown): Lexicon<T> {
  if (parts === NO_PARTS) return { of: (text, make) => make(text), soon: (_, make) => make(), keep: () => undefined }
  const ofStore = opened.get(parts) ?? new Map<string, Lexicon<unknown>>()
  opened.set(parts, ofStore)
  const name = JSON.stringify(kind)
  const known = ofStore.get(name) ?? newLexicon(parts, kind)
  ofStore.set(name, known)
  return known as Lexicon<T>
}

function newLexicon(parts: PartStore, kind: unknown): Lexicon<unknown> {
  // The one that was asked for last is the last one.
  const values = new Map((parts.known(kind) as ReadonlyMap<string, unknown> | undefined) ?? [])
  let unkept = 0
  const hold = (text: string, value: unknown) => {
    if (!values.delete(text)) unkept += 1
    values.set(text, value)
    return value
  }
  return {
    of: (text, make) => hold(text, values.get(text) ?? make(text)),
    soon: async (text, make) => hold(text, values.get(text) ?? (await make())),
    keep(most) {
      for (const oldest of values.keys()) {
        if (values.size <= most) break
        values.delete(oldest)
      }
      if (unkept * WORTH <= values.size) return
      parts.keep(kind, values)
      unkept = 0
    },
  }
}
