/** The package of a workbook, opened within bounds before anything reads it. */
import { unzipSync, zipSync } from 'fflate'

/** Bytes that all its parts may hold once they are open: hundreds of times what a real workbook does. */
const MOST_BYTES = 300 * 1024 * 1024

/**
 * The same package with its parts as they are once open, so that whoever reads it opens nothing: what was measured is what is read. A
 * part that holds more than it says is cut where it said that it ends.
 */
export function openedPackage(bytes: Uint8Array): Uint8Array | 'no-es-xlsx' | 'libro-desmedido' {
  try {
    let size = 0
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        size += originalSize
        return false
      },
    })
    return size > MOST_BYTES ? 'libro-desmedido' : zipSync(unzipSync(bytes), { level: 0 })
  } catch {
    return 'no-es-xlsx'
  }
}
