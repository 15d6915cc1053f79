/** What the cells of a workbook hold, for whoever is shown where a figure comes from. */
import type { Celda } from '../model/index.js'
import { columnOf } from './cell.js'
import type { Hojas } from './grid.js'
import { words } from './show.js'

/** What a cell holds, by its address, as whoever opens the workbook sees it; nothing for one that is empty or is not there. */
export function contenidoDe({ date1904, sheets }: Hojas): (celda: Celda) => string {
  const byName = new Map(sheets.map((sheet) => [sheet.name, sheet]))
  return (celda) => {
    const cut = celda.lastIndexOf('!')
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/u.exec(celda.slice(cut + 1)) ?? []
    const place = { sheet: celda.slice(0, cut), row: Number(digits) - 1, column: columnOf(letters) }
    const content = byName.get(place.sheet)?.rows.get(place.row)?.get(place.column)
    return content === undefined ? '' : words({ ...place, content, date1904 })
  }
}
