import * as z from 'zod'
import { normalizarNombre, type Prosa, type Texto } from '../../model/index.js'
import { addressOf } from '../cell.js'
import type { Log } from '../faults.js'
import { codigoDeProducto, prosa, required, texto } from '../fields.js'
import { gather, type Keys } from '../keys.js'
import { prosaOf } from '../prose.js'
import { complete, type Fila, readRows } from '../rows.js'
import type { Table, TableSpec } from '../tables.js'
import { PRODUCTO } from './series.js'

export const hojaReportes: TableSpec = {
  name: 'Reportes',
  required: ['Código', 'Logros'],
  optional: ['Dificultades', 'Observaciones'],
  shown: [PRODUCTO],
}
const filaReporte = z.object({ Código: required(codigoDeProducto), Logros: prosa, Dificultades: prosa, Observaciones: prosa })
export type FilaReporte = Fila<typeof filaReporte.shape>

/** Reads `Reportes`, keyed by code. */
export function readReportes(table: Table | null, log: Log): Keys<FilaReporte> {
  const rows = readRows(table, filaReporte, log).map((item) => ({ key: item.values.Código, cell: item.cell('Código'), item }))
  return gather(table, 'Código', rows, 'codigo-repetido', log)
}

/** What was reported for a product, as the model keeps it. Only for a sheet without errors. */
export function buildReporte(fila: FilaReporte | undefined): {
  readonly logros: Prosa | null
  readonly dificultades: Prosa | null
  readonly observaciones: Prosa | null
} {
  if (fila === undefined) return { logros: null, dificultades: null, observaciones: null }
  const v = complete(fila)
  const prosa = (columna: 'Logros' | 'Dificultades' | 'Observaciones') =>
    prosaOf('Reportes', v.Código, columna, v[columna], fila.cell(columna))
  return { logros: prosa('Logros'), dificultades: prosa('Dificultades'), observaciones: prosa('Observaciones') }
}

export const hojaTextos: TableSpec = { name: 'Textos', required: ['Clave', 'Texto'] }
const filaTexto = z.object({ Clave: required(texto), Texto: prosa })
export type FilaTexto = Fila<typeof filaTexto.shape>

/** Reads `Textos`, keyed by the normalised Clave. */
export function readTextos(table: Table | null, log: Log): Keys<FilaTexto> {
  const rows = readRows(table, filaTexto, log).map((item) => ({
    key: item.values.Clave === undefined ? undefined : normalizarNombre(item.values.Clave),
    cell: item.cell('Clave'),
    item,
  }))
  return gather(table, 'Clave', rows, 'clave-repetida', log)
}

/** The prose of `Textos` by its Clave as typed; a Clave without text is left out. Only for a sheet without errors. */
export function buildTextos(keys: Keys<FilaTexto>): ReadonlyMap<string, Texto> {
  const textos = new Map<string, Texto>()
  for (const fila of keys.items.values()) {
    const v = complete(fila)
    const prosa = prosaOf('Textos', v.Clave, 'Texto', v.Texto, fila.cell('Texto'))
    if (prosa !== null) textos.set(v.Clave, { ...prosa, celdaDeClave: addressOf(fila.cell('Clave')) })
  }
  return textos
}
