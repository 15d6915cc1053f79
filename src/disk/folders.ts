/** Folders, and what is asked of them in few words. */
import { access, mkdir, open, readdir, rmdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isSystemError } from './errors.js'

/** Makes a folder and those above it that are missing. Gives what removes those that it made, as far as they are empty. */
export async function makeFolder(path: string): Promise<() => Promise<void>> {
  const first = await mkdir(path, { recursive: true })
  return async () => {
    if (first !== undefined) await removeEmpty(path, dirname(first))
  }
}

/** Removes a folder and those above it, below `top`, as far as they are empty. */
export async function removeEmpty(path: string, top: string): Promise<void> {
  for (let folder = path; folder !== top; folder = dirname(folder)) {
    try {
      await rmdir(folder)
    } catch (error) {
      if (!isSystemError(error, 'ENOENT')) return
    }
  }
}

/** Whether something stands at a path. @throws the system's error where that cannot be known */
export async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return false
    throw error
  }
}

/** Makes sure that the names in a folder, and in those under it, outlast a power cut. Systems that cannot do that do it by themselves. */
export async function syncFolders(path: string): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true })
  for (const entry of entries) if (entry.isDirectory()) await syncFolders(join(path, entry.name))
  await syncFolder(path)
}

/** The same of one folder. */
export async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r')
    await folder.sync().finally(() => folder.close())
  } catch (error) {
    if (!isSystemError(error, 'EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'ENOTDIR')) throw error
  }
}
