import type { Celda } from '../model/index.js'

/** What a cell holds, as stored: never formatted, never rounded. */
export type Content =
  | { readonly kind: 'empty' }
  /** `format`: what its number format makes of it for a reader. */
  | { readonly kind: 'number'; readonly value: number; readonly format: 'plain' | 'percent' | 'date' }
  /** `unseen`: it had characters that nobody sees, and `value` has not. */
  | { readonly kind: 'text'; readonly value: string; readonly unseen: boolean }
  /** More text than a cell may hold, or a longer word. */
  | { readonly kind: 'long'; readonly what: 'text' | 'word'; readonly characters: number; readonly most: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  /** `#¡REF!` and the like, as Excel in Spanish writes it. */
  | { readonly kind: 'error'; readonly value: string }
  /** A formula whose result nobody stored; its text, where it is written in the cell and not shared with others. */
  | { readonly kind: 'uncalculated'; readonly formula: string }

/** A place in the workbook, rows and columns from 0. */
export interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** A cell with its place, and the calendar its dates count from. */
export interface Cell extends Place {
  readonly content: Content
  readonly date1904: boolean
}

export const EMPTY: Content = { kind: 'empty' }

/** The letters by which Excel names a column: 0 is A, 26 is AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** Place of a column, from 0, by its letters; -1 for none. */
export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Address of a place: `Productos!F12`. */
export function addressOf({ sheet, row, column }: Place): Celda {
  return `${sheet}!${columnName(column)}${row + 1}`
}
