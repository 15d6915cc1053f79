import { addressOf, type Cell } from './cell.js'
import { dateOfSerial } from './dates.js'
import type { Log, Params } from './faults.js'
import { explainedBy, listed, nearest } from './nearest.js'
import { show, words } from './show.js'
import type { Table } from './tables.js'
import type { FaultRule } from './wording.js'

/** The keys that a sheet defines (codes, sectors, objetivos), for what other sheets say about them. */
export interface Keys<T> {
  /** By key, in the form in which keys are compared; the first row of each. */
  readonly items: ReadonlyMap<string, T>
  /** Every row, those of faulty and repeated keys too. */
  readonly rows: readonly T[]
  /** What stands where a key could not be read. */
  readonly unreadable: readonly string[]
  /** False where the sheet or its key column is missing: then nothing can be said about what it lacks. */
  readonly readable: boolean
}

/** A mention of a key in another sheet. */
export interface Mention {
  readonly key: string
  readonly cell: Cell
}

/** A row with its key (undefined where it could not be read) and the cell of it. */
export interface Keyed<T> {
  readonly key: string | undefined
  readonly cell: Cell
  readonly item: T
}

/** Gathers the rows of a sheet by the key in a column. A repeated key is noted at its second cell, and that row is left out. */
export function gather<T>(table: Table | null, column: string, rows: readonly Keyed<T>[], repeated: FaultRule, log: Log): Keys<T> {
  const readable = table !== null && !table.missing.has(column)
  const first = new Map<string, { readonly cell: Cell; readonly item: T }>()
  const unreadable: string[] = []
  for (const { key, cell, item } of rows) {
    const former = key === undefined ? undefined : first.get(key)
    if (key === undefined) unreadable.push(probableKey(cell))
    else if (former === undefined) first.set(key, { cell, item })
    else log.note(repeated, cell, show(cell), { otra: addressOf(former.cell) })
  }
  return { items: new Map([...first].map(([key, { item }]) => [key, item])), rows: rows.map(({ item }) => item), unreadable, readable }
}

/** What an unreadable key was before Excel changed it: the date 2012-02-02 was typed 2.2.12. */
function probableKey(cell: Cell): string {
  const { content, date1904 } = cell
  const date = content.kind === 'number' && content.format === 'date' ? dateOfSerial(content.value, date1904) : null
  if (date === null) return words(cell)
  const [year = '', month, day] = date.split('-')
  return `${Number(day)}.${Number(month)}.${Number(year.slice(2))}`
}

/** The keys mentioned that the sheet does not define and that none of its unreadable keys explains. */
export function unknownKeys(mentions: readonly Mention[], keys: Keys<unknown>): readonly Mention[] {
  const unknown = keys.readable ? mentions.filter(({ key }) => !keys.items.has(key)) : []
  const explained = explainedBy(keys.unreadable, new Set(unknown.map(({ key }) => key)))
  return unknown.filter(({ key }) => !explained.has(key))
}

/** The nearest names, as the wording of a fault takes them; none where nothing is like it. */
export function nearestParams(name: string, candidates: Iterable<string>, most = 3): Params {
  const names = nearest(name, candidates).slice(0, most)
  return names.length === 0 ? {} : { cercanos: listed(names) }
}
