/** A process that judges the cases that it is told, one at a time, so that one that hangs or eats the memory can be ended from outside. */
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { type Base, bases } from './bases.js'
import { casoDe, type Nivel } from './casos.js'
import { cargarPrograma, type Fin, juzgar, type Programa } from './juzgar.js'
import { picoDe, procesadorDe } from './proceso.js'
import { correrEntero } from './programa-entero.js'

/** What the series asks for. */
export interface Pedido {
  readonly semilla: number
  readonly numero: number
  /** Which of its mutations are done; all where null. */
  readonly cuales: readonly number[] | null
  /** Whether the whole program runs on it too. */
  readonly entero: boolean
  /** Whether its report is composed; one of the whole program is, always. */
  readonly componer: boolean
  readonly limite: number
}

/** What came of a case. */
export interface Resultado {
  readonly numero: number
  readonly nivel: Nivel
  readonly base: string
  readonly mutaciones: readonly string[]
  readonly fin: Fin | 'caida'
  /** Exit code of the whole program; undefined where it did not run. */
  readonly codigo?: number | null
  readonly ms: number
  /** Greatest memory while it was judged, in bytes. */
  readonly memoria: number
  readonly quejas: readonly string[]
}

/** What ran of each file of the reader, as V8 tells it. */
export type Cobertura = readonly { readonly url: string; readonly functions: readonly FuncionCubierta[] }[]
interface FuncionCubierta {
  readonly functionName: string
  readonly ranges: readonly { readonly startOffset: number; readonly endOffset: number; readonly count: number }[]
}

/** Cases between one that is judged twice, to see that the same comes of it. */
const DOS_VECES = 20

let sesion: Session | undefined
let programa: Programa
let losLibros: readonly Base[]
const cifrasDeBase = new Map<string, string | null>()

process.on('message', (pedido: Pedido | 'cobertura') => {
  if (pedido === 'cobertura') tomarCobertura()
  else process.send?.(atender(pedido))
})

if (process.send !== undefined) {
  if (process.argv.includes('--cobertura')) empezarCobertura()
  programa = await cargarPrograma()
  losLibros = await bases()
  // What is loaded at the first report is not the memory or the time of a case.
  for (const base of losLibros.slice(0, 1)) cifrasDe(base)
  process.send('listo')
}

function atender({ semilla, numero, cuales, entero, componer, limite }: Pedido): Resultado {
  const { nivel, base, mutaciones, mismasCifras, bytes } = casoDe(semilla, numero, losLibros, cuales)
  const comun = { numero, nivel, base: base.nombre, mutaciones }
  olvidarPico()
  const reloj = empezarReloj()
  try {
    const juicio = juzgar(bytes, programa, componer || entero)
    const [ms, memoria] = [reloj(), pico()]
    const quejas = [...juicio.quejas]
    const compuesto = componer || entero || juicio.fin !== 'informe'
    if (mismasCifras && compuesto && juicio.datos !== cifrasDe(base))
      quejas.push(`otras cifras (${juicio.fin}) donde nada debía cambiarlas`)
    if (numero % DOS_VECES === 0 && juzgar(bytes, programa, componer || entero).huella !== juicio.huella)
      quejas.push('otra cosa la segunda vez')
    if (!entero) return { ...comun, fin: juicio.fin, ms, memoria, quejas }
    const suyo = empezarReloj()
    const corrida = correrEntero(bytes, juicio, numero % 2 === 0, limite)
    return {
      ...comun,
      fin: juicio.fin,
      codigo: corrida.codigo,
      ms: Math.max(ms, suyo()),
      memoria: Math.max(memoria, corrida.memoria),
      quejas: [...quejas, ...corrida.quejas],
    }
  } catch (error) {
    const dicho = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { ...comun, fin: 'caida', ms: reloj(), memoria: pico(), quejas: [`se cayó: ${dicho.slice(0, 1500)}`] }
  }
}

/** The figures of a workbook as it was before. */
function cifrasDe({ nombre, bytes }: Base): string | null {
  const cifras = cifrasDeBase.get(nombre) ?? juzgar(bytes, programa).datos
  cifrasDeBase.set(nombre, cifras)
  return cifras
}

/**
 * Milliseconds from now on: those of the clock, or of the processor where they are fewer, so that a machine that does other things too
 * does not count. A process that waits for nobody takes as long as the processor works for it, or less where several threads share.
 */
function empezarReloj(): () => number {
  const [inicio, trabajo] = [performance.now(), procesador()]
  return () => Math.min(performance.now() - inicio, procesador() - trabajo)
}

/** Milliseconds that the processor worked for this process and those that it ran and that have ended. */
function procesador(): number {
  if (process.platform !== 'linux') return performance.now()
  return procesadorDe('self')
}

/** On Linux the peak of a process can be set back to what it holds now (proc(5), `clear_refs`). */
function olvidarPico(): void {
  if (process.platform === 'linux') writeFileSync('/proc/self/clear_refs', '5')
}

function pico(): number {
  return process.platform === 'linux' ? picoDe('self') : process.memoryUsage.rss()
}

function empezarCobertura(): void {
  sesion = new Session()
  sesion.connect()
  sesion.post('Profiler.enable')
  sesion.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
}

function tomarCobertura(): void {
  sesion?.post('Profiler.takePreciseCoverage', (_, tomada) => {
    const suya: Cobertura = (tomada?.result ?? []).filter(({ url }) => url.includes('/dist/workbook/'))
    process.send?.({ cobertura: suya })
  })
}
