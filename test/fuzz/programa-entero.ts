/** The whole program on a workbook, in a process and a folder of its own, as whoever runs the command. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Juicio } from './juzgar.js'

export interface Corrida {
  readonly codigo: number | null
  /** Greatest memory that the process held, in bytes; 0 where it did not say. */
  readonly memoria: number
  readonly quejas: readonly string[]
}

const RAIZ = new URL('../..', import.meta.url).pathname

/**
 * Makes the report of a workbook with all its outputs, and compares what came of it with what its reading said: the exit code, what
 * there is on the disk, and the figures. `limite`: milliseconds of work; the process is ended after six times as many.
 */
export function correrEntero(bytes: Uint8Array, juicio: Juicio, conSalida: boolean, limite: number): Corrida {
  const arriba = mkdtempSync(join(tmpdir(), 'informe-fuzz-'))
  // Two folders down, so that what leaves its own folder is still seen.
  const carpeta = join(arriba, 'una', 'carpeta')
  for (const nombre of ['', 'casa', 'temporal']) mkdirSync(join(carpeta, nombre), { recursive: true })
  writeFileSync(join(carpeta, 'caso.xlsx'), bytes)
  const antes = new Set(enCarpeta(arriba))
  try {
    const { status, stderr } = spawnSync(
      process.execPath,
      [
        ...[`--import=${join(RAIZ, 'scripts/pico-de-memoria.mjs')}`, join(RAIZ, 'dist/cli/informe.js'), 'generar', 'caso.xlsx'],
        ...[...(conSalida ? ['--salida', 'salida'] : []), '--silencioso', '--depurar'],
      ],
      {
        cwd: carpeta,
        encoding: 'utf8',
        // Of the clock, on a machine that may do other things.
        timeout: 6 * limite,
        killSignal: 'SIGKILL',
        maxBuffer: 256 * 1024 * 1024,
        env: {
          ...process.env,
          HOME: join(carpeta, 'casa'),
          TMPDIR: join(carpeta, 'temporal'),
          INFORME_PICO: join(arriba, 'pico'),
        },
      },
    )
    const nuevos = enCarpeta(arriba).filter((ruta) => !antes.has(ruta) && ruta !== 'pico')
    const quejas = [
      ...(status === (juicio.fin === 'informe' ? 0 : 3)
        ? []
        : [`terminó con ${status}, y su lectura dijo «${juicio.fin}»: ${stderr.slice(-1500)}`]),
      ...(status === 3 && stderr.trim() === '' ? ['un error sin mensaje'] : []),
      ...nuevos
        .filter((ruta) => status !== 0 || !/^una\/carpeta\/(?:salida|output)\//u.test(ruta))
        .map((ruta) => `un archivo de más: ${ruta}`),
      ...(Buffer.compare(readFileSync(join(carpeta, 'caso.xlsx')), bytes) === 0 ? [] : ['cambió el libro']),
      ...(status === 0 ? deLosDocumentos(arriba, nuevos, juicio) : []),
    ]
    return { codigo: status, memoria: memoriaDicha(join(arriba, 'pico')), quejas }
  } finally {
    rmSync(arriba, { recursive: true, force: true })
  }
}

function enCarpeta(carpeta: string): readonly string[] {
  return readdirSync(carpeta, { recursive: true, withFileTypes: true })
    .filter((cosa) => !cosa.isDirectory())
    .map((cosa) => join(cosa.parentPath, cosa.name).slice(carpeta.length + 1))
}

function memoriaDicha(archivo: string): number {
  try {
    return Number(readFileSync(archivo, 'utf8')) * 1024
  } catch {
    return 0
  }
}

function deLosDocumentos(arriba: string, rutas: readonly string[], juicio: Juicio): readonly string[] {
  const leer = (final: RegExp) => {
    const ruta = rutas.find((una) => final.test(una))
    return ruta === undefined ? null : readFileSync(join(arriba, ruta))
  }
  const [docx, pdf, datos] = [leer(/informe-[^/]*\.docx$/u), leer(/informe-[^/]*\.pdf$/u), leer(/\/datos\.json$/u)]
  return [
    ...(docx !== null && unzipSync(docx)['word/document.xml'] !== undefined ? [] : ['sin Word, o uno que no abre']),
    ...(pdf !== null && pdf.subarray(0, 4).toString() === '%PDF' && pdf.subarray(-8).toString().trimEnd().endsWith('%%EOF')
      ? []
      : ['sin PDF, o uno a medias']),
    ...(datos?.toString() === juicio.datos ? [] : ['el datos.json que se escribió no es el que se calculó']),
  ]
}
