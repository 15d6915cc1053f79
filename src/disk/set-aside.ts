import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError } from './errors.js'
import { Former } from './former.js'
import type { FormerSet, KeptFile, Publication } from './publication.js'
import { isWithin } from './publication.js'
import type { Undo } from './undo.js'

/** What was in the folder. */
export interface FormerFiles {
  /** Where the copy of each file is. */
  readonly copies: ReadonlyMap<string, string>
  readonly edited: readonly KeptFile[]
  /** Files that the new set has not. */
  readonly stale: readonly string[]
  /** The folder of the copies, without what someone had edited; null where there are none. */
  readonly edition: string | null
}

/** What is about to be moved into the folder. */
export interface NewSet {
  /** Of each file that was written, by path, the manifest's too. */
  readonly hashes: ReadonlyMap<string, string>
  /** What its manifest names: files written, and those of the former set that stay. */
  readonly named: ReadonlySet<string>
}

/** The set that is in the folder; null where no manifest tells of one. */
export async function formerSet({ dir, manifestName, readManifest }: Publication): Promise<FormerSet | null> {
  const manifest = await readIfThere(join(dir, manifestName))
  const names = [...((manifest && readManifest(manifest))?.keys() ?? [])].filter(isWithin)
  if (manifest === null) return null
  const there = await Promise.all(
    names.map((path) =>
      access(join(dir, path)).then(
        () => [path],
        () => [],
      ),
    ),
  )
  return { manifest, present: new Set(there.flat()) }
}

/**
 * Copies every file of the former set that goes, or in the way of the new one, to where it is kept, and says which someone had edited. Calls
 * `alive` after each.
 */
export async function setAside(
  { hashes: files, named }: NewSet,
  publication: Publication,
  undo: Undo,
  alive: () => Promise<void>,
): Promise<FormerFiles> {
  const { dir, manifestName, readManifest, hash, now, retire } = publication
  const former = new Former(dir, now, undo)
  const manifest = await readIfThere(join(dir, manifestName))
  const hashes = manifest && readManifest(manifest)
  const gone = [...(hashes?.keys() ?? [])].filter((path) => !named.has(path))
  const ours = new Set([...files.keys(), ...retire, ...gone].filter(isWithin))
  const copies = new Map<string, string>()
  const edited: KeptFile[] = []
  for (const path of ours) {
    const bytes = await readIfThere(join(dir, path))
    if (bytes === null) continue
    // What equals the new file was put there by a run cut off before its manifest: nobody's edit.
    const known = path === manifestName || [hashes?.get(path), files.get(path)].includes(hash(bytes))
    const keptAs = known ? await former.keep(path) : await former.keepEdited(path)
    copies.set(path, keptAs)
    if (!known) edited.push({ path, keptAs })
    await alive()
  }
  return { copies, edited, stale: [...copies.keys()].filter((path) => !files.has(path)), edition: former.edition }
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  }
}
