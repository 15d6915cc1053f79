import { normalizarNombre } from '../model/index.js'
import { addressOf, type Cell, EMPTY, type Place } from './cell.js'
import type { Log } from './faults.js'
import { isEmpty } from './fields.js'
import type { Hojas, Sheet } from './grid.js'
import { listed, nearest } from './nearest.js'
import { quoted, show, words } from './show.js'

/** Carried along in any sheet: where a figure comes from. */
export const PROCEDENCIA = 'Procedencia'

/** Begins the Procedencia of the rows that show how a new workbook is filled in. One that stays is an error: nobody knows whose data it holds. */
export const MARCA_DE_EJEMPLO = 'Ejemplo: borre esta fila'

/** The columns of a sheet of the contract. */
export interface TableSpec {
  /** As the contract prints it. */
  readonly name: string
  readonly required: readonly string[]
  readonly optional?: readonly string[]
  /** Columns that show people what another sheet says: known, and no data of this one. */
  readonly shown?: readonly string[]
  /** For sheets with a column a year: the printed form of such a header, or null. The header row holds at least one. */
  readonly series?: (header: string) => string | null
  /** Whether a sheet without a row of data is an error. */
  readonly filled?: boolean
}

/** A row of data. */
export interface Row {
  /** From 0. */
  readonly row: number
  /** The cell under a header as the contract prints it; an empty one at the header row's start where there is no such column. */
  cell(header: string): Cell
  /** The cell in a column, from 0. */
  at(column: number): Cell
}

/** A sheet read as a table: its header row found, its rows of data in order. */
export interface Table {
  readonly name: string
  readonly sheet: Sheet
  /** First cell of the header row: the place of what misses a column. */
  readonly head: Place
  /** Column of each header, as the contract prints it. */
  readonly columns: ReadonlyMap<string, number>
  /** Headers that the contract does not know. */
  readonly unknown: readonly Cell[]
  /** Required columns that are missing, already noted. */
  readonly missing: ReadonlySet<string>
  readonly rows: readonly Row[]
}

interface Header {
  readonly row: number
  /** Columns of each header; more than one is a repetition. */
  readonly columns: ReadonlyMap<string, readonly number[]>
  readonly unknown: readonly Cell[]
}

/** Reads a sheet as the table that the contract says it is; null, with the error noted, where no row of it is its header. */
export function readTable(spec: TableSpec, sheet: Sheet, grid: Hojas, log: Log): Table | null {
  const header = findHeader(spec, sheet, grid)
  if (header === null) {
    log.note('sin-encabezado', sheet, 'una hoja sin ninguno de sus títulos', { columnas: listed(spec.required).replace(/ o «/u, ' y «') })
    return null
  }
  const columns = new Map([...header.columns].map(([name, [first = 0]]) => [name, first]))
  const head: Place = { sheet: sheet.name, row: header.row, column: Math.min(...columns.values()) }
  const missing = new Set(spec.required.filter((name) => !columns.has(name)))
  noteColumns(spec, header, head, missing, log)
  const rows = [...sheet.rows.keys()]
    .filter((row) => row > header.row)
    .sort((a, b) => a - b)
    .map((row) => ({
      row,
      cell: (name: string) => cellAt(sheet, row, columns.get(name) ?? head.column, grid, columns.has(name)),
      at: (column: number) => cellAt(sheet, row, column, grid),
    }))
    .filter(({ cell }) => [...columns.keys()].some((name) => isData(spec, name) && !isEmpty(cell(name))))
  const table: Table = { name: spec.name, sheet, head, columns, unknown: header.unknown, missing, rows }
  if (spec.filled === true && rows.length === 0) log.note('hoja-sin-filas', sheet, 'una hoja sin datos')
  noteExamples(table, log)
  noteHidden(table, log)
  noteUnseen(table, grid, log)
  noteMerges(table, log)
  return table
}

/** Whether a column holds what a row says, and not what is carried along or shown beside it. */
const isData = (spec: TableSpec, name: string): boolean => name !== PROCEDENCIA && spec.shown?.includes(name) !== true

function cellAt(sheet: Sheet, row: number, column: number, grid: Hojas, present = true): Cell {
  const content = present ? sheet.rows.get(row)?.get(column) : undefined
  return { sheet: sheet.name, row, column, content: content ?? EMPTY, date1904: grid.date1904 }
}

/** No header is longer: what is, is a text. */
const LONGEST_HEADER = 200

