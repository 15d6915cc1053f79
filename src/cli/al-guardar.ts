import { CannotRead, watch } from '../disk/index.js'
import { sha256 } from '../hash/index.js'
import { type Limites, MEGA, wholenessOfWorkbook } from '../workbook/index.js'

/** Hands over the workbook as it is and each time that it is saved, until the signal. One that cannot be read now is waited for. */
export async function alGuardar(
  libro: string,
  limites: Limites,
  signal: AbortSignal,
  hacer: (bytes: Uint8Array) => Promise<void>,
): Promise<void> {
  const vigilado = { file: libro, most: limites.megas * MEGA, folder: null, wholeness: wholenessOfWorkbook, hash: sha256, signal }
  for await (const guardado of watch(vigilado)) {
    if (guardado instanceof CannotRead) console.error(`${guardado.message}: se espera a que vuelva.`)
    else await hacer(guardado.file)
  }
}
