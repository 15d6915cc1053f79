import { shownAsText } from '../markdown/index.js'
import type { Prosa } from '../model/index.js'
import { addressOf, type Cell } from './cell.js'
import type { Log } from './faults.js'
import type { Fila, Shape } from './rows.js'
import { quoted } from './show.js'

/** Typed prose with its cell. */
export interface ProseCell {
  readonly cell: Cell
  readonly text: string
}

/** Notes what Markdown typed in these cells will be printed as the characters typed. Source: contract, «Markdown columns». */
export function noteShownAsText(cells: readonly ProseCell[], log: Log): void {
  for (const { cell, text } of cells) {
    for (const piece of shownAsText(text)) {
      log.note(piece.kind === 'link' ? 'enlace-como-texto' : 'markdown-como-texto', cell, quoted(shortened(piece.text)))
    }
  }
}

/** The prose typed in some columns of these rows. */
export function proseIn(filas: readonly Fila<Shape>[], columns: readonly string[]): readonly ProseCell[] {
  return filas.flatMap((fila) =>
    columns.flatMap((column) => {
      const text = fila.values[column]
      return typeof text === 'string' ? [{ cell: fila.cell(column), text }] : []
    }),
  )
}

/** A cell's prose as the model keeps it; null for an empty one. */
export function prosaOf(hoja: string, clave: string, columna: string, texto: string | null, cell: Cell): Prosa | null {
  return texto === null ? null : { texto, hoja, clave, columna, celda: addressOf(cell) }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 60)}…` : line
}
