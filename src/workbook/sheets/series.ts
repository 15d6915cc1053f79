import type { Codigo, Periodo } from '../../model/index.js'
import { codigoDePeriodo, normalizarNombre, PERIODOS_DEL_ANIO } from '../../model/index.js'
import type { Cell } from '../cell.js'
import type { Log } from '../faults.js'
import { cantidad, codigoDeProducto, required, texto } from '../fields.js'
import { gather, type Keys } from '../keys.js'
import { readField } from '../rows.js'
import { PROCEDENCIA, type Row, type Table, type TableSpec } from '../tables.js'
import type { ProductoLeido } from './productos.js'

const YEAR = /^\d{4}$/
const PERIOD = /^(\d{4})\s*[-–]\s*([SCTBM])0?(\d{1,2})$/i

/** A column of a year series: a year or a period of it. */
export interface Column {
  readonly header: string
  readonly year: number
  readonly period: Periodo | null
}

/** The column that a header names: `2023`, `2023-T1`, `2023-M01`; null for any other text. */
function columnOf(header: string): Column | null {
  const text = header.trim()
  if (YEAR.test(text)) return { header: text, year: Number(text), period: null }
  const [, year = '', letter = '', digits = ''] = PERIOD.exec(text) ?? []
  const tipo = letter.toUpperCase() as Periodo['tipo']
  const numero = Number(digits)
  if (year === '' || numero < 1 || numero > PERIODOS_DEL_ANIO[tipo]) return null
  const period = { tipo, numero }
  return { header: `${year}-${codigoDePeriodo(period)}`, year: Number(year), period }
}

/** The header of `Avances` that a text names, as the contract writes it (`2023`, `2023-T1`, `2023-M01`); null for any other text. */
export function columnaDeAvances(texto: string): string | null {
  return columnOf(texto)?.header ?? null
}

/** The period that a text names as a header of `Avances` does (`2023-T1`, `2023-M01`), with its year; null for any other text. */
export function periodoDe(texto: string): { readonly anio: number; readonly periodo: Periodo } | null {
  const column = columnOf(texto)
  return column === null || column.period === null ? null : { anio: column.year, periodo: column.period }
}

/** Shown beside a code to whoever fills the row in; `Productos` and `Metas` say it, and it is not read here. */
export const PRODUCTO = 'Producto'

export const hojaMetas: TableSpec = {
  name: 'Metas',
  required: ['Código'],
  shown: [PRODUCTO],
  series: (header) => (YEAR.test(header.trim()) ? header.trim() : null),
}
export const hojaAvances: TableSpec = {
  name: 'Avances',
  required: ['Código'],
  shown: [PRODUCTO, 'Tipo de anualización', 'Unidad de medida', 'Meta de la vigencia'],
  series: columnaDeAvances,
}

/** A cell of a series with its amount: null for none, undefined for a faulty one. */
export interface Entry {
  readonly column: Column
  readonly cell: Cell
  readonly value: number | null | undefined
}

/** A row of `Metas` or `Avances`. */
export interface SerieLeida {
  readonly codigo: Codigo | undefined
  /** Cell of the code. */
  readonly cell: Cell
  /** In order of year; the year itself before its periods, and these in order. */
  readonly entries: readonly Entry[]
  readonly reconstruida: boolean
}

const codigoDeLaFila = required(codigoDeProducto)

/** Reads a sheet of year series, keyed by code. Amounts are read in the unit of the product, where that is known. */
export function readSeries(table: Table | null, productos: Keys<ProductoLeido>, log: Log): Keys<SerieLeida> {
  const columns = columnsOf(table)
  const rows = (table?.rows ?? []).map((row) => {
    const codigo = table?.missing.has('Código') ? undefined : readField(codigoDeLaFila, row.cell('Código'), log)
    return { key: codigo, cell: row.cell('Código'), item: serieLeida(row, codigo, columns, productos, log) }
  })
  return gather(table, 'Código', rows, 'codigo-repetido', log)
}

/** The columns of years and periods of a table, in order. */
export function columnsOf(table: Table | null): readonly Column[] {
  return [...(table?.columns.keys() ?? [])]
    .flatMap((header) => columnOf(header) ?? [])
    .sort((a, b) => a.year - b.year || (a.period?.numero ?? 0) - (b.period?.numero ?? 0))
}

function serieLeida(
  row: Row,
  codigo: Codigo | undefined,
  columns: readonly Column[],
  productos: Keys<ProductoLeido>,
  log: Log,
): SerieLeida {
  const unidad = codigo === undefined ? undefined : productos.items.get(codigo)?.fila.values.Unidad
  const entries = columns.map((column) => {
    const cell = row.cell(column.header)
    return { column, cell, value: readField(cantidad(unidad), cell, log) }
  })
  return { codigo, cell: row.cell('Código'), entries, reconstruida: saysReconstruida(readField(texto, row.cell(PROCEDENCIA), log)) }
}

/** Whether a Procedencia says that a series was reconstructed. */
export function saysReconstruida(procedencia: string | null | undefined): boolean {
  return normalizarNombre(procedencia ?? '').includes('reconstruida')
}
