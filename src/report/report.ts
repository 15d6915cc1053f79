/**
 * What the report says, before any layout: figures worded, tables and charts as data, each with its origin. Templates place them;
 * placing gives them their numbers and captions (`Publicado`).
 */

import type { Indicadores } from '../indicators/index.js'
import type { Balance, Estado, EstadoAlCierre, Libro } from '../model/index.js'
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
  | { readonly estado: EstadoAlCierre; readonly rotulo: string }
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
  readonly fichas?: readonly { readonly estado: EstadoAlCierre; readonly rotulo: string }[]
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

/** One series of a chart: a value for each of its `etiquetas`, and that value as the chart and its table print it. */
export interface SerieDeGrafica {
  readonly nombre: string
  /** Counts, shares (1 = 100 %) or amounts, by the kind of chart. Null where there is nothing to draw. */
  readonly valores: readonly (number | null)[]
  /** `56 (82 %)`, `1.300.231`, `55 %`; `—` for null. */
  readonly rotulos: readonly string[]
}

/** What every chart is, whatever its shape: a table of `etiquetas` (one a row) by `series` (one a column). */
interface DatosDeGrafica {
  readonly id: string
  /** What each bar, line of cells or point is: `75 % o más`, a sector, a year… */
  readonly etiquetas: readonly string[]
  readonly series: readonly SerieDeGrafica[]
  /** Says the figures. */
  readonly textoAlternativo: string
}

/** Horizontal bars of counts, one an `Estado`, in fixed order, zeros kept. One series. */
export interface GraficaDeEstados extends DatosDeGrafica {
  readonly tipo: 'estados'
  /** One an etiqueta. */
  readonly estados: readonly Estado[]
}

/** Avance against planeado, one line a sector and one the policy: two series of shares, first avance, whose labels bear the sign of a rezago. */
export interface GraficaDeAvance extends DatosDeGrafica {
  readonly tipo: 'avance'
  /** One an etiqueta, as printed. */
  readonly balances: readonly Balance[]
}

/** Every product as a cell with its code, one line of cells a sector. The series are the counts by `Estado`. */
export interface GraficaDeMapa extends DatosDeGrafica {
  readonly tipo: 'mapa'
  /** One a series. */
  readonly estados: readonly Estado[]
  /** One list an etiqueta. */
  readonly celdas: readonly (readonly { readonly codigo: string; readonly estado: Estado }[])[]
}

/** Bars of equal length, one an etiqueta, shared out among states: one series of counts an `Estado`. */
export interface GraficaApilada extends DatosDeGrafica {
  readonly tipo: 'apilada'
  /** One a series. */
  readonly estados: readonly Estado[]
}

/**
 * A product through the years, series `Meta` and `Logro`, or a group of them, series `Planeado` and `Avance`. The etiquetas are years without
 * a gap. Null: nothing stated, or not to be told as fact.
 */
export interface GraficaDeSerie extends DatosDeGrafica {
  readonly tipo: 'serie'
  /** Its code; null for a group. */
  readonly producto: string | null
  /** `visitas`, `Porcentaje`…: what the values are amounts of; values of a percentage are shares. */
  readonly unidad: string
}

/**
 * Horizontal bars, the largest backlogs first, one a product: a series with the share of what was due that is missing (over 1 where a
 * Decreciente went up). Its etiquetas are code and sector, `1.2.5 Salud`; its labels, `▼ 38 % (faltan 471)`.
 */
export interface GraficaDeRezagos extends DatosDeGrafica {
  readonly tipo: 'rezagos'
  /** One an etiqueta, which begins with it. */
  readonly codigos: readonly string[]
}

/**
 * Horizontal bars, one a product with a goal in the year, while the year goes on: a series with the share of the goal achieved by now
 * (perhaps over 1; null where nothing was reported). Its etiquetas are codes; its labels, `46 % (23 de 50 visitas)`.
 */
export interface GraficaDeMetas extends DatosDeGrafica {
  readonly tipo: 'metas'
  /** One an etiqueta. */
  readonly codigos: readonly string[]
}

export type Grafica =
  | GraficaDeEstados
  | GraficaDeAvance
  | GraficaDeMapa
  | GraficaApilada
  | GraficaDeSerie
  | GraficaDeRezagos
  | GraficaDeMetas

/** Where a template put a table or chart, in order of appearance, with the caption and source that it wrote. */
export interface Colocacion {
  readonly clase: 'tabla' | 'grafica'
  readonly id: string
  readonly titulo: string
  /** `Fuente: …`; empty where the template gives none. */
  readonly fuente: string
  /** Numbered apart: it stands in no published report. */
  readonly extra: boolean
}

/** How something placed is told: `22`, or `A1` for an extra. */
interface Puesta {
  readonly numero: string
  readonly extra: boolean
  readonly titulo: string
  readonly fuente: string
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
