import { type Codigo, objetivoDe } from '../model/index.js'
import type { Piezas } from './build-libro.js'
import type { Log } from './faults.js'
import { type Keys, type Mention, nearestParams, unknownKeys } from './keys.js'
import { sectorKey } from './sheets/productos.js'
import type { FilaSector } from './sheets/sectores.js'
import { show, words } from './show.js'

/** Holds what a sheet says of another to what that sheet has: codes, objetivos, sectors. Source: contract, «Computation», invalid. */
export function checkReferences(piezas: Piezas, objetivos: Keys<unknown>, sectores: Keys<FilaSector>, log: Log): void {
  const productos = [...piezas.productos.items.values()]
  const toObjetivos = [...piezas.productos.items].map(([codigo, { fila }]) => ({
    key: String(objetivoDe(codigo as Codigo)),
    cell: fila.cell('Código'),
  }))
  for (const { key, cell } of unknownKeys(toObjetivos, objetivos)) log.note('objetivo-inexistente', cell, show(cell), { objetivo: key })

  const nombres = [...sectores.items.values()].flatMap(({ values }) => values.Sector ?? [])
  const toSectores = productos.flatMap((p) => mention(sectorKey(p), p.fila.cell('Sector')))
  for (const { cell } of unknownKeys(toSectores, sectores))
    log.note('sector-inexistente', cell, show(cell), nearestParams(words(cell), nombres, 1))

  for (const { key, cell } of unknownKeys(codesOf(piezas), piezas.productos)) {
    log.note('producto-inexistente', cell, show(cell), nearestParams(key, piezas.productos.items.keys()))
  }
  const toMetas = [...piezas.productos.items].map(([key, { fila }]) => ({ key, cell: fila.cell('Código') }))
  for (const { cell } of unknownKeys(toMetas, piezas.metas)) log.note('producto-sin-metas', cell, show(cell))
}

/** The codes that Metas, Avances and Reportes speak of. */
function codesOf({ metas, avances, reportes }: Piezas): readonly Mention[] {
  const series = [metas, avances].flatMap((keys) => [...keys.items].map(([key, { cell }]) => ({ key, cell })))
  return [...series, ...[...reportes.items].map(([key, fila]) => ({ key, cell: fila.cell('Código') }))]
}

function mention(key: string | undefined, cell: Mention['cell']): readonly Mention[] {
  return key === undefined ? [] : [{ key, cell }]
}
