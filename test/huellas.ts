import { readTree } from '../src/disk/index.js'
import { sha256 } from '../src/hash/index.js'

/** The hash of each file of a folder, by its path: two reports that are alike have the same. */
export async function huellasEn(carpeta: string): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries([...(await readTree(carpeta))].map(([ruta, bytes]) => [ruta, sha256(bytes)]))
}
