/** A copy of the templates for somebody to change: its files, and what says afterwards what was copied. */
import * as z from 'zod'
import { sha256 } from '../hash/index.js'

/** Files by their path within the folder, with `/`. */
export type Carpeta = ReadonlyMap<string, Uint8Array>

/** Name of the file that says what was copied. Its point keeps it out of what is read as templates. */
export const REGISTRO = '.copia.json'

const esquema = z.object({ version: z.string(), archivos: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)) })

/** What was copied: the version of the program, and the SHA-256 of each file as `huellaDe` gives it. */
export interface Copiado {
  readonly version: string
  readonly archivos: ReadonlyMap<string, string>
}

/** The files of a copy, the one that says what was copied last. */
export function copia(plantillas: Carpeta, version: string): Carpeta {
  const archivos = Object.fromEntries([...plantillas].map(([ruta, bytes]) => [ruta, huellaDe(ruta, bytes)]))
  const registro = new TextEncoder().encode(`${JSON.stringify({ version, archivos }, null, 2)}\n`)
  return new Map([...plantillas, [LEEME, new TextEncoder().encode(INSTRUCCIONES)], [REGISTRO, registro]])
}

/** What was copied; null where the bytes do not say. */
export function leerCopiado(bytes: Uint8Array | null): Copiado | null {
  try {
    const { version, archivos } = esquema.parse(JSON.parse(new TextDecoder().decode(bytes ?? new Uint8Array())))
    return { version, archivos: new Map(Object.entries(archivos)) }
  } catch {
    return null
  }
}

/** SHA-256 of a file; of one of text, as if its lines ended the same way everywhere: editors of other systems end them otherwise. */
export function huellaDe(ruta: string, bytes: Uint8Array): string {
  return sha256(esDeTexto(ruta) ? new TextEncoder().encode(lineasDe(bytes).join('\n')) : bytes)
}

export function esDeTexto(ruta: string): boolean {
  return /\.(md|yml|json|txt)$/u.test(ruta)
}

export function lineasDe(bytes: Uint8Array): readonly string[] {
  return new TextDecoder().decode(bytes).split(/\r?\n/u)
}

/** Name of the file that tells people what the folder is. */
export const LEEME = 'LEEME.txt'

const INSTRUCCIONES = `PLANTILLAS DEL INFORME

Esta carpeta es suya: cambie lo que quiera. Cada archivo se abre con un editor
de texto, como el Bloc de notas.

  10-portada.md … 90-cierre.md   una sección del informe cada uno, en el orden
                                 de sus números; 60-sector.md se repite con
                                 cada sector
  parciales/                     partes que otras plantillas incluyen
  documento.yml                  título, autoría y encabezado de las páginas
  temas/                         colores, letras y tamaños

Lo que está entre llaves, {{así}}, lo llena el programa con los datos del libro.

Para hacer el informe con estas plantillas, desde la carpeta del programa:

  npx informe generar libro.xlsx --plantillas RUTA-DE-ESTA-CARPETA

Si algo está mal no se escribe nada, y el programa dice el archivo, la línea y
el nombre parecido que sí existe.

Para ver qué cambió usted y qué cambió el programa desde que las copió:

  npx informe plantillas --comparar RUTA-DE-ESTA-CARPETA

La guía, con todos los nombres que se pueden usar, es docs/plantillas.md.
`
