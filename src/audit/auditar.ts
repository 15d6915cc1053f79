/** The audit of a workbook: its typed prose and its sheets of events against its own figures. */
import { afirmaciones } from './afirmaciones/afirmar.js'
import type { Auditoria } from './hallazgo.js'
import type { Hechos } from './hechos.js'
import { leerPasajes } from './leido.js'
import { pasajesDe } from './pasajes.js'
import { revisarLeido } from './prosa.js'

/** Everything found in a workbook, in the order of the report. Pure. */
export function auditar(hechos: Hechos): Auditoria {
  const leido = leerPasajes(pasajesDe(hechos.report))
  return {
    hallazgos: revisarLeido(leido, hechos),
    revisado: {
      cifras: leido.oraciones.reduce((n, oracion) => n + afirmaciones(oracion).filter(({ marca }) => !marca.articulo).length, 0),
      tablas: 0,
      parrafos: leido.pasajes.length,
    },
  }
}
