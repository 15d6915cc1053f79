/** What a command made, put in its folder. */
import { join, relative } from 'node:path'
import { type Files, type FormerSet, publish } from '../disk/index.js'
import { huellasDeSalidas, sha256 } from '../outputs/index.js'
import { MANIFIESTO } from '../pipeline/index.js'

/**
 * Publishes these files, and gives what to tell people: which of the former ones somebody had edited, and where they are now.
 * `depaso`: what is replaced is a passing state, and is not kept.
 */
export async function publicar(
  carpeta: string,
  files: Files | ((former: FormerSet | null) => Files),
  { depaso = false }: { readonly depaso?: boolean } = {},
): Promise<readonly string[]> {
  const { kept } = await publish({
    dir: carpeta,
    files,
    manifestName: MANIFIESTO,
    readManifest: huellasDeSalidas,
    hash: sha256,
    now: new Date(),
    retire: [],
    passing: depaso,
  })
  return kept.map(
    ({ path, keptAs }) => `Se había editado ${path} después de generarlo: esa versión quedó en ${join(relative('', carpeta), keptAs)}.`,
  )
}
