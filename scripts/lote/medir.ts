/** A command as it runs: how long, how much of the processors, and how much memory it and all that it starts hold (Linux). */
import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const CADA_MS = 250
const POR_SEGUNDO = 100
/** The code of a command that a signal ended, as a shell tells it of `kill -9`. */
const MUERTO = 137

/** A look at the processes of a command. */
interface Muestra {
  readonly ms: number
  readonly mb: number
  /** Whatever whoever measures counts meanwhile. */
  readonly cuenta: number
}

export interface Medida {
  readonly codigo: number
  readonly segundos: number
  readonly cpu: number
  readonly muestras: readonly Muestra[]
}

/** Runs commands at once and measures them together. `contar` is asked at each look; `mirar` is handed the processes, and may end one. */
export async function medir(
  ordenes: readonly (readonly string[])[],
  contar: () => number,
  mirar: (cuenta: number, procesos: readonly ChildProcess[]) => void = () => undefined,
): Promise<Medida> {
  const inicio = performance.now()
  const procesos = ordenes.map((orden) => spawn(process.execPath, orden, { stdio: ['ignore', 'ignore', 'ignore'] }))
  const muestras: Muestra[] = []
  const gastado = new Map<number, number>()
  const reloj = setInterval(() => {
    const arbol = descendientes(procesos.flatMap(({ pid }) => pid ?? []))
    for (const { pid, cpu } of arbol) gastado.set(pid, cpu)
    const cuenta = contar()
    muestras.push({ ms: performance.now() - inicio, mb: arbol.reduce((suma, { mb }) => suma + mb, 0), cuenta })
    mirar(cuenta, procesos)
  }, CADA_MS)
  const codigos = await Promise.all(
    procesos.map((proceso) => new Promise<number>((resolve) => proceso.on('close', (codigo) => resolve(codigo ?? MUERTO)))),
  )
  clearInterval(reloj)
  return {
    codigo: codigos.find((codigo) => codigo !== 0) ?? 0,
    segundos: (performance.now() - inicio) / 1000,
    cpu: [...gastado.values()].reduce((suma, uno) => suma + uno, 0),
    muestras,
  }
}

/** Most that was held while the count was within these. */
export function pico({ muestras }: Medida, desde = 0, hasta = Number.POSITIVE_INFINITY): number {
  return Math.round(Math.max(0, ...muestras.filter(({ cuenta }) => cuenta >= desde && cuenta <= hasta).map(({ mb }) => mb)))
}

interface Proceso {
  readonly pid: number
  readonly padre: number
  readonly cpu: number
  readonly mb: number
}

function descendientes(raices: readonly number[]): readonly Proceso[] {
  const todos = readdirSync('/proc')
    .filter((nombre) => /^\d+$/u.test(nombre))
    .flatMap((nombre) => procesoDe(Number(nombre)) ?? [])
  const suyos = new Set(raices)
  for (let antes = 0; antes !== suyos.size; ) {
    antes = suyos.size
    for (const { pid, padre } of todos) if (suyos.has(padre)) suyos.add(pid)
  }
  return todos.filter(({ pid }) => suyos.has(pid))
}

/** A process as it is now; null where it has ended since. */
export function procesoDe(pid: number): Proceso | null {
  try {
    // The name of the program, in brackets, may hold spaces: what follows it begins with the third field.
    const campos = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
    const mb = Number(/^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
    return { pid, padre: Number(campos[1]), cpu: (Number(campos[11]) + Number(campos[12])) / POR_SEGUNDO, mb }
  } catch {
    return null
  }
}
