/** A workbook as the tables that it is made of, each cell as it was typed: for whoever writes it again. */
import type { Celda, Fecha } from '../model/index.js'
import { normalizarNombre } from '../model/index.js'
import { addressOf, type Cell } from './cell.js'
import { dateOfSerial } from './dates.js'
import { openLog } from './faults.js'
import { findSheets, type SheetName } from './find-sheets.js'
import type { Hojas } from './grid.js'
import { LIMITES } from './limites.js'
import { CLAVES } from './rows-by-key.js'
import { hojaEntrega, hojaInstrucciones, hojaRegistro } from './sheets/eventos.js'
import { words } from './show.js'
import { readTable, type TableSpec } from './tables.js'

/**
 * What a cell holds, and its address: `Productos!F12`. A `porcentaje` is a fraction that the cell shows as a percentage. What is not a value
 * (a truth value, an error, a formula without a result), which only a column that nobody reads may hold, is the text that shows it.
 */
export type CeldaLeida = { readonly celda: Celda } & (
  | { readonly tipo: 'vacia' }
  | { readonly tipo: 'texto'; readonly valor: string }
  | { readonly tipo: 'numero' | 'porcentaje'; readonly valor: number }
  | { readonly tipo: 'fecha'; readonly valor: Fecha }
)

/** A sheet of the contract. Each row has a cell a column, in the order of the columns. */
export interface Tabla {
  /** As the contract prints it. */
  readonly hoja: string
  /** From left to right: as the contract prints them, years and periods too (`2023-T1`), and as typed those that it does not know. */
  readonly columnas: readonly string[]
  readonly filas: readonly (readonly CeldaLeida[])[]
}

/**
 * The sheets of the contract that a workbook has, in its own order, with their rows of data; a sheet without its header is not there, nor
 * are rows that hold nothing but a Procedencia. Meant for a workbook without errors: what contradicts the contract is not told here.
 */
export function tablasDelLibro(grid: Hojas): readonly Tabla[] {
  const log = openLog(grid.sheets, LIMITES.faltas)
  const sheets = new Map<string, Hojas['sheets'][number]>(findSheets(grid, log))
  for (const { name } of [hojaRegistro, hojaEntrega, hojaInstrucciones]) {
    const sheet = grid.sheets.find((each) => normalizarNombre(each.name) === normalizarNombre(name))
    if (sheet !== undefined) sheets.set(name, sheet)
  }
  return ESPECIFICACIONES.flatMap((spec) => {
    const sheet = sheets.get(spec.name as SheetName)
    const table = sheet === undefined ? null : readTable(spec, sheet, grid, log)
    if (table === null) return []
    const columnas = [...table.columns, ...table.unknown.map((cell) => [words(cell), cell.column] as const)].sort(([, a], [, b]) => a - b)
    return {
      position: table.sheet.position,
      tabla: {
        hoja: spec.name,
        columnas: columnas.map(([titulo]) => titulo),
        filas: table.rows.map((row) => columnas.map(([, lugar]) => leida(row.at(lugar)))),
      },
    }
  })
    .sort((a, b) => a.position - b.position)
    .map(({ tabla }) => tabla)
}

const ESPECIFICACIONES: readonly TableSpec[] = [...CLAVES.map(([spec]) => spec), hojaRegistro, hojaEntrega, hojaInstrucciones]

function leida(cell: Cell): CeldaLeida {
  const { content, date1904 } = cell
  const celda = addressOf(cell)
  if (content.kind === 'empty') return { celda, tipo: 'vacia' }
  if (content.kind === 'text') return { celda, tipo: 'texto', valor: content.value }
  if (content.kind !== 'number') return { celda, tipo: 'texto', valor: words(cell) }
  const { value, format } = content
  const fecha = format === 'date' ? dateOfSerial(value, date1904) : null
  if (fecha !== null) return { celda, tipo: 'fecha', valor: fecha }
  return { celda, tipo: format === 'percent' ? 'porcentaje' : 'numero', valor: value }
}
