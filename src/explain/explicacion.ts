/** Where a figure of the report comes from, in words for whoever doubts it. */
import type { Celda } from '../model/index.js'

/** A rule of computation and where it is written. */
export interface Regla {
  readonly nombre: string
  readonly enunciado: string
  /** Page and section of the guide to the workbook: `docs/libro.md, «De un producto»`. */
  readonly fuente: string
}

export interface Explicacion {
  /** What was asked for, by its full name: `2.1.2 cumplimiento`, `Tabla 9, fila 1, «Total»: objetivo 1 productos`. */
  readonly figura: string
  /** As the report prints it there. */
  readonly texto: string
  /** For machines: plain number, text, or null for none. */
  readonly valor: number | string | null
  readonly regla: Regla
  /** The operation with its numbers, a line a step; empty for what is read from the workbook as it stands. */
  readonly operacion: readonly string[]
  readonly celdas: readonly Celda[]
}
