import { posix } from 'node:path'

/**
 * Files by path. Those that are made as they are asked for are asked for one at a time, so that nobody ever holds them all, unless somebody
 * else makes them (`Publication.arriving`).
 */
export type Files = Iterable<readonly [path: string, bytes: Uint8Array]> | AsyncIterable<readonly [path: string, bytes: Uint8Array]>

/** What gives files from the set that the folder held before, null for none. */
export type FilesAfter = (former: FormerSet | null) => Files | Promise<Files>

/** The set that a folder held before. */
export interface FormerSet {
  readonly manifest: Uint8Array
  /** Files that the manifest names and that are still there. */
  readonly present: ReadonlySet<string>
}

/** A set of files to put in a folder. Paths are within it, with `/`. */
export interface Publication {
  readonly dir: string
  /**
   * The files to write, the manifest last; or what gives them, asked once no other run can change the former set. A file of the former set that the new manifest names, and that is not written, stays as it is.
   */
  readonly files: Files | FilesAfter
  readonly manifestName: string
  /** The hash of each file of the set that a manifest tells of, by path; null where the bytes are no manifest. */
  readonly readManifest: (manifest: Uint8Array) => ReadonlyMap<string, string> | null
  readonly hash: (bytes: Uint8Array) => string
  /** Names the edition that is replaced. */
  readonly now: Date
  /** Files that this set makes stale, besides those of the former manifest that it no longer has. */
  readonly retire: readonly string[]
  /**
   * Whether what is replaced is a passing state that nobody will ask for, so that only what someone edited of it is kept, and what is there
   * as it would be written stays as it is.
   */
  readonly passing?: boolean
  /** Whether the files are made by somebody else and come when they are made: those that are there are written some at once meanwhile. */
  readonly arriving?: boolean
  /** Milliseconds after which a run of another machine that gives no sign of life is taken for dead; 15,000 unless told. */
  readonly patience?: number
  /** Called once, where another run has the folder and must be waited for. */
  readonly onWait?: () => void
  /** Aborted where the files are no longer wanted: all stays as it was, unless the first of them was moved already. */
  readonly signal?: AbortSignal
}

/** What came of it. */
export interface Published {
  /** Files that someone had edited, which were kept. */
  readonly kept: readonly KeptFile[]
  /** Files that were replaced while some program had them open, as it seems: it goes on showing the former ones. */
  readonly open: readonly string[]
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
