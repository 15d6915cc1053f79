import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Composition, componer, type TemplateFault } from '../src/compose/index.js'
import type { Documento } from '../src/document/index.js'
import { calcularIndicadores } from '../src/indicators/index.js'
import type { Libro } from '../src/model/index.js'
import { construirReport } from '../src/report/index.js'
import { unLibro } from './un-libro.js'
import { volcadoDeBloque } from './volcado.js'

const CABEZA = `idioma: es-CO
titulo: Informe
autor: Entidad
asunto: Asunto
palabras: []
encabezado: { izquierda: izquierda, derecha: derecha }
`

export type Plantillas = Readonly<Record<string, string>>

/** Composes a workbook with these template files. Where none is `documento.yml`, a plain one stands in. */
export function componerCon(plantillas: Plantillas, libro: Libro = unLibro().libro()): Composition {
  return componer(construirReport(libro, calcularIndicadores(libro)), new Map([['documento.yml', CABEZA], ...Object.entries(plantillas)]))
}

/** The document that these templates give. Fails with their faults where they have any. */
export function documentoCon(plantillas: Plantillas, libro?: Libro): Documento {
  const { documento, faults } = componerCon(plantillas, libro)
  if (documento === null) throw new Error(faults.map(enLinea).join('\n'))
  return documento
}

/** The dump of the one section that a template body gives. */
export function texto(body: string, libro?: Libro, parciales: Plantillas = {}): string {
  const [seccion] = documentoCon({ '10-una.md': body, ...parciales }, libro).sections
  return (seccion?.blocks ?? []).map(volcadoDeBloque).join('\n\n')
}

/** What is wrong with these templates, a line each: `10-una.md:3: se encontró …; se esperaba …. Remedio.` */
export function faltas(plantillas: Plantillas, libro?: Libro): readonly string[] {
  return componerCon(plantillas, libro).faults.map(enLinea)
}

function enLinea({ template, line, found, expected, remedy }: TemplateFault): string {
  return `${template}:${line ?? ''}: se encontró ${found}; se esperaba ${expected}. ${remedy}`
}

const CARPETA = new URL('../templates/', import.meta.url).pathname

/** The templates that come with the program, by path. */
export function plantillasDelPrograma(): Readonly<Record<string, string>> {
  const rutas = readdirSync(CARPETA, { recursive: true, encoding: 'utf8' }).filter((ruta) => /\.(md|yml|json)$/u.test(ruta))
  return Object.fromEntries(rutas.map((ruta) => [ruta, readFileSync(join(CARPETA, ruta), 'utf8')]))
}
