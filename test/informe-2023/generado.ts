import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as esperar } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import type { Bloque } from './bloques.js'
import { leerDocx } from './leer-docx.js'
import { leerPdfPorBloques } from './leer-pdf.js'

const ejecutar = promisify(execFile)
const raiz = join(import.meta.dirname, '..', '..')

export const LIBRO = join(raiz, 'inputs', 'ppasp-2023.xlsx')
export const DOCX = 'informe-ppasp-2023.docx'
export const PDF = 'informe-ppasp-2023.pdf'

/** A path of this run's own, gone at its end. */
export const temporal = (nombre: string): string => join(inject('carpetaComun'), nombre)

/** Makes the report of a workbook with the program that people run, into the folder, and gives the folder back. */
export async function generar(libro: string, salida: string): Promise<string> {
  await ejecutar(process.execPath, [join(raiz, 'scripts', 'compilar.mjs')])
  await ejecutar(process.execPath, [join(raiz, 'dist', 'cli', 'informe.js'), 'generar', libro, '--salida', salida, '--silencioso'])
  return salida
}

/** Folder of the 2023 report, made once in a test run: who comes first makes it, the others wait for it. */
export async function carpetaDelInforme(): Promise<string> {
  const turno = temporal('informe-2023')
  const [salida, listo] = [join(turno, 'salida'), join(turno, 'listo')]
  if (!tomar(turno)) {
    while (!existsSync(listo)) await esperar(100)
    const falla = readFileSync(listo, 'utf8')
    if (falla !== '') throw new Error(falla)
    return salida
  }
  const falla = await generar(LIBRO, salida).then(
    () => '',
    (error: unknown) => String(error),
  )
  writeFileSync(listo, falla)
  if (falla !== '') throw new Error(falla)
  return salida
}

/** True for the one process that makes the folder. */
function tomar(carpeta: string): boolean {
  try {
    mkdirSync(carpeta)
    return true
  } catch {
    return false
  }
}

/** The 2023 report as it is read back from each of its two formats. */
export async function informeLeido(): Promise<Readonly<Record<'docx' | 'pdf', readonly Bloque[]>>> {
  const carpeta = await carpetaDelInforme()
  return { docx: await leerDocx(readFileSync(join(carpeta, DOCX))), pdf: await leerPdfPorBloques(readFileSync(join(carpeta, PDF))) }
}
