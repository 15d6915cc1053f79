import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isSystemError } from './errors.js'

const POLL_MS = 50

/**
 * Makes a folder that no other run has made: it is the run's own and, while it stands, the others' sign to wait. One that shows no
 * sign of life (its date stands still) for `patience` milliseconds was left by a run that died, and is removed.
 */
export async function takeTurn(folder: string, patience: number): Promise<void> {
  await removeRemains(folder)
  let seen: number | null = null
  let waited = 0
  while (!(await made(folder))) {
    const date = await dateOf(folder)
    waited = date === seen ? waited + POLL_MS : 0
    seen = date
    if (date !== null && waited >= patience) await removeDead(folder)
    else await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
}

async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder)
    return true
  } catch (error) {
    if (isSystemError(error, 'EEXIST')) return false
    throw error
  }
}

async function dateOf(folder: string): Promise<number | null> {
  try {
    return (await stat(folder)).mtimeMs
  } catch (error) {
    if (isSystemError(error, 'ENOENT')) return null
    throw error
  }
}

/** Renamed first: of two runs that wait only one can do that, so neither deletes what the other is beginning to write. */
async function removeDead(folder: string): Promise<void> {
  const remains = await mkdtemp(`${folder}-`)
  try {
    await rename(folder, join(remains, basename(folder)))
  } catch (error) {
    if (!isSystemError(error, 'ENOENT')) throw error
  } finally {
    await rm(remains, { recursive: true, force: true })
  }
}

/** What a run that died while it removed another's folder has left. */
async function removeRemains(folder: string): Promise<void> {
  const names = (await readdir(dirname(folder))).filter((name) => name.startsWith(`${basename(folder)}-`))
  for (const name of names) await rm(join(dirname(folder), name), { recursive: true, force: true })
}
