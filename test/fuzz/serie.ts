/** Runs a series of cases in a few processes, and counts what came of them. */
import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { NIVELES, type Nivel } from './casos.js'
import type { Fin } from './juzgar.js'
import type { Cobertura, Pedido, Resultado } from './obrero.js'
import { procesadorDe, residente } from './proceso.js'

export interface Opciones {
  readonly semilla: number
  /** Numbers of the cases. */
  readonly numeros: readonly number[]
  readonly procesos: number
  /** One in so many is the whole program. */
  readonly cadaEntero: number
  /** Of the reports that are not of the whole program, one in so many is composed. */
  readonly cadaComposicion: number
  /** Milliseconds of the processor after which a case is taken for hung, and ended; or six times as many of the clock. */
  readonly limite: number
  /** Bytes that its process may hold. */
  readonly memoria: number
  readonly cobertura: boolean
  /** Told of each case that is not as it should be, as soon as it is known. */
  readonly alFallar?: (resultado: Resultado) => void
  readonly alAvanzar?: (hechos: number) => void
}

/** How many came to what, of one level. */
export type Cuenta = Readonly<Record<Fin | 'casos' | 'caidas' | 'enteros' | 'enterosConInforme', number>>

export interface Serie {
  readonly niveles: ReadonlyMap<Nivel, Cuenta>
  readonly total: Cuenta
  readonly fallos: readonly Resultado[]
  readonly masLento: Resultado
  readonly masGrande: Resultado
  /** Of the reader; null where it was not asked for. */
  readonly cubierto: Cubierto | null
}

const OBRERO = new URL('obrero.ts', import.meta.url).pathname
const CADA = 200

/** Runs a series. A case whose process ends, hangs or holds too much is a failure of its own; another process takes the rest. */
export async function correrSerie(opciones: Opciones): Promise<Serie> {
  const pendientes = [...opciones.numeros]
  const resultados: Resultado[] = []
  const coberturas: Cobertura[] = []
  const anotar = (resultado: Resultado) => {
    resultados.push(resultado)
    if (resultado.quejas.length > 0) opciones.alFallar?.(resultado)
    if (resultados.length % CADA === 0) opciones.alAvanzar?.(resultados.length)
  }
  await Promise.all(
    Array.from({ length: opciones.procesos }, async () => {
      while (pendientes.length > 0) await conUnObrero(opciones, pendientes, anotar, coberturas)
    }),
  )
  return contar(resultados, opciones.cobertura ? lineasCubiertas(coberturas) : null)
}

/** One process, for as long as it lives or there are cases. */
async function conUnObrero(
  opciones: Opciones,
  pendientes: number[],
  anotar: (r: Resultado) => void,
  coberturas: Cobertura[],
): Promise<void> {
  const heap = Math.round(opciones.memoria / 1024 / 1024)
  const obrero = fork(OBRERO, opciones.cobertura ? ['--cobertura'] : [], {
    execArgv: ['--import', 'tsx', `--max-old-space-size=${heap}`],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // A group of its own, so that the program that it runs ends with it.
    detached: true,
  })
  const salir = () => terminar(obrero)
  process.once('exit', salir)
  try {
    const inicio = await respuesta(obrero, 120_000, Number.POSITIVE_INFINITY)
    if (typeof inicio === 'string') throw new Error(`No se pudo empezar: ${inicio}.`)
    for (let numero = pendientes.shift(); numero !== undefined; numero = pendientes.shift()) {
      const entero = opciones.cadaEntero > 0 && numero % opciones.cadaEntero === 0
      obrero.send({
        semilla: opciones.semilla,
        numero,
        cuales: null,
        entero,
        componer: opciones.cadaComposicion > 0 && numero % opciones.cadaComposicion === 0,
        limite: opciones.limite,
      } satisfies Pedido)
      const dicho = await respuesta(obrero, entero ? 2 * opciones.limite : opciones.limite, opciones.memoria)
      if (typeof dicho === 'string') {
        anotar({ numero, nivel: 'bytes', base: '', mutaciones: [], fin: 'caida', ms: opciones.limite, memoria: 0, quejas: [dicho] })
        return
      }
      anotar(dicho as Resultado)
    }
    if (opciones.cobertura) {
      obrero.send('cobertura')
      const dicho = await respuesta(obrero, 60_000, Number.POSITIVE_INFINITY)
      if (typeof dicho !== 'string') coberturas.push((dicho as { cobertura: Cobertura }).cobertura)
    }
  } finally {
    process.off('exit', salir)
    terminar(obrero)
  }
}

