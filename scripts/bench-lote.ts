// What `lote` gives: its rate with one worker and with several, its memory, what it costs a report, and that nothing is lost, done twice or
// otherwise than alone when it is killed. Usage:
//   npm run bench:lote -- [libro.xlsx] [--libros 200] [--obreros 2] [--json]
//   Without a workbook: the one that package.json names. Prints the table of docs/escala.md. Linux only, for the memory of a process.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import ExcelJS from 'exceljs'
import { type Medida, medir, pico } from './lote/medir.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    libros: { type: 'string', default: '200' },
    obreros: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  },
})
const [cuantos, obreros] = [Number(values.libros), Number(values.obreros)]
const libro = positionals[0] ?? (JSON.parse(readFileSync('package.json', 'utf8')) as { informe: { libro: string } }).informe.libro
const PROGRAMA = 'dist/cli/informe.js'
/** A cell that every workbook of the method has, so that each one of the batch has a figure of its own. */
const CELDA = { hoja: 'Avances', direccion: 'E4' }
/** From this one on memory must not grow. */
const CALIENTE = 20
/** Reports that are made alone too, to be held against those of the batch. */
const SOLOS = 5

const carpeta = mkdtempSync(join(tmpdir(), 'bench-lote-'))
const entrada = join(carpeta, 'libros')
try {
  await hacerLibros()
  const uno = await corrida('uno', [['--obreros', '1']])
  const varios = await corrida('varios', [['--obreros', String(obreros)]])
  const partes = await corrida(
    'partes',
    Array.from({ length: obreros }, (_, i) => ['--obreros', '1', '--parte', `${i + 1}/${obreros}`]),
  )
  const cortado = await conCorte('cortado')
  const resultado = {
    ...{ node: process.version, procesador: cpus()[0]?.model ?? '', procesadores: availableParallelism(), libros: cuantos, obreros },
    corridas: { 'un obrero': medidas(uno), [`${obreros} obreros`]: medidas(varios), [`${obreros} procesos de un obrero`]: medidas(partes) },
    razon: redondo(uno.segundos / varios.segundos),
    'razon de procesos': redondo(uno.segundos / partes.segundos),
    cortado,
    iguales: {
      'entre corridas': ['varios', 'partes', 'cortado'].every((otra) => huellaDe(join(carpeta, otra)) === huellaDe(join(carpeta, 'uno'))),
      'que solos': await comoSolos(),
    },
  }
  console.log(values.json ? JSON.stringify(resultado) : tabla(resultado))
} finally {
  rmSync(carpeta, { recursive: true, force: true })
}

async function hacerLibros(): Promise<void> {
  mkdirSync(entrada)
  const suyo = new ExcelJS.Workbook()
  await suyo.xlsx.readFile(libro)
  const celda = suyo.getWorksheet(CELDA.hoja)?.getCell(CELDA.direccion)
  if (celda === undefined) throw new Error(`El libro no tiene la hoja ${CELDA.hoja}.`)
  for (let i = 1; i <= cuantos; i++) {
    celda.value = i
    writeFileSync(join(entrada, `libro-${String(i).padStart(4, '0')}.xlsx`), new Uint8Array(await suyo.xlsx.writeBuffer()))
  }
}

function orden(salida: string, opciones: readonly string[]): readonly string[] {
  return [PROGRAMA, 'lote', entrada, '--salida', join(carpeta, salida), '--silencioso', ...opciones]
}

async function corrida(salida: string, deCada: readonly (readonly string[])[]): Promise<Medida> {
  const medida = await medir(
    deCada.map((opciones) => orden(salida, opciones)),
    () => apuntados(salida).length,
  )
  if (medida.codigo !== 0) throw new Error(`El lote «${salida}» terminó con código ${medida.codigo}.`)
  return medida
}

/** Kills the batch at about its half, goes on with it, and counts. */
async function conCorte(salida: string) {
  const muerta = await medir(
    [orden(salida, ['--obreros', String(obreros)])],
    () => apuntados(salida).length,
    (van, [proceso]) => {
      if (van >= cuantos / 2) proceso?.kill('SIGKILL')
    },
  )
  const antes = apuntados(salida).length
  const siguiente = await corrida(salida, [['--obreros', String(obreros), '--continuar']])
  const veces = apuntados(salida)
  const { totales } = JSON.parse(readFileSync(join(carpeta, salida, 'lote.json'), 'utf8')) as { totales: { hechos: number; ahora: number } }
  return {
    ...{ 'muerto con': muerta.codigo, 'apuntados antes': antes, 'hechos después': totales.ahora, segundos: redondo(siguiente.segundos) },
    perdidos: cuantos - totales.hechos,
    'hechos dos veces': veces.length - new Set(veces).size,
  }
}

