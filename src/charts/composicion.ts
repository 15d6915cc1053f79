/** A picture before it is painted: where everything stands, as data. Every length in the unit of its `Aspecto`. */
import type { Theme } from '../theme/index.js'
import type { Letra } from './medir.js'

export interface Caja {
  readonly x: number
  readonly y: number
  readonly ancho: number
  readonly alto: number
}

/** A flat colour, or one with a pattern that tells a state apart without it. */
export type Relleno = Theme['estados'][keyof Theme['estados']]

/** From one value to another, at a place of the other axis. */
export interface Barra {
  readonly desde: number
  readonly hasta: number
  /** Middle of its thickness. */
  readonly en: number
  readonly relleno: Relleno
}

/** A line across a bar at a value: what was planned or promised. */
export interface Marca {
  readonly valor: number
  readonly en: number
}

export interface Texto {
  readonly texto: string
  readonly x: number
  /** Its baseline. */
  readonly y: number
  readonly ancla: 'start' | 'middle' | 'end'
  readonly letra: Letra
  readonly color: string
}

/** A sample of the legend, or the house's mark. */
export interface Cuadro extends Caja {
  readonly relleno: Relleno
  readonly contorno: boolean
}

export interface Linea {
  readonly desde: readonly [x: number, y: number]
  readonly hasta: readonly [x: number, y: number]
  readonly grosor: number
  readonly color: string
}

/** The bars of a picture and what stands about them. */
export interface Trazado {
  /** Where values go from 0 to `maximo`. */
  readonly area: Caja
  /** `filas`: bars lie; `columnas`: they stand. */
  readonly sentido: 'filas' | 'columnas'
  readonly maximo: number
  readonly grosor: number
  readonly barras: readonly Barra[]
  /** Whether bars have a contour where they begin: those at an axis line have none. */
  readonly cerradas: boolean
  readonly marcas: readonly Marca[]
  /** How far marks stand out at both sides of their bars. */
  readonly sobresale: number
  readonly textos: readonly Texto[]
  readonly lineas: readonly Linea[]
  /** Over the bars and under the words. */
  readonly cuadros: readonly Cuadro[]
}

export interface Composicion {
  readonly ancho: number
  readonly alto: number
  readonly trazado: Trazado
  /** Words, lines and samples about the bars. */
  readonly textos: readonly Texto[]
  readonly lineas: readonly Linea[]
  readonly cuadros: readonly Cuadro[]
}
