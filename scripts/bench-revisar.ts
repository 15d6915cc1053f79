// How soon the review page shows a figure that was corrected, and what the program holds in memory after many workbooks. Usage:
//   npm run bench:revisar -- [veces] [seguidos]      (10 saves and 200 workbooks one after the other unless told)
// The page is open in the machine's Chromium, on the sector of the figure. Times begin when the workbook is whole on the disk.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { chromium, type Page } from 'playwright-core'
import { herramienta } from './herramientas.mjs'

const LIBRO = 'inputs/ppasp-2023.xlsx'
/** What was achieved of a product of one sector: a cell that no other one depends on. */
const CELDA = { hoja: 'Avances', direccion: 'E4', codigo: '2.1.2', sector: 'Ambiente' }
const A_LA_VEZ = 20
/** Workbooks that the page keeps at hand, besides the first. */
const QUE_GUARDA = 6
/** Milliseconds after which a thread that has no work has ended. */
const REPOSO = 30_000

const [veces = 10, seguidos = 200] = process.argv.slice(2).map(Number)
const carpeta = mkdtempSync(join(tmpdir(), 'informe-bench-'))
const libro = join(carpeta, 'libro.xlsx')
writeFileSync(libro, readFileSync(LIBRO))

const proceso = spawn(process.execPath, ['dist/cli/informe.js', 'revisar', libro], { stdio: ['ignore', 'pipe', 'inherit'] })
const direccion = await new Promise<string>((resolve) => {
  let dicho = ''
  proceso.stdout.on('data', (parte: Buffer) => {
    dicho += parte.toString()
    const suya = /http:\S+/u.exec(dicho)?.[0]
    if (suya !== undefined) resolve(suya)
  })
})

try {
  const { cifras, paginas } = await guardados()
  linea(`Al guardar una cifra, en ${veces} veces`, '')
  linea('  hasta ver las cifras', resumen(cifras, 's'))
  linea('  hasta ver el capítulo', resumen(paginas, 's'))
  const antes = megabytes()
  // As many as it keeps: from then on each takes the place of another.
  for (let i = 0; i < QUE_GUARDA; i++) await traer(i)
  const lleno = megabytes()
  await Promise.all(Array.from({ length: A_LA_VEZ }, (_, i) => traer(i)))
  const trasVarios = megabytes()
  for (let i = 0; i < seguidos; i++) await traer(i)
  const trasSeguidos = megabytes()
  await new Promise((resolve) => setTimeout(resolve, REPOSO))
  linea('Memoria residente', '')
  linea('  con un libro', `${antes} MB`)
  for (const [cuando, mb] of [
    [`con ${QUE_GUARDA} más, los que guarda`, lleno],
    [`tras ${A_LA_VEZ} a la vez`, trasVarios],
    [`tras ${seguidos} seguidos`, trasSeguidos],
    [`${REPOSO / 1000} s después`, megabytes()],
  ] as const)
    linea(`  ${cuando}`, `${mb} MB (${Math.round((100 * mb) / lleno - 100)} % frente a los que guarda)`)
} finally {
  proceso.kill('SIGINT')
  rmSync(carpeta, { recursive: true })
}

/** Seconds from each save to the figures and to the chapter on screen. */
async function guardados(): Promise<{ readonly cifras: readonly number[]; readonly paginas: readonly number[] }> {
  const executablePath = herramienta('chromium')
  if (executablePath === null) throw new Error('Falta chromium.')
  const navegador = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
  const pagina = await navegador.newPage()
  await pagina.goto(`${direccion}?sector=${encodeURIComponent(CELDA.sector)}`)
  const tiempos: { cifras: number; paginas: number }[] = []
  for (let i = 0; i < veces; i++) {
    const valor = 4 + i
    const bytes = await conValor(valor)
    writeFileSync(libro, bytes)
    const inicio = performance.now()
    await dice(pagina, '#cambios', `<ins>${valor}</ins>`)
    const cifras = performance.now() - inicio
    await dice(pagina, '#capitulo .cambiado', `>${valor}[^\\d.,]`)
    tiempos.push({ cifras: cifras / 1000, paginas: (performance.now() - inicio) / 1000 })
  }
  await navegador.close()
  return { cifras: tiempos.map((t) => t.cifras), paginas: tiempos.map((t) => t.paginas) }
}

/** Waits until a part of the page has HTML of this form, and its pictures, if any, are there. */
async function dice(pagina: Page, parte: string, html: string): Promise<void> {
  const visto = `[...document.querySelectorAll(${JSON.stringify(parte)})].some((p) => new RegExp(${JSON.stringify(html)}).test(p.innerHTML)) && [...document.querySelectorAll('#capitulo img')].every((i) => i.complete)`
  while (!(await pagina.evaluate(visto))) await new Promise((resolve) => setTimeout(resolve, 10))
}

async function conValor(valor: number): Promise<Uint8Array> {
  const suyo = new ExcelJS.Workbook()
  await suyo.xlsx.readFile(LIBRO)
  const hoja = suyo.getWorksheet(CELDA.hoja)
  if (hoja === undefined) throw new Error(`El libro no tiene la hoja ${CELDA.hoja}.`)
  hoja.getCell(CELDA.direccion).value = valor
  return new Uint8Array(await suyo.xlsx.writeBuffer())
}

/** Sends the workbook as if somebody had dropped it; each with other bytes, so that none is known. */
async function traer(i: number): Promise<void> {
  const cuerpo = new FormData()
  cuerpo.append('libro', new Blob([new Uint8Array(readFileSync(libro)), new Uint8Array([i % 256])]), `libro-${i}.xlsx`)
  const respuesta = await fetch(new URL('traer', direccion), {
    method: 'POST',
    body: cuerpo,
    headers: { origin: new URL(direccion).origin },
  })
  if (respuesta.status !== 200) throw new Error(`Al traer el libro ${i}: ${respuesta.status}`)
  await respuesta.arrayBuffer()
}

/** What the process holds, all its threads too. */
function megabytes(): number {
  const estado = readFileSync(`/proc/${proceso.pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(estado)?.[1]) / 1024)
}

function resumen(valores: readonly number[], unidad: string): string {
  const orden = valores.toSorted((a, b) => a - b)
  const [menor = 0, medio = 0, mayor = 0] = [orden[0], orden[Math.floor(orden.length / 2)], orden.at(-1)]
  const dicho = (n: number) => n.toFixed(2).replace('.', ',')
  return `${dicho(medio)} ${unidad} (de ${dicho(menor)} a ${dicho(mayor)})`
}

function linea(nombre: string, valor: string): void {
  console.log(valor === '' ? nombre : `${nombre.padEnd(34)} ${valor}`)
}
