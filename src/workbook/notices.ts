/** What the figures of a workbook without errors ask someone to look at: likely slips, never errors. Source: contract, «Notices». */

import Fraction from 'fraction.js'
import { exact } from '../exact/index.js'
import type { Libro, Producto } from '../model/index.js'
import type { Piezas } from './build-libro.js'
import type { Place } from './cell.js'
import type { Log } from './faults.js'
import type { Keys } from './keys.js'
import { showNumber, showPercent } from './numbers.js'
import type { FilaSector } from './sheets/sectores.js'
import { show } from './show.js'
import { sum } from './sums.js'

/** A product of the vigencia: its goal and achievement (null for none), and where each is told. */
interface Caso {
  readonly producto: Producto
  readonly meta: number | null
  readonly logro: number | null
  /** Cell of the achievement of the vigencia, typed or not. */
  readonly place: Place
}

/** Notes what is likely to be a slip in the figures, product by product, and sectors without any. */
export function noteFigures(libro: Libro, piezas: Piezas, sectores: Keys<FilaSector>, log: Log): void {
  noteEmptySectors(libro, sectores, log)
  for (const producto of libro.productos) {
    const caso = casoOf(producto, libro.politica.vigencia, piezas)
    noteMissing(caso, piezas, log)
    noteOvershoot(caso, log)
    noteLeap(caso, libro.politica.vigencia, log)
    noteTotal(caso, log)
  }
}

function noteEmptySectors(libro: Libro, sectores: Keys<FilaSector>, log: Log): void {
  const used = new Set(libro.productos.map(({ sector }) => sector))
  for (const fila of sectores.items.values()) {
    const nombre = fila.values.Sector
    if (nombre !== undefined && !used.has(nombre)) log.note('sector-sin-productos', fila.cell('Sector'), show(fila.cell('Sector')))
  }
}

function casoOf(producto: Producto, vigencia: number, { avances, productos }: Piezas): Caso {
  const meta = producto.metas.get(vigencia)?.valor ?? null
  const logro = producto.avances.get(vigencia)?.valor ?? null
  const entries = avances.items.get(producto.codigo)?.entries.filter(({ column }) => column.year === vigencia) ?? []
  const told = entries.find(({ value }) => typeof value === 'number') ?? entries[0]
  const own = productos.items.get(producto.codigo)?.fila.cell('Código')
  const place = told?.cell ?? avances.items.get(producto.codigo)?.cell ?? own
  if (place === undefined) throw new TypeError(`Product ${producto.codigo} has no place.`)
  const inYears = producto.inicio <= vigencia && vigencia <= producto.fin
  const counts = (value: number | null) => value !== null && (value !== 0 || (producto.tipo === 'Decreciente' && inYears))
  return { producto, meta: counts(meta) ? meta : null, logro: logro === 0 && !inYears ? null : logro, place }
}

function noteMissing({ producto, meta, logro, place }: Caso, { metas, productos, reportes }: Piezas, log: Log): void {
  if (meta !== null && logro === null) log.note('meta-sin-logro', place, 'una meta sin avance', { meta: amount(producto, meta) })
  if (meta === null && logro !== null && logro !== 0) {
    const fila = metas.items.get(producto.codigo)?.cell
    log.note('logro-sin-meta', place, amount(producto, logro), { fila: fila === undefined ? 'Metas' : `Metas, fila ${fila.row + 1}` })
  }
  if (meta === null) noteUnprinted(producto, reportes, log)
  // Without a single report, the sheet is not used, and to say so of each product would bury the rest.
  if (meta === null || producto.logros !== null || reportes.items.size === 0) return
  const cell = reportes.items.get(producto.codigo)?.cell('Logros') ?? productos.items.get(producto.codigo)?.fila.cell('Código') ?? place
  log.note('logros-vacios', cell, `el producto ${producto.codigo} sin logros`)
}

/** What was reported for a product without a goal: the report tells only of those that have one. */
function noteUnprinted({ codigo }: Producto, reportes: Piezas['reportes'], log: Log): void {
  const fila = reportes.items.get(codigo)
  const told = (['Logros', 'Dificultades', 'Observaciones'] as const).find((column) => typeof fila?.values[column] === 'string')
  if (fila === undefined || told === undefined) return
  log.note('reporte-sin-meta', fila.cell(told), `un reporte del producto ${codigo}, sin meta en la vigencia`)
}

/** Compliance over 300 %, unrounded. */
function noteOvershoot({ producto, meta, logro, place }: Caso, log: Log): void {
  if (meta === null || logro === null) return
  const start = producto.tipo === 'Decreciente' ? exact(producto.lineaBase?.valor ?? 0) : new Fraction(0)
  const promised = exact(meta).sub(start)
  if (promised.equals(0)) return
  const ratio = exact(logro).sub(start).div(promised)
  if (ratio.gt(3))
    log.note('cumplimiento-sobre-300', place, `${amount(producto, logro)} (${showPercent(ratio.round(4).valueOf())})`, {
      meta: amount(producto, meta),
    })
}

/** More than ten times the last achievement before the vigencia, or less than a tenth of it. */
function noteLeap({ producto, logro, place }: Caso, vigencia: number, log: Log): void {
  const before = [...producto.avances].filter(([year]) => year < vigencia).sort(([a], [b]) => b - a)
  const [anio, ultimo] = before[0] ?? []
  if (logro === null || logro <= 0 || ultimo === undefined || ultimo.valor <= 0) return
  const times = exact(logro).div(exact(ultimo.valor))
  if (times.lte(10) && times.gte(new Fraction(1, 10))) return
  log.note('salto-del-logro', place, amount(producto, logro), { ultimo: amount(producto, ultimo.valor), anio: String(anio) })
}

/** What a Suma product has achieved so far goes past its final goal. */
function noteTotal({ producto, place }: Caso, log: Log): void {
  if (producto.tipo !== 'Suma') return
  const total = sum([...producto.avances.values()].map(({ valor }) => valor))
  if (total.lte(exact(producto.metaFinal.valor))) return
  log.note('acumulado-sobre-meta-final', place, amount(producto, total.valueOf()), { meta: amount(producto, producto.metaFinal.valor) })
}

function amount({ unidad }: Producto, value: number): string {
  return unidad === 'Porcentaje' ? showPercent(value) : showNumber(value)
}
