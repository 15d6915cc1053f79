/** Numbers by order of appearance: the tables and charts that templates placed, each kind counted apart. */
import type { Colocacion, Publicado, Report } from './report.js'

/** What is published, in order, with number and caption. A table that no template places is not published. */
export function publicar(report: Report, colocaciones: readonly Colocacion[]): Publicado {
  const puestas = <T>(clase: Colocacion['clase'], todas: ReadonlyMap<string, T>) =>
    colocaciones
      .filter((c) => c.clase === clase)
      .flatMap(({ id, titulo }, i) => {
        const suya = todas.get(id)
        return suya === undefined ? [] : [{ ...suya, numero: i + 1, titulo }]
      })
  return { tablas: puestas('tabla', report.tablas), graficas: puestas('grafica', report.graficas) }
}
