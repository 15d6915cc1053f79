/** What a batch leaves in its folder besides the reports: its summary, and its log. */
import { join } from 'node:path'
import { appendTo, CannotWrite, filesIn, readIfThere, writeWhole } from '../disk/index.js'
import {
  type Apunte,
  type LineaDeDiario,
  leerDiarios,
  llaveDeCarpeta,
  nombreDeLote,
  type Parte,
  paginaDeLote,
  type Renglon,
  type Resumen,
} from '../lote/index.js'
import { MANIFIESTO } from '../pipeline/index.js'
import type { Theme } from '../theme/index.js'
import { fonts } from './resources.js'

const DIARIO = /^\.lote(?:-\d+-de-\d+)?\.jsonl$/u

/** What batches before left in the folder. */
export interface DeAntes {
  /** The last note of each workbook, by the name of its folder. */
  readonly apuntes: ReadonlyMap<string, Apunte>
  /** Whether there was any. */
  readonly hubo: boolean
  /** Folders with a report that are of no workbook of the list. */
  readonly ajenas: readonly string[]
}

/** Reads it, of all the parts. @throws CannotRead where the folder is not there */
export async function leerDeAntes(carpeta: string, renglones: readonly Renglon[]): Promise<DeAntes> {
  const nombres = await filesIn(carpeta)
  const diarios = nombres.filter((nombre) => DIARIO.test(nombre))
  const textos = await Promise.all(
    diarios.map(async (nombre) => new TextDecoder().decode((await readIfThere(join(carpeta, nombre))) ?? undefined)),
  )
  const suyas = new Set(renglones.map(({ salida }) => llaveDeCarpeta(salida)))
  const ajenas: string[] = []
  for (const nombre of nombres.filter((uno) => !uno.startsWith('.') && !suyas.has(llaveDeCarpeta(uno))))
    if ((await readIfThere(join(carpeta, nombre, MANIFIESTO))) !== null) ajenas.push(nombre)
  return { apuntes: leerDiarios(textos), hubo: diarios.length > 0, ajenas }
}

/** What adds lines to the log; it, too, throws CannotWrite. @throws CannotWrite */
export function abrirDiario(carpeta: string, parte: Parte | null): (linea: LineaDeDiario) => void {
  const ruta = join(carpeta, `.${nombreDeLote(parte)}.jsonl`)
  const agregar = appendTo(ruta)
  return (linea) => {
    try {
      agregar(JSON.stringify(linea))
    } catch (error) {
      throw new CannotWrite(ruta, error)
    }
  }
}

/** Writes the summary, making the folder if it is not there. @throws CannotWrite */
export async function escribirResumen(carpeta: string, resumen: Resumen): Promise<void> {
  await escribir(carpeta, `${nombreDeLote(resumen.parte)}.json`, `${JSON.stringify(resumen, null, 2)}\n`)
}

/** Writes its page, and gives its path. @throws CannotWrite */
export async function escribirPagina(carpeta: string, resumen: Resumen, theme: Theme): Promise<string> {
  return await escribir(carpeta, `${nombreDeLote(resumen.parte)}.html`, await paginaDeLote({ resumen, theme, fonts: await fonts(theme) }))
}

async function escribir(carpeta: string, nombre: string, texto: string): Promise<string> {
  const ruta = join(carpeta, nombre)
  await writeWhole(ruta, new TextEncoder().encode(texto), { replace: true })
  return ruta
}
