import { createHash } from 'node:crypto'

const known = new WeakMap<Uint8Array, string>()

/**
 * The SHA-256 of some bytes, or of a text in UTF-8, in lower-case hexadecimal. Known of bytes that were asked for before, which are not to
 * change.
 */
export function sha256(bytes: Uint8Array | string): string {
  const before = typeof bytes === 'string' ? undefined : known.get(bytes)
  if (before !== undefined) return before
  const made = createHash('sha256').update(bytes).digest('hex')
  if (typeof bytes !== 'string') known.set(bytes, made)
  return made
}
