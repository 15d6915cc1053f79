/**
 * What the sheets of the last workbook came to, by what they were made of: of a workbook that was corrected, all are as they were but one
 * or two. Remembered of one workbook alone, the last that could be read.
 */
import { sha256 } from '../hash/index.js'
import type { Content } from './cell.js'
import type { Limites } from './limites.js'
import type { Measured } from './measure.js'

/** The cells of a sheet that hold something, by row and column from 0, and its merged ranges. */
export interface Cells {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Content>>
  readonly merges: readonly Merge[]
}

/** A merged range, both ends included. */
export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** By the name of its part's bytes, what a sheet asks for; and by that and the name of the texts and looks that it shares, its cells. */
interface LastRead {
  readonly measured: ReadonlyMap<string, Measured>
  readonly cells: ReadonlyMap<string, Cells>
}

let last: LastRead = { measured: new Map(), cells: new Map() }

/** What the last workbook came to. It is not to be changed. */
export const lastRead = (): LastRead => last

/** A workbook was read whole: what it came to is known from now on, and nothing of others. */
export function remember(now: LastRead): void {
  last = now
}

/** What tells the bytes of some parts, read within these limits, from any others. */
export function nameOf(limites: Limites, ...parts: readonly Uint8Array[]): string {
  return [JSON.stringify(limites), ...parts.map(sha256)].join(' ')
}
