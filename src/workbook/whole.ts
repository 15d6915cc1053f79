import { LIMITES } from './limites.js'
import { wholenessOf } from './zip.js'

const ENCRYPTED_PACKAGE = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Whether these bytes are all of a workbook and not what a program or a synchroniser has written of it so far. A ZIP package ends with a
 * record that tells where its directory is, and the directory, where each part is, so that a `part` of one is known; and a sum of the
 * bytes of each, so that the `whole` of one is. An encrypted workbook is another kind of file, and `seems whole` always. Says nothing of
 * what the workbook holds.
 */
export function wholenessOfWorkbook(bytes: Uint8Array): 'part' | 'seems whole' | 'whole' {
  return ENCRYPTED_PACKAGE.every((byte, i) => bytes[i] === byte) ? 'seems whole' : wholenessOf(bytes, LIMITES)
}
