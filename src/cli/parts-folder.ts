/** Where the program keeps parts of reports between one run and the next: a folder of the person's own cache, or the one that is asked for. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import envPaths from 'env-paths'
import { partsIn, trimParts } from '../disk/index.js'
import type { PartStore } from '../document/index.js'
import type { OpcionesDeCache } from './opciones-de-cache.js'
import { ROOT } from './resources.js'

export interface PartsFolder {
  readonly folder: string
  /** What made the parts: another build of the program makes others. */
  readonly build: string
}

const MEGA = 1024 ** 2
/** What the folder may hold, and each thread in memory. */
const MOST = { folder: 300 * MEGA, memory: 64 * MEGA }

/** The folder that is asked for, or the person's own; null where everything is to be made anew. */
export function partsFolder({ cache, sinCache = false }: OpcionesDeCache): PartsFolder | null {
  if (sinCache) return null
  return { folder: cache ?? envPaths(PACKAGE_NAME, { suffix: '' }).cache, build: buildOf() }
}

const PACKAGE_NAME = 'informe-politica-publica'

/** Tells one build of the program from another. */
function buildOf(): string {
  return readFileSync(join(ROOT, 'dist', '.compilado'), 'utf8')
}

/** The parts kept in a folder, for the thread that asks. */
export function openParts({ folder, build }: PartsFolder): PartStore {
  return partsIn(folder, build, MOST.memory)
}

/** Leaves in the folder what was used last. */
export function trimPartsFolder({ folder }: PartsFolder): void {
  trimParts(folder, MOST.folder, new Date())
}