/** The folders of the workbooks that the logs of a batch say are done, in order. */
function apuntados(salida: string): readonly string[] {
  let nombres: readonly string[]
  try {
    nombres = readdirSync(join(carpeta, salida)).filter((nombre) => nombre.endsWith('.jsonl'))
  } catch {
    return []
  }
  const lineas = nombres.flatMap((nombre) => readFileSync(join(carpeta, salida, nombre), 'utf8').split('\n'))
  return lineas.flatMap((linea) => /"que":"libro".*"salida":"([^"]+)"/u.exec(linea)?.[1] ?? [])
}

async function comoSolos(): Promise<boolean> {
  for (let i = 1; i <= Math.min(SOLOS, cuantos); i++) {
    const nombre = `libro-${String(Math.ceil((i * cuantos) / SOLOS)).padStart(4, '0')}`
    const solo = join(carpeta, 'solos', nombre)
    await medir([[PROGRAMA, 'generar', join(entrada, `${nombre}.xlsx`), '--salida', solo, '--silencioso']], () => 0)
    if (huellaDe(solo) !== huellaDe(join(carpeta, 'uno', nombre))) return false
  }
  return true
}

/** One hash of the files of all the folders, without those of the batch itself. */
function huellaDe(de: string): string {
  const huella = createHash('sha256')
  const archivos = readdirSync(de, { recursive: true, withFileTypes: true }).filter((e) => e.isFile() && !/^\.?lote/u.test(e.name))
  for (const ruta of archivos.map((e) => join(e.parentPath, e.name)).toSorted())
    huella.update(relative(de, ruta)).update(createHash('sha256').update(readFileSync(ruta)).digest())
  return huella.digest('hex')
}

function medidas(medida: Medida) {
  return {
    segundos: redondo(medida.segundos),
    'por minuto': redondo((cuantos * 60) / medida.segundos),
    'segundos de procesador por informe': redondo(medida.cpu / cuantos),
    'MB, lo más': pico(medida),
    [`MB hasta el ${2 * CALIENTE}.º`]: pico(medida, CALIENTE, 2 * CALIENTE),
    [`MB en los ${CALIENTE} últimos`]: pico(medida, cuantos - CALIENTE),
  }
}

function redondo(numero: number): number {
  return Math.round(numero * 100) / 100
}

interface Tabla {
  readonly node: string
  readonly procesador: string
  readonly procesadores: number
  readonly corridas: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly razon: number
  readonly 'razon de procesos': number
  readonly cortado: Readonly<Record<string, number>>
  readonly iguales: Readonly<Record<string, boolean>>
}

function tabla({ node, procesador, procesadores, corridas, razon, cortado, iguales, ...demas }: Tabla): string {
  const numero = (n: number) => n.toLocaleString('es-CO')
  const nombres = Object.keys(corridas)
  const filas = Object.keys(Object.values(corridas)[0] ?? {}).map((que) => [
    que,
    ...nombres.map((cual) => numero(corridas[cual]?.[que] ?? 0)),
  ])
  return [
    `${cuantos} libros (${libro}); Node ${node}, ${procesadores} procesadores, ${procesador}\n`,
    ...[['', ...nombres], ['---', ...nombres.map(() => '---:')], ...filas].map((celdas) => `| ${celdas.join(' | ')} |`),
    `\n${obreros} obreros: ${numero(razon)} veces uno; en procesos aparte, ${numero(demas['razon de procesos'])} veces.`,
    `Muerto a la mitad: ${Object.entries(cortado)
      .map(([que, n]) => `${que}, ${n}`)
      .join('; ')}.`,
    `Mismos bytes: ${Object.entries(iguales)
      .map(([que, son]) => `${que}, ${son ? 'sí' : 'NO'}`)
      .join('; ')}.`,
  ].join('\n')
}
