/**
 * Files as people save them: each state told once, when it is whole. Looked at over and over instead of asked of the system, because
 * folders of a network or of a synchroniser give no notice, and programs save in every way: over the file, beside it and renamed, in
 * parts.
 */
import { readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { CannotRead } from './errors.js'
import { readBytes } from './read.js'

/** Bytes of a file: some of it; all of it as far as can be told; or all of it for sure, so that nobody need wait and see. */
export type Wholeness = 'part' | 'seems whole' | 'whole'

export interface Watched {
  readonly file: string
  /** A folder whose files count too, but for those that a program leaves while it works; null for none. */
  readonly folder: string | null
  /** Bytes of the file that are read at most. */
  readonly most?: number
  /** How much of the file these bytes are. What is not all of it is waited for, as what is still growing is. */
  readonly wholeness: (bytes: Uint8Array) => Wholeness
  readonly hash: (bytes: Uint8Array) => string
  readonly signal: AbortSignal
  /** Milliseconds between two looks at the file; 15 unless told. The folder, which takes longer to look at, has its look at every tenth. */
  readonly every?: number
  /** Milliseconds after which what stands still is told as it is, though it be half a file or none; 10,000 unless told. */
  readonly patience?: number
}

export interface Saved {
  readonly file: Uint8Array
  /** By path within the folder, with `/`. The same map again where no file of it changed. */
  readonly folder: ReadonlyMap<string, Uint8Array>
}

/** What stands there now, and then each thing that is saved, until the signal. Never throws: what cannot be read is told too. */
export async function* watch(watched: Watched): AsyncGenerator<Saved | CannotRead, void> {
  const { file, folder, most = Number.POSITIVE_INFINITY, wholeness, signal, every = 15, patience = 10_000 } = watched
  let [ofFile, ofFolder, judged, told] = ['', '', '', '']
  let before: { readonly saved: Saved; readonly ofFolder: string } | null = null
  let [still, folderStands, hasJustChanged, wasTorn] = [0, false, true, false]
  for (let turn = 0; !signal.aborted; turn++, await new Promise((resolve) => setTimeout(resolve, every))) {
    const slow = turn % FOLDER_TURNS === 0
    const nowFile = await stampOf([file])
    const nowFolder = slow ? await stampOfFolder(folder) : ofFolder
    still = nowFile === ofFile && nowFolder === ofFolder ? still + every : 0
    if (slow) folderStands = nowFolder === ofFolder
    ;[ofFile, ofFolder] = [nowFile, nowFolder]
    const stamp = `${ofFile}\n${ofFolder}`
    if (stamp === judged) continue
    let seen: Saved | CannotRead
    if (still >= STILL_TURNS * every && folderStands) {
      // What is not whole yet is read again now and then.
      if (still > STILL_TURNS * every && !slow) continue
      seen = await look(file, folder, most)
      if (still < patience && (seen instanceof CannotRead || wholeness(seen.file) === 'part')) continue
    } else {
      // A file that is whole for sure need not stand still. Read so once a save, for it may grow for long; again now and then where it
      // changed while it was read, which says nothing of it.
      if (!hasJustChanged && !(wasTorn && slow)) continue
      if (before === null || before.ofFolder !== ofFolder) continue
      seen = await lookAtFile(file, before.saved.folder, most)
      ;[hasJustChanged, wasTorn] = [false, seen instanceof CannotRead]
      if (seen instanceof CannotRead || wholeness(seen.file) !== 'whole') continue
    }
    hasJustChanged = true
    judged = stamp
    const content = contentOf(seen, watched)
    if (content === told) continue
    told = content
    if (seen instanceof CannotRead) {
      yield seen
      continue
    }
    // A folder of which nothing changed is the same one, for whoever knows something of it.
    const saved: Saved = before !== null && sameFiles(before.saved.folder, seen.folder) ? { ...seen, folder: before.saved.folder } : seen
    before = { saved, ofFolder }
    yield saved
  }
}

/** One in so many looks is at the folder too. */
const FOLDER_TURNS = 10
/** Looks after which what has not changed stands still. */
const STILL_TURNS = 4

async function look(file: string, folder: string | null, most: number): Promise<Saved | CannotRead> {
  try {
    const paths = folder === null ? [] : await pathsIn(folder)
    const files = paths.map(async (path) => [path, await readBytes(join(folder ?? '', path))] as const)
    return await lookAtFile(file, new Map(await Promise.all(files)), most)
  } catch (error) {
    return error instanceof CannotRead ? error : new CannotRead(file, error)
  }
}

async function lookAtFile(file: string, folder: Saved['folder'], most: number): Promise<Saved | CannotRead> {
  try {
    return { file: await readBytes(file, most), folder }
  } catch (error) {
    return error instanceof CannotRead ? error : new CannotRead(file, error)
  }
}

function sameFiles(one: Saved['folder'], other: Saved['folder']): boolean {
  const isIn = ([path, bytes]: readonly [string, Uint8Array]) => {
    const found = other.get(path)
    return found !== undefined && Buffer.compare(bytes, found) === 0
  }
  return one.size === other.size && [...one].every(isIn)
}

/** What tells that something was saved, without reading it. */
async function stampOf(paths: readonly string[]): Promise<string> {
  const stamps = paths.map(async (path) => {
    const { size, mtimeMs, ino } = await stat(path).catch(() => ({ size: -1, mtimeMs: 0, ino: 0 }))
    return `${path} ${size} ${mtimeMs} ${ino}`
  })
  return (await Promise.all(stamps)).join('\n')
}

async function stampOfFolder(folder: string | null): Promise<string> {
  return folder === null ? '' : await stampOf((await pathsIn(folder).catch(() => [])).map((path) => join(folder, path)))
}

/** Names that editors, office programs and synchronisers give to what is not a file of anybody: `~$libro.xlsx`, `.~lock…`, `a.md~`, `x.tmp`. */
const TEMPORARY = /^[.~]|~$|\.(?:tmp|swp|part|crdownload)$/iu

async function pathsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((path) => !path.split('/').some((name) => TEMPORARY.test(name)))
    .toSorted()
}

function contentOf(seen: Saved | CannotRead, { hash }: Watched): string {
  if (seen instanceof CannotRead) return String(seen.cause)
  return [hash(seen.file), ...[...seen.folder].map(([path, bytes]) => `${path} ${hash(bytes)}`)].join('\n')
}
