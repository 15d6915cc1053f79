/** The whole program under other conditions of the machine, each time in new processes: what it writes may not tell one from another. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { herramienta } from '../herramientas.mjs'

const RAIZ = join(import.meta.dirname, '..', '..')
const PROGRAMA = join(RAIZ, 'dist/cli/informe.js')
/** 8 July 2024, 03:30 UTC: the day before in Bogotá, so that a day told in local time shows. */
const EPOCA = '1720409400'
/** A chart of each kind. */
const UNA_DE_CADA = '1,A1,A2,A4,A5'
/** The exit code of a command that has something to tell of the workbook. */
const HALLAZGOS = 5

/** What a machine may have otherwise than the next one. */
export interface Condicion {
  readonly zona: string
  /** Of LANG and LC_ALL, which Node takes its own locale from. */
  readonly idioma: string
  /** Processors that the program sees: one, or all that there are. */
  readonly procesadores: 'uno' | 'todos'
  /**
   * `propia`: relative paths from a folder of the user's, the program's own templates, the formats in their order. `ajena`: absolute
   * paths with spaces and accents from another folder, another user and home, no fonts on the machine, the templates copied in the
   * contrary order, the formats in the contrary order, fewer threads for the disk, everything made anew and not from what was kept.
   */
  readonly carpeta: 'propia' | 'ajena'
}

