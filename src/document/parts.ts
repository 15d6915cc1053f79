/**
 * Parts of reports that were made before, each by all that it was made of, so that what did not change is not made again. Whoever asks
 * says everything that could make the part another; the program's own build is the store's to add.
 */
export interface PartStore {
  /** The part that was made of this; undefined where none was, or it cannot be read whole. `of`: plain values, for JSON. */
  readonly known: (of: unknown) => unknown
  /** Keeps a part, a value that can be cloned. What cannot be kept is made again the next time, and nobody hears of it. */
  readonly keep: (of: unknown, part: unknown) => void
}

/** Knows nothing and keeps nothing. */
export const NO_PARTS: PartStore = { known: () => undefined, keep: () => undefined }
