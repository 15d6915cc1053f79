import { strFromU8, unzipSync } from 'fflate'
import { DocumentoIlegible } from '../ilegible.js'

/** The most that the parts which are read may hold together, unpacked: some fifty times a report of eighty pages. */
const MAX_UNPACKED = 64 * 1024 * 1024

/**
 * Parts of a package as text, by their path; those that are not there are left out.
 * @throws DocumentoIlegible where it is damaged or would unpack to too much
 */
export function readParts(bytes: Uint8Array, paths: readonly string[]): ReadonlyMap<string, string> {
  let left = MAX_UNPACKED
  const parts = unzipped(bytes, ({ name, originalSize }) => {
    if (!paths.includes(name)) return false
    left -= originalSize
    if (left < 0) throw new DocumentoIlegible('se-infla')
    return true
  })
  return new Map(Object.entries(parts).map(([path, part]) => [path, strFromU8(part)]))
}

function unzipped(bytes: Uint8Array, filter: (file: { readonly name: string; readonly originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof DocumentoIlegible) throw error
    throw new DocumentoIlegible('danado', { cause: error })
  }
}
