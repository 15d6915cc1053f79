import * as z from 'zod'
import { normalizarNombre, type Sector } from '../../model/index.js'
import { addressOf } from '../cell.js'
import type { Log } from '../faults.js'
import { entero, prosa, required, texto } from '../fields.js'
import { gather, type Keys } from '../keys.js'
import { prosaOf } from '../prose.js'
import { complete, type Fila, readRows } from '../rows.js'
import type { Table, TableSpec } from '../tables.js'

export const hojaSectores: TableSpec = { name: 'Sectores', required: ['Orden', 'Sector'], optional: ['Conclusiones'], filled: true }

const filaSector = z.object({ Orden: required(entero), Sector: required(texto), Conclusiones: prosa })
export type FilaSector = Fila<typeof filaSector.shape>

/** Reads `Sectores`, keyed by the normalised name. */
export function readSectores(table: Table | null, log: Log): Keys<FilaSector> {
  const filas = readRows(table, filaSector, log)
  const byOrden = filas.flatMap((item) =>
    item.values.Orden === undefined ? [] : [{ key: String(item.values.Orden), cell: item.cell('Orden'), item }],
  )
  gather(table, 'Orden', byOrden, 'orden-repetido', log)
  const byName = filas.map((item) => ({
    key: item.values.Sector === undefined ? undefined : normalizarNombre(item.values.Sector),
    cell: item.cell('Sector'),
    item,
  }))
  return gather(table, 'Sector', byName, 'sector-repetido', log)
}

/** The sectors as the model keeps them, by `Orden`. Only for a sheet without errors. */
export function buildSectores(keys: Keys<FilaSector>): readonly Sector[] {
  return [...keys.items.values()]
    .map((fila) => {
      const v = complete(fila)
      const conclusiones = prosaOf('Sectores', v.Sector, 'Conclusiones', v.Conclusiones, fila.cell('Conclusiones'))
      return { orden: v.Orden, nombre: v.Sector, conclusiones, celda: addressOf(fila.cell('Sector')) }
    })
    .sort((a, b) => a.orden - b.orden)
}
