import { exact } from '../exact/index.js'
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

/** A goal that was stated. */
type Goal = Entry & { readonly value: number }

/** Holds the goals of each product to its years, its tipo and its final goal. Source: contract, «Computation», invalid. */
export function checkMetas(table: Table | null, metas: Keys<SerieLeida>, productos: Keys<ProductoLeido>, { plan }: Marco, log: Log): void {
  const missing = noteMissingYears(table, plan, log)
  for (const [codigo, serie] of metas.items) {
    const producto = productos.items.get(codigo)
    if (producto === undefined) continue
    const goals = statedGoals(serie, producto)
    const sound = [noteOutside(goals, producto, log), noteDirection(goals, producto, log)].every((found) => found === 0)
    const whole = missing === 0 && serie.entries.every(({ value }) => value !== undefined)
    if (sound && whole && producto.anios !== undefined) noteFinalGoal(goals, serie, producto, log)
  }
}

/** How many years of the plan have no column. One of a year outside the plan is kept out. */
function noteMissingYears(table: Table | null, plan: Marco['plan'], log: Log): number {
  if (table === null || plan === undefined) return 0
  let missing = 0
  for (let year = plan.inicio; year <= plan.fin; year++) {
    if (table.columns.has(String(year))) continue
    missing++
    log.note('falta-columna', table.head, 'un encabezado incompleto', { columna: String(year) })
  }
  for (const { header, year } of columnsOf(table)) {
    const column = table.columns.get(header)
    if ((year < plan.inicio || year > plan.fin) && column !== undefined)
      log.note('columna-desconocida', { ...table.head, column }, quoted(header))
  }
  return missing
}

/** The goals that count: a 0 outside the product's years is none, and neither is any 0 of a tipo that grows. */
function statedGoals({ entries }: SerieLeida, { anios, fila }: ProductoLeido): readonly Goal[] {
  return entries.filter((entry): entry is Goal => {
    if (entry.value === null || entry.value === undefined) return false
    if (entry.value > 0) return true
    return fila.values['Tipo de anualización'] === 'Decreciente' && within(entry, anios)
  })
}

function within({ column }: Entry, anios: ProductoLeido['anios']): boolean {
  return anios === undefined || (anios.inicio <= column.year && column.year <= anios.fin)
}

function noteOutside(goals: readonly Goal[], { anios, fila }: ProductoLeido, log: Log): number {
  const outside = goals.filter((goal) => !within(goal, anios))
  for (const { cell } of outside) {
    log.note('meta-fuera-de-los-anios', cell, show(cell), {
      inicio: String(anios?.inicio),
      fin: String(anios?.fin),
      fila: addressOf(fila.cell('Código')),
    })
  }
  return outside.length
}

/** Creciente never falls; Decreciente never rises, nor goes above the línea base. One fault a goal. */
function noteDirection(goals: readonly Goal[], { fila, lineaBase }: ProductoLeido, log: Log): number {
  const tipo = fila.values['Tipo de anualización']
  let faults = 0
  goals.forEach(({ cell, value }, i) => {
    const former = goals[i - 1]
    const anterior = showNumber(former?.value ?? 0)
    faults++
    if (tipo === 'Decreciente' && typeof lineaBase === 'number' && value > lineaBase) {
      log.note('meta-sobre-linea-base', cell, show(cell), { base: showNumber(lineaBase), fila: addressOf(fila.cell('Código')) })
    } else if (tipo === 'Decreciente' && former !== undefined && value > former.value)
      log.note('meta-que-sube', cell, show(cell), { anterior })
    else if (tipo === 'Creciente' && former !== undefined && value < former.value) log.note('meta-que-baja', cell, show(cell), { anterior })
    else faults--
  })
  return faults
}

/** The final goal is the sum of the goals (Suma) or the last of them. */
function noteFinalGoal(goals: readonly Goal[], serie: SerieLeida, { fila, metaFinal }: ProductoLeido, log: Log): void {
  const tipo = fila.values['Tipo de anualización']
  if (metaFinal === undefined || tipo === undefined) return
  const place = fila.cell('Meta final')
  const row = addressOf(serie.cell)
  const total = sum(goals.map(({ value }) => value))
  const last = goals.at(-1)?.value
  if (tipo === 'Suma' && !same(total, exact(metaFinal))) {
    log.note('meta-final-distinta-de-la-suma', place, show(place), { suma: showNumber(total.valueOf()), fila: row })
  } else if (tipo !== 'Suma' && (last === undefined || !same(exact(last), exact(metaFinal)))) {
    log.note('meta-final-distinta-de-la-ultima', place, show(place), {
      ultima: last === undefined ? 'ninguna' : showNumber(last),
      fila: row,
    })
  }
}
