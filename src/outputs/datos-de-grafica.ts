/** The numbers of a chart as files for people, beside its pictures. */
import * as XLSX from 'xlsx'
import { csvDeLineas } from './csv.js'
import type { Cuadro } from './cuadro.js'
import { inofensivo } from './inofensivo.js'

/** Where the numbers come from, line by line: what it is, and which. */
type Procedencia = readonly (readonly [que: string, cual: string])[]

/** Characters of a column at most: names of sectors whole, and no column wider than a screen. */
const WIDEST = 60

export function csvDeGrafica({ columnas, filas }: Cuadro): Uint8Array {
  return csvDeLineas([columnas, ...filas.map(({ valores }) => valores)])
}

/** A workbook with the numbers in a sheet, as numbers, and where they come from in another. The same input gives the same bytes. */
export function xlsxDeGrafica({ columnas, filas, proporciones }: Cuadro, procedencia: Procedencia): Uint8Array {
  const libro = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(libro, hoja([columnas, ...filas.map(({ valores }) => valores)], proporciones), 'Datos')
  XLSX.utils.book_append_sheet(libro, hoja(procedencia, false), 'Origen')
  return new Uint8Array(XLSX.write(libro, { type: 'array', bookType: 'xlsx', compression: true, bookSST: true }))
}

function hoja(lineas: readonly (readonly (string | number | null)[])[], proporciones: boolean): XLSX.WorkSheet {
  const sheet = XLSX.utils.aoa_to_sheet(lineas.map((linea) => linea.map((valor) => celda(valor, proporciones))))
  const anchos = (lineas[0] ?? []).map((_, i) => Math.max(...lineas.map((linea) => String(linea[i] ?? '').length)))
  sheet['!cols'] = anchos.map((wch) => ({ wch: Math.min(WIDEST, wch) + 2 }))
  return sheet
}

function celda(valor: string | number | null, proporcion: boolean): XLSX.CellObject | string | null {
  if (typeof valor === 'number') return { t: 'n', v: valor, z: proporcion ? '0%' : Number.isInteger(valor) ? '#,##0' : '#,##0.0#' }
  return valor === null ? null : inofensivo(valor)
}
