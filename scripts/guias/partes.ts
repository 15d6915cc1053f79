/** The parts of the guides that tables in code make, by the name that their marks give them. */
import { reglasDeAuditoria } from './auditoria.js'
import { ayudantes } from './ayudantes.js'
import { cifras } from './cifras.js'
import { claves } from './claves.js'
import { reglasDeConsolidar } from './consolidar.js'
import { contexto } from './contexto.js'
import type { Edicion } from './edicion.js'
import { importaciones } from './importaciones.js'
import { limites } from './limites.js'
import { lote } from './lote.js'
import { faltasDePlantillas } from './plantillas-con-faltas.js'
import { puestas } from './puestas.js'
import { registro } from './registro.js'
import { reglasDeAviso, reglasDeError } from './reglas.js'
import * as rendimiento from './rendimiento.js'
import { salidas } from './salidas.js'
import { usos } from './usos.js'

/** The documents with such parts, from the root of the project. */
export const GUIAS = [
  'README.md',
  'docs/libro.md',
  'docs/libros.md',
  'docs/plantillas.md',
  'docs/errores.md',
  'docs/arquitectura.md',
  'docs/graficas.md',
  'docs/auditoria.md',
  'docs/registro.md',
  'docs/rendimiento.md',
  'docs/lote.md',
  'SECURITY.md',
]

export function partes(edicion: Edicion): Readonly<Record<string, () => string>> {
  return {
    ayudantes,
    cifras: () => cifras(edicion.report),
    claves: () => claves(edicion),
    contexto: () => contexto(edicion.report.contexto),
    'faltas-de-plantillas': () => faltasDePlantillas(edicion),
    importaciones,
    limites,
    lote,
    puestas: () => puestas(edicion),
    registro,
    'reglas-de-auditoria': reglasDeAuditoria,
    'reglas-de-aviso': reglasDeAviso,
    'reglas-de-consolidar': reglasDeConsolidar,
    'reglas-de-error': reglasDeError,
    'rendimiento-correcciones': rendimiento.correcciones,
    'rendimiento-equipo': rendimiento.equipo,
    'rendimiento-escala': rendimiento.serie,
    'rendimiento-etapas': rendimiento.etapas,
    'rendimiento-graficas': rendimiento.graficasSueltas,
    'rendimiento-rivales': rendimiento.rivales,
    salidas,
    usos,
  }
}
