/** `comparar --control-de-cambios`: the Word files of both sides, and what their changes come to in words. */
import { basename, join } from 'node:path'
import { cuantos } from '../compare/index.js'
import type { Cambios, Lado } from '../pipeline/index.js'
import { type EntradaAlMomento, wordDeLibro } from './word-de-libro.js'

/**
 * The Word file of a side: made of its workbook, or that of the edition in its folder.
 * @throws CannotRead, SinDocumento
 */
export async function wordDe(
  ruta: string,
  lado: Lado,
  comun: Omit<EntradaAlMomento, 'libro' | 'revision' | 'secciones'>,
): Promise<Uint8Array> {
  if ('libro' in lado)
    return await wordDeLibro({
      ...comun,
      revision: null,
      secciones: new Map(),
      libro: { nombre: basename(ruta), bytes: lado.libro },
      limites: lado.limites,
    })
  const [{ readIfThere }, { archivoDeWord, SinDocumento }] = await Promise.all([import('../disk/index.js'), import('../pipeline/index.js')])
  const nombre = archivoDeWord(lado.datos)
  const bytes = await readIfThere(join(ruta, nombre))
  if (bytes === null) {
    throw new SinDocumento(
      `La carpeta ${ruta} no tiene ${nombre}, que el control de cambios necesita. Vuelva a generar ese informe con el formato docx, o compare los libros.`,
    )
  }
  return bytes
}

/** `34 inserciones y 33 eliminaciones, en 12 párrafos y 21 celdas`. */
export function cambiosEnPalabras({ insertions, deletions, paragraphs, cells }: Cambios): string {
  if (paragraphs + cells === 0) return 'ningún cambio: los dos informes dicen lo mismo'
  return `${cuantos(insertions, 'inserción', 'inserciones')} y ${cuantos(deletions, 'eliminación', 'eliminaciones')}, en ${cuantos(paragraphs, 'párrafo', 'párrafos')} y ${cuantos(cells, 'celda', 'celdas')}`
}
