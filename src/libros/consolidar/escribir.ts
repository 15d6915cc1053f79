/** The consolidated workbook as a file, and where each of its cells came from. */
import type { Tabla } from '../../workbook/index.js'
import { hojasDeTablas } from '../de-tablas.js'
import { escribirLibro, type MetaDelLibro } from '../escribir/libro.js'
import { letras } from '../escribir/nombres.js'
import type { Plan } from '../forma/columnas.js'
import { FILA_ENCABEZADO } from '../hoja.js'
import { lugarEn } from './palabras.js'
import type { CeldaUnida, TablaUnida } from './unir.js'

export interface LibroEscrito {
  readonly bytes: Uint8Array
  /** Where what is wrong at an address of the workbook must be mended: in a sector's file, or, for the rest, where `otro` says. */
  lugarDe(lugar: string, otro: (lugar: string) => string): string
}

export async function escribirConsolidado(tablas: readonly (TablaUnida | Tabla)[], plan: Plan, meta: MetaDelLibro): Promise<LibroEscrito> {
  const origenes = new Map<string, string>()
  for (const { hoja, filas } of tablas)
    filas.forEach((fila: readonly CeldaUnida[], i) => {
      fila.forEach(({ archivo, celda }, j) => {
        if (archivo !== undefined && celda !== '') origenes.set(`${hoja}!${letras(j)}${FILA_ENCABEZADO + 1 + i}`, lugarEn(archivo, celda))
      })
    })
  return {
    bytes: await escribirLibro(hojasDeTablas(tablas, plan), meta),
    lugarDe: (lugar, otro) => origenes.get(lugar) ?? otro(lugar),
  }
}
