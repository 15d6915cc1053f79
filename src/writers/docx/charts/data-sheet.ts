/** The data sheet inside a chart: what Word opens with «Editar datos», and the cells that the chart draws. */
import { utils, write } from 'xlsx'
import type { ChartData } from '../../../document/index.js'
import { clean } from '../text.js'

const NAME = 'Datos'
/** Characters: an Excel column is read without widening it up to here. */
const WIDEST = 60

/** Cells of a part of the chart, as a formula: `Datos!$B$2:$B$4`. */
export interface Cells {
  readonly categories: string
  readonly series: readonly { readonly name: string; readonly values: string; readonly labels: string }[]
}

/** Where each part of the data stands: categories in the first column, then a column of values a series, then one of printed labels a series. */
export function cellsOf({ categories, series }: ChartData): Cells {
  const rows = categories.length
  return {
    categories: column(0, rows),
    series: series.map((_, i) => ({ name: cell(1 + i), values: column(1 + i, rows), labels: column(1 + series.length + i, rows) })),
  }
}

/** How numbers are shown in the sheet and along an axis: as percentages where they are shares. */
export const numberFormat = ({ shares }: ChartData): string => (shares ? '0%' : 'General')

/** The sheet as the bytes of a workbook. The same data gives the same bytes. */
export function workbook(data: ChartData): Uint8Array {
  const { categories, series } = data
  const titles = [null, ...series.map(({ name }) => clean(name)), ...series.map(({ name }) => `${clean(name)} (rótulo)`)]
  const rows = categories.map((category, row) => [
    clean(category),
    ...series.map(({ values }) => values[row] ?? null),
    ...series.map(({ labels }) => clean(labels[row] ?? '')),
  ])
  const table = [titles, ...rows]
  const sheet = utils.aoa_to_sheet(table)
  sheet['!cols'] = titles.map((_, i) => ({ wch: Math.min(WIDEST, Math.max(...table.map((row) => String(row[i] ?? '').length)) + 2) }))
  for (const address of numbersOf(data)) Object.assign(sheet[address] ?? {}, { z: numberFormat(data) })
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, NAME)
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', bookSST: true, compression: true }))
}

const numbersOf = ({ categories, series }: ChartData): readonly string[] =>
  categories.flatMap((_, row) => series.map((__, i) => utils.encode_cell({ r: row + 1, c: i + 1 })))

const cell = (c: number): string => `${NAME}!$${utils.encode_col(c)}$1`

const column = (c: number, rows: number): string => `${NAME}!$${utils.encode_col(c)}$2:$${utils.encode_col(c)}$${rows + 1}`
