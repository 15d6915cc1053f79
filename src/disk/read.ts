import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { CannotRead, isSystemError, NotAFile } from './errors.js'

/** A pipe that nobody writes to would keep whoever opens it waiting. Windows has none of these. */
const WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * The bytes of a file, as they were at one moment. What is no file is not opened; what is larger than `most` bytes is not read.
 * @throws CannotRead, also where somebody writes it meanwhile
 */
export async function readBytes(path: string, most = Number.POSITIVE_INFINITY): Promise<Uint8Array> {
  return await reading(path, async () => {
    // Asked before opening, since to open a device can do something to it; and after, since it may be another by then.
    judge(await stat(path), most)
    const file = await open(path, WITHOUT_WAITING)
    try {
      return await wholeOf(file, most)
    } finally {
      await file.close()
    }
  })
}

function judge(found: Stats, most: number): void {
  if (found.isDirectory()) throw new NotAFile('EISDIR')
  if (found.isFIFO()) throw new NotAFile('ES_TUBERIA')
  if (found.isSocket()) throw new NotAFile('ES_SOCKET')
  if (!found.isFile()) throw new NotAFile('ES_DISPOSITIVO')
  if (found.size > most) throw new NotAFile('MUY_GRANDE', `pesa ${megas(found.size)} MB, y se leen hasta ${megas(most)}`)
}

const megas = (bytes: number) => Math.round(bytes / 1024 / 1024).toLocaleString('es-CO')

async function wholeOf(file: FileHandle, most: number): Promise<Uint8Array> {
  const before = await file.stat()
  judge(before, most)
  const bytes = new Uint8Array(before.size)
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, null)
    if (bytesRead === 0) throw new NotAFile('CAMBIO')
    length += bytesRead
  }
  const after = await file.stat()
  if (after.size !== before.size || after.mtimeMs !== before.mtimeMs) throw new NotAFile('CAMBIO')
  return bytes
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
 * program's own, like `.DS_Store`) are left out, as are links that lead out of the folder: what is read is what it holds.
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
    // A link to a file of the folder counts as the file; one to a folder could lead round in circles.
    if (entry.isSymbolicLink() && !(await realpath(join(dir, path))).startsWith(`${await realpath(dir)}${sep}`)) return []
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
