import { readBytes } from '../disk/index.js'
import { type FirmaLeida, leerFirma } from '../firma/index.js'
import { fechaLarga } from '../report/index.js'
import { UsageError } from './errors.js'
import { visible } from './visible.js'

const DATOS: readonly (readonly [nombre: string, campo: keyof FirmaLeida])[] = [
  ['Título', 'titulo'],
  ['Texto alternativo', 'textoAlternativo'],
  ['Fuente', 'fuente'],
  ['Fecha de corte', 'corte'],
  ['Libro (SHA-256)', 'libro'],
  ['Programa', 'programa'],
]

/** Says what a picture carries of its origin, or that it carries nothing. @throws UsageError where the file is no picture of these kinds */
export async function leerImagen(ruta: string): Promise<void> {
  const { tipo, firma } = await leerFirma(await readBytes(ruta))
  if (tipo === null) throw new UsageError(`${ruta} no es una imagen PNG, SVG o PDF.`)
  if (firma === null) console.log(`${ruta} no dice de qué libro salió: no la hizo este programa, u otro le quitó esos datos.`)
  else for (const [nombre, campo] of DATOS) console.log(`${nombre}: ${enLimpio(campo, firma[campo] ?? 'no lo dice')}`)
}

/** In words, and without the control characters with which a file of unknown origin could take over the terminal. */
function enLimpio(campo: keyof FirmaLeida, texto: string): string {
  const limpio = visible(texto.replace(/\p{Cc}+/gu, ' '))
  if (campo === 'fuente') return limpio.replace(/^Fuentes?: */u, '')
  return campo === 'corte' && /^\d{4}-\d{2}-\d{2}$/u.test(limpio) ? fechaLarga(limpio) : limpio
}
