// What the program takes, each time in a new process, and how it grows. Usage: npm run bench -- [libro.xlsx]
//   [--veces 5]             runs of the main job, by stage, and of the charts on their own
//   [--escala 1,3,10,30,30/300]   the series: so many times the products, in so many sectors; [--veces-escala 3]
//   [--correccion]          one figure of one sector corrected, where something is warm, against cold runs
//   [--contra CARPETA]      in turns with the floor and what people use, in an installed copy of the yardstick
//   [--pares 5]             pairs of these two
//   [--json ARCHIVO]        the results too
//   [--documento]           all but --contra, which needs its folder, and docs/rendimiento.md written anew from it
//   Without a workbook: the one that package.json names.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { contra } from './bench/contra.js'
import { correccion } from './bench/correccion.js'
import { enTexto } from './bench/en-texto.js'
import { equipo } from './bench/equipo.js'
import { escala, tamanosDe } from './bench/escala.js'
import type { Resultado } from './bench/resultado.js'
import { type Avisar, graficas, trabajo } from './bench/trabajo.js'

/** The series of docs/rendimiento.md. */
const SERIE = '1,3,10,30,30/300'

const RAIZ = join(import.meta.dirname, '..')
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    veces: { type: 'string', default: '5' },
    escala: { type: 'string' },
    'veces-escala': { type: 'string', default: '3' },
    correccion: { type: 'boolean', default: false },
    contra: { type: 'string' },
    pares: { type: 'string', default: '5' },
    json: { type: 'string' },
    documento: { type: 'boolean', default: false },
  },
})

const avisar: Avisar = (que, hechos, de) => {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${que}: ${hechos} de ${de}`)
}

try {
  const [veces, vecesEscala, pares] = [entero('veces'), entero('veces-escala'), entero('pares')]
  const serieDeSiempre = values.documento ? SERIE : undefined
  const tamanos = tamanosDe(values.escala ?? serieDeSiempre)
  const nombrado = JSON.parse(readFileSync(join(RAIZ, 'package.json'), 'utf8')) as { readonly informe: { readonly libro: string } }
  const libro = resolve(positionals[0] ?? join(RAIZ, nombrado.informe.libro))
  const nada = { parejas: [], faltas: [] }
  const completo = await trabajo(libro, veces, avisar)
  const sueltas = await graficas(libro, veces, avisar)
  const serie = await escala(libro, tamanos, vecesEscala, avisar)
  const corregida = values.correccion || values.documento ? await correccion(libro, pares, avisar) : nada
  const rivales = values.contra === undefined ? nada : await contra(libro, resolve(values.contra), pares, avisar)
  const resultado: Resultado = {
    fecha: new Date().toISOString().slice(0, 10),
    equipo: equipo(),
    trabajo: completo,
    graficas: sueltas,
    escala: serie,
    correccion: corregida.parejas,
    contra: rivales.parejas,
    faltas: [...corregida.faltas, ...rivales.faltas],
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
  console.log(enTexto(resultado))
  const texto = `${JSON.stringify(resultado, null, 2)}\n`
  if (values.json !== undefined) writeFileSync(values.json, texto)
  if (values.documento) {
    writeFileSync(join(RAIZ, 'docs/rendimiento.json'), texto)
    await import('./guias.js')
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

function entero(cual: 'veces' | 'veces-escala' | 'pares'): number {
  const numero = Number(values[cual])
  if (Number.isInteger(numero) && numero >= 1) return numero
  throw new Error(`--${cual} debe ser un número entero mayor que cero; se encontró «${values[cual]}».`)
}