function terminar({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

const MIRADA = 250
/** A process may have to wait for others so many times as long as it works. */
const ESPERA = 6

/** What a process answers; or, in words, why it never will. */
function respuesta(obrero: ChildProcess, limite: number, memoria: number): Promise<unknown> {
  return new Promise((resolve) => {
    const [inicio, trabajo] = [performance.now(), procesadorDe(obrero.pid)]
    const listo = (dicho: unknown) => {
      clearInterval(vigia)
      obrero.off('message', listo)
      obrero.off('exit', caido)
      resolve(dicho === 'listo' ? {} : dicho)
    }
    const caido = (codigo: number | null, senal: string | null) => listo(`el proceso terminó solo: ${codigo ?? senal}`)
    const vigia = setInterval(() => {
      if (performance.now() - inicio > ESPERA * limite || procesadorDe(obrero.pid) - trabajo > limite) listo(`no terminó en ${limite} ms`)
      else if (residente(obrero.pid) > memoria) listo(`pasó de ${memoria} bytes de memoria`)
    }, MIRADA)
    obrero.on('message', listo)
    obrero.on('exit', caido)
  })
}

function contar(resultados: readonly Resultado[], cubierto: Cubierto | null): Serie {
  const cuenta = (suyos: readonly Resultado[]): Cuenta => {
    const con = (sirve: (r: Resultado) => boolean) => suyos.filter(sirve).length
    return {
      casos: suyos.length,
      paquete: con(({ fin }) => fin === 'paquete'),
      hojas: con(({ fin }) => fin === 'hojas'),
      informe: con(({ fin }) => fin === 'informe'),
      caidas: con(({ fin }) => fin === 'caida'),
      enteros: con(({ codigo }) => codigo !== undefined),
      enterosConInforme: con(({ codigo }) => codigo === 0),
    }
  }
  const mayor = (medida: (r: Resultado) => number) =>
    resultados.reduce((uno, otro) => (medida(otro) > medida(uno) ? otro : uno), resultados[0] as Resultado)
  return {
    niveles: new Map(NIVELES.map((nivel) => [nivel, cuenta(resultados.filter((r) => r.nivel === nivel))])),
    total: cuenta(resultados),
    fallos: resultados.filter(({ quejas }) => quejas.length > 0),
    masLento: mayor(({ ms }) => ms),
    masGrande: mayor(({ memoria }) => memoria),
    cubierto,
  }
}

/** Of the compiled files of the reader: lines of code and functions, those that ran, and the lines that never did. */
export interface Cubierto {
  readonly lineas: number
  readonly corridas: number
  readonly funciones: number
  readonly llamadas: number
  readonly sinCorrer: readonly string[]
}

function lineasCubiertas(coberturas: readonly Cobertura[]): Cubierto {
  const archivos = new Map<string, Cobertura[number][]>()
  for (const uno of coberturas.flat()) archivos.set(uno.url, [...(archivos.get(uno.url) ?? []), uno])
  const total = { lineas: 0, corridas: 0, funciones: 0, llamadas: 0, sinCorrer: [] as string[] }
  for (const [url, veces] of [...archivos].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const fuente = readFileSync(new URL(url), 'utf8')
    const corrio = new Uint8Array(fuente.length)
    const llamadas = new Map<string, boolean>()
    for (const { functions } of veces) {
      for (const [i, vez] of marcas(functions, fuente.length).entries()) corrio[i] = (corrio[i] ?? 0) | vez
      for (const { functionName, ranges } of functions) {
        const clave = `${functionName} ${ranges[0]?.startOffset}`
        llamadas.set(clave, llamadas.get(clave) === true || (ranges[0]?.count ?? 0) > 0)
      }
    }
    total.funciones += llamadas.size
    total.llamadas += [...llamadas.values()].filter(Boolean).length
    let lugar = 0
    for (const [i, linea] of fuente.split('\n').entries()) {
      const primera = linea.search(/\S/u)
      if (primera >= 0 && !/^\s*(?:\/\/|\/?\*|[\])};,]+$)/u.test(linea)) {
        total.lineas++
        if (corrio[lugar + primera] === 1) total.corridas++
        else total.sinCorrer.push(`${url.slice(url.indexOf('/dist/') + 1)}:${i + 1}: ${linea.trim()}`)
      }
      lugar += linea.length + 1
    }
  }
  return total
}

/** Which characters ran: V8 gives ranges, an inner one after that in which it is. */
function marcas(functions: Cobertura[number]['functions'], largo: number): Uint8Array {
  const corrio = new Uint8Array(largo)
  const rangos = functions.flatMap(({ ranges }) => ranges).sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset)
  for (const { startOffset, endOffset, count } of rangos) corrio.fill(count > 0 ? 1 : 0, startOffset, endOffset)
  return corrio
}
