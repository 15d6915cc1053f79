/** Whether what was made of a workbook is what would be made of it now, without making it. */

import { sha256 } from '../hash/index.js'
import type { ComoSeHizo, ManifiestoLeido } from '../outputs/index.js'

/** What every report of a batch that is asked for alike depends on, besides its workbook. */
export interface Condiciones {
  /** Version of the program. */
  readonly version: string
  /** SHA-256 of each template, by path. */
  readonly plantillas: Readonly<Record<string, string>>
  readonly como: ComoSeHizo
  /** What decides whether a report is made at all, and leaves no trace in it. */
  readonly exigencias: Readonly<Record<string, number | boolean>>
}

/** A workbook, and the file beside it, by what they hold. */
export interface Insumo {
  readonly libro: { readonly nombre: string; readonly sha256: string }
  /** SHA-256 of the file of the revision; null where there is none. */
  readonly revision: string | null
}

/** One hash of all that a result depends on: the same key, the same result. */
export function claveDe({ libro, revision }: Insumo, condiciones: Condiciones): string {
  return sha256(new TextEncoder().encode(enOrden({ libro, revision, ...condiciones })))
}

/** Whether an edition was made from these, asked for like this. Whether its files are as they were made is for whoever can read them. */
export function esDeHoy(manifiesto: ManifiestoLeido, { libro, revision }: Insumo, { version, plantillas, como }: Condiciones): boolean {
  const suyo = { libro: manifiesto.libro, version: manifiesto.version, plantillas: manifiesto.plantillas, como: manifiesto.como }
  return (
    enOrden(suyo) === enOrden({ libro, version, plantillas, como }) &&
    manifiesto.estilos === undefined &&
    // An edition that does not print the revision does not depend on it.
    (manifiesto.revision === undefined || manifiesto.revision === revision)
  )
}

/** JSON in which the order of fields tells nothing. */
function enOrden(valor: unknown): string {
  return JSON.stringify(valor, (_, suyo: unknown) =>
    typeof suyo === 'object' && suyo !== null && !Array.isArray(suyo)
      ? Object.fromEntries(Object.entries(suyo).sort(([a], [b]) => (a < b ? -1 : 1)))
      : suyo,
  )
}
