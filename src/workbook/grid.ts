import * as XLSX from 'xlsx'
import { type Content, EMPTY } from './cell.js'
import { openedPackage } from './package.js'

/** A sheet as plain values: only cells that hold something are there. Rows and columns count from 0. */
export interface Sheet {
  readonly name: string
  /** Place among the sheets of the workbook. */
  readonly position: number
  readonly hidden: boolean
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, Content>>
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: ReadonlySet<number>
  readonly merges: readonly Merge[]
}

/** A merged range, both ends included. */
interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface Grid {
  readonly date1904: boolean
  readonly sheets: readonly Sheet[]
}

/** Why bytes are no workbook that can be read. */
export type Unreadable = 'no-es-xlsx' | 'libro-cifrado' | 'libro-desmedido'

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0]

/** The sheets of an `.xlsx`, or why the bytes are none. Never throws. */
export function readGrid(bytes: Uint8Array): Grid | Unreadable {
  if (startsWith(bytes, COMPOUND_FILE)) return isEncrypted(bytes) ? 'libro-cifrado' : 'no-es-xlsx'
  // SheetJS takes any other bytes for CSV.
  if (!startsWith(bytes, ZIP)) return 'no-es-xlsx'
  const opened = openedPackage(bytes)
  if (typeof opened === 'string') return opened
  try {
    const book = XLSX.read(opened, {
      type: 'array',
      dense: true,
      cellNF: true,
      cellText: false,
      cellHTML: false,
      cellStyles: true,
      sheetStubs: true,
    })
    return book.bookType === 'xlsx' ? gridOf(book) : 'no-es-xlsx'
  } catch {
    return 'no-es-xlsx'
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte)
}

function isEncrypted(bytes: Uint8Array): boolean {
  try {
    return XLSX.CFB.find(XLSX.CFB.read(bytes, { type: 'array' }), 'EncryptedPackage') !== null
  } catch {
    return false
  }
}

function gridOf(book: XLSX.WorkBook): Grid {
  return {
    date1904: book.Workbook?.WBProps?.date1904 === true,
    sheets: book.SheetNames.map((name, position) => sheetOf(name, position, book)),
  }
}

function sheetOf(name: string, position: number, book: XLSX.WorkBook): Sheet {
  const sheet = book.Sheets[name] ?? {}
  return {
    name,
    position,
    hidden: (book.Workbook?.Sheets?.[position]?.Hidden ?? 0) !== 0,
    rows: rowsOf((sheet['!data'] ?? []) as readonly (readonly XLSX.CellObject[])[]),
    hiddenRows: hiddenOf(sheet['!rows']),
    hiddenColumns: hiddenOf(sheet['!cols']),
    merges: (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c })),
  }
}

/** `forEach` passes over the holes: a stray format in row 1,048,576 costs nothing. */
function rowsOf(data: readonly (readonly XLSX.CellObject[])[]): Sheet['rows'] {
  const rows = new Map<number, ReadonlyMap<number, Content>>()
  data.forEach((cells, r) => {
    const row = new Map<number, Content>()
    cells.forEach((cell, c) => {
      const content = contentOf(cell)
      if (content.kind !== 'empty') row.set(c, content)
    })
    if (row.size > 0) rows.set(r, row)
  })
  return rows
}

function hiddenOf(lines: readonly ({ readonly hidden?: boolean } | undefined)[] | undefined): ReadonlySet<number> {
  const hidden = new Set<number>()
  lines?.forEach((line, i) => {
    if (line?.hidden === true) hidden.add(i)
  })
  return hidden
}

function contentOf(cell: XLSX.CellObject): Content {
  switch (cell.t) {
    case 'n':
      return { kind: 'number', value: Number(cell.v), format: formatOf(String(cell.z ?? 'General')) }
    case 's':
      return textOf(String(cell.v ?? ''))
    case 'b':
      return { kind: 'boolean', value: cell.v === true }
    case 'e':
      return { kind: 'error', value: ERRORS.get(Number(cell.v)) ?? '#¡ERROR!' }
    default:
      return cell.f === undefined ? EMPTY : { kind: 'uncalculated', formula: cell.f }
  }
}

/** Control characters, which the file format can escape and no document can hold, are dropped; tabs and line breaks stay. */
function textOf(stored: string): Content {
  const value = stored.replace(/(?![\t\n\r])\p{Cc}/gu, '')
  return value.trim() === '' ? EMPTY : { kind: 'text', value }
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
