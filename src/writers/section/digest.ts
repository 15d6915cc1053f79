import { sha256 } from '../../hash/index.js'

const digests = new WeakMap<object, string>()

/** The SHA-256 of a plain value as JSON, in hexadecimal. Known of a value that was asked for before, which is not to change. */
export function digestOf(value: object): string {
  const before = digests.get(value)
  if (before !== undefined) return before
  const digest = sha256(JSON.stringify(value))
  digests.set(value, digest)
  return digest
}
