import { link, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CannotWrite } from './errors.js'
import { syncFolder } from './folders.js'
import { writeWithSync } from './journal.js'
import { hasEnded, newToken } from './owner.js'

/**
 * Writes a file whole or not at all: beside its place first, and then into it. `replace` says whether it may take the place of one
 * that is there; where not, that one stays and the error's cause is `EEXIST`.
 * @throws CannotWrite
 */
export async function writeWhole(path: string, bytes: Uint8Array, { replace }: { readonly replace: boolean }): Promise<void> {
  const folder = dirname(path)
  const prefix = `.${basename(path)}.`
  const temporary = join(folder, `${prefix}${await newToken()}`)
  try {
    await mkdir(folder, { recursive: true })
    await removeRemains(folder, prefix)
    await writeWithSync(temporary, bytes)
    // A link, unlike a move, refuses a place that is taken.
    await (replace ? rename(temporary, path) : link(temporary, path))
    await syncFolder(folder)
  } catch (error) {
    throw new CannotWrite(path, error)
  } finally {
    // Where its folder is a file, there is none to remove, and that is no reason to say so instead of why it could not be written.
    await rm(temporary, { force: true }).catch(() => undefined)
  }
}

/** What runs that died had begun to write. */
async function removeRemains(folder: string, prefix: string): Promise<void> {
  for (const name of (await readdir(folder)).filter((one) => one.startsWith(prefix)))
    if (await hasEnded(name.slice(prefix.length))) await rm(join(folder, name), { force: true })
}
