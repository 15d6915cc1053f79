/**
 * Values that were made of texts before, each by its text and all of a kind together: small ones, of which a report asks for most every
 * time, so that one part of a `PartStore` holds them all.
 */
import { NO_PARTS, type PartStore } from './parts.js'

export interface Lexicon<T> {
  /** The value of a text: the one that was made before, or what `make` gives of it. It is not to be changed. */
  readonly of: (text: string, make: (text: string) => T) => T
  /** Keeps what was made, for another process to know. A few new ones are made again there: they are not worth writing all of them. */
  readonly keep: () => void
}

/** Of so many, one that is new has the rest written again. */
const WORTH = 20

const opened = new WeakMap<PartStore, Map<string, Lexicon<unknown>>>()

/**
 * The lexicon of a kind, the same one again in a process that asks twice. It holds those `most` values that were asked for last, which
 * must be such that they can be cloned. `kind`: plain values, for JSON: whatever makes a value another, but its text.
 */
export function lexiconIn<T>(parts: PartStore, kind: unknown, most: number): Lexicon<T> {
  if (parts === NO_PARTS) return { of: (text, make) => make(text), keep: () => undefined }
  const ofStore = opened.get(parts) ?? new Map<string, Lexicon<unknown>>()
  opened.set(parts, ofStore)
  const name = JSON.stringify(kind)
  const known = ofStore.get(name) ?? newLexicon(parts, kind, most)
  ofStore.set(name, known)
  return known as Lexicon<T>
}

function newLexicon(parts: PartStore, kind: unknown, most: number): Lexicon<unknown> {
  // The one that was asked for last is the last one.
  const values = new Map((parts.known(kind) as ReadonlyMap<string, unknown> | undefined) ?? [])
  let unkept = 0
  return {
    of(text, make) {
      let value = values.get(text)
      if (value === undefined) {
        value = make(text)
        unkept += 1
      } else values.delete(text)
      values.set(text, value)
      return value
    },
    keep() {
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
