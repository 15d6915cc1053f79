import { posix } from 'node:path'

/** A set of files to put in a folder. Paths are within it, with `/`. */
export interface Publication {
  readonly dir: string
  /** Every file of the set, the manifest too. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly manifestName: string
  /** The hash of each file of the set that a manifest tells of, by path; null where the bytes are no manifest. */
  readonly readManifest: (manifest: Uint8Array) => ReadonlyMap<string, string> | null
  readonly hash: (bytes: Uint8Array) => string
  /** Names the edition that is replaced. */
  readonly now: Date
  /** Files that this set makes stale, besides those of the former manifest that it no longer has. */
  readonly retire: readonly string[]
  /** Milliseconds after which another run that gives no sign of life is taken for dead; 15,000 unless told. */
  readonly patience?: number
}

/** A file that someone had edited: where it was, and where its copy is now; paths within the folder, with `/`. */
export interface KeptFile {
  readonly path: string
  readonly keptAs: string
}

/** Whether a path stays within the folder: a manifest that someone altered could name any other. */
export function isWithin(path: string): boolean {
  return path !== '' && posix.normalize(path) === path && !posix.isAbsolute(path) && !path.startsWith('..') && !path.includes('\\')
}
