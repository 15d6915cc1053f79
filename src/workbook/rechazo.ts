import type { Params } from './faults.js'
import { LIMITES_DEL_LIBRO, type Limites, type NombreDeLimite } from './limites.js'
import type { FaultRule } from './wording.js'

/** Thrown within the reading where a file cannot be read as a workbook; the door makes a fault of it. */
export class Rechazo extends Error {
  override readonly name = 'Rechazo'

  constructor(
    readonly rule: FaultRule,
    readonly found: string,
    readonly params: Params = {},
  ) {
    super(found)
  }
}

const EN_ESPANOL = new Intl.NumberFormat('es-CO')

/** A workbook that goes beyond a limit. `found` says what there is, in place of «more than so many». */
export function excede(limite: NombreDeLimite, limites: Limites, found?: string): Rechazo {
  const maximo = `${EN_ESPANOL.format(limites[limite])} ${LIMITES_DEL_LIBRO[limite].unidad}`
  return new Rechazo('libro-desmedido', found ?? `un libro con más de ${maximo}`, { maximo, limite })
}

/** A package whose pieces do not fit together. */
export const danado = (found: string): Rechazo => new Rechazo('libro-danado', found)

/** The name of a part within a sentence; one that no real workbook has is not repeated. */
export function parte(name: string): string {
  return /^[\w./[\]-]{1,100}$/u.test(name) ? `la parte ${name}` : 'una parte de nombre extraño'
}
