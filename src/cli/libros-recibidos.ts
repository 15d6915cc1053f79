/** The files that a consolidation is given: those that are named, and those of the folders that are named. */
import { basename, join, resolve } from 'node:path'
import { filesIn, isFolder } from '../disk/index.js'
import { UsageError } from './errors.js'

/** Programs of tables: what one of them saved is read, and refused by its name where it is no `.xlsx`. */
const DE_TABLAS = /\.(?:xls[xmb]?|ods|csv)$/iu
/** What programs leave beside a file that is open, and what systems leave in any folder. */
const DE_PROGRAMAS = /^(?:\.|~\$)|^(?:Thumbs\.db|desktop\.ini|reparto\.json)$/iu

export interface Recibidos {
  readonly rutas: readonly string[]
  /** Files of the folders that are no workbooks. */
  readonly otros: readonly string[]
}

/**
 * Paths of the workbooks, in the order of what was named and by name within a folder, each once; `salvo` is none of them, wherever it is.
 * @throws UsageError where there is none, or two of one name, which people could not tell apart
 */
export async function librosRecibidos(nombrados: readonly string[], salvo: readonly string[]): Promise<Recibidos> {
  const todos: string[] = []
  for (const ruta of nombrados) {
    if (!(await isFolder(ruta))) todos.push(ruta)
    else for (const nombre of await filesIn(ruta)) if (!DE_PROGRAMAS.test(nombre)) todos.push(join(ruta, nombre))
  }
  const ajenos = new Set(salvo.map((ruta) => resolve(ruta)))
  const unicos = [...new Map(todos.map((ruta) => [resolve(ruta), ruta])).values()].filter((ruta) => !ajenos.has(resolve(ruta)))
  const deCarpeta = (ruta: string) => !nombrados.includes(ruta)
  const otros: string[] = []
  const rutas: string[] = []
  for (const ruta of unicos) {
    if (deCarpeta(ruta) && (!DE_TABLAS.test(ruta) || (await isFolder(ruta)))) otros.push(ruta)
    else rutas.push(ruta)
  }
  if (rutas.length === 0) throw new UsageError('No hay ningún libro que consolidar: dé la carpeta en que están, o sus archivos.')
  const nombres = rutas.map((ruta) => basename(ruta))
  const repetido = nombres.find((nombre, i) => nombres.indexOf(nombre) !== i)
  if (repetido !== undefined)
    throw new UsageError(`Hay dos archivos «${repetido}»: cambie el nombre de uno, para que se sepa de cuál se habla.`)
  return { rutas, otros }
}
