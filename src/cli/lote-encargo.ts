/**
 * The unit of work of a batch: one workbook → one folder. It is idempotent, by content: asked for again, it finds its own work there and
 * does nothing. It knows nothing of who asks for it, nor of how many there are.
 */
import { basename, join } from 'node:path'
import { CannotRead, CannotWrite, readIfThere, settle } from '../disk/index.js'
import {
  type Apunte,
  type Condiciones,
  claveDe,
  documentosDe,
  esDeHoy,
  type Fila,
  type Insumo,
  pendiente,
  sinInforme,
} from '../lote/index.js'
import { leerManifiesto, sha256 } from '../outputs/index.js'
import { archivoDeRevision, HayHallazgos, InvalidInput, MANIFIESTO, PedidoInvalido } from '../pipeline/index.js'
import { ofTheDisk } from './errors.js'
import { leerLibroDe } from './limites.js'
import { hacerEdicion, type Receta } from './lote-edicion.js'
import { publicarInforme } from './publicar.js'
import { enPalabras } from './terminal.js'

export interface Encargo {
  /** The workbook, and the folder of its report. */
  readonly ruta: string
  readonly carpeta: string
  /** How the batch names both. */
  readonly libro: string
  readonly salida: string
  /** Whether what is there is left, where it is what would be made now; and a workbook that was refused, if it would be again. */
  readonly continuar: boolean
  /** What was noted of it before. */
  readonly previo: Apunte | null
}

/** What came of it. */
export interface Desenlace {
  readonly fila: Fila
  /** Of all that the result depended on; null where the workbook could not be read. */
  readonly clave: string | null
  /** Whether it was done now, and not found done. */
  readonly ahora: boolean
  /** Whether it was the disk that would not have the report. */
  readonly disco: boolean
}

/** Does it. Nothing of it is thrown: what goes wrong is in the outcome. `alPublicar` is called once the report is made and its files begin to be put in place. */
export async function cumplir(encargo: Encargo, receta: Receta, condiciones: Condiciones, alPublicar: () => void): Promise<Desenlace> {
  const inicio = performance.now()
  const { ruta, carpeta, continuar, previo } = encargo
  let fila = pendiente(encargo.libro, encargo.salida)
  let clave: string | null = null
  try {
    const [bytes, revision] = [await leerLibroDe(ruta, receta.limites), await readIfThere(archivoDeRevision(ruta))]
    const insumo = { libro: { nombre: basename(ruta), sha256: sha256(bytes) }, revision: revision && sha256(revision) }
    clave = claveDe(insumo, condiciones)
    fila = { ...fila, sha256: insumo.libro.sha256 }
    const hecha = continuar ? await deAntes(carpeta, insumo, condiciones, previo?.clave === clave ? previo.fila : null) : null
    if (hecha !== null) return { fila: { ...hecha, ...nombres(encargo) }, clave, ahora: false, disco: false }
    const { archivos, problemas, hallazgos } = await hacerEdicion({ nombre: insumo.libro.nombre, bytes }, revision, receta)
    alPublicar()
    const { editados } = await publicarInforme(carpeta, archivos, {}, () => undefined)
    fila = {
      ...fila,
      estado: 'hecho',
      avisos: problemas.avisos.length,
      hallazgos: hallazgos.length,
      documentos: documentosDe(archivos.keys()),
      conservados: [...editados],
    }
  } catch (error) {
    return { fila: { ...enFila(error, fila), ms: desde(inicio) }, clave, ahora: true, disco: error instanceof CannotWrite }
  }
  return { fila: { ...fila, ms: desde(inicio) }, clave, ahora: true, disco: false }
}

const desde = (inicio: number) => Math.round(performance.now() - inicio)
const nombres = ({ libro, salida }: Encargo) => ({ libro, salida })

/** What is known of a workbook that has nothing to be done: its report is there, whole, or it was refused and would be again. Else null. */
async function deAntes(carpeta: string, insumo: Insumo, condiciones: Condiciones, previa: Fila | null): Promise<Fila | null> {
  if (previa?.estado === 'rechazado') return previa
  // What a run that was cut off left there is finished first.
  await settle(carpeta)
  const manifiesto = leerManifiesto((await readIfThere(join(carpeta, MANIFIESTO))) ?? new Uint8Array())
  if (manifiesto === null || !esDeHoy(manifiesto, insumo, condiciones)) return null
  // Whether it would have been made is not in it.
  if (condiciones.exigencias.estricto === true && previa === null) return null
  for (const [ruta, huella] of Object.entries(manifiesto.salidas)) {
    const bytes = await readIfThere(join(carpeta, ruta))
    if (bytes === null || sha256(bytes) !== huella) return null
  }
  const documentos = documentosDe(Object.keys(manifiesto.salidas))
  return previa ?? { ...pendiente('', ''), sha256: insumo.libro.sha256, estado: 'hecho', documentos }
}

function enFila(error: unknown, fila: Fila): Fila {
  if (error instanceof InvalidInput) {
    const { errores, avisos } = error.problemas
    return { ...sinInforme(fila, 'rechazado', errores.map(enPalabras), errores.length), avisos: avisos.length }
  }
  if (error instanceof CannotRead) return sinInforme(fila, 'rechazado', [ofTheDisk(error)])
  if (error instanceof HayHallazgos) return sinInforme(fila, 'rechazado', [`${error.message}. Véalos con «informe auditar» y el libro.`])
  if (error instanceof PedidoInvalido) return sinInforme(fila, 'rechazado', [error.message])
  if (error instanceof CannotWrite) return sinInforme(fila, 'fallido', [ofTheDisk(error)])
  return sinInforme(fila, 'fallido', [`Algo falló dentro del programa: ${error instanceof Error ? error.message : String(error)}`])
}
