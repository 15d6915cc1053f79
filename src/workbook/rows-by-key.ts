/** The rows of a workbook by what they are of, and not by where they stand: a sheet that was sorted is the same. */
import { normalizarNombre } from '../model/index.js'
import { addressOf } from './cell.js'
import { openLog } from './faults.js'
import { findSheets, type SheetName } from './find-sheets.js'
import type { Hojas } from './grid.js'
import { LIMITES } from './limites.js'
import * as eventos from './sheets/eventos.js'
import { hojaObjetivos } from './sheets/objetivos.js'
import { hojaPolitica } from './sheets/politica.js'
import { hojaProductos } from './sheets/productos.js'
import { hojaSectores } from './sheets/sectores.js'
import { hojaSemaforo } from './sheets/semaforo.js'
import { hojaAvances, hojaMetas } from './sheets/series.js'
import { hojaReportes, hojaTextos } from './sheets/textos.js'
import { words } from './show.js'
import { readTable, type TableSpec } from './tables.js'

export interface FilaConClave {
  /** Name of the sheet, as the contract prints it. */
  readonly hoja: string
  /** `2.1.2`, `Salud`, `2023-03-13 · Casa de Todas`; the second of one key is `… (2)`. */
  readonly clave: string
  /** By column, as the contract prints it: what the cell holds, as whoever opens the workbook sees it, and its address. Empty cells are not there. */
  readonly celdas: ReadonlyMap<string, { readonly texto: string; readonly celda: string }>
}

/** What tells the rows of each sheet apart, in the contract's order. */
export const CLAVES: readonly (readonly [TableSpec, ...string[]])[] = [
  [hojaPolitica, 'Campo'],
  [eventos.hojaCreditos, 'Grupo', 'Cargo', 'Nombre'],
  [hojaObjetivos, 'Objetivo'],
  [hojaSectores, 'Sector'],
  [hojaProductos, 'Código'],
  [hojaMetas, 'Código'],
  [hojaAvances, 'Código'],
  [hojaReportes, 'Código'],
  [hojaSemaforo, 'Color'],
  [eventos.hojaCapacitaciones, 'Estación de policía', 'Mes'],
  [eventos.hojaJornadas, 'Fecha', 'Lugar'],
  [eventos.hojaReuniones, 'Fecha', 'Entidad o sector'],
  [hojaTextos, 'Clave'],
  [eventos.hojaAuditoria, 'Hallazgo'],
]

/** Every row of every sheet of the contract. None for what is no workbook. */
export function filasPorClave(grid: Hojas | null): readonly FilaConClave[] {
  if (grid === null) return []
  const log = openLog(grid.sheets, LIMITES.faltas)
  const sheets = findSheets(grid, log)
  return CLAVES.flatMap(([spec, ...columnas]) => {
    const sheet = sheets.get(spec.name as SheetName)
    const table = sheet === undefined ? null : readTable(spec, sheet, grid, log)
    const veces = new Map<string, number>()
    return (table?.rows ?? []).map(({ cell }): FilaConClave => {
      const llenas = [...(table?.columns.keys() ?? [])].flatMap((name) => {
        const suya = cell(name)
        return suya.content.kind === 'empty' ? [] : [[name, { texto: words(suya), celda: addressOf(suya) }] as const]
      })
      const celdas = new Map(llenas)
      const clave = columnas.map((name) => celdas.get(name)?.texto.replace(/(?<=\d)\.$/u, '') ?? '').join(' · ')
      const vez = (veces.get(normalizarNombre(clave)) ?? 0) + 1
      veces.set(normalizarNombre(clave), vez)
      return { hoja: spec.name, clave: vez === 1 ? clave : `${clave} (${vez})`, celdas }
    })
  })
}
