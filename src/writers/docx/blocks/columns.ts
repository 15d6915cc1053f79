import type { TableBlock } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { twips } from '../units.js'
import { linesOf, plain, widestWord } from './measure.js'

/** Widths of a table's columns in whole twips: by their weights, but none narrower than its widest word while the others can pay for it. Their sum is exactly `total` points. */
export function columnWidths(node: TableBlock, theme: Theme, total: number): number[] {
  const padding = 2 * theme.tabla.celdaHorizontal
  const floors = node.columns.map((column, index) => {
    const cells = node.rows.map((row) => widestWord(plain(row.cells[index] ?? []), theme.estilos.tabla))
    return padding + Math.max(widestWord(plain(column.title), theme.estilos.tablaTitulo), ...cells)
  })
  const weights = node.columns.map((column) => column.weight)
  const room = floors.reduce((sum, floor) => sum + floor, 0) <= total
  return inTwips(shared(total, weights, room ? floors : weights.map(() => 0)))
}

/** Height of a table's rows without its header, in points, by eye. */
export function bodyHeight(node: TableBlock, theme: Theme, widths: readonly number[]): number {
  const { tabla, estilos } = theme
  return node.rows.reduce((sum, row) => {
    const lines = row.cells.map((cell, index) => linesOf(plain(cell), estilos.tabla, (widths[index] ?? 0) / 20 - 2 * tabla.celdaHorizontal))
    return sum + Math.max(1, ...lines) * estilos.tabla.linea + 2 * tabla.celdaVertical
  }, 0)
}

/** Shares a width by weights; a column that would fall under its floor gets the floor, and the rest share what is left. */
function shared(total: number, weights: readonly number[], floors: readonly number[]): number[] {
  const fixed = new Set<number>()
  for (;;) {
    const free = total - floors.reduce((sum, floor, index) => sum + (fixed.has(index) ? floor : 0), 0)
    const weight = weights.reduce((sum, share, index) => sum + (fixed.has(index) ? 0 : share), 0)
    const widths = weights.map((share, index) => (fixed.has(index) ? (floors[index] ?? 0) : (free * share) / weight))
    const short = widths.findIndex((width, index) => !fixed.has(index) && width < (floors[index] ?? 0))
    if (short < 0) return widths
    fixed.add(short)
  }
}

/** Rounds the columns' edges, not their widths, so that nothing is lost or won by rounding. */
function inTwips(widths: readonly number[]): number[] {
  const edges = widths.map((_, index) => twips(widths.slice(0, index + 1).reduce((sum, width) => sum + width, 0)))
  return edges.map((edge, index) => edge - (edges[index - 1] ?? 0))
}
