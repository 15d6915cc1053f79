import { constants } from 'node:fs'
import { copyFile, mkdir, readdir, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { isSystemError } from './errors.js'
import type { Undo } from './undo.js'

const FORMER = 'anteriores'
/** Within `anteriores`: what someone edited. Never pruned. */
const EDITED = 'editados'
const KEPT_EDITIONS = 5
const EDITION = /^\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}(-\d+)?$/

/** Copies of the files of `dir` that are about to be replaced, under `anteriores`. Paths are within `dir`, with `/`. */
export class Former {
  #edition: string | null = null

  constructor(
    private readonly dir: string,
    private readonly now: Date,
    private readonly undo: Undo,
  ) {}

  /** Where the copies of the edition that is being replaced are, within `dir`; null where nothing of it was kept yet. */
  get edition(): string | null {
    return this.#edition
  }

  /** Keeps a file as part of the edition that is being replaced: `anteriores/2024-03-05_14-30-12/tablas/tabla-01.csv`. */
  async keep(path: string): Promise<string> {
    this.#edition ??= await this.#newEdition()
    const kept = posix.join(this.#edition, path)
    await this.undo.makeFolder(join(this.dir, dirname(kept)))
    await this.#copy(path, kept)
    return kept
  }

  /** Keeps a file that someone edited, for good, with its own date: `anteriores/editados/tablas/tabla-01 (2024-03-05_14-30-12).csv`. */
  async keepEdited(path: string): Promise<string> {
    const { dir, name, ext } = posix.parse(path)
    const folder = posix.join(FORMER, EDITED, dir)
    const { mtime } = await stat(join(this.dir, path))
    await this.undo.makeFolder(join(this.dir, folder))
    return await firstFree(
      (n) => posix.join(folder, `${name} (${numbered(stamp(mtime), n)})${ext}`),
      (candidate) => this.#copy(path, candidate),
    )
  }

  async #newEdition(): Promise<string> {
    await this.undo.makeFolder(join(this.dir, FORMER))
    return await firstFree(
      (n) => posix.join(FORMER, numbered(stamp(this.now), n)),
      async (candidate) => {
        const folder = join(this.dir, candidate)
        await mkdir(folder)
        this.undo.add(() => rm(folder, { recursive: true, force: true }))
      },
    )
  }

  async #copy(path: string, kept: string): Promise<void> {
    const [from, to] = [join(this.dir, path), join(this.dir, kept)]
    await copyFile(from, to, constants.COPYFILE_EXCL)
    this.undo.add(() => rm(to, { force: true }))
    const { atime, mtime } = await stat(from)
    await utimes(to, atime, mtime)
  }
}

/** Removes all editions under `anteriores` but the last five; what is edited, and what is not ours, stays. */
export async function pruneEditions(dir: string): Promise<void> {
  const editions = (await readdir(join(dir, FORMER))).filter((name) => EDITION.test(name)).sort(byDate)
  for (const name of editions.slice(0, -KEPT_EDITIONS)) await rm(join(dir, FORMER, name), { recursive: true, force: true })
}

async function firstFree(name: (n: number) => string, take: (candidate: string) => Promise<void>): Promise<string> {
  for (let n = 1; ; n++) {
    try {
      await take(name(n))
      return name(n)
    } catch (error) {
      if (!isSystemError(error, 'EEXIST')) throw error
    }
  }
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
