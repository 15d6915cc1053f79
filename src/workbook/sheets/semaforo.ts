import * as z from 'zod'
import { COLORES, type Color, type RangoSemaforo } from '../../model/index.js'
import { addressOf, type Cell } from '../cell.js'
import type { Log } from '../faults.js'
import { porcentajeEntero, required, unoDe } from '../fields.js'
import { gather } from '../keys.js'
import { complete, type Fila, readRows } from '../rows.js'
import { show } from '../show.js'
import type { Table, TableSpec } from '../tables.js'

export const hojaSemaforo: TableSpec = { name: 'Semáforo', required: ['Color', 'Desde', 'Hasta'], filled: true }

/** The colours as the sheet writes them: `Verde`. */
const NOMBRES = COLORES.map((color) => `${color.charAt(0).toUpperCase()}${color.slice(1)}`)

const filaRango = z.object({ Color: required(unoDe(NOMBRES)), Desde: required(porcentajeEntero), Hasta: porcentajeEntero })
export type FilaRango = Fila<typeof filaRango.shape>

interface Rango {
  readonly desde: number
  /** Infinity for no limit. */
  readonly hasta: number
  readonly desdeCell: Cell
  readonly hastaCell: Cell
}

/** Reads `Semáforo` and notes what its ranges leave out or cover twice, unless a limit that could not be read is to blame. */
export function readSemaforo(table: Table | null, log: Log): readonly FilaRango[] {
  const filas = readRows(table, filaRango, log)
  const byColor = filas.flatMap((item) =>
    item.values.Color === undefined ? [] : [{ key: item.values.Color, cell: item.cell('Color'), item }],
  )
  const colors = gather(table, 'Color', byColor, 'color-repetido', log)
  const rangos = filas.flatMap(rangoOf)
  const reversed = rangos.filter((rango) => rango.hasta < rango.desde)
  for (const { desde, hastaCell } of reversed) log.note('rango-al-reves', hastaCell, show(hastaCell), { desde: String(desde) })
  const sound = rangos.length === filas.length && reversed.length === 0 && colors.items.size === byColor.length
  if (sound && rangos.length > 0) noteCoverage(rangos, log)
  return filas
}

function rangoOf(fila: FilaRango): readonly Rango[] {
  const { Desde, Hasta } = fila.values
  if (Desde === undefined || Hasta === undefined) return []
  return [{ desde: Desde, hasta: Hasta ?? Number.POSITIVE_INFINITY, desdeCell: fila.cell('Desde'), hastaCell: fila.cell('Hasta') }]
}

/** Every whole percentage from 0 up has one range. Source: contract, «Semáforo». */
function noteCoverage(rangos: readonly Rango[], log: Log): void {
  let next = 0
  let highest: Rango | null = null
  for (const rango of rangos.toSorted((a, b) => a.desde - b.desde)) {
    if (rango.desde > next) {
      const last = rango.desde - 1
      log.note('semaforo-incompleto', rango.desdeCell, show(rango.desdeCell), { faltan: next === last ? `${next}` : `${next} a ${last}` })
    } else if (rango.desde < next && highest !== null) {
      log.note('semaforo-traslapado', rango.desdeCell, show(rango.desdeCell), {
        desde: String(rango.desde),
        otra: addressOf(highest.desdeCell),
      })
    }
    if (highest === null || rango.hasta > highest.hasta) highest = rango
    next = highest.hasta + 1
  }
  if (highest !== null && Number.isFinite(next)) {
    log.note('semaforo-incompleto', highest.hastaCell, show(highest.hastaCell), { faltan: `${next} en adelante` })
  }
}

/** The ranges as the model keeps them, best class first. Only for a sheet without errors. */
export function buildSemaforo(filas: readonly FilaRango[]): readonly RangoSemaforo[] {
  const rangos = filas.map((fila) => {
    const v = complete(fila)
    return { color: v.Color.toLowerCase() as Color, desde: v.Desde, hasta: v.Hasta, celda: addressOf(fila.cell('Color')) }
  })
  return rangos.sort((a, b) => COLORES.indexOf(a.color) - COLORES.indexOf(b.color))
}
