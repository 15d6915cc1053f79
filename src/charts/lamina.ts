/** A chart on its own, outside the report: what is asked for and what it bears. */
import type { Grafica } from '../report/index.js'

export type FormatoDeImagen = 'png' | 'svg' | 'pdf'

/** A chart with what a reader needs where no page is around it. */
export interface Lamina {
  readonly grafica: Grafica
  /** `Gráfica 3`, `Gráfica A1`. */
  readonly rotulo: string
  readonly titulo: string
  /** `Fuente: …`. */
  readonly fuente: string
}

export interface Pedido {
  readonly formato: FormatoDeImagen
  /** A name of the theme's `usos`. */
  readonly uso: string
  readonly modo: 'claro' | 'oscuro'
  readonly fondo: 'blanco' | 'transparente'
  /** Pixels to the inch of a PNG whose `uso` is measured in millimetres; null for the use's own. */
  readonly ppp: number | null
  /** Whether the words of an SVG stay text, with their fonts inside, or become outlines. */
  readonly texto: 'texto' | 'trazado'
}

/** What a published picture carries inside, so that a loose one can be traced to its workbook. */
export interface Firma {
  /** `Gráfica 3. Title`. */
  readonly titulo: string
  readonly textoAlternativo: string
  readonly fuente: string
  /** SHA-256 of the workbook, in hexadecimal. */
  readonly libro: string
  /** Name and version of the program: `informe 0.1.0`. */
  readonly programa: string
  /** Day of the data (`Fecha de corte`), the only date in it: AAAA-MM-DD. */
  readonly corte: string
}
