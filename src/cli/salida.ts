/** Where a command writes a file that people will work on. */
import { resolve } from 'node:path'
import { CannotWrite, readIfThere } from '../disk/index.js'
import { UsageError } from './errors.js'

/** The path of a workbook that is written, from `--salida`. @throws UsageError where it is none by its name */
export function libroDeSalida(salida: string): string {
  if (!/\.xlsx$/iu.test(salida)) throw new UsageError('--salida es un libro de Excel: dé un nombre que termine en .xlsx.')
  return resolve(salida)
}

/** Nothing may be where a file goes: it may have been worked on by now. `otra`: what else to ask for. @throws CannotWrite */
export async function sinReemplazar(ruta: string, otra = 'otro nombre'): Promise<void> {
  if ((await readIfThere(ruta)) !== null)
    throw new CannotWrite(ruta, new Error(`ya hay un archivo con ese nombre, y no se reemplaza; muévalo, o dé ${otra} con --salida`))
}
