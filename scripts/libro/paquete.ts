import { unzipSync, zipSync } from 'fflate'

/** The same package with its parts in order of name and one fixed date, so that equal content gives equal bytes. */
export function fijarPaquete(paquete: Uint8Array): Uint8Array {
  const partes = Object.entries(unzipSync(paquete)).sort(([a], [b]) => (a < b ? -1 : 1))
  // ZIP dates are local times: built from local parts, the date is the same in every zone.
  return zipSync(Object.fromEntries(partes), { level: 9, mtime: new Date(2024, 0, 1) })
}
