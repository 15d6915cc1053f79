/** What is said of a change, and what version the workbook is: a revision in, the next one out. */
import type { Comparacion, DecisionTomada } from '../compare/index.js'
import { limpios, recortado } from './escrito.js'
import { type Decidible, type Decision, deCelda, deCifra, type Revision, type Version } from './revision.js'
import { enOrden, unirRevisiones } from './unir.js'

/**
 * With a decision more; of one change by one person the later counts. Its name and note are cut to what they may have.
 * @throws RangeError without a name
 */
export function conDecision(revision: Revision, decision: Decision): Revision {
  return unirRevisiones(revision, { versiones: [], decisiones: [limpios(decision)] })
}

/** Without what a person said of a change. */
export function sinDecision(revision: Revision, cambio: Decidible, quien: string): Revision {
  const nombre = recortado('quien', quien)
  const suya = (d: Decision) => mismo(d, cambio) && d.quien === nombre
  return enOrden({ ...revision, decisiones: revision.decisiones.filter((d) => !suya(d)) })
}

/**
 * With a version more, one number after the highest; the same where the last one is of the same workbook in the same state.
 * @throws RangeError without a name
 */
export function conVersion(revision: Revision, version: Omit<Version, 'numero'>): Revision {
  const { versiones, decisiones } = enOrden(revision)
  const ultima = versiones.at(-1)
  if (ultima?.libro === version.libro && ultima.estado === version.estado) return revision
  const numero = (ultima?.numero ?? 0) + 1
  return { versiones: [...versiones, limpios({ ...version, numero })], decisiones }
}

/** What was decided on a change, by the same two values: once either is another, the decision holds no longer. The earliest first. */
export function decisionesDe(revision: Revision, cambio: Decidible): readonly Decision[] {
  return enOrden({ versiones: [], decisiones: revision.decisiones.filter((d) => mismo(d, cambio)) }).decisiones
}

/** A comparison that says of each change what was decided on it. */
export function conDecisiones(comparacion: Comparacion, revision: Revision): Comparacion {
  return {
    ...comparacion,
    celdas: comparacion.celdas.map((c) => ({ ...c, ...tomadas(revision, deCelda(c)) })),
    cifras: comparacion.cifras.map((c) => ({ ...c, ...tomadas(revision, deCifra(c)) })),
  }
}

function tomadas(revision: Revision, cambio: Decidible): { readonly decisiones?: readonly DecisionTomada[] } {
  const decisiones = decisionesDe(revision, cambio)
  return decisiones.length === 0
    ? {}
    : { decisiones: decisiones.map(({ decision, quien, nota, fecha }) => ({ decision, quien, nota, fecha })) }
}

function mismo(a: Decidible, b: Decidible): boolean {
  return a.clave === b.clave && a.antes === b.antes && a.despues === b.despues && a.de === b.de
}
