import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isSystemError } from './errors.js'
import { Former } from './former.js'
import type { KeptFile, Publication } from './publication.js'
import { isWithin } from './publication.js'
import type { Undo } from './undo.js'

/** What was in the folder. */
export interface FormerFiles {
  /** Where the copy of each file is. */
  readonly copies: ReadonlyMap<string, string>
  readonly edited: readonly KeptFile[]
  /** Files that the new set has not. */
  readonly stale: readonly string[]
}

/**
 * Copies every file of the former set, or in the way of the new one, to where it is kept, and says which someone had edited. Calls
 * `alive` after each.
 */
export async function setAside(publication: Publication, undo: Undo, alive: () => Promise<void>): Promise<FormerFiles> {
  const { dir, files, manifestName, readManifest, hash, now, retire } = publication
  const former = new Former(dir, now, undo)
  const manifest = await readIfThere(join(dir, manifestName))
  const hashes = manifest && readManifest(manifest)
  const ours = new Set([...files.keys(), ...retire, ...(hashes?.keys() ?? [])].filter(isWithin))
  const copies = new Map<string, string>()
  const edited: KeptFile[] = []
  for (const path of ours) {
    const bytes = await readIfThere(join(dir, path))
    if (bytes === null) continue
    const next = files.get(path)
    // What equals the new file was put there by a run cut off before its manifest: nobody's edit.
    const known = path === manifestName || [hashes?.get(path), next && hash(next)].includes(hash(bytes))
    const keptAs = known ? await former.keep(path) : await former.keepEdited(path)
    copies.set(path, keptAs)
    if (!known) edited.push({ path, keptAs })
    await alive()
  }
  return { copies, edited, stale: [...copies.keys()].filter((path) => !files.has(path)) }
}

async function readIfThere(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path)
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  }
}
