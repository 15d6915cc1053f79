/**
 * The unit of work of a batch: one workbook → one folder. It is idempotent, by content: asked for again, it finds its own work there and
 * does nothing. It knows nothing of who asks for it, nor of how many there are.
 */
import { basename, join } from 'node:path'
import { CannotRead, CannotWrite, readIfThere, settle } from '../disk/index.js'
import { sha256 } from '../hash/index.js'
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
import { leerManifiesto } from '../outputs/index.js'
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
  /** Of all that the result depends on, as whoever asks saw it from another machine: what is seen otherwise here is not made. Null where nobody looked. */
  readonly clave: string | null
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
  const { ruta, carpeta, continuar } = encargo
  let fila = pendiente(encargo.libro, encargo.salida)
  let clave: string | null = null
  try {
    const { bytes, revision, insumo } = await leer(ruta, receta)
    clave = claveDe(insumo, condiciones)
    fila = { ...fila, sha256: insumo.libro.sha256 }
    if (encargo.clave !== null && encargo.clave !== clave) throw new VistoDeOtroModo(`${ruta} no es aquí el libro que se pidió.`)
    const previa = previaDe(encargo, clave)
    const estaba = continuar ? await deAntes(carpeta, insumo, condiciones, previa) : null
    if (estaba !== null) return hallado(encargo, estaba, clave)
    const { archivos, problemas, hallazgos } = await hacerEdicion({ nombre: insumo.libro.nombre, bytes }, revision, receta)
    const hecha: Fila = {
      ...fila,
      estado: 'hecho',
      avisos: problemas.avisos.length,
      hallazgos: hallazgos.length,
      documentos: documentosDe(archivos.keys()),
    }
    alPublicar()
    // Somebody else may have been asked for the same meanwhile.
    const antes = async () => {
      if ((await enSuSitio(carpeta, insumo, condiciones, hecha)) !== null) throw new YaHecho(hecha)
    }
    const { editados } = await publicarInforme(carpeta, archivos, continuar ? { antes } : {}, () => undefined)
    fila = { ...hecha, conservados: [...editados] }
  } catch (error) {
    if (error instanceof YaHecho) return hallado(encargo, error.fila, clave)
    return { fila: { ...enFila(error, fila, encargo), ms: desde(inicio) }, clave, ahora: true, disco: error instanceof CannotWrite }
  }
  return { fila: { ...fila, ms: desde(inicio) }, clave, ahora: true, disco: false }
}

/**
 * What can be told of a workbook by its bytes and what was noted of it, without making anything nor looking at its folder: that it
 * cannot be read, or was refused and would be again; else the key of all that its report depends on.
 */
export async function mirar(encargo: Encargo, receta: Receta, condiciones: Condiciones): Promise<Desenlace | string> {
  try {
    const clave = claveDe((await leer(encargo.ruta, receta)).insumo, condiciones)
    const previa = previaDe(encargo, clave)
    return previa?.estado === 'rechazado' ? hallado(encargo, previa, clave) : clave
  } catch (error) {
    const fila = enFila(error, pendiente(encargo.libro, encargo.salida), encargo)
    return { fila, clave: null, ahora: true, disco: false }
  }
}

/** What is made here would not be what was asked for elsewhere. */
class VistoDeOtroModo extends Error {}

/** Its report came to be there while it was being made. */
class YaHecho extends Error {
  constructor(readonly fila: Fila) {
    super()
  }
}

const desde = (inicio: number) => Math.round(performance.now() - inicio)

function hallado({ libro, salida }: Encargo, fila: Fila, clave: string | null): Desenlace {
  return { fila: { ...fila, libro, salida }, clave, ahora: false, disco: false }
}

function previaDe({ previo }: Encargo, clave: string): Fila | null {
  return previo?.clave === clave ? previo.fila : null
}

/** A workbook and the file beside it, with their hashes. @throws CannotRead */
async function leer(ruta: string, { limites }: Receta) {
  const [bytes, revision] = [await leerLibroDe(ruta, limites), await readIfThere(archivoDeRevision(ruta))]
  const insumo: Insumo = { libro: { nombre: basename(ruta), sha256: sha256(bytes) }, revision: revision && sha256(revision) }
  return { bytes, revision, insumo }
}

/** What is known of a workbook that has nothing to be done: its report is there, whole, or it was refused and would be again. Else null. */
async function deAntes(carpeta: string, insumo: Insumo, condiciones: Condiciones, previa: Fila | null): Promise<Fila | null> {
  if (previa?.estado === 'rechazado') return previa
  // What a run that was cut off left there is finished first.
  await settle(carpeta)
  return await enSuSitio(carpeta, insumo, condiciones, previa)
}

/** What is known of a workbook whose report is there, whole, as it would be made now; else null. */
async function enSuSitio(carpeta: string, insumo: Insumo, condiciones: Condiciones, previa: Fila | null): Promise<Fila | null> {
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

const OTRA_CARPETA = 'Revise que este equipo vea la misma carpeta que quien pidió el lote (--raiz); si el libro cambió, repita el lote.'

function enFila(error: unknown, fila: Fila, { clave }: Encargo): Fila {
  if (error instanceof InvalidInput) {
    const { errores, avisos } = error.problemas
    return { ...sinInforme(fila, 'rechazado', errores.map(enPalabras), errores.length), avisos: avisos.length }
  }
  if (error instanceof VistoDeOtroModo) return sinInforme(fila, 'fallido', [`${error.message} ${OTRA_CARPETA}`])
  // Whoever asked could read it.
  if (error instanceof CannotRead && clave !== null) return sinInforme(fila, 'fallido', [`${ofTheDisk(error)} ${OTRA_CARPETA}`])
  if (error instanceof CannotRead) return sinInforme(fila, 'rechazado', [ofTheDisk(error)])
  if (error instanceof HayHallazgos) return sinInforme(fila, 'rechazado', [`${error.message}. Véalos con «informe auditar» y el libro.`])
  if (error instanceof PedidoInvalido) return sinInforme(fila, 'rechazado', [error.message])
  if (error instanceof CannotWrite) return sinInforme(fila, 'fallido', [ofTheDisk(error)])
  return sinInforme(fila, 'fallido', [`Algo falló dentro del programa: ${error instanceof Error ? error.message : String(error)}`])
}
