/** The sheet of expected figures that LibreOffice calculated from formulas: inputs/ppsa-2025/cifras-esperadas.xlsx. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as XLSX from 'xlsx'

type Valor = string | number | null
export type FilaDeCifras = Readonly<Record<string, Valor>>

const libro = XLSX.read(readFileSync(join(import.meta.dirname, '..', 'inputs', 'ppsa-2025', 'cifras-esperadas.xlsx')))

function hoja(nombre: string): XLSX.WorkSheet {
  const contenido = libro.Sheets[nombre]
  if (contenido === undefined) throw new Error(`falta la hoja ${nombre}`)
  return contenido
}

/** Rows by header; empty text, which is how a formula says nothing, is null. */
export function filasDeCifras(nombre: string): readonly FilaDeCifras[] {
  const filas = XLSX.utils.sheet_to_json<FilaDeCifras>(hoja(nombre), { defval: null })
  return filas.map((fila) => Object.fromEntries(Object.entries(fila).map(([titulo, valor]) => [titulo, valor === '' ? null : valor])))
}

/** Rows as they stand, headers first. */
export function celdasDe(nombre: string): readonly (readonly Valor[])[] {
  return XLSX.utils.sheet_to_json<Valor[]>(hoja(nombre), { header: 1, defval: null })
}

/** Addresses of the cells under the headers that hold a value typed, and not a formula. */
export function sinFormula(nombre: string): readonly string[] {
  return Object.entries(hoja(nombre)).flatMap(([direccion, celda]) =>
    /^[A-Z]+(?!1$)\d+$/u.test(direccion) && (celda as XLSX.CellObject).f === undefined ? [direccion] : [],
  )
}
