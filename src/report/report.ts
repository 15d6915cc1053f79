/**
 * What the report says, before any layout: figures worded, tables and charts as data, each with its origin. Templates place them;
 * placing gives them their numbers and captions (`Publicado`).
 */

import type { Indicadores } from '../indicators/index.js'
import type { Estado, Libro } from '../model/index.js'
import type { Contexto } from './context.js'

/** Where a figure comes from. `nombre` is the name by which prose may ask for it; empty where it has none. */
export interface Origen {
  readonly regla: string
  readonly nombre: string
  readonly celdas: readonly string[]
}

/** A figure for machines (`valor`: plain number, text, or null for none) and for people (`texto`), and its origin. */
export interface Cifra {
  readonly valor: number | string | null
  readonly texto: string
  readonly origen: Origen
}

/** Words that depend on figures, in pieces: plain words, figures, a code set apart, and what is stressed or coloured by its meaning. */
export type Trozo =
  | string
  | Cifra
  | { readonly codigo: string }
  /** A code, or the name of a state, on the ground of a state. */
  | { readonly estado: Estado; readonly rotulo: string }
  | { readonly fuerte: Frase }
  | { readonly enfasis: Frase }
  | { readonly tono: 'rezago' | 'logro'; readonly frase: Frase }
export type Frase = readonly Trozo[]

/** A cell: plain words of the workbook or the table (`origen` null) or a computed figure. */
export interface CeldaTabla {
  readonly valor: number | string | null
  readonly texto: string
  readonly origen: Origen | null
  /** Set before the text and apart from it: a product's code. */
  readonly codigo?: string
  /** Codes on the ground of their state, in place of the text. `valor` and `texto` name them all. */
  readonly fichas?: readonly { readonly estado: Estado; readonly rotulo: string }[]
  /** A backlog: red and with its sign, which `texto` already carries. */
  readonly tono?: 'rezago'
}

export interface ColumnaTabla {
  readonly titulo: string
  readonly alinear: 'izquierda' | 'derecha' | 'centro'
  /** Share of the width, relative to the others. */
  readonly ancho: number
}

export interface FilaTabla {
  readonly tipo: 'cuerpo' | 'total'
  readonly celdas: readonly CeldaTabla[]
}

/** A table without number or caption: those come from the template that places it. `id` e.g. `productos-por-sector`, `cumplimiento-salud`. */
export interface Tabla {
  readonly id: string
  readonly columnas: readonly ColumnaTabla[]
  readonly filas: readonly FilaTabla[]
  /** Computed notes under the table, e.g. where printed avance − planeado differs from the printed diferencia. */
  readonly notas: readonly Frase[]
}

/** A chart of horizontal bars, one an `Estado`, in fixed order, zeros kept. */
export interface Grafica {
  readonly id: string
  readonly estados: readonly Estado[]
  /** What each bar is: `75 % o más`, `Sin meta en 2023`… */
  readonly etiquetas: readonly string[]
  readonly series: readonly { readonly nombre: string; readonly valores: readonly number[] }[]
  /** What is printed at each bar's end: `56 (82 %)`. */
  readonly rotulos: readonly string[]
  readonly textoAlternativo: string
}

/** Where a template put a table or chart, in order of appearance, with the caption and source that it wrote. */
export interface Colocacion {
  readonly clase: 'tabla' | 'grafica'
  readonly id: string
  readonly titulo: string
  /** Numbered apart: it stands in no published report. */
  readonly extra: boolean
}

/** How something placed is told: `22`, or `A1` for an extra. */
interface Puesta {
  readonly numero: string
  readonly extra: boolean
  readonly titulo: string
}

export interface Publicado {
  readonly tablas: readonly (Tabla & Puesta)[]
  readonly graficas: readonly (Grafica & Puesta)[]
}

/** Where a group of products stands: a large figure, avance against planeado as a bar, counts by state, backlogs. */
export interface Ficha {
  readonly id: string
  readonly titular: { readonly cifra: Frase; readonly rotulo: Frase }
  readonly barra: {
    readonly titulo: Frase
    /** Avance and planeado, 0 to 1. */
    readonly valor: number
    readonly marca: number
    readonly rotuloMarca: Frase
    readonly nota: Frase
  }
  readonly cuentas: readonly { readonly estado: Estado; readonly cifra: Frase; readonly rotulo: Frase }[]
  readonly notas: readonly Frase[]
  readonly textoAlternativo: string
}

export interface Report {
  readonly libro: Libro
  readonly indicadores: Indicadores
  /** By id. */
  readonly tablas: ReadonlyMap<string, Tabla>
  readonly graficas: ReadonlyMap<string, Grafica>
  /** Every figure that prose may name, by its normalised name (`normalizarNombre`). */
  readonly cifras: ReadonlyMap<string, Cifra>
  /** What templates see. */
  readonly contexto: Contexto
}
