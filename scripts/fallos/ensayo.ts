/** Runs of the program on a folder, cut off in every way, and what stands in the folder after the next command. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'

export const RAIZ = new URL('../..', import.meta.url).pathname
export const PROGRAMA = join(RAIZ, 'dist/cli/informe.js')
const CORTE = join(RAIZ, 'scripts/fallos/corte.mjs')
const PUBLICAR = join(RAIZ, 'scripts/fallos/publicar.mjs')
const RECUPERAR = join(RAIZ, 'scripts/fallos/recuperar.mjs')

/** Hash of each file under a folder, by its path with `/`. The date in the name of a former edition, which tells nothing, is `*`. */
export type Estado = ReadonlyMap<string, string>

export function estadoDe(carpeta: string): Estado {
  if (!existsSync(carpeta)) return new Map()
  const entradas = readdirSync(carpeta, { recursive: true, withFileTypes: true })
  const rutas = entradas.map((e) => [relative(carpeta, join(e.parentPath, e.name)), e.isFile()] as const)
  return new Map(
    rutas
      .map(([ruta, esArchivo]) => [sinFecha(ruta), esArchivo ? huella(readFileSync(join(carpeta, ruta))) : 'carpeta'] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

const sinFecha = (ruta: string) => ruta.replace(/anteriores\/\d{4}-\d{2}-\d{2}_\d{2}-\d{2}-\d{2}(?=\/|$)/u, 'anteriores/*')
const huella = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 16)

export const sonIguales = (uno: Estado, otro: Estado) => JSON.stringify([...uno]) === JSON.stringify([...otro])

/** How a process ended. */
export interface Fin {
  readonly codigo: number | null
  readonly senal: NodeJS.Signals | null
  readonly dicho: string
}

export interface ComoCorrer {
  readonly entorno?: Readonly<Record<string, string>>
  /** Milliseconds after which it is killed, counted from its start or, with `desde`, from when something stands at that path. */
  readonly matarA?: number
  readonly desde?: string
}

export function correr(orden: string, argumentos: readonly string[], { entorno = {}, matarA, desde }: ComoCorrer = {}): Promise<Fin> {
  return new Promise((resolve, reject) => {
    const proceso = spawn(orden, argumentos, { env: { ...process.env, ...entorno }, stdio: ['ignore', 'pipe', 'pipe'] })
    let dicho = ''
    for (const salida of [proceso.stdout, proceso.stderr]) salida.on('data', (trozo) => (dicho += String(trozo)))
    const relojes: NodeJS.Timeout[] = []
    const empezar = () => void relojes.push(setTimeout(() => proceso.kill('SIGKILL'), matarA))
    if (matarA !== undefined && desde === undefined) empezar()
    if (matarA !== undefined && desde !== undefined) {
      const mirar = setInterval(() => {
        if (!existsSync(desde)) return
        clearInterval(mirar)
        empezar()
      }, 2)
      relojes.push(mirar)
    }
    proceso.on('error', reject).on('close', (codigo, senal) => {
      for (const reloj of relojes) clearTimeout(reloj)
      resolve({ codigo, senal, dicho })
    })
  })
}

export const informe = (argumentos: readonly string[], como?: ComoCorrer) => correr(process.execPath, [PROGRAMA, ...argumentos], como)

/** A change that the disk is asked for, and what becomes of it. */
export interface Fallo {
  readonly en: number
  readonly como: 'antes' | 'despues' | 'ENOSPC' | 'EACCES' | 'EBUSY'
}

/** Publishes the files of a folder in another one, with a failure sown at one of the changes to it. */
export function publicarCon(de: string, a: string, fallo: Fallo): Promise<Fin> {
  return conFallo([PUBLICAR, de, a], a, fallo)
}

/** Sees to what a run that died left in a folder, with a failure sown in turn. */
export function recuperarCon(carpeta: string, fallo: Fallo): Promise<Fin> {
  return conFallo([RECUPERAR, carpeta], carpeta, fallo)
}

/** Sees to it undisturbed. */
export const recuperar = (carpeta: string) => correr(process.execPath, [RECUPERAR, carpeta])

function conFallo(orden: readonly string[], carpeta: string, { en, como }: Fallo): Promise<Fin> {
  const entorno = { FALLO_CARPETA: carpeta, FALLO_EN: String(en), FALLO_COMO: como }
  return correr(process.execPath, ['--import', CORTE, ...orden], { entorno })
}

/** How many changes publishing makes to the folder where nothing fails. */
export async function cambiosAlPublicar(de: string, a: string, apuntes: string): Promise<number> {
  const fin = await correr(process.execPath, ['--import', CORTE, PUBLICAR, de, a], { entorno: { FALLO_CARPETA: a, FALLO_CUENTA: apuntes } })
  if (fin.codigo !== 0) throw new Error(fin.dicho)
  return Number(readFileSync(apuntes, 'utf8'))
}

/** What stands in a folder after a failure and the next command on it. */
export type Resultado = 'como-antes' | 'nuevo' | 'roto'

/**
 * Where a run is tried: `casos` is where each one has its folder; `antes`, the folder as it stands before it; `nuevo`, as it stands after
 * one that nothing disturbs.
 */
export interface Terreno {
  readonly casos: string
  readonly antes: string
  readonly nuevo: Estado
  /** What whoever comes next to the folder does. */
  readonly siguiente: (carpeta: string) => Promise<unknown>
}

let casos = 0

/**
 * Tries a run in a copy of the folder, lets whoever comes next see to what is left, and says what stands there. `roto` is all that is neither
 * what stood before nor what the run makes, to the last file; it stays on the disk to be looked at.
 */
export async function ensayar(
  { casos: donde, antes, nuevo, siguiente }: Terreno,
  run: (carpeta: string) => Promise<unknown>,
): Promise<Resultado> {
  const caso = join(donde, `caso-${++casos}`)
  const carpeta = join(caso, 'informe')
  mkdirSync(caso, { recursive: true })
  if (existsSync(antes)) cpSync(antes, carpeta, { recursive: true, preserveTimestamps: true })
  await run(carpeta)
  await siguiente(carpeta)
  const quedo = estadoDe(carpeta)
  const restos = readdirSync(caso).filter((nombre) => nombre !== 'informe')
  const resultado =
    restos.length > 0 ? 'roto' : sonIguales(quedo, estadoDe(antes)) ? 'como-antes' : sonIguales(quedo, nuevo) ? 'nuevo' : 'roto'
  if (resultado !== 'roto') rmSync(caso, { recursive: true, force: true })
  return resultado
}

/** Does these things with at most two at once, and counts what comes of them. */
export async function contar<T extends string>(cosas: readonly (() => Promise<T>)[]): Promise<Readonly<Record<string, number>>> {
  const cuentas: Record<string, number> = {}
  const cola = [...cosas]
  const obrero = async () => {
    for (let cosa = cola.shift(); cosa !== undefined; cosa = cola.shift()) {
      const resultado = await cosa()
      cuentas[resultado] = (cuentas[resultado] ?? 0) + 1
    }
  }
  await Promise.all([obrero(), obrero()])
  return cuentas
}
