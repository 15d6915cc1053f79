import { randomUUID } from 'node:crypto'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { CannotWrite } from './errors.js'

/**
 * Writes a file whole or not at all: beside its place first, and then into it. `replace` says whether it may take the place of one
 * that is there; where not, that one stays and the error's cause is `EEXIST`.
 * @throws CannotWrite
 */
export async function writeWhole(path: string, bytes: Uint8Array, { replace }: { readonly replace: boolean }): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`)
  try {
    await mkdir(dirname(path), { recursive: true })
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    // A link, unlike a move, refuses a place that is taken.
    await (replace ? rename(temporary, path) : link(temporary, path))
  } catch (error) {
    throw new CannotWrite(path, error)
  } finally {
    await rm(temporary, { force: true })
  }
}
