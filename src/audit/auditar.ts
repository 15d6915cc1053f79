/** The audit of a workbook: its typed prose and its sheets of events against its own figures. */
import { afirmaciones } from './afirmaciones/afirmar.js'
import type { Auditoria } from './hallazgo.js'
import type { Hechos } from './hechos.js'
import { hallazgoDe, leerPasajes } from './leido.js'
import { pasajesDe } from './pasajes.js'
import { revisarLeido } from './prosa.js'
import { REGLAS_DEL_LIBRO } from './reglas/tabla.js'

/** Everything found in a workbook, in the order of the report; what is in its sheets of events, last. Pure. */
export function auditar(hechos: Hechos): Auditoria {
  const leido = leerPasajes(pasajesDe(hechos.report))
  const { jornadas, reuniones } = hechos.report.libro
  return {
    hallazgos: [
      ...revisarLeido(leido, hechos),
      ...REGLAS_DEL_LIBRO.flatMap(({ id, severidad, revisar }) => revisar(hechos).map((r) => hallazgoDe(id, severidad, r))),
    ],
    revisado: {
      cifras: leido.oraciones.reduce((n, oracion) => n + afirmaciones(oracion).filter(({ marca }) => !marca.articulo).length, 0),
      tablas: [jornadas, reuniones].filter((hoja) => hoja !== null).length,
      parrafos: leido.pasajes.length,
    },
  }
}
