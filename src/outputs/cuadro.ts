/** The numbers of a chart as a table: one line an etiqueta, one column a series. */
import type { Grafica } from '../report/index.js'

export interface Cuadro {
  /** Titles of the columns; the first is what the lines are. */
  readonly columnas: readonly string[]
  readonly filas: readonly {
    /** As numbers, after the name of the line; null where there is none. */
    readonly valores: readonly (string | number | null)[]
    /** The same as the chart prints them. */
    readonly textos: readonly string[]
  }[]
  /** Whether the numbers are shares (1 = 100 %). */
  readonly proporciones: boolean
}

const RENGLONES: Readonly<Record<Grafica['tipo'], string>> = {
  estados: 'Estado',
  avance: 'Sector',
  mapa: 'Sector',
  apilada: 'Objetivo',
  serie: 'Año',
  rezagos: 'Producto',
  metas: 'Producto',
}

export function cuadroDeGrafica(grafica: Grafica): Cuadro {
  const { etiquetas, series } = grafica
  const codigos = codigosDe(grafica)
  return {
    columnas: [RENGLONES[grafica.tipo], ...series.map(({ nombre }) => columna(nombre, grafica)), ...(codigos === null ? [] : ['Códigos'])],
    filas: etiquetas.map((etiqueta, i) => {
      const suyos = codigos?.[i] === undefined ? [] : [codigos[i]]
      return {
        valores: [etiqueta, ...series.map(({ valores }) => valores[i] ?? null), ...suyos],
        textos: [etiqueta, ...series.map(({ rotulos }) => rotulos[i] ?? ''), ...suyos],
      }
    }),
    proporciones: sonProporciones(grafica),
  }
}

/** The codes of each line of a map, which are what it shows besides its counts; null in charts of another kind. */
function codigosDe(grafica: Grafica): readonly string[] | null {
  return grafica.tipo === 'mapa' ? grafica.celdas.map((celdas) => celdas.map(({ codigo }) => codigo).join(', ')) : null
}

function columna(nombre: string, grafica: Grafica): string {
  return grafica.tipo === 'serie' && !sonProporciones(grafica) ? `${nombre} (${grafica.unidad})` : nombre
}

function sonProporciones(grafica: Grafica): boolean {
  return (
    grafica.tipo === 'avance' ||
    grafica.tipo === 'rezagos' ||
    grafica.tipo === 'metas' ||
    (grafica.tipo === 'serie' && grafica.unidad === 'Porcentaje')
  )
}
