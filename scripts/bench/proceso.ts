/** A command in a new process, and what it took. */
import { type ExecFileException, execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Tramo } from './estadistica.js'

export interface Orden {
  readonly programa: string
  readonly args: readonly string[]
  readonly carpeta?: string
  readonly entorno?: Readonly<Record<string, string>>
}

/** A stage, as the program tells it (INFORME_TIEMPOS=1). */
export interface Etapa extends Tramo {
  readonly nombre: string
}

export interface Gasto {
  /** Milliseconds by the clock. */
  readonly ms: number
  /** Milliseconds of processor, user's and system's, of the process and all its children; null where the system does not tell. */
  readonly cpu: number | null
  /** Megabytes at the peak; null for what is not Node. */
  readonly megas: number | null
  readonly etapas: readonly Etapa[]
}

const correr = promisify(execFile)

const PICO = `--import=${new URL('../pico-de-memoria.mjs', import.meta.url).href}`

/** Runs a command to its end. Two at once would count the processor of both. @throws Error where it does not end well */
export async function medir({ programa, args, carpeta, entorno = {} }: Orden): Promise<Gasto> {
  const temporal = mkdtempSync(join(tmpdir(), 'informe-bench-'))
  try {
    const pico = join(temporal, 'pico')
    const cpu = cpuDeHijos()
    const inicio = performance.now()
    const { stderr } = await correr(programa, args, {
      maxBuffer: 256 * 1024 * 1024,
      env: {
        ...process.env,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${PICO}`,
        INFORME_PICO: pico,
        INFORME_TIEMPOS: '1',
        ...entorno,
      },
      ...(carpeta !== undefined && { cwd: carpeta }),
    }).catch(({ code, message, stderr: dicho = '' }: ExecFileException) => {
      throw new Error(
        `«${[programa, ...args].join(' ')}» no terminó bien (código ${code}).\n${dicho === '' ? message : dicho.slice(-2000)}`,
      )
    })
    const ms = performance.now() - inicio
    return { ms, cpu: cpu === null ? null : (cpuDeHijos() ?? cpu) - cpu, megas: megasEn(pico), etapas: etapasEn(stderr) }
  } finally {
    rmSync(temporal, { recursive: true })
  }
}

/** Several commands one after the other, as one: the peak is that of the largest. */
export async function medirSeguidas(ordenes: readonly Orden[]): Promise<Gasto> {
  const gastos: Gasto[] = []
  for (const orden of ordenes) gastos.push(await medir(orden))
  const suma = (numeros: readonly number[]) => numeros.reduce((a, b) => a + b, 0)
  const todos = (cual: 'cpu' | 'megas') => {
    const suyos = gastos.map((gasto) => gasto[cual]).filter((numero) => numero !== null)
    return suyos.length < gastos.length ? null : suyos
  }
  const [cpu, megas] = [todos('cpu'), todos('megas')]
  return { ms: suma(gastos.map(({ ms }) => ms)), cpu: cpu && suma(cpu), megas: megas && Math.max(...megas), etapas: [] }
}

/** Milliseconds that a tick of /proc is, on every Linux. */
const TIC = 10

/** What this process's children have used so far, those that ended. Node has no call for it. */
function cpuDeHijos(): number | null {
  if (process.platform !== 'linux') return null
  // The name of the program, in parentheses, may have spaces; cutime and cstime are the 16th and 17th fields.
  const campos = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /su, '')
    .split(' ')
  return (Number(campos[13]) + Number(campos[14])) * TIC
}

function megasEn(pico: string): number | null {
  try {
    return Number(readFileSync(pico, 'utf8')) / 1024
  } catch {
    return null
  }
}

/** The stages of the last edition that was made. */
function etapasEn(stderr: string): readonly Etapa[] {
  const linea = stderr.split('\n').findLast((texto) => texto.startsWith('{"etapas":'))
  return linea === undefined ? [] : (JSON.parse(linea) as { readonly etapas: readonly Etapa[] }).etapas
}
