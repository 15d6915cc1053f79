import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotRead, isSystemError } from './errors.js'

/**
 * The bytes of a file.
 * @throws CannotRead
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  return await reading(path, () => readFile(path))
}

/**
 * The bytes of a file; null where it is not there.
 * @throws CannotRead where it is there and cannot be read
 */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  return await readBytes(path).catch((error: unknown) => {
    if (error instanceof CannotRead && isSystemError(error.cause, 'ENOENT', 'ENOTDIR')) return null
    throw error
  })
}

/**
 * The size of a file, in bytes, for whoever should know it before reading it.
 * @throws CannotRead
 */
export async function sizeOf(path: string): Promise<number> {
  return await reading(path, async () => (await stat(path)).size)
}

/**
 * Whether a path is a folder.
 * @throws CannotRead where it is nothing
 */
export async function isFolder(path: string): Promise<boolean> {
  return await reading(path, async () => (await stat(path)).isDirectory())
}

/**
 * Names of what stands in a folder, in order.
 * @throws CannotRead
 */
export async function filesIn(dir: string): Promise<readonly string[]> {
  return (await reading(dir, () => readdir(dir))).toSorted()
}

/**
 * The bytes of every file under a folder, by its path within it with `/`, in order of path. Names that begin with a point (a
 * program's own, like `.DS_Store`) are left out.
 * @throws CannotRead
 */
export async function readTree(dir: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const paths = (await reading(dir, () => filesUnder(dir, ''))).toSorted()
  const tree = new Map<string, Uint8Array>()
  for (const path of paths) tree.set(path, await readBytes(join(dir, path)))
  return tree
}

/**
 * Paths of every file under a folder, as `readTree` names them, but for those in these folders of it.
 * @throws CannotRead
 */
export async function namesUnder(dir: string, but: readonly string[]): Promise<readonly string[]> {
  const paths = await reading(dir, () => filesUnder(dir, ''))
  return paths.filter((path) => !but.some((folder) => path.startsWith(`${folder}/`))).toSorted()
}

async function filesUnder(dir: string, prefix: string): Promise<readonly string[]> {
  const entries = (await readdir(join(dir, prefix), { withFileTypes: true })).filter(({ name }) => !name.startsWith('.'))
  const found = entries.map(async (entry) => {
    const path = `${prefix}${entry.name}`
    if (entry.isDirectory()) return await filesUnder(dir, `${path}/`)
    // A link to a file counts as the file; one to a folder could lead round in circles.
    return (await stat(join(dir, path))).isFile() ? [path] : []
  })
  return (await Promise.all(found)).flat()
}

async function reading<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    throw new CannotRead(path, error)
  }
}
