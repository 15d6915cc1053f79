/**
 * Writes beside the sources of a policy the sheet of its expected figures, calculated by LibreOffice from formulas, for the tests to
 * compare with what the program computes. Usage: npm run cifras [-- inputs/ppsa-2025]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { escribirCifras } from './cifras/escribir.js'
import { leerPlan } from './cifras/plan.js'
import { convertir } from './herramientas.mjs'
import { leerCarpeta } from './libro/construir.js'

const carpeta = process.argv[2] ?? join('inputs', 'ppsa-2025')
const archivo = join(carpeta, 'cifras-esperadas.xlsx')
// As it is written no formula has a result: LibreOffice calculates all of them as it opens it, and saves them.
writeFileSync(archivo, await convertir(await escribirCifras(leerPlan(leerCarpeta(carpeta))), 'xlsx', 'xlsx'))
console.log(archivo)
