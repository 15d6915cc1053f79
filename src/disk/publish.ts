import { readdir, realpath } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { AT_ONCE, eachAtOnce } from './at-once.js'
import { CannotWrite } from './errors.js'
import { makeFolder, removeEmpty } from './folders.js'
import { formerFiles, formerSet, type Looked, lookAtFormer, type NewSet, pruneEditions, readIfThere } from './former.js'
import { Exchange } from './journal.js'
import type { Files, FilesAfter, Publication, Published } from './publication.js'
import { isWithin } from './publication.js'
import { hasRemains, type Turn, takeTurn } from './turn.js'

/** Within the folder of the files, because a move must not leave the disk that the folder is on. */
const TURN = '.informe-en-curso'
const PATIENCE_MS = 15_000
/** Between two signs of life while files are made; a turn gives as many of them as others need. */
const SIGN_MS = 1000

/**
 * Puts a set of files in a folder, whole or not at all. They are written apart; then a journal says what will be moved, and it is moved,
 * the manifest last. What fails is taken back; what a cut interrupts, whoever comes next to the folder completes. What is replaced is kept
 * under `anteriores`; what someone has edited since (its hash is not the former manifest's), for good, and reported. Other files are not
 * touched. Runs on one folder take turns.
 * @throws CannotWrite; whatever the files throw while they are made; the signal's reason where it is aborted in time
 */
export async function publish(publication: Publication): Promise<Published> {
  const dir = await realpath(publication.dir).catch(() => resolve(publication.dir))
  const undo: (() => Promise<void>)[] = []
  try {
    for (const folder of [dirname(dir), dir]) undo.unshift(await makeFolder(folder))
    const { turn, exchange } = await turnOn(dir, publication)
    try {
      return await exchangeFiles({ ...publication, dir }, turn, exchange)
    } finally {
      // A turn that cannot be ended is not to hide what came of it; the next run ends it.
      await turn.end().catch(() => undefined)
    }
  } catch (error) {
    for (const step of undo) await step()
    throw error instanceof NotMade ? error.cause : new CannotWrite(placeOf(error, dir), error)
  }
}

/**
 * Finishes what a run that died left half-done in a folder, so that it holds a whole set; nothing where no run did.
 * @throws CannotWrite
 */
export async function settle(folder: string, waiting: Pick<Publication, 'patience' | 'onWait'> = {}): Promise<void> {
  const dir = await realpath(folder).catch(() => resolve(folder))
  if (!(await hasRemains(join(dir, TURN)))) return
  try {
    const { turn } = await turnOn(dir, waiting)
    await turn.end()
    // Where the run that died had made the folder and nothing else.
    await removeEmpty(dir, dirname(dir))
  } catch (error) {
    throw new CannotWrite(placeOf(error, dir), error)
  }
}

/** Waits for the turn, and sees to what a run that died with it left. */
async function turnOn(dir: string, { patience = PATIENCE_MS, onWait }: Pick<Publication, 'patience' | 'onWait'>) {
  const turn = await takeTurn(join(dir, TURN), { patience, onWait })
  const exchange = new Exchange(dir, turn.folder)
  try {
    await exchange.recover()
    return { turn, exchange }
  } catch (error) {
    await turn.leave()
    throw error
  }
}

/** What kept a file from being made, apart from what keeps it from being written. */
class NotMade extends Error {}

async function exchangeFiles(publication: Publication, turn: Turn, exchange: Exchange): Promise<Published> {
  const { dir, files, manifestName, signal, arriving = false } = publication
  const looking: Promise<Looked> = arriving ? lookAtFormer(publication).catch(() => new Map()) : Promise.resolve(new Map())
  const written = await writeAll(typeof files === 'function' ? await filesOf(files, publication) : files, publication, turn, exchange)
  const { keptAs, edited, outgoing, edition } = await formerFiles(written, publication, await looking)
  const open = await openElsewhere(dir, [...keptAs.keys()])
  await eachAtOnce(keptAs.keys(), (path) => exchange.setAside(path))
  stopIfAborted(signal)
  const paths = [...written.hashes.keys()].filter((path) => !written.same.has(path))
  const incoming = [...paths.filter((path) => path !== manifestName), ...paths.filter((path) => path === manifestName)]
  await exchange.commit({ incoming, outgoing, former: [...keptAs] }, turn.signOfLife)
  // The new set is in place: what cannot be removed now is no reason to fail.
  await pruneEditions(dir, edition).catch(() => undefined)
  return { kept: edited, open }
}

async function writeAll(files: Files, publication: Publication, turn: Turn, exchange: Exchange): Promise<NewSet> {
  const { dir, manifestName, readManifest, hash, signal, passing = false, arriving = false } = publication
  const hashes = new Map<string, string>()
  const same = new Set<string>()
  let named: ReadonlySet<string> = new Set()
  stopIfAborted(signal)
  const one = async ([path, bytes]: readonly [path: string, bytes: Uint8Array]) => {
    hashes.set(path, hash(bytes))
    if (path === manifestName) named = new Set(readManifest(bytes)?.keys())
    if (passing && (await holds(join(dir, path), bytes))) same.add(path)
    else await exchange.write(path, bytes)
    await turn.signOfLife()
    stopIfAborted(signal)
  }
  // Whoever waits for a file lives too.
  const living = setInterval(() => void turn.signOfLife().catch(() => undefined), SIGN_MS)
  try {
    await eachAtOnce(made(files), one, Symbol.asyncIterator in files && !arriving ? 1 : AT_ONCE)
  } finally {
    clearInterval(living)
  }
  return { hashes, same, named }
}

/** Whether a file is there and has these bytes. */
async function holds(place: string, bytes: Uint8Array): Promise<boolean> {
  const there = await readIfThere(place)
  return there !== null && Buffer.compare(there, bytes) === 0
}

/** @throws NotMade in place of what is thrown instead of them */
async function filesOf(files: FilesAfter, publication: Publication): Promise<Files> {
  const former = await formerSet(publication)
  try {
    return await files(former)
  } catch (error) {
    throw new NotMade('', { cause: error })
  }
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

/** @throws NotMade with the signal's reason */
function stopIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new NotMade('', { cause: signal.reason })
}

/** Files that Word, Excel or LibreOffice seem to have open, by the mark that they leave beside them. */
async function openElsewhere(dir: string, paths: readonly string[]): Promise<readonly string[]> {
  const names = new Set(await readdir(dir))
  // Office puts its mark in the place of the first letters of a long name.
  const marks = (name: string) => [`~$${name}`, `~$${name.slice(1)}`, `~$${name.slice(2)}`, `.~lock.${name}#`]
  return paths.filter((path) => marks(path).some((mark) => names.has(mark)))
}

/** The file that could not be written where the system names one of the folder's, else the folder: that of the turn means nothing to people. */
function placeOf(error: unknown, dir: string): string {
  if (!(error instanceof Error)) return dir
  const { dest, path } = error as NodeJS.ErrnoException & { readonly dest?: string }
  const isOurs = (place: string) => !relative(dir, place).startsWith('..') && !relative(dir, place).startsWith(TURN)
  return [dest, path].find((place) => place !== undefined && isOurs(place)) ?? dir
}
