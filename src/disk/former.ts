/** What was in the folder before: which of it is replaced, which goes, and where each file is kept. Nothing here touches a file. */
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { eachAtOnce } from './at-once.js'
import { isSystemError } from './errors.js'
import { isThere } from './folders.js'
import type { FormerSet, KeptFile, Publication } from './publication.js'
import { isWithin } from './publication.js'

const FORMER = 'anteriores'
/** Within `anteriores`: what someone edited. Never pruned. */
const EDITED = 'editados'
const KEPT_EDITIONS = 5
const EDITION = /^\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}(-\d+)?$/

/** What is about to be moved into the folder. */
export interface NewSet {
  /** Of each file that was written, by path, the manifest's too. */
  readonly hashes: ReadonlyMap<string, string>
  /** Those that are in the folder as they would be written, and were not. */
  readonly same: ReadonlySet<string>
  /** What its manifest names: files written, and those of the former set that stay. */
  readonly named: ReadonlySet<string>
}

/** The files that are there and are replaced or go. */
export interface FormerFiles {
  /** Where each is kept; null for what is not. Paths are within the folder, with `/`. */
  readonly keptAs: ReadonlyMap<string, string | null>
  readonly edited: readonly KeptFile[]
  /** Those that the new set has not. */
  readonly outgoing: readonly string[]
  /** The folder within `anteriores` where the edition is kept; null where nothing of it is. */
  readonly edition: string | null
}

/** The set that is in the folder; null where no manifest tells of one. */
export async function formerSet({ dir, manifestName, readManifest }: Publication): Promise<FormerSet | null> {
  const manifest = await readIfThere(join(dir, manifestName))
  if (manifest === null) return null
  const names = [...(readManifest(manifest)?.keys() ?? [])].filter(isWithin)
  const there = await Promise.all(names.map(async (path) => ((await isThere(join(dir, path))) ? [path] : [])))
  return { manifest, present: new Set(there.flat()) }
}

/** The hashes of files of the former set, each with what tells whether its file stands still as it stood when it was read. */
export type Looked = ReadonlyMap<string, { readonly stamp: string; readonly hash: string }>

/** The former set looked at before it is asked for, while the new one is being made; what cannot be read now is looked at then. */
export async function lookAtFormer({ dir, manifestName, readManifest, hash }: Publication): Promise<Looked> {
  const looked = new Map<string, { readonly stamp: string; readonly hash: string }>()
  const manifest = await readIfThere(join(dir, manifestName))
  await eachAtOnce([...((manifest && readManifest(manifest)?.keys()) ?? [])].filter(isWithin), async (path) => {
    const stamp = await stampOf(join(dir, path))
    const bytes = stamp === null ? null : await readIfThere(join(dir, path))
    if (stamp !== null && bytes !== null) looked.set(path, { stamp, hash: hash(bytes) })
  })
  return looked
}

/** Another one where a file was written or put in the place of another; null where there is none. */
async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  return found && [found.dev, found.ino, found.size, found.mtimeMs, found.ctimeMs].join(' ')
}

/**
 * Where every file that goes, or is in the way of the new set, is kept: `anteriores/2024-03-05_14-30-12/tablas/tabla-01.csv`; and what
 * someone edited, for good and with its own date, `anteriores/editados/tablas/tabla-01 (2024-03-05_14-30-12).csv`.
 */
export async function formerFiles({ hashes: files, same, named }: NewSet, publication: Publication, looked: Looked): Promise<FormerFiles> {
  const { dir, manifestName, readManifest, hash, now, retire, passing = false } = publication
  const manifest = await readIfThere(join(dir, manifestName))
  const hashes = manifest && readManifest(manifest)
  const gone = [...(hashes?.keys() ?? [])].filter((path) => !named.has(path))
  const ours = new Set([...files.keys(), ...retire, ...gone].filter((path) => isWithin(path) && !same.has(path)))
  const edition = posix.join(
    FORMER,
    await firstFree(
      (n) => numbered(stamp(now), n),
      async (name) => !(await isThere(join(dir, FORMER, name))),
    ),
  )
  const keptAs = new Map<string, string | null>()
  const edited: KeptFile[] = []
  const found = new Map<string, string>()
  await eachAtOnce(ours, async (path) => {
    const before = looked.get(path)
    if (before !== undefined && before.stamp === (await stampOf(join(dir, path)))) found.set(path, before.hash)
    else {
      const bytes = await readIfThere(join(dir, path))
      if (bytes !== null) found.set(path, hash(bytes))
    }
  })
  for (const path of ours) {
    const itsHash = found.get(path)
    if (itsHash === undefined) continue
    // What equals the new file is nobody's loss.
    const known = path === manifestName || [hashes?.get(path), files.get(path)].includes(itsHash)
    if (known) keptAs.set(path, passing ? null : posix.join(edition, path))
    else {
      const kept = await placeOfEdited(dir, path, new Set(keptAs.values()))
      keptAs.set(path, kept)
      edited.push({ path, keptAs: kept })
    }
  }
  return {
    keptAs,
    edited,
    outgoing: [...keptAs.keys()].filter((path) => !files.has(path)),
    edition: [...keptAs.values()].some((kept) => kept?.startsWith(`${edition}/`)) ? posix.basename(edition) : null,
  }
}

async function placeOfEdited(dir: string, path: string, taken: ReadonlySet<string | null>): Promise<string> {
  const { dir: folder, name, ext } = posix.parse(path)
  const { mtime } = await stat(join(dir, path))
  const place = (n: number) => posix.join(FORMER, EDITED, folder, `${name} (${numbered(stamp(mtime), n)})${ext}`)
  return await firstFree(place, async (candidate) => !taken.has(candidate) && !(await isThere(join(dir, candidate))))
}

/** Removes all editions under `anteriores` but this one and the last before it, five in all; what is edited, and what is not ours, stays. */
export async function pruneEditions(dir: string, newest: string | null): Promise<void> {
  const editions = (await readdir(join(dir, FORMER))).filter((name) => EDITION.test(name) && name !== newest).sort(byDate)
  const kept = newest === null ? KEPT_EDITIONS : KEPT_EDITIONS - 1
  for (const name of editions.slice(0, -kept)) await rm(join(dir, FORMER, name), { recursive: true, force: true })
}

async function firstFree(name: (n: number) => string, isFree: (candidate: string) => Promise<boolean>): Promise<string> {
  for (let n = 1; ; n++) if (await isFree(name(n))) return name(n)
}

function numbered(text: string, n: number): string {
  return n === 1 ? text : `${text}-${n}`
}

function byDate(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

/** `2024-03-05_14-30-12`, in local time, fit for a file name anywhere. */
function stamp(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  return `${day}_${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join('-')}`
}

/** What is in a file; null where there is none. */
export async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  }
}
