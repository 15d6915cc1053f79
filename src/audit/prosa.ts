import type { Hallazgo, Pasaje } from './hallazgo.js'
import type { Hechos } from './hechos.js'
import { hallazgoDe, type Leido, leerPasajes } from './leido.js'
import { REGLAS_DE_PROSA } from './reglas/tabla.js'

/** What typed prose says that the facts deny or cast doubt upon, in the order of the passages. Pure. */
export function revisarProsa(pasajes: readonly Pasaje[], hechos: Hechos): readonly Hallazgo[] {
  return revisarLeido(leerPasajes(pasajes), hechos)
}

/** The same, of passages already read. */
export function revisarLeido(leido: Leido, hechos: Hechos): readonly Hallazgo[] {
  const orden = new Map(leido.oraciones.map(({ pasaje, texto, orden: n, inicio }) => [`${pasaje.lugar}|${texto}`, n * 1e6 + inicio]))
  const lugar = (h: Hallazgo) => orden.get(`${h.lugar}|${h.texto}`) ?? 0
  return REGLAS_DE_PROSA.flatMap(({ id, severidad, revisar }) => revisar(leido, hechos).map((r) => hallazgoDe(id, severidad, r))).sort(
    (a, b) => lugar(a) - lugar(b) || a.texto.indexOf(a.dice) - b.texto.indexOf(b.dice),
  )
}
