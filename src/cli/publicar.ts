/** What a command made, put in its folder. */
import { join, relative } from 'node:path'
import { type Files, type FilesAfter, publish, readIfThere, settle } from '../disk/index.js'
import { sha256 } from '../hash/index.js'
import { huellasDeSalidas } from '../outputs/index.js'
import { DATOS, MANIFIESTO } from '../pipeline/index.js'
import type { Anotar } from './registro.js'

export interface ComoPublicar {
  /** Name of the file that tells of the others; that of a report unless told. */
  readonly manifiesto?: string
  /** Whether what is replaced is a passing state, and is not kept. */
  readonly depaso?: boolean
  /** Whether Ctrl+C ends it, with everything as it was, and the program with it. */
  readonly interrumpible?: boolean
  /** Asked once no other run can change the folder, before anything is put in it. What it throws is thrown, and all stays as it was. */
  readonly antes?: () => Promise<void>
}

/**
 * Publishes these files, and gives what to tell people: which of the former ones somebody had edited, and where they are now; and which
 * some program has open. `llegan`: somebody else makes them, and they come when they are made.
 */
export async function publicar(
  carpeta: string,
  files: Files | FilesAfter,
  {
    manifiesto = MANIFIESTO,
    depaso = false,
    interrumpible = false,
    llegan = false,
  }: Omit<ComoPublicar, 'antes'> & { llegan?: boolean } = {},
): Promise<readonly string[]> {
  const donde = relative('', carpeta) || '.'
  const corte = interrumpible ? cortable(donde) : null
  const { kept, open } = await publish({
    dir: carpeta,
    files,
    manifestName: manifiesto,
    readManifest: huellasDeSalidas,
    hash: sha256,
    now: new Date(),
    retire: [],
    passing: depaso,
    arriving: llegan,
    onWait: () => console.error(`Otra orden está escribiendo en ${donde}: se espera a que termine.`),
    ...(corte && { signal: corte.signal }),
  }).finally(() => corte?.quitar())
  return [
    ...kept.map(({ path, keptAs }) => `Se había editado ${path} después de generarlo: esa versión quedó en ${join(donde, keptAs)}.`),
    ...open.map(
      (path) => `${path} parece abierto en otro programa, que sigue mostrando el anterior: ciérrelo sin guardar y vuelva a abrirlo.`,
    ),
  ]
}

/** What came of a report that was published. */
export interface Publicada {
  /** Its files, by path. */
  readonly archivos: ReadonlyMap<string, Uint8Array>
  /** The `datos.json` that was there; null for none. */
  readonly anterior: Uint8Array | null
  /** What to tell of files that somebody had edited, or has open. */
  readonly editados: readonly string[]
}

/**
 * Publishes a report, notes its files in the log, and gives what it replaces, so that whoever asked is told what changed. Files that are
 * still being made are written as they come; what is thrown in place of one is thrown, and all stays as it was.
 */
export async function publicarInforme(
  carpeta: string,
  archivos: ReadonlyMap<string, Uint8Array> | Llegada,
  { antes, ...como }: ComoPublicar,
  anotar: Anotar,
): Promise<Publicada> {
  await settle(carpeta)
  const anterior = await readIfThere(join(carpeta, DATOS))
  const llegados = new Map<string, Uint8Array>()
  const llegan = Symbol.asyncIterator in archivos
  const suyos = llegan ? apuntados(archivos, llegados) : archivos
  const editados = await publicar(carpeta, antes === undefined ? suyos : () => antes().then(() => suyos), { ...como, llegan })
  const todos = llegan ? llegados : archivos
  anotar(({ escritos, medido }) => escritos([...todos].map(([ruta, bytes]) => medido(ruta, bytes))))
  return { archivos: todos, anterior, editados }
}

type Llegada = AsyncIterable<readonly [ruta: string, bytes: Uint8Array]>

/** The same files, each noted as it passes. */
async function* apuntados(archivos: Llegada, todos: Map<string, Uint8Array>): Llegada {
  for await (const [ruta, bytes] of archivos) {
    todos.set(ruta, bytes)
    yield [ruta, bytes]
  }
}

/** Ctrl+C was pressed, or the system asked the program to end, in time to leave everything as it was. */
class Interrumpido extends Error {
  override readonly name = 'Interrumpido'
}

/** A signal that Ctrl+C aborts. Past the point where that is possible, what is being put in place is finished first. */
function cortable(donde: string): { readonly signal: AbortSignal; readonly quitar: () => void } {
  const corte = new AbortController()
  const cortar = () => corte.abort(new Interrumpido(`Interrumpido: en ${donde} todo quedó como estaba.`))
  process.on('SIGINT', cortar).on('SIGTERM', cortar)
  return { signal: corte.signal, quitar: () => void process.off('SIGINT', cortar).off('SIGTERM', cortar) }
}
