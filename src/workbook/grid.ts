import * as XLSX from 'xlsx'
import { type Content, EMPTY } from './cell.js'
import { clean } from './clean.js'
import { requireZip } from './kinds.js'
import { type Cells, type Merge, remember } from './last-read.js'
import { type Limites, MEGA } from './limites.js'
import { GRID, type Measured } from './measure.js'
import { significant } from './numbers.js'
import { type Opened, type OpenedSheet, openedPackage } from './package.js'
import { danado, excede } from './rechazo.js'

/** A sheet as plain values: only cells that hold something are there. Rows and columns count from 0. */
export interface Sheet extends Cells {
  readonly name: string
  /** Place among the sheets of the workbook. */
  readonly position: number
  readonly hidden: boolean
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
}

/** All the sheets of a workbook. */
export interface Hojas {
  readonly date1904: boolean
  readonly sheets: readonly Sheet[]
  /** What the package holds besides sheets, which nobody follows or runs. */
  readonly noticed: Opened['noticed']
}

/**
 * The sheets of an `.xlsx`. Neither formulas nor looks are parsed: a cell holds what was stored as its result.
 * @throws Rechazo where the bytes are no workbook that can be read, or more than `limites` lets through
 */
export function readGrid(bytes: Uint8Array, limites: Limites): Hojas {
  if (bytes.length > limites.megas * MEGA) throw excede('megas', limites, `un archivo de ${Math.round(bytes.length / MEGA)} MB`)
  requireZip(bytes)
  const opened = openedPackage(bytes, limites)
  const hojas = gridOf(parsed(opened), opened.sheets, opened.noticed, limites)
  const read = opened.sheets.flatMap((sheet, i) => {
    const cells = hojas.sheets[i]
    return sheet === null || cells === undefined ? [] : [{ ...sheet, cells }]
  })
  remember({
    measured: new Map(read.map(({ names, measured }) => [names.measured, measured])),
    cells: new Map(read.map(({ names, cells: { rows, merges } }) => [names.cells, { rows, merges }])),
  })
  return hojas
}

/** What is not known yet. */
function parsed({ bytes, sheets }: Opened): XLSX.WorkBook {
  const unknown = sheets.flatMap((sheet, i) => (sheet?.known == null ? [i] : []))
  try {
    return XLSX.read(bytes, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellFormula: false,
      sheets: unknown,
    })
  } catch {
    throw danado('un libro que no se deja leer')
  }
}

function gridOf(book: XLSX.WorkBook, sheets: Opened['sheets'], noticed: Opened['noticed'], limites: Limites): Hojas {
  const contentOf = contents(limites)
  return {
    date1904: book.Workbook?.WBProps?.date1904 === true,
    sheets: book.SheetNames.map((name, position) => sheetOf(name, position, book, sheets[position] ?? null, contentOf)),
    noticed,
  }
}

/** Excel lets no name have more than 31 characters; other programs do, and none so many. */
const LONGEST_NAME = 255

function sheetOf(stored: string, position: number, book: XLSX.WorkBook, opened: OpenedSheet | null, contentOf: ContentOf): Sheet {
  const name = clean(stored).value
  if (name.length > LONGEST_NAME) throw danado(`una hoja con un nombre de ${name.length} caracteres`)
  return {
    name,
    position,
    hidden: (book.Workbook?.Sheets?.[position]?.Hidden ?? 0) !== 0,
    ...(opened?.known ?? cellsOf(name, book.Sheets[stored], opened?.measured ?? null, contentOf)),
    hiddenRows: opened?.measured.hiddenRows ?? new Set(),
    hiddenColumns: opened?.measured.hiddenColumns ?? new Set(),
  }
}

