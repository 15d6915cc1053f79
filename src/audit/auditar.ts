/** The audit of a workbook: its typed prose and its sheets of events against its own figures. */
import { lexiconIn, NO_PARTS, type PartStore } from '../document/index.js'
import { afirmaciones } from './afirmaciones/afirmar.js'
import { leerTexto, type OracionDicha } from './afirmaciones/dicho.js'
import type { Auditoria } from './hallazgo.js'
import type { Hechos } from './hechos.js'
import { hallazgoDe, leerPasajes } from './leido.js'
import { pasajesDe } from './pasajes.js'
import { revisarLeido } from './prosa.js'
import { REGLAS_DEL_LIBRO } from './reglas/tabla.js'

/** Passages that are remembered, read: those of two or three reports of a policy. */
const MAS_PASAJES = 3000

/** Everything found in a workbook, in the order of the report; what is in its sheets of events, last. `partes`: where passages that were read before are kept. */
export function auditar(hechos: Hechos, partes: PartStore = NO_PARTS): Auditoria {
  const antes = lexiconIn<readonly OracionDicha[]>(partes, { parte: 'leído', de: 'pasajes' })
  const leido = leerPasajes(pasajesDe(hechos.report), (texto) => antes.of(texto, leerTexto))
  antes.keep(MAS_PASAJES)
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
