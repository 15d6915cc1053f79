/** Turns on a folder: one run at a time puts files in it, and a run that died leaves its turn to the next. */
import { mkdir, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isSystemError } from './errors.js'
import { isThere } from './folders.js'
import { hasEnded, newToken, processOf } from './owner.js'

const POLL_MS = 50
/** Longer than any set of files takes: a run that is alive and holds the folder for so long was suspended. */
const LONGEST_WAIT_MS = 300_000
/** In the time after which it is taken for dead, a run that is alive says so this many times. */
const SIGNS = 5
const OWNER = 'de-'
const SUCCESSOR = 'relevo-'
const NOBODY = 'nadie'

/** A run's turn on a folder. */
export interface Turn {
  /** The folder of the turn, beside the files or within their folder: what the run needs until it is done, and what one that died has left. */
  readonly folder: string
  /** Tells runs on other machines, which cannot see the process, that it lives. */
  readonly signOfLife: () => Promise<void>
  /** Ends the turn: the folder goes, with all that is in it. */
  readonly end: () => Promise<void>
  /** Leaves the turn as whoever died with it left it, for the next one to try. */
  readonly leave: () => Promise<void>
}

export interface TurnOptions {
  /** Milliseconds after which a run of another machine that gives no sign of life is taken for dead. */
  readonly patience: number
  /** Called once, where the turn has to be waited for. */
  readonly onWait?: (() => void) | undefined
}

/** Another run holds the folder, is alive, and does not end. */
class TurnTaken extends Error {
  readonly code = 'TURN'

  constructor(readonly pid: string) {
    super(`El proceso ${pid} tiene la carpeta`)
  }
}

/**
 * Waits for the turn, and takes it. What a run that died with it has left is in the folder of the turn still.
 *
 * The folder appears in one step with its owner's token in it, so that there is none without an owner. Whoever finds that the owner
 * ended leaves its own token under that owner's name, which only one can do; the last of such a chain holds the turn. A claim made
 * against an owner that is no longer the folder's leads nowhere.
 * @throws TurnTaken
 */
export async function takeTurn(folder: string, { patience, onWait }: TurnOptions): Promise<Turn> {
  const mine = await newToken()
  await removeRemains(folder)
  let [seen, still, waited]: [number | null, number, number] = [null, 0, 0]
  let place = folder
  while (!(await claim(folder, folder, mine))) {
    const holder = await holderOf(folder)
    const ended = (await hasEnded(holder)) ?? still >= patience
    const succession = join(folder, `${SUCCESSOR}${holder}`)
    if (ended && (await claim(succession, folder, mine)) && (await holderOf(folder)) === mine) {
      place = succession
      break
    }
    if (waited >= LONGEST_WAIT_MS) throw new TurnTaken(processOf(holder))
    if (waited === 0) onWait?.()
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    waited += POLL_MS
    const date = await dateOf(folder)
    // Dates are only held against one another: a clock that jumps changes nothing.
    still = date !== null && date === seen ? still + POLL_MS : 0
    seen = date
  }
  const away = `${folder}-${mine}`
  let said = performance.now()
  const signOfLife = async () => {
    const now = performance.now()
    if (now - said < patience / SIGNS) return
    said = now
    await touch(folder)
  }
  return { folder, signOfLife, end: () => remove(folder, away), leave: () => remove(place, away) }
}

/** Whether a run that died left something here for the next one to see to. */
export async function hasRemains(folder: string): Promise<boolean> {
  const names = await readdir(dirname(folder)).catch(() => [])
  return names.some((name) => name === basename(folder) || name.startsWith(`${basename(folder)}-`))
}

/** Puts a folder with this token at a place, in one step; false where one is there. A folder cannot be moved over one that is not empty. */
async function claim(place: string, folder: string, token: string): Promise<boolean> {
  const prepared = `${folder}-${token}`
  await mkdir(prepared, { recursive: true })
  try {
    await writeFile(join(prepared, `${OWNER}${token}`), '', { flag: 'wx' })
    await rename(prepared, place)
    return true
  } catch (error) {
    const taken =
      isSystemError(error, 'EEXIST', 'ENOTEMPTY', 'ENOENT', 'ENOTDIR') ||
      (isSystemError(error, 'EPERM', 'EACCES') && (await isThere(place)))
    if (taken) return false
    throw error
  } finally {
    await rm(prepared, { recursive: true, force: true })
  }
}

/** Token of who holds the turn now; `NOBODY` where the folder has no owner, or is no more. */
async function holderOf(folder: string): Promise<string> {
  const tokenIn = async (place: string) => {
    const names = await readdir(place).catch(() => [])
    return names.find((name) => name.startsWith(OWNER))?.slice(OWNER.length)
  }
  let holder = (await tokenIn(folder)) ?? NOBODY
  for (let next: string | undefined = holder; next !== undefined; next = await tokenIn(join(folder, `${SUCCESSOR}${next}`))) holder = next
  return holder
}

/** Moved away first, so that at no moment there is half of it in its place. */
async function remove(folder: string, away: string): Promise<void> {
  await rename(folder, away)
  await rm(away, { recursive: true, force: true })
}

/** What runs that died had begun to put in place, or to remove. */
async function removeRemains(folder: string): Promise<void> {
  const prefix = `${basename(folder)}-`
  for (const name of (await readdir(dirname(folder))).filter((one) => one.startsWith(prefix)))
    if (await hasEnded(name.slice(prefix.length))) await rm(join(dirname(folder), name), { recursive: true, force: true })
}

async function dateOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).mtimeMs
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return null
    throw error
  }
}

async function touch(folder: string): Promise<void> {
  const instant = new Date()
  await utimes(folder, instant, instant)
}
