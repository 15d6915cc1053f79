import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { hash } from '../../section/index.js'

/** Pages by the hash of what they show: a process that writes report after report draws most of them again, the same. */
const before = new Map<string, Uint8Array>()

/** Pages that are kept compressed; of more, the first ones go. A page takes some 3 KB. */
const MOST = 2000

/** Compresses what a page shows, in a thread beside this one, or finds it as it was compressed before. */
export async function compressed(shown: Uint8Array): Promise<Uint8Array> {
  const name = hash(shown)
  const known = before.get(name)
  // The last that was asked for is the last to go.
  before.delete(name)
  const made = known ?? (await promisify(deflate)(shown))
  before.set(name, made)
  const [oldest] = before.keys()
  if (before.size > MOST && oldest !== undefined) before.delete(oldest)
  return made
}
