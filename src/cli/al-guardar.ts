import { CannotRead, watch } from '../disk/index.js'
import { sha256 } from '../outputs/index.js'
import { isWholeWorkbook } from '../workbook/index.js'

/** Hands over the workbook as it is and each time that it is saved, until the signal. One that cannot be read now is waited for. */
export async function alGuardar(libro: string, signal: AbortSignal, hacer: (bytes: Uint8Array) => Promise<void>): Promise<void> {
  for await (const guardado of watch({ file: libro, folder: null, isWhole: isWholeWorkbook, hash: sha256, signal })) {
    if (guardado instanceof CannotRead) console.error(`${guardado.message}: se espera a que vuelva.`)
    else await hacer(guardado.file)
  }
}
