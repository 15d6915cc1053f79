/** The file beside a workbook with what people decided of its changes. */
import { basename } from 'node:path'
import { readIfThere, writeWhole } from '../disk/index.js'
import { archivoDeRevision, revisionDe } from '../pipeline/index.js'
import { NoSePudo } from '../review/index.js'
import { escribirRevision, type Revision } from '../revision/index.js'

/**
 * What the file has; nothing where there is none.
 * @throws NoSePudo where it is no such file, with how to mend it
 * @throws CannotRead
 */
export async function leerRevisionDe(libro: string): Promise<Revision> {
  const { revision, problemas } = revisionDe(await readIfThere(archivoDeRevision(libro)), basename(libro))
  const [primero] = problemas.avisos
  if (primero === undefined) return revision
  const { lugar, encontrado, esperado, remedio } = primero
  throw new NoSePudo(`${lugar}: se encontró ${encontrado}; se esperaba ${esperado}. ${remedio}`)
}

/** Writes the file, whole or not at all. @throws CannotWrite */
export async function guardarRevision(libro: string, revision: Revision): Promise<void> {
  await writeWhole(archivoDeRevision(libro), new TextEncoder().encode(escribirRevision(revision)), { replace: true })
}
