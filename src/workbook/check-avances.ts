import { exact } from '../exact/index.js'
import { type Avance, cierraElAnio, type TipoAnualizacion } from '../model/index.js'
import { addressOf } from './cell.js'
import type { Log } from './faults.js'
import type { Keys } from './keys.js'
import { showNumber } from './numbers.js'
import type { Marco } from './sheets/politica.js'
import type { ProductoLeido } from './sheets/productos.js'
import { columnsOf, type Entry, type SerieLeida } from './sheets/series.js'
import { quoted, show } from './show.js'
import { same, sum } from './sums.js'
import type { Table } from './tables.js'

/** An achievement that was reported. */
type Report = Entry & { readonly value: number }

/** Holds the achievements of each product to the vigencia, its years and their periods. Source: contract, `Avances`. */
export function checkAvances(table: Table | null, avances: Keys<SerieLeida>, productos: Keys<ProductoLeido>, marco: Marco, log: Log): void {
  noteMissingYears(table, marco, log)
  for (const [codigo, serie] of avances.items) {
    const producto = productos.items.get(codigo)
    noteOutside(serie, producto, marco, log)
    for (const entries of byYear(serie).values()) notePeriods(entries, producto?.fila.values['Tipo de anualización'], log)
  }
}

/** A year up to the vigencia wants a column, its own or of its periods. */
function noteMissingYears(table: Table | null, { plan, vigencia }: Marco, log: Log): void {
  if (table === null || plan === undefined || vigencia === undefined) return
  const columns = columnsOf(table)
  const years = new Set(columns.map(({ year }) => year))
  for (let year = plan.inicio; year <= vigencia; year++) {
    if (!years.has(year)) log.note('falta-columna', table.head, 'un encabezado incompleto', { columna: String(year) })
  }
  for (const { header, year } of columns) {
    const column = table.columns.get(header)
    if (year < plan.inicio && column !== undefined) log.note('columna-desconocida', { ...table.head, column }, quoted(header))
  }
}

function noteOutside({ entries }: SerieLeida, producto: ProductoLeido | undefined, { vigencia }: Marco, log: Log): void {
  for (const { column, cell, value } of entries) {
    if (value === null || value === undefined || value === 0) continue
    if (vigencia !== undefined && column.year > vigencia) {
      log.note('avance-despues-de-la-vigencia', cell, show(cell), { vigencia: String(vigencia) })
    } else if (producto?.anios !== undefined && column.year < producto.anios.inicio) {
      const fila = addressOf(producto.fila.cell('Código'))
      log.note('avance-antes-del-inicio', cell, show(cell), { inicio: String(producto.anios.inicio), fila })
    }
  }
}

/** One kind of period a year, and a year that says the same as its periods. */
function notePeriods(entries: readonly Entry[], tipo: TipoAnualizacion | undefined, log: Log): void {
  const [first, ...others] = periodsIn(entries)
  const other = others.find(({ column }) => column.period?.tipo !== first?.column.period?.tipo)
  if (first === undefined) return
  if (other !== undefined) {
    log.note('dos-clases-de-periodo', other.cell, show(other.cell), { primera: first.column.header, segunda: other.column.header })
    return
  }
  const year = entries.find(({ column }) => column.period === null)
  if (tipo === undefined || typeof year?.value !== 'number' || entries.some(({ value }) => value === undefined)) return
  const given = totalOf([first, ...others], tipo)
  if (!same(exact(year.value), exact(given)))
    log.note('avance-contradice-periodos', year.cell, show(year.cell), { valor: showNumber(given) })
}

/**
 * The achievements of a row by year, as the model keeps them: of periods their sum (Suma) or the last reported, up to which where the
 * year's last is not there. Only for a row without errors.
 */
export function avancesOf(serie: SerieLeida, tipo: TipoAnualizacion, vigencia: number): ReadonlyMap<number, Avance> {
  const avances = new Map<number, Avance>()
  for (const [year, entries] of byYear(serie)) {
    const avance = year > vigencia ? null : avanceOf(entries, tipo)
    if (avance !== null) avances.set(year, avance)
  }
  return avances
}

function avanceOf(entries: readonly Entry[], tipo: TipoAnualizacion): Avance | null {
  const periods = periodsIn(entries)
  const last = periods.at(-1)
  if (last === undefined || last.column.period === null) {
    const year = entries.find(isReport)
    return year === undefined ? null : { valor: year.value, celdas: [addressOf(year.cell)], hasta: null, periodos: [] }
  }
  const counted = tipo === 'Suma' ? periods : [last]
  const { period } = last.column
  return {
    valor: totalOf(periods, tipo),
    celdas: counted.map(({ cell }) => addressOf(cell)),
    hasta: cierraElAnio(period) ? null : period,
    periodos: periods.flatMap(({ column, value, cell }) =>
      column.period === null ? [] : [{ periodo: column.period, valor: value, celda: addressOf(cell) }],
    ),
  }
}

function totalOf(periods: readonly Report[], tipo: TipoAnualizacion): number {
  return tipo === 'Suma' ? sum(periods.map(({ value }) => value)).valueOf() : (periods.at(-1)?.value ?? 0)
}

function periodsIn(entries: readonly Entry[]): readonly Report[] {
  return entries.filter(isReport).filter(({ column }) => column.period !== null)
}

function isReport(entry: Entry): entry is Report {
  return typeof entry.value === 'number'
}

function byYear({ entries }: SerieLeida): ReadonlyMap<number, readonly Entry[]> {
  const years = new Set(entries.map(({ column }) => column.year))
  return new Map([...years].map((year) => [year, entries.filter(({ column }) => column.year === year)]))
}
