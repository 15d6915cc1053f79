import { LIMITES } from './limites.js'
import { isWhole } from './zip.js'

const ENCRYPTED_PACKAGE = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Whether these bytes are all of a workbook and not what a program or a synchroniser has written of it so far: a ZIP package ends with
 * a record that tells where its directory is, and the directory, where each part is; an encrypted workbook is another kind of file. Says
 * nothing of what the workbook holds.
 */
export function isWholeWorkbook(bytes: Uint8Array): boolean {
  return ENCRYPTED_PACKAGE.every((byte, i) => bytes[i] === byte) || isWhole(bytes, LIMITES)
}
