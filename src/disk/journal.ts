/**
 * What a run does to a folder once all is ready, written down before it begins: so that whoever comes after a cut can finish it, and
 * whoever meets an error can take it back. Both can be cut in turn and begun again: each step is one move, and looks whether it is done.
 */
import { copyFile, link, mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { eachAtOnce } from './at-once.js'
import { isSystemError } from './errors.js'
import { isThere, removeEmpty, syncFolder, syncFolders } from './folders.js'

/** Paths are within the folder, with `/`. */
export interface Journal {
  /** Files that come in, the manifest last. */
  readonly incoming: readonly string[]
  /** Files that go. */
  readonly outgoing: readonly string[]
  /** Where each file that was there and is replaced or goes is kept; null for one that is not. */
  readonly former: readonly (readonly [path: string, keptAs: string | null])[]
}

/** The folders of a run, within that of its turn. */
const INCOMING = 'nuevo'
const FORMER = 'antes'
const DRAFT = 'diario'
const FORWARD = 'diario.json'
const BACK = 'deshacer.json'

/** A place for a set of files that is being put in `dir`; `folder` is that of the turn. */
export class Exchange {
  constructor(
    private readonly dir: string,
    private readonly folder: string,
  ) {}

  readonly #made = new Map<string, Promise<unknown>>()

  /** Writes a new file where it waits. */
  async write(path: string, bytes: Uint8Array): Promise<void> {
    const place = this.#incoming(path)
    await this.#makeFolderOf(place)
    await writeWithSync(place, bytes)
  }

  /** Sets a file of `dir` aside as it is, without touching it: a second name for it where the disk knows such things, else a copy. */
  async setAside(path: string): Promise<void> {
    const [from, to] = [join(this.dir, path), this.#former(path)]
    await this.#makeFolderOf(to)
    try {
      await link(from, to)
    } catch (error) {
      if (isSystemError(error, 'ENOSPC', 'EDQUOT', 'EEXIST', 'ENOENT')) throw error
      await copyWhole(from, to)
    }
  }

  /**
   * Does what the journal says, whole; if a step fails, takes back those that were done. Calls `alive` after each file.
   * @throws the system's error, once all is as it was
   */
  async commit(journal: Journal, alive: () => Promise<void>): Promise<void> {
    await syncFolders(this.folder)
    const draft = join(this.folder, DRAFT)
    await writeWithSync(draft, JSON.stringify(journal))
    await rename(draft, join(this.folder, FORWARD))
    await syncFolder(this.folder)
    await this.#forward(journal, alive)
  }

  /**
   * Finishes, or takes back, what a run that was cut had begun, and removes what it had made ready.
   * @throws the system's error where it cannot be finished now; it was taken back then, as far as that could be done
   */
  async recover(): Promise<void> {
    const forward = await readJournal(join(this.folder, FORWARD))
    if (forward !== null) await this.#forward(forward, async () => undefined)
    const back = await readJournal(join(this.folder, BACK))
    if (back !== null) await this.#back(back)
    // The journal first: without the files that wait, it would say that they are in their places.
    for (const name of [FORWARD, BACK, DRAFT, INCOMING, FORMER]) await rm(join(this.folder, name), { recursive: true, force: true })
  }

  async #forward(journal: Journal, alive: () => Promise<void>): Promise<void> {
    try {
      await eachAtOnce(journal.former, async ([path, keptAs]) => {
        if (keptAs !== null) await move(this.#former(path), join(this.dir, keptAs))
      })
      const bring = async (path: string) => {
        await move(this.#incoming(path), join(this.dir, path))
        await alive()
      }
      await eachAtOnce(journal.incoming.slice(0, -1), bring)
      // What the last one, the manifest, does not name is gone before it comes.
      await eachAtOnce(journal.outgoing, (gone) => rm(join(this.dir, gone), { force: true }))
      await eachAtOnce(journal.incoming.slice(-1), bring)
      for (const folder of new Set(journal.incoming.map((path) => dirname(join(this.dir, path))))) await syncFolder(folder)
    } catch (error) {
      // A new name needs no room on a disk that is full.
      await rename(join(this.folder, FORWARD), join(this.folder, BACK))
      await this.#back(journal)
      throw error
    }
  }

  async #back({ incoming, outgoing, former }: Journal): Promise<void> {
    const keptAs = new Map(former)
    for (const path of [...incoming].reverse()) {
      const moved = !(await isThere(this.#incoming(path)))
      if (moved && keptAs.has(path)) await this.#putBack(path, keptAs.get(path) ?? null)
      else if (moved) await rm(join(this.dir, path), { force: true })
      await removeEmpty(dirname(join(this.dir, path)), this.dir)
    }
    for (const path of outgoing) if (!(await isThere(join(this.dir, path)))) await this.#putBack(path, keptAs.get(path) ?? null)
    // The files are back in their places: what was kept of them is a second name.
    for (const [, kept] of former) {
      if (kept === null) continue
      await rm(join(this.dir, kept), { force: true })
      await removeEmpty(dirname(join(this.dir, kept)), this.dir)
    }
  }

  async #putBack(path: string, keptAs: string | null): Promise<void> {
    const place = join(this.dir, path)
    if (keptAs !== null) await move(join(this.dir, keptAs), place)
    await move(this.#former(path), place)
  }

  #former(path: string): string {
    return join(this.folder, FORMER, path)
  }

  #incoming(path: string): string {
    return join(this.folder, INCOMING, path)
  }

  /** Makes the folder of a file that is to wait, once for all those in it. */
  async #makeFolderOf(place: string): Promise<void> {
    const path = dirname(place)
    const making = this.#made.get(path) ?? mkdir(path, { recursive: true })
    this.#made.set(path, making)
    await making
  }
}

/** Moves a file, making the folder where it goes; nothing where it was moved already. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    // There is no such file, or no folder for it.
    if (!isSystemError(error, 'ENOENT', 'ENOTDIR')) throw error
    if (!(await isThere(from))) return
    await mkdir(dirname(to), { recursive: true })
    await rename(from, to)
  }
}

async function readJournal(path: string): Promise<Journal | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Journal
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null
    throw error
  }
}

/** Writes a new file so that it outlasts a power cut. */
export async function writeWithSync(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function copyWhole(from: string, to: string): Promise<void> {
  const { atime, mtime } = await stat(from)
  await copyFile(from, to)
  await utimes(to, atime, mtime)
  const file = await open(to, 'r+')
  await file.sync().finally(() => file.close())
}
