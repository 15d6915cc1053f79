import { mkdir, open, readdir, realpath, rename, rm, rmdir, utimes } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { CannotWrite, isSystemError } from './errors.js'
import { pruneEditions } from './former.js'
import type { Files, KeptFile, Publication } from './publication.js'
import { isWithin } from './publication.js'
import { formerSet, type NewSet, setAside } from './set-aside.js'
import { takeTurn } from './turn.js'
import { Undo } from './undo.js'

/**
 * Puts a set of files in a folder, whole or not at all. They are written to a temporary folder beside it and then moved, the manifest
 * last; if any step fails, what was moved goes back and the temporary folder is removed. What is replaced is kept under `anteriores`;
 * what someone has edited since (its hash is not the former manifest's), for good, and reported. Other files are not touched.
 * Runs on one folder take turns. A run cut off between two moves leaves each file whole, old or new, and the next run completes the set.
 * @throws CannotWrite, and whatever the files throw while they are made
 */
export async function publish(publication: Publication): Promise<{ readonly kept: readonly KeptFile[] }> {
  const dir = await realpath(publication.dir).catch(() => resolve(publication.dir))
  const parents = new Undo()
  try {
    await parents.makeFolder(dirname(dir))
    return { kept: await publishInTurn({ ...publication, dir }) }
  } catch (error) {
    await parents.all()
    throw error instanceof NotMade ? error.cause : new CannotWrite(placeOf(error, dir), error)
  }
}

/** What kept a file from being made, apart from what keeps it from being written. */
class NotMade extends Error {}

async function publishInTurn(publication: Publication): Promise<readonly KeptFile[]> {
  const { dir, files, patience = 15_000 } = publication
  const temporary = join(dirname(dir), `.${basename(dir)}.nueva`)
  await takeTurn(temporary, patience)
  const undo = new Undo()
  // Undone with all the rest, so that the next run's turn begins when everything is back in its place.
  undo.add(() => rm(temporary, { recursive: true, force: true }))
  try {
    const written = await writeAll(temporary, typeof files === 'function' ? files(await formerSet(publication)) : files, publication)
    if (!(await exists(dir))) {
      await rename(temporary, dir)
      return []
    }
    const { kept, edition } = await replaceAll(temporary, written, publication, undo)
    // The new set is in place: what cannot be removed now is no reason to fail, and the next run removes it.
    if (publication.passing && edition !== null) await forget(join(dir, edition))
    await pruneEditions(dir).catch(() => undefined)
    await rm(temporary, { recursive: true, force: true }).catch(() => undefined)
    return kept
  } catch (error) {
    await undo.all()
    throw error
  }
}

/** Removes an edition that was set aside, and the folder of editions if it was the only one. What cannot be removed stays. */
async function forget(edition: string): Promise<void> {
  await rm(edition, { recursive: true, force: true }).catch(() => undefined)
  await rmdir(dirname(edition)).catch(() => undefined)
}

async function writeAll(folder: string, files: Files, { manifestName, readManifest, hash }: Publication): Promise<NewSet> {
  const hashes = new Map<string, string>()
  let named: ReadonlySet<string> = new Set()
  for await (const [path, bytes] of made(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    const file = await open(join(folder, path), 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    hashes.set(path, hash(bytes))
    if (path === manifestName) named = new Set(readManifest(bytes)?.keys())
    await signOfLife(folder)
  }
  return { hashes, named }
}

/** The same files. @throws NotMade in place of what their making throws, or where one has no place in the folder */
async function* made(files: Files): Files {
  try {
    for await (const entry of files) {
      if (!isWithin(entry[0])) throw new RangeError(`«${entry[0]}» no es una ruta dentro de la carpeta de salida.`)
      yield entry
    }
  } catch (error) {
    throw new NotMade('', { cause: error })
  }
}

/** Keeps what is there, moves the new files over it and the stale ones away. A move over a file is one step: it is never missing. */
async function replaceAll(
  temporary: string,
  written: NewSet,
  publication: Publication,
  undo: Undo,
): Promise<{ readonly kept: readonly KeptFile[]; readonly edition: string | null }> {
  const { dir, manifestName } = publication
  const files = written.hashes
  const { copies, edited, stale, edition } = await setAside(written, publication, undo, () => signOfLife(temporary))
  const putBack = (path: string) => async () => {
    const copy = copies.get(path)
    await (copy === undefined ? rm(join(dir, path)) : rename(join(dir, copy), join(dir, path)))
  }
  for (const path of [...files.keys()].filter((p) => p !== manifestName)) await move(path)
  for (const path of stale) {
    await rm(join(dir, path))
    undo.add(putBack(path))
  }
  if (files.has(manifestName)) await move(manifestName)
  return { kept: edited, edition }

  async function move(path: string): Promise<void> {
    await undo.makeFolder(dirname(join(dir, path)))
    await rename(join(temporary, path), join(dir, path))
    undo.add(putBack(path))
    await signOfLife(temporary)
  }
}

/** @throws the system's error where something stands there that is not a folder */
async function exists(dir: string): Promise<boolean> {
  try {
    await readdir(dir)
    return true
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return false
    throw error
  }
}

/** Tells runs that wait that this one lives. */
async function signOfLife(folder: string): Promise<void> {
  const instant = new Date()
  await utimes(folder, instant, instant)
}

/** The file that could not be written where the system names one of the folder's, else the folder: the temporary one means nothing to people. */
function placeOf(error: unknown, dir: string): string {
  if (!(error instanceof Error)) return dir
  const { dest, path } = error as NodeJS.ErrnoException & { readonly dest?: string }
  return [dest, path].find((place) => place !== undefined && !relative(dir, place).startsWith('..')) ?? dir
}
