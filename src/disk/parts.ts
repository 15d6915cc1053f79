/** A folder of parts that were made before, each in a file named by the hash of what it was made of. */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

/** What is known of the parts kept in a folder. */
export interface Parts {
  readonly known: (of: unknown) => unknown
  readonly keep: (of: unknown, part: unknown) => void
}

const ENDING = '.parte'
const SEAL = 32

/**
 * The parts of a folder, which is made when there is something to keep, for its owner only. `build`: what made them; another build made
 * others. Each is also held in memory, for a process that asks again, up to `most` bytes. A file that is not whole counts as none, and
 * a folder that cannot be written keeps nothing: it only saves time.
 */
export function partsIn(folder: string, build: string, most: number): Parts {
  const held = new Map<string, Uint8Array>()
  let size = 0
  const nameOf = (of: unknown) => sha256(`${build}\n${JSON.stringify(of)}`).toString('hex')
  const hold = (name: string, bytes: Uint8Array) => {
    size += bytes.length - (held.get(name)?.length ?? 0)
    held.set(name, bytes)
    for (const [oldest, { length }] of held) {
      if (size <= most) break
      held.delete(oldest)
      size -= length
    }
  }
  return {
    known(of) {
      const name = nameOf(of)
      const inMemory = held.get(name)
      if (inMemory !== undefined) return deserialize(inMemory)
      const bytes = read(join(folder, name + ENDING))
      if (bytes === null) return undefined
      hold(name, bytes)
      return deserialize(bytes)
    },
    keep(of, part) {
      const name = nameOf(of)
      const bytes = serialize(part)
      hold(name, bytes)
      write(folder, name + ENDING, bytes)
    },
  }
}

/** What is in the file, where it is as it was written; its time is set to now, so that what is used stays. */
function read(path: string): Uint8Array | null {
  try {
    const file = readFileSync(path)
    const bytes = file.subarray(SEAL)
    if (!sha256(bytes).equals(file.subarray(0, SEAL))) return null
    const now = new Date()
    utimesSync(path, now, now)
    return bytes
  } catch {
    return null
  }
}

function write(folder: string, name: string, bytes: Uint8Array): void {
  const temporary = join(folder, `${name}.${randomBytes(8).toString('hex')}`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(temporary, Buffer.concat([sha256(bytes), bytes]), { mode: 0o600 })
    renameSync(temporary, join(folder, name))
  } catch {
    if (existsSync(temporary)) rmSync(temporary, { force: true })
  }
}

/** Leaves the folder with the parts that were used last, up to so many bytes in all, and without what a run that died had begun to write. */
export function trimParts(folder: string, most: number, now: Date): void {
  try {
    const files = readdirSync(folder).flatMap((name) => {
      const path = join(folder, name)
      const found = statSync(path, { throwIfNoEntry: false })
      return found?.isFile() === true && name.includes(ENDING)
        ? [{ path, whole: name.endsWith(ENDING), at: found.mtimeMs, size: found.size }]
        : []
    })
    let total = 0
    for (const { path, whole, at, size } of files.toSorted((a, b) => b.at - a.at)) {
      total += size
      if (total > most || (!whole && now.getTime() - at > HOUR)) rmSync(path, { force: true })
    }
  } catch {
    // Without the folder there is nothing to leave out; another process may be doing the same.
  }
}

const HOUR = 3_600_000

function sha256(text: string | Uint8Array): Buffer {
  return createHash('sha256').update(text).digest()
}