export const ZONAS = ['America/Bogota', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']
/** The country's own; one whose i has another capital; one that writes other digits. */
export const IDIOMAS = ['es_CO.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8']
export const PROCESADORES = ['uno', 'todos'] as const
export const CARPETAS = ['propia', 'ajena'] as const

/** Every condition with every other one. */
export function todas(): readonly Condicion[] {
  return ZONAS.flatMap((zona) =>
    IDIOMAS.flatMap((idioma) =>
      PROCESADORES.flatMap((procesadores) => CARPETAS.map((carpeta) => ({ zona, idioma, procesadores, carpeta }))),
    ),
  )
}

/** Few runs in which each value of each condition is at least once. */
export function algunas(): readonly Condicion[] {
  return ZONAS.map((zona, i) => ({
    zona,
    idioma: IDIOMAS[i] ?? '',
    procesadores: PROCESADORES[i % PROCESADORES.length] ?? 'todos',
    carpeta: CARPETAS[i % CARPETAS.length] ?? 'propia',
  }))
}

/** The workbooks of a run: `antes` is what `comparar` compares with. */
export interface Libros {
  readonly libro: Uint8Array
  readonly antes: Uint8Array
  /** The file beside the workbook, where people say what they accept. */
  readonly revision: string
}

/**
 * SHA-256 of each file that the commands write under a condition, by path, and of what they print for other programs. `menos`: names of
 * commands that are not run.
 * @throws where a command fails, with what it said
 */
export async function correr(
  libros: Libros,
  condicion: Condicion,
  { menos = [] }: { readonly menos?: readonly string[] } = {},
): Promise<ReadonlyMap<string, string>> {
  const base = mkdtempSync(join(tmpdir(), condicion.carpeta === 'propia' ? 'informe-' : 'informe de Ñandú '))
  try {
    const lugar = join(base, condicion.carpeta === 'propia' ? 'a' : 'otra carpeta/más adentro')
    mkdirSync(join(lugar, 'salidas'), { recursive: true })
    writeFileSync(join(lugar, 'libro.xlsx'), libros.libro)
    writeFileSync(join(lugar, 'libro.xlsx.revision.json'), libros.revision)
    writeFileSync(join(lugar, 'antes.xlsx'), libros.antes)
    const plantillas = condicion.carpeta === 'propia' ? join(RAIZ, 'templates') : copiaAlReves(join(lugar, 'plantillas'))
    const como = { condicion, base, lugar, plantillas }
    for (const orden of ordenes(como).filter(({ nombre }) => !menos.includes(nombre))) await hacer(orden, como)
    if (!menos.includes('verificar')) await hacer(verificar(como), como)
    return huellas(join(lugar, 'salidas'))
  } finally {
    rmSync(base, { recursive: true, force: true })
  }
}

interface Como {
  readonly condicion: Condicion
  /** Folder of all that the run needs. */
  readonly base: string
  /** Folder in it with the workbooks and the results. */
  readonly lugar: string
  readonly plantillas: string
}

interface Orden {
  readonly nombre: string
  readonly argumentos: readonly string[]
}

function ordenes({ condicion: { carpeta }, lugar, plantillas }: Como): readonly Orden[] {
  const en = (ruta: string) => (carpeta === 'propia' ? ruta : join(lugar, ruta))
  const lista = (...partes: readonly string[]) => (carpeta === 'propia' ? partes : partes.toReversed()).join(',')
  const [libro, antes, con] = [en('libro.xlsx'), en('antes.xlsx'), ['--plantillas', plantillas]]
  const de = (nombre: string, ...argumentos: readonly string[]): Orden => ({ nombre, argumentos: [...argumentos, ...con] })
  const deNuevo = carpeta === 'propia' ? [] : ['--sin-cache']
  const informe = ['--salida', en('salidas/informe'), '--formatos', lista('docx', 'pdf', 'html'), '--con', 'control-de-versiones']
  const borrador = ['--salida', en('salidas/borrador'), '--formatos', 'docx,pdf', '--borrador', '--graficas-editables']
  const graficas = [
    '--salida',
    en('salidas/graficas'),
    '--grafica',
    UNA_DE_CADA,
    '--uso',
    lista('cuadrada', 'impreso'),
    '--formatos',
    lista('png', 'svg', 'pdf'),
  ]
  const cambios = ['--html', en('salidas/comparacion.html'), '--control-de-cambios', en('salidas/cambios.docx')]
  return [
    de('generar', 'generar', libro, ...informe, ...deNuevo),
    de('borrador', 'generar', libro, ...borrador, ...deNuevo),
    de('graficas', 'graficas', libro, ...graficas, '--datos', lista('csv', 'xlsx')),
    de('comparar', 'comparar', antes, libro, '--json', ...cambios),
    de('auditar', 'auditar', libro, '--json', '--html', en('salidas/auditoria.html')),
    de('validar', 'validar', libro, '--json'),
    de('explicar', 'explicar', libro, 'política avance', '--json'),
  ]
}

/** The Word file of the run against the other workbook, so that there is something to find. */
function verificar({ condicion: { carpeta }, lugar, plantillas }: Como): Orden {
  const en = (ruta: string) => (carpeta === 'propia' ? ruta : join(lugar, ruta))
  const word = readdirSync(join(lugar, 'salidas/informe')).find((nombre) => nombre.endsWith('.docx')) ?? ''
  const con = ['--libro', en('antes.xlsx'), '--plantillas', plantillas, '--con', 'control-de-versiones']
  const paginas = ['--html', en('salidas/verificacion.html'), '--comentar', en('salidas/comentado.docx')]
  return { nombre: 'verificar', argumentos: ['verificar', en(`salidas/informe/${word}`), '--json', ...paginas, ...con] }
}

/** Runs a command; what it prints for other programs is one more file. */
async function hacer({ nombre, argumentos }: Orden, como: Como): Promise<void> {
  const dicho = await informe(nombre, argumentos, como)
  if (argumentos.includes('--json')) writeFileSync(join(como.lugar, 'salidas', `${nombre}.json`), dicho)
}

/** A copy of the program's templates made from the last file to the first, and so in another order on most disks. */
function copiaAlReves(destino: string): string {
  const origen = join(RAIZ, 'templates')
  const entradas = readdirSync(origen, { recursive: true, withFileTypes: true }).filter((entrada) => entrada.isFile())
  for (const ruta of entradas
    .map((e) => relative(origen, join(e.parentPath, e.name)))
    .toSorted()
    .toReversed()) {
    mkdirSync(dirname(join(destino, ruta)), { recursive: true })
    cpSync(join(origen, ruta), join(destino, ruta))
  }
  return destino
}

/** What a command prints. Findings are no failure. */
function informe(nombre: string, argumentos: readonly string[], como: Como): Promise<string> {
  const { condicion, lugar, base } = como
  const [programa = '', ...resto] = [
    ...(condicion.procesadores === 'uno' ? enUnProcesador() : []),
    ...[process.execPath, PROGRAMA, ...argumentos],
  ]
  return new Promise((resolve, reject) => {
    const proceso = spawn(programa, resto, {
      cwd: condicion.carpeta === 'propia' ? lugar : base,
      env: { ...process.env, ...entorno(como) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const dicho = { salida: '', errores: '' }
    proceso.stdout.setEncoding('utf8').on('data', (parte: string) => {
      dicho.salida += parte
    })
    proceso.stderr.setEncoding('utf8').on('data', (parte: string) => {
      dicho.errores += parte
    })
    proceso.once('error', reject)
    proceso.once('close', (codigo) => {
      if (codigo === 0 || codigo === HALLAZGOS) resolve(dicho.salida)
      else reject(new Error(`«${nombre}» terminó con código ${codigo}.\n${dicho.errores}`))
    })
  })
}

function entorno({ condicion: { zona, idioma, carpeta }, base }: Como): Readonly<Record<string, string>> {
  const comun = { TZ: zona, LANG: idioma, LC_ALL: idioma, SOURCE_DATE_EPOCH: EPOCA }
  // The fonts of the machine are read there, which the program does not look for otherwise.
  if (carpeta === 'propia') return { ...comun, DISABLE_SYSTEM_FONTS_LOAD: '' }
  const casa = join(base, 'casa')
  mkdirSync(casa, { recursive: true })
  const sinFuentes = join(base, 'sin-fuentes.conf')
  writeFileSync(sinFuentes, '<?xml version="1.0"?><fontconfig></fontconfig>')
  return {
    ...comun,
    ...{ HOME: casa, USER: 'ñandú', LOGNAME: 'ñandú', HOSTNAME: 'otro', TMPDIR: casa, UV_THREADPOOL_SIZE: '1' },
    ...{ FONTCONFIG_FILE: sinFuentes, DISABLE_SYSTEM_FONTS_LOAD: '1' },
  }
}

/** What stands before a command so that it runs on one processor, the first that this process may use. @throws where there is no `taskset` */
function enUnProcesador(): readonly string[] {
  const taskset = herramienta('taskset')
  if (taskset === null) throw new Error('falta taskset (util-linux)')
  const permitido = /^Cpus_allowed_list:\s*(\d+)/mu.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? '0'
  return [taskset, '-c', permitido]
}

function huellas(carpeta: string): ReadonlyMap<string, string> {
  const archivos = readdirSync(carpeta, { recursive: true, withFileTypes: true }).filter((entrada) => entrada.isFile())
  const rutas = archivos.map((e) => relative(carpeta, join(e.parentPath, e.name))).toSorted()
  return new Map(
    rutas.map((ruta) => [
      ruta,
      createHash('sha256')
        .update(readFileSync(join(carpeta, ruta)))
        .digest('hex'),
    ]),
  )
}

/** The conditions of each hash that each file came out with; a run that lacks the file has `falta` for its hash. */
export function porArchivo(
  corridas: readonly (readonly [Condicion, ReadonlyMap<string, string>])[],
): ReadonlyMap<string, ReadonlyMap<string, readonly Condicion[]>> {
  const rutas = [...new Set(corridas.flatMap(([, suyas]) => [...suyas.keys()]))].toSorted()
  return new Map(rutas.map((ruta) => [ruta, deUnArchivo(corridas.map(([condicion, suyas]) => [condicion, suyas.get(ruta) ?? 'falta']))]))
}

function deUnArchivo(salio: readonly (readonly [Condicion, string])[]): ReadonlyMap<string, readonly Condicion[]> {
  const porHuella = new Map<string, readonly Condicion[]>()
  for (const [condicion, huella] of salio) porHuella.set(huella, [...(porHuella.get(huella) ?? []), condicion])
  return porHuella
}
