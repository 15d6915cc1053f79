import { sha256 } from '../hash/index.js'
import { huellasDeSalidas } from './manifiesto-leido.js'

/** What the workbooks of the sectors were made from. */
export interface OrigenDeReparto {
  /** Version of the program. */
  readonly version: string
  readonly libro: { readonly nombre: string; readonly bytes: Uint8Array }
  /** `2031`, `2031-T2`. */
  readonly periodo: string
}

/**
 * The text of `reparto.json`: version, workbook, period, and the SHA-256 of each sector's workbook as it was handed out; those that
 * `anterior`, the one that was there, tells of stay, since a sector may be given its own alone.
 */
export function manifiestoDeReparto(
  { version, libro, periodo }: OrigenDeReparto,
  salidas: ReadonlyMap<string, Uint8Array>,
  anterior: Uint8Array | null,
): string {
  const antes = anterior === null ? null : huellasDeSalidas(anterior)
  const huellas = new Map([...(antes ?? []), ...[...salidas].map(([ruta, bytes]) => [ruta, sha256(bytes)] as const)])
  const documento = {
    version,
    libro: { nombre: libro.nombre, sha256: sha256(libro.bytes) },
    periodo,
    salidas: Object.fromEntries([...huellas].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
  return `${JSON.stringify(documento, null, 2)}\n`
}