/** The first row that holds all required headers; without one, the row that holds most of the sheet's headers. */
function findHeader(spec: TableSpec, sheet: Sheet, grid: Hojas): Header | null {
  const named = new Map(
    [...spec.required, ...(spec.optional ?? []), ...(spec.shown ?? []), PROCEDENCIA].map((name) => [normalizarNombre(name), name]),
  )
  const known = (text: string) => (text.length > LONGEST_HEADER ? null : (named.get(normalizarNombre(text)) ?? spec.series?.(text) ?? null))
  const isSeries = (name: string) => named.get(normalizarNombre(name)) === undefined
  const complete = ({ columns }: Header) =>
    spec.required.every((name) => columns.has(name)) && (spec.series === undefined || [...columns.keys()].some(isSeries))
  let best: Header | null = null
  for (const row of [...sheet.rows.keys()].sort((a, b) => a - b)) {
    const header = headerOf(row, sheet, grid, known)
    if (![...header.columns.keys()].some((name) => isData(spec, name))) continue
    if (complete(header)) return header
    if (best === null || header.columns.size > best.columns.size) best = header
  }
  return best
}

function headerOf(row: number, sheet: Sheet, grid: Hojas, known: (text: string) => string | null): Header {
  const columns = new Map<string, readonly number[]>()
  const unknown: Cell[] = []
  for (const [column, content] of [...(sheet.rows.get(row) ?? [])].sort(([a], [b]) => a - b)) {
    if (content.kind !== 'text' && content.kind !== 'number') continue
    const cell = cellAt(sheet, row, column, grid)
    const name = known(content.kind === 'text' ? content.value : String(content.value))
    if (name === null) unknown.push(cell)
    else columns.set(name, [...(columns.get(name) ?? []), column])
  }
  return { row, columns, unknown: unknown.filter((cell) => !isEmpty(cell)) }
}

function noteColumns(spec: TableSpec, header: Header, head: Place, missing: ReadonlySet<string>, log: Log): void {
  for (const name of missing) {
    const [closest] = nearest(name, header.unknown.map(words))
    log.note('falta-columna', head, 'un encabezado incompleto', {
      columna: name,
      ...(closest === undefined ? {} : { cercanos: quoted(closest) }),
    })
  }
  for (const [name, [first = 0, ...others]] of header.columns) {
    for (const column of others)
      log.note('columna-repetida', { ...head, column }, quoted(name), { otra: addressOf({ ...head, column: first }) })
  }
  for (const cell of header.unknown) {
    const [closest] = nearest(words(cell), [...missing, ...(spec.optional ?? []).filter((name) => !header.columns.has(name))])
    log.note('columna-desconocida', cell, show(cell), closest === undefined ? {} : { cercanos: quoted(closest) })
  }
}

function noteExamples({ columns, rows }: Table, log: Log): void {
  if (!columns.has(PROCEDENCIA)) return
  for (const { cell } of rows) {
    const mark = cell(PROCEDENCIA)
    if (mark.content.kind === 'text' && normalizarNombre(mark.content.value).startsWith(normalizarNombre(MARCA_DE_EJEMPLO)))
      log.note('fila-de-ejemplo', mark, show(mark))
  }
}

/** What was read though nobody who opens the sheet sees it. */
function noteHidden({ sheet, head, columns, rows }: Table, log: Log): void {
  if (sheet.hidden) log.note('hoja-oculta', sheet, 'una hoja oculta')
  for (const [name, column] of columns) {
    if (sheet.hiddenColumns.has(column)) log.note('columna-oculta', { ...head, column }, `la columna ${quoted(name)}, oculta`)
  }
  for (const { row } of rows) {
    if (sheet.hiddenRows.has(row)) log.note('fila-oculta', { ...head, row }, `la fila ${row + 1}, oculta`)
  }
}

/** Texts that were read without what nobody sees in them, which may have been put there to say something else. */
function noteUnseen({ sheet, head, columns, rows }: Table, grid: Hojas, log: Log): void {
  for (const row of [head.row, ...rows.map((each) => each.row)]) {
    for (const column of columns.values()) {
      const cell = cellAt(sheet, row, column, grid)
      if (cell.content.kind === 'text' && cell.content.unseen) log.note('caracteres-invisibles', cell, show(cell))
    }
  }
}

/** Merged cells among the data hold one value, where whoever merged them may have meant one for each. */
function noteMerges({ sheet, columns, rows }: Table, log: Log): void {
  const taken = [...columns.values()]
  for (const { top, left, bottom, right } of sheet.merges) {
    const first = rows[firstFrom(rows, top)]
    const touches = first !== undefined && first.row <= bottom && taken.some((c) => c >= left && c <= right)
    if (touches)
      log.note(
        'celdas-combinadas',
        { sheet: sheet.name, row: top, column: left },
        `un bloque de ${bottom - top + 1} × ${right - left + 1} celdas combinadas`,
      )
  }
}

/** Place among the rows, which are in order, of the first that is not above a row of the sheet. */
function firstFrom(rows: readonly Row[], top: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle]?.row ?? top) < top) low = middle + 1
    else high = middle
  }
  return low
}
