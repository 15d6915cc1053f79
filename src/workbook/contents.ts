/** What the cells of a workbook hold, for whoever is shown where a figure comes from. */
import type { Celda } from '../model/index.js'
import { addressOf } from './cell.js'
import { LIMITES, type Limites } from './limites.js'
import { gridOrNull } from './read-grid.js'
import { words } from './show.js'

/** Every cell that holds something, by its address, as whoever opens the workbook sees it. Empty for bytes that are no workbook. */
export function contenidoDeCeldas(bytes: Uint8Array, limites: Limites = LIMITES): ReadonlyMap<Celda, string> {
  const grid = gridOrNull(bytes, limites)
  if (grid === null) return new Map()
  const { date1904 } = grid
  return new Map(
    grid.sheets.flatMap(({ name, rows }) =>
      [...rows].flatMap(([row, cells]) =>
        [...cells].map(([column, content]) => {
          const place = { sheet: name, row, column }
          return [addressOf(place), words({ ...place, content, date1904 })] as const
        }),
      ),
    ),
  )
}