function cellsOf(name: string, sheet: XLSX.WorkSheet | undefined, measured: Measured | null, contentOf: ContentOf): Cells {
  if (sheet === undefined && measured !== null) throw danado(`la hoja «${name}», que no se deja leer`)
  return {
    rows: rowsOf((sheet?.['!data'] ?? []) as readonly (readonly XLSX.CellObject[])[], measured, contentOf),
    merges: (sheet?.['!merges'] ?? []).map(({ s, e }): Merge => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  }
}

/** The keys of an array pass over its holes: a cell in row 1,048,576, or in the last column, costs what one cell does. */
function rowsOf(
  data: readonly (readonly XLSX.CellObject[])[],
  measured: Measured | null,
  contentOf: ContentOf,
): ReadonlyMap<number, ReadonlyMap<number, Content>> {
  const rows = new Map<number, Map<number, Content>>()
  const put = (r: number, c: number, content: Content) => {
    if (content.kind === 'empty') return
    if (!(r >= 0 && r < GRID.rows && c >= 0 && c < GRID.columns)) throw danado('una celda que no cabe en una hoja')
    const row = rows.get(r)
    if (row === undefined) rows.set(r, new Map([[c, content]]))
    else row.set(c, content)
  }
  for (const [r, cells] of Object.entries(data)) for (const [c, cell] of Object.entries(cells)) put(Number(r), Number(c), contentOf(cell))
  for (const { row, column } of measured?.broken ?? []) put(row, column, { kind: 'error', value: '#¡VALOR!' })
  for (const { row, column, formula } of measured?.pending ?? []) put(row, column, { kind: 'uncalculated', formula })
  return rows
}

type ContentOf = (cell: XLSX.CellObject) => Content

/** What cells hold. A text or a format that many share is looked at once. */
function contents(limites: Limites): ContentOf {
  const texts = new Map<string, Content>()
  const formats = new Map<string, 'plain' | 'percent' | 'date'>()
  return (cell) => {
    switch (cell.t) {
      case 'n':
        // Excel has no infinity: a number that large was never typed.
        if (!Number.isFinite(significant(Number(cell.v)))) return { kind: 'error', value: '#¡NUM!' }
        return { kind: 'number', value: Number(cell.v), format: once(formats, String(cell.z ?? 'General'), formatOf) }
      case 's':
        return once(texts, String(cell.v ?? ''), (stored) => textOf(stored, limites))
      case 'b':
        return { kind: 'boolean', value: cell.v === true }
      case 'e':
        return { kind: 'error', value: ERRORS.get(Number(cell.v)) ?? '#¡ERROR!' }
      default:
        return EMPTY
    }
  }
}

function once<T>(known: Map<string, T>, key: string, make: (key: string) => T): T {
  const found = known.get(key)
  if (found !== undefined) return found
  const made = make(key)
  known.set(key, made)
  return made
}

function textOf(stored: string, { caracteres, palabra }: Limites): Content {
  if (stored.length > caracteres) return { kind: 'long', what: 'text', characters: stored.length, most: caracteres }
  const { value, unseen } = clean(stored)
  const longest = value.length > palabra ? value.split(/\s+/u).reduce((most, { length }) => Math.max(most, length), 0) : 0
  if (longest > palabra) return { kind: 'long', what: 'word', characters: longest, most: palabra }
  return value.trim() === '' ? EMPTY : { kind: 'text', value, unseen }
}

/** Excel's error values by their number in the file format, as its Spanish edition shows them. */
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, '#¡NULO!'],
  [0x07, '#¡DIV/0!'],
  [0x0f, '#¡VALOR!'],
  [0x17, '#¡REF!'],
  [0x1d, '#¿NOMBRE?'],
  [0x24, '#¡NUM!'],
  [0x2a, '#N/D'],
])

/** What a format makes of a number. Quoted and escaped characters are decoration: `0"%"` shows 35 as 35%. */
function formatOf(format: string): 'plain' | 'percent' | 'date' {
  if (XLSX.SSF.is_date(format)) return 'date'
  return format.replace(/"[^"]*"|\\.|_./g, '').includes('%') ? 'percent' : 'plain'
}
