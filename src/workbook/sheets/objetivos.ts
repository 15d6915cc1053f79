import * as z from 'zod'
import type { Objetivo } from '../../model/index.js'
import { addressOf } from '../cell.js'
import type { Log } from '../faults.js'
import { entero, prosa, required, texto } from '../fields.js'
import { gather, type Keys } from '../keys.js'
import { prosaOf } from '../prose.js'
import { complete, type Fila, readRows } from '../rows.js'
import type { Table, TableSpec } from '../tables.js'

export const hojaObjetivos: TableSpec = { name: 'Objetivos', required: ['Objetivo', 'Enunciado'], optional: ['Conclusiones'], filled: true }

const filaObjetivo = z.object({ Objetivo: required(entero), Enunciado: required(texto), Conclusiones: prosa })
export type FilaObjetivo = Fila<typeof filaObjetivo.shape>

/** Reads `Objetivos`, keyed by number. */
export function readObjetivos(table: Table | null, log: Log): Keys<FilaObjetivo> {
  const rows = readRows(table, filaObjetivo, log).map((item) => ({
    key: item.values.Objetivo?.toString(),
    cell: item.cell('Objetivo'),
    item,
  }))
  return gather(table, 'Objetivo', rows, 'objetivo-repetido', log)
}

/** The objetivos as the model keeps them, by number. Only for a sheet without errors. */
export function buildObjetivos(keys: Keys<FilaObjetivo>): readonly Objetivo[] {
  return [...keys.items.values()]
    .map((fila) => {
      const v = complete(fila)
      const conclusiones = prosaOf('Objetivos', String(v.Objetivo), 'Conclusiones', v.Conclusiones, fila.cell('Conclusiones'))
      return { numero: v.Objetivo, enunciado: v.Enunciado, conclusiones, celda: addressOf(fila.cell('Objetivo')) }
    })
    .sort((a, b) => a.numero - b.numero)
}
