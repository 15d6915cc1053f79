/** The edition that comes with the program: its workbook read, its figures, its report composed with the templates. Examples of the guides come from it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Composition, componer, sectionNames } from '../../src/compose/index.js'
import { calcularIndicadores } from '../../src/indicators/index.js'
import type { Libro } from '../../src/model/index.js'
import { construirReport, type Report } from '../../src/report/index.js'
import { readLibro } from '../../src/workbook/index.js'

/** Root of the project. */
export const RAIZ = join(import.meta.dirname, '..', '..')

export interface Edicion {
  readonly libro: Libro
  readonly report: Report
  /** Text of each template file, by its path. */
  readonly plantillas: ReadonlyMap<string, string>
  readonly composicion: Composition
  /** With every section, those that are left out by themselves too, so that the guides name all that a template may place. */
  readonly completa: Composition
}

/** Reads the workbook that package.json names, and composes its report. @throws where either is not valid */
export function leerEdicion(): Edicion {
  const paquete = JSON.parse(readFileSync(join(RAIZ, 'package.json'), 'utf8')) as { readonly informe: { readonly libro: string } }
  const { libro } = readLibro(readFileSync(join(RAIZ, paquete.informe.libro)))
  if (libro === null) throw new Error(`${paquete.informe.libro} tiene errores.`)
  const report = construirReport(libro, calcularIndicadores(libro))
  const plantillas = leerPlantillas()
  const switches = new Map(sectionNames(plantillas.keys()).map((nombre) => [nombre, true]))
  return {
    libro,
    report,
    plantillas,
    composicion: componer(report, plantillas),
    completa: componer(report, plantillas, { pictures: new Set(), switches }),
  }
}

function leerPlantillas(): ReadonlyMap<string, string> {
  const carpeta = join(RAIZ, 'templates')
  const rutas = readdirSync(carpeta, { recursive: true, encoding: 'utf8' }).filter((ruta) => /\.(md|yml)$/u.test(ruta))
  return new Map(rutas.toSorted().map((ruta) => [ruta.replaceAll('\\', '/'), readFileSync(join(carpeta, ruta), 'utf8')]))
}
