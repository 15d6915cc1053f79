import * as z from 'zod'
import { normalizarNombre, PERIODICIDADES, TIPOS_ANUALIZACION, UNIDADES } from '../../model/index.js'
import type { Cell } from '../cell.js'
import type { Log } from '../faults.js'
import { anio, cantidad, cantidadConSigno, codigoDeProducto, peso, porUnidad, required, sinLeer, texto, unoDe } from '../fields.js'
import { gather, type Keys } from '../keys.js'
import { showNumber } from '../numbers.js'
import { type Fila, readField, readRows } from '../rows.js'
import { show } from '../show.js'
import { PROCEDENCIA, type Table, type TableSpec } from '../tables.js'
import type { Marco } from './politica.js'

const filaProducto = z.object({
  Código: required(codigoDeProducto),
  Producto: required(texto),
  Sector: required(texto),
  'Entidad responsable': texto,
  Indicador: texto,
  'Tipo de anualización': required(unoDe(TIPOS_ANUALIZACION)),
  Periodicidad: required(unoDe(PERIODICIDADES)),
  Unidad: required(unoDe(UNIDADES)),
  'Unidad de medida (singular)': texto,
  'Unidad de medida (plural)': texto,
  // What the amounts may be depends on the unit: they are read after it.
  'Línea base': sinLeer,
  'Año de inicio': required(anio),
  'Año de finalización': required(anio),
  'Meta final': sinLeer,
  'Importancia relativa': peso,
  [PROCEDENCIA]: texto,
})

export const hojaProductos: TableSpec = {
  name: 'Productos',
  required: [
    'Código',
    'Producto',
    'Sector',
    'Tipo de anualización',
    'Periodicidad',
    'Unidad',
    'Año de inicio',
    'Año de finalización',
    'Meta final',
  ],
  optional: [
    'Entidad responsable',
    'Indicador',
    'Unidad de medida (singular)',
    'Unidad de medida (plural)',
    'Línea base',
    'Importancia relativa',
  ],
  filled: true,
}

/** A row of `Productos`. Amounts and years are undefined where they are faulty, or where a rule stands against them. */
export interface ProductoLeido {
  readonly fila: Fila<typeof filaProducto.shape>
  readonly lineaBase: number | null | undefined
  readonly metaFinal: number | undefined
  readonly anios: { readonly inicio: number; readonly fin: number } | undefined
}

/** Reads `Productos`, keyed by code, with the rules that a row can be held to by itself. */
export function readProductos(table: Table | null, { plan }: Marco, log: Log): Keys<ProductoLeido> {
  const filas = readRows(table, filaProducto, log)
  noteWeights(filas, log)
  const rows = filas.map((fila) => ({ key: fila.values.Código, cell: fila.cell('Código'), item: productoLeido(fila, table, plan, log) }))
  return gather(table, 'Código', rows, 'codigo-repetido', log)
}

/** The key by which `Sectores` knows a product's sector; undefined where it could not be read. */
export function sectorKey({ fila }: ProductoLeido): string | undefined {
  return fila.values.Sector === undefined ? undefined : normalizarNombre(fila.values.Sector)
}

function productoLeido(fila: ProductoLeido['fila'], table: Table | null, plan: Marco['plan'], log: Log): ProductoLeido {
  const lineaBase = lineaBaseOf(fila, log)
  const metaFinal = table?.missing.has('Meta final') ? undefined : metaFinalOf(fila, lineaBase, log)
  return { fila, lineaBase, metaFinal, anios: aniosOf(fila, plan, log) }
}

function lineaBaseOf({ values, cell }: ProductoLeido['fila'], log: Log): number | null | undefined {
  const base = readField(cantidad(values.Unidad), cell('Línea base'), log)
  if (base !== null || values['Tipo de anualización'] !== 'Decreciente') return base
  log.note('falta-linea-base', cell('Línea base'), show(cell('Línea base')))
  return undefined
}

const metaFinal = porUnidad((unidad) => required(cantidadConSigno(unidad)))

/** Over 0; of a Decreciente, below the línea base and not negative. Source: contract, «Computation», invalid. */
function metaFinalOf({ values, cell }: ProductoLeido['fila'], lineaBase: number | null | undefined, log: Log): number | undefined {
  const place = cell('Meta final')
  const meta = readField(metaFinal(values.Unidad), place, log)
  const tipo = values['Tipo de anualización']
  if (meta === undefined || tipo === undefined) return meta
  if (tipo === 'Decreciente') return metaFinalDecreciente(meta, lineaBase ?? undefined, place, log)
  if (meta > 0) return meta
  log.note('meta-final-no-positiva', place, show(place))
  return undefined
}

function metaFinalDecreciente(meta: number, base: number | undefined, place: Cell, log: Log): number | undefined {
  if (meta < 0) log.note('cantidad-negativa', place, show(place))
  else if (base !== undefined && meta >= base) log.note('meta-final-sobre-linea-base', place, show(place), { base: showNumber(base) })
  else return meta
  return undefined
}

function aniosOf({ values, cell }: ProductoLeido['fila'], plan: Marco['plan'], log: Log): ProductoLeido['anios'] {
  const inicio = yearInPlan(values['Año de inicio'], cell('Año de inicio'), plan, log)
  const fin = yearInPlan(values['Año de finalización'], cell('Año de finalización'), plan, log)
  if (inicio === undefined || fin === undefined) return undefined
  if (inicio <= fin) return { inicio, fin }
  log.note('fin-antes-del-inicio', cell('Año de finalización'), String(fin), { inicio: String(inicio) })
  return undefined
}

function yearInPlan(year: number | undefined, place: Cell, plan: Marco['plan'], log: Log): number | undefined {
  if (year === undefined || plan === undefined || (plan.inicio <= year && year <= plan.fin)) return year
  log.note('anio-fuera-del-plan', place, String(year), { inicio: String(plan.inicio), fin: String(plan.fin) })
  return undefined
}

/** Where any product has a weight, all must. A faulty weight alone asks nothing of the others. */
function noteWeights(filas: readonly ProductoLeido['fila'][], log: Log): void {
  if (!filas.some(({ values }) => typeof values['Importancia relativa'] === 'number')) return
  for (const { values, cell } of filas) {
    if (values['Importancia relativa'] !== null) continue
    log.note('falta-importancia', cell('Importancia relativa'), show(cell('Importancia relativa')))
  }
}
