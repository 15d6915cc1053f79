/** Signatures of the parts of a ZIP package, and of the older package that an encrypted workbook is. */
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const FILE_ENTRY = 0x04034b50
const ENCRYPTED_PACKAGE = 0xe011cfd0

const END_SIZE = 22
const ENTRY_SIZE = 46
const LONGEST_COMMENT = 0xffff
/** An offset that says that the true one is in a record of ZIP64. */
const ELSEWHERE = 0xffffffff

/**
 * Whether these bytes are all of a workbook and not what a program or a synchroniser has written of it so far: a ZIP package ends with
 * a record that tells where its directory is, and the directory, where each part is. Says nothing of what the workbook holds.
 */
export function isWholeWorkbook(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const signature = (at: number) => (at + 4 <= bytes.length ? view.getUint32(at, true) : 0)
  if (signature(0) === ENCRYPTED_PACKAGE) return true
  const last = bytes.length - END_SIZE
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (signature(at) !== END_OF_DIRECTORY || at + END_SIZE + view.getUint16(at + 20, true) !== bytes.length) continue
    const offset = view.getUint32(at + 16, true)
    return offset === ELSEWHERE || entriesFrom(view, signature, offset) === view.getUint16(at + 10, true)
  }
  return false
}

/** How many entries of a directory stand one after the other, each with its part where it says. */
function entriesFrom(view: DataView, signature: (at: number) => number, from: number): number {
  let count = 0
  for (let at = from; signature(at) === DIRECTORY_ENTRY && signature(view.getUint32(at + 42, true)) === FILE_ENTRY; count++)
    at += ENTRY_SIZE + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  return count
}
