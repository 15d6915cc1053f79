import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { escribirLibro } from '../../src/libros/index.js'
import type { Fuentes } from './fuentes.js'
import { leerFuentes } from './fuentes.js'

/** Every CSV and Markdown source of a folder, by path relative to it, in order of path. */
export function leerCarpeta(carpeta: string): Fuentes {
  const rutas = readdirSync(carpeta, { recursive: true, encoding: 'utf8' })
    .map((ruta) => ruta.replaceAll('\\', '/'))
    .filter((ruta) => /\.(?:csv|md)$/.test(ruta))
    .sort()
  return new Map(rutas.map((ruta) => [ruta, readFileSync(join(carpeta, ruta), 'utf8').replace(/^\uFEFF/, '')]))
}

/** The workbook of a policy from its plain sources, and the prose that they lack. Dated the first day of the year of publication. */
export async function construirLibro(fuentes: Fuentes): Promise<{ bytes: Uint8Array; faltantes: readonly string[] }> {
  const { hojas, faltantes, politica } = leerFuentes(fuentes)
  const bytes = await escribirLibro(hojas, {
    titulo: `Libro consolidado de la ${politica.get('Sigla')}, vigencia ${politica.get('Vigencia')}`,
    autor: politica.get('Entidad líder') ?? '',
    fecha: new Date(Date.UTC(Number(politica.get('Año de publicación')), 0, 1)),
  })
  return { bytes, faltantes }
}
