// Workbooks changed by chance, thousands of them: each must end in a report or in errors with their place, soon and within bounds.
// Usage: npm run fuzz -- [--casos 20000] [--semilla 8] [--procesos 2] [--enteros 50] [--composiciones 1] [--desde 1]
//          [--cobertura] [--carpeta output/fuzz]
//        npm run fuzz -- --semilla 8 --caso 123      one case again, saved, with only the mutations that matter if it fails
//   One case in `--enteros` is the whole program, in a process of its own (0: none); of the others, its stages up to the document and
//   datos.json. Of these one in `--composiciones` is composed; the rest stop at figures and words, which takes a tenth of the time.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { bases } from '../test/fuzz/bases.js'
import { casoDe } from '../test/fuzz/casos.js'
import { cargarPrograma, juzgar } from '../test/fuzz/juzgar.js'
import type { Resultado } from '../test/fuzz/obrero.js'
import { correrEntero } from '../test/fuzz/programa-entero.js'
import { type Cuenta, correrSerie } from '../test/fuzz/serie.js'

const { values } = parseArgs({
  options: {
    casos: { type: 'string', default: '20000' },
    semilla: { type: 'string', default: '8' },
    caso: { type: 'string' },
    desde: { type: 'string', default: '1' },
    procesos: { type: 'string', default: '2' },
    enteros: { type: 'string', default: '50' },
    composiciones: { type: 'string', default: '1' },
    cobertura: { type: 'boolean', default: false },
    carpeta: { type: 'string', default: 'output/fuzz' },
  },
})

/** What a case may take: milliseconds and bytes. */
const LIMITE = 10_000
const MEMORIA = 1024 ** 3
const semilla = Number(values.semilla)

if (values.caso === undefined) await serie()
else await unCaso(Number(values.caso))

async function serie(): Promise<void> {
  const inicio = performance.now()
  const desde = Number(values.desde)
  const { niveles, total, fallos, masLento, masGrande, cubierto } = await correrSerie({
    semilla,
    numeros: Array.from({ length: Number(values.casos) }, (_, i) => desde + i),
    procesos: Number(values.procesos),
    cadaEntero: Number(values.enteros),
    cadaComposicion: Number(values.composiciones),
    limite: LIMITE,
    memoria: MEMORIA,
    cobertura: values.cobertura,
    alFallar: (resultado) => console.error(fallo(resultado)),
    alAvanzar: (hechos) => console.error(`${hechos} casos en ${segundos(performance.now() - inicio)}`),
  })
  console.log(`Semilla ${semilla}, ${total.casos} casos en ${segundos(performance.now() - inicio)}`)
  console.log(columnas('', ['casos', 'paquete', 'hojas', 'informe', 'caídas', 'enteros', 'con informe']))
  for (const [nivel, cuenta] of [...niveles, ['todos', total] as const]) console.log(columnas(nivel, enOrden(cuenta)))
  console.log(
    `Llegaron a las hojas ${porciento(total.hojas + total.informe, total.casos)}; dieron informe ${porciento(total.informe, total.casos)}`,
  )
  console.log(
    `Caso más lento: ${masLento.numero}, ${segundos(masLento.ms)}. Mayor memoria: caso ${masGrande.numero}, ${megas(masGrande.memoria)}`,
  )
  if (cubierto !== null) {
    for (const linea of cubierto.sinCorrer) console.log(`sin correr ${linea}`)
    console.log(
      `Del lector (dist/workbook): ${porciento(cubierto.corridas, cubierto.lineas)} de ${cubierto.lineas} renglones, ${porciento(cubierto.llamadas, cubierto.funciones)} de ${cubierto.funciones} funciones`,
    )
  }
  console.log(fallos.length === 0 ? 'Ningún fallo.' : `${fallos.length} fallos: ${fallos.map(({ numero }) => numero).join(', ')}`)
  if (fallos.length > 0) {
    const losLibros = await bases()
    for (const { numero } of fallos) guardar(numero, casoDe(semilla, numero, losLibros).bytes)
    process.exitCode = 1
  }
}

/** A case again, in this process: what it is, what is wrong with it, and which of its mutations are enough for that. */
async function unCaso(numero: number): Promise<void> {
  const [losLibros, programa] = [await bases(), await cargarPrograma()]
  const quejasCon = (cuales: readonly number[] | null): readonly string[] => {
    const { bytes, mismasCifras, base } = casoDe(semilla, numero, losLibros, cuales)
    try {
      const juicio = juzgar(bytes, programa)
      const otras = mismasCifras && juicio.datos !== juzgar(base.bytes, programa).datos ? ['otras cifras'] : []
      return [...juicio.quejas, ...otras, ...correrEntero(bytes, juicio, true, LIMITE).quejas]
    } catch (error) {
      return [String(error instanceof Error ? error.stack : error)]
    }
  }
  const caso = casoDe(semilla, numero, losLibros)
  console.log(`Caso ${numero}: ${caso.nivel}, de «${caso.base.nombre}»: ${caso.mutaciones.join('; ')}`)
  guardar(numero, caso.bytes)
  const quejas = quejasCon(null)
  for (const queja of quejas) console.log(queja)
  if (quejas.length === 0) return console.log('Sin fallo.')
  let cuales = caso.mutaciones.map((_, lugar) => lugar)
  for (const lugar of [...cuales]) {
    const sin = cuales.filter((uno) => uno !== lugar)
    if (quejasCon(sin).length > 0) cuales = sin
  }
  const reducido = casoDe(semilla, numero, losLibros, cuales)
  console.log(`Bastan: ${reducido.mutaciones.join('; ')}`)
  guardar(`${numero}-reducido`, reducido.bytes)
}

function guardar(nombre: number | string, bytes: Uint8Array): void {
  mkdirSync(values.carpeta, { recursive: true })
  const ruta = join(values.carpeta, `semilla-${semilla}-caso-${nombre}.xlsx`)
  writeFileSync(ruta, bytes)
  console.log(`Guardado en ${ruta}`)
}

function fallo({ numero, nivel, base, mutaciones, quejas }: Resultado): string {
  return `Caso ${numero} (${nivel}, de «${base}»: ${mutaciones.join('; ')})\n  ${quejas.slice(0, 3).join('\n  ')}`
}

function enOrden({ casos, paquete, hojas, informe, caidas, enteros, enterosConInforme }: Cuenta): readonly string[] {
  return [casos, paquete, hojas, informe, caidas, enteros, enterosConInforme].map(String)
}

function columnas(nombre: string, valores: readonly string[]): string {
  return `${nombre.padEnd(10)}${valores.map((valor) => valor.padStart(12)).join('')}`
}

function porciento(parte: number, total: number): string {
  return `${((100 * parte) / total).toFixed(1).replace('.', ',')} %`
}

function segundos(ms: number): string {
  return `${(ms / 1000).toFixed(1).replace('.', ',')} s`
}

function megas(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`
}
