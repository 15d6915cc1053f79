/** Numbers by order of appearance: the tables and charts that templates placed, each kind counted apart, and the extras apart from the rest. */
import type { Colocacion, Publicado, Report } from './report.js'

/** Before the number of an extra: Tabla A1. Source: contract, «Tables and figures». */
const LETRA_DE_EXTRA = 'A'

/** What is published, in order, with number, caption and source. A table that no template places is not published. */
export function publicar(report: Report, colocaciones: readonly Colocacion[]): Publicado {
  const puestas = <T>(clase: Colocacion['clase'], todas: ReadonlyMap<string, T>) => {
    const cuenta = { propias: 0, extras: 0 }
    return colocaciones
      .filter((c) => c.clase === clase)
      .flatMap(({ id, titulo, fuente, extra }) => {
        const suya = todas.get(id)
        if (suya === undefined) return []
        const orden = ++cuenta[extra ? 'extras' : 'propias']
        return [{ ...suya, numero: extra ? `${LETRA_DE_EXTRA}${orden}` : String(orden), extra, titulo, fuente }]
      })
  }
  return { tablas: puestas('tabla', report.tablas), graficas: puestas('grafica', report.graficas) }
}
