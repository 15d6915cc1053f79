/** A folder of outputs held against its manifest and, where it is given, against its workbook. */

import { sha256 } from '../hash/index.js'
import { type ComoSeHizo, leerManifiesto, type ManifiestoLeido } from '../outputs/index.js'
import { abrirDatos, FORMATOS_ABIERTOS, NOMBRES_DE_LICENCIAS } from './abrir.js'
import { alDia } from './archivos-de-graficas.js'
import { leerYCalcular } from './calculo.js'
import { loQueCambio } from './compare.js'
import { DATOS, type Entrada, type Escritor, type Formato, generar, MANIFIESTO, type Observador } from './generate.js'
import { fichasDe } from './graficas.js'
import { edicionDe } from './piezas.js'
import { todasLasGraficas } from './prepare.js'
import { PedidoInvalido } from './seleccion.js'

/** The folder has no manifest of this program, or one that does not say how the edition was made. */
export class SinManifiesto extends Error {
  override readonly name = 'SinManifiesto'
}

/** What an edition is made again from, besides what its manifest says. */
interface Regeneracion extends Pick<Entrada, 'libro' | 'limites' | 'plantillas' | 'fuentes' | 'revision' | 'version'> {
  /** The entity's own Word document; null where it was not given. */
  readonly estilos: Entrada['estilos']
  readonly escritor: (formato: Formato) => Escritor
}

interface EntradaDeComprobacion {
  /** Bytes of a file of the folder, by its path with `/`; null where it is not there. */
  readonly leer: (ruta: string) => Promise<Uint8Array | null>
  /** Every file of the folder; those kept of former editions aside. */
  readonly hay: readonly string[]
  /** Null where the folder is only held against its manifest. */
  readonly contra: Regeneracion | null
}

export interface Comprobacion {
  /** The workbook that the edition says that it was made from, and the version of the program. */
  readonly libro: { readonly nombre: string; readonly sha256: string }
  readonly version: string
  /** Files of the edition that are as they were made. */
  readonly iguales: number
  /** Files that someone changed since, and those that are missing. */
  readonly editados: readonly string[]
  readonly faltan: readonly string[]
  /** Files that are not of the edition. */
  readonly ajenos: readonly string[]
  /** Null where no workbook was given. */
  readonly contra: ContraElLibro | null
}

/** What would not come out the same today. */
export interface ContraElLibro {
  /** What it would be made from that is not what it was made from: `el libro`, `la plantilla 10-portada.md`. */
  readonly origen: readonly string[]
  /** Files that would come out with other bytes, that would not come out, and that would come out besides. */
  readonly distintos: readonly string[]
  readonly sobran: readonly string[]
  readonly nuevos: readonly string[]
  /** What of the figures would change, what matters first. */
  readonly cambios: readonly string[]
}

/**
 * Whether a folder holds what the program put there and, with the workbook, whether it would put the same there today.
 * @throws SinManifiesto
 * @throws InvalidInput where the workbook has errors
 * @throws PedidoInvalido where the edition was made with a Word document that is not given
 */
export async function comprobarCarpeta({ leer, hay, contra }: EntradaDeComprobacion): Promise<Comprobacion> {
  const manifiesto = leerManifiesto((await leer(MANIFIESTO)) ?? new Uint8Array())
  if (manifiesto === null)
    throw new SinManifiesto(
      `No hay un ${MANIFIESTO} de este programa: no es la carpeta de un informe, de sus gráficas ni de sus datos abiertos, o se dañó.`,
    )
  const salidas = Object.entries(manifiesto.salidas)
  const [editados, faltan]: [string[], string[]] = [[], []]
  for (const [ruta, huella] of salidas) {
    const bytes = await leer(ruta)
    if (bytes === null) faltan.push(ruta)
    else if (sha256(bytes) !== huella) editados.push(ruta)
  }
  return {
    libro: manifiesto.libro,
    version: manifiesto.version,
    iguales: salidas.length - editados.length - faltan.length,
    editados,
    faltan,
    ajenos: ajenos(hay, manifiesto),
    contra: contra && (await contraElLibro(manifiesto, contra, leer)),
  }
}

/** Files that a manifest does not name. Of a folder within that has its own, like that of the charts, only the folder is told. */
function ajenos(hay: readonly string[], { salidas }: ManifiestoLeido): readonly string[] {
  const carpetas = hay.filter((ruta) => ruta.endsWith(`/${MANIFIESTO}`)).map((ruta) => ruta.slice(0, -MANIFIESTO.length))
  const deCarpeta = (ruta: string) => carpetas.find((carpeta) => ruta.startsWith(carpeta)) ?? ruta
  return [...new Set(hay.filter((ruta) => ruta !== MANIFIESTO && !Object.hasOwn(salidas, ruta)).map(deCarpeta))]
}

async function contraElLibro(
  manifiesto: ManifiestoLeido,
  contra: Regeneracion,
  leer: EntradaDeComprobacion['leer'],
): Promise<ContraElLibro> {
  const origen = origenesDistintos(manifiesto, contra)
  if (manifiesto.graficas !== undefined) {
    return {
      origen,
      distintos: await graficasDistintas(manifiesto.graficas, { ...contra, corte: manifiesto.corte ?? null }),
      sobran: [],
      nuevos: [],
      cambios: [],
    }
  }
  return { origen, ...(await archivosDistintos(manifiesto, contra, leer)) }
}

async function archivosDistintos(
  manifiesto: ManifiestoLeido,
  contra: Regeneracion,
  leer: EntradaDeComprobacion['leer'],
): Promise<Omit<ContraElLibro, 'origen'>> {
  const archivos = await hechosDeNuevo(manifiesto, contra)
  const ahora = new Map([...archivos].filter(([ruta]) => ruta !== MANIFIESTO).map(([ruta, bytes]) => [ruta, sha256(bytes)]))
  const rutas = Object.keys(manifiesto.salidas)
  const [antes, despues] = [await leer(DATOS), archivos.get(DATOS)]
  return {
    distintos: rutas.filter((ruta) => ahora.has(ruta) && ahora.get(ruta) !== manifiesto.salidas[ruta]),
    sobran: rutas.filter((ruta) => !ahora.has(ruta)),
    nuevos: [...ahora.keys()].filter((ruta) => !Object.hasOwn(manifiesto.salidas, ruta)),
    cambios: antes === null || despues === undefined ? [] : loQueCambio(antes, despues),
  }
}

/** What the folder would hold, made today as it was asked for then. */
async function hechosDeNuevo(manifiesto: ManifiestoLeido, contra: Regeneracion): Promise<ReadonlyMap<string, Uint8Array>> {
  if (manifiesto.datos !== undefined) {
    const { formatos, licencia } = manifiesto.datos
    const pedidos = FORMATOS_ABIERTOS.filter((formato) => formatos.includes(formato))
    const suya = NOMBRES_DE_LICENCIAS.find((nombre) => nombre === licencia) ?? null
    return (await abrirDatos({ ...contra, libro: suLibro(manifiesto, contra), formatos: pedidos, licencia: suya }, sinVer)).archivos
  }
  if (manifiesto.como === undefined) throw new SinManifiesto(`El ${MANIFIESTO} no dice cómo se pidió el informe: vuelva a generarlo.`)
  if (manifiesto.estilos !== undefined && contra.estilos === null)
    throw new PedidoInvalido(`El informe se hizo con los estilos de ${manifiesto.estilos.nombre}: dé ese documento con --estilos.`)
  return (await generar(entradaDe(manifiesto, manifiesto.como, contra), sinVer)).archivos
}

/** The workbook had then the name that the manifest says, which is printed in some outputs. */
function suLibro({ libro: { nombre } }: ManifiestoLeido, { libro: { bytes } }: Regeneracion): Entrada['libro'] {
  return { nombre, bytes }
}

/** As it was asked for then. */
function entradaDe(manifiesto: ManifiestoLeido, como: ComoSeHizo, { escritor, ...contra }: Regeneracion): Entrada {
  return {
    ...contra,
    libro: suLibro(manifiesto, { escritor, ...contra }),
    corte: como.corte ?? null,
    tema: como.tema,
    secciones: new Map(Object.entries(como.secciones)),
    sector: como.sector,
    borrador: como.borrador,
    graficasEditables: como.graficasEditables,
    estricto: false,
    escritores: new Map(FORMATOS.filter((formato) => como.formatos.includes(formato)).map((formato) => [formato, escritor(formato)])),
  }
}

const sinVer: Observador = async (_, trabajo) => await trabajo()

const FORMATOS: readonly Formato[] = ['docx', 'pdf', 'html']

/** Charts whose recipe, which is the hash of all that decides how they look, would be another one. */
async function graficasDistintas(
  registros: NonNullable<ManifiestoLeido['graficas']>,
  contra: Regeneracion & Pick<Entrada, 'corte'>,
): Promise<readonly string[]> {
  const { libro, report } = await leerYCalcular(contra, sinVer)
  const fichas = fichasDe(todasLasGraficas(report, contra.plantillas), edicionDe(contra, libro))
  const buenas = new Set(alDia(registros, fichas, contra.plantillas))
  return registros.filter((registro) => !buenas.has(registro)).map(({ archivo }) => archivo)
}

function origenesDistintos(
  manifiesto: ManifiestoLeido,
  { libro, plantillas, estilos, revision, version }: Regeneracion,
): readonly string[] {
  const ahora = new Map([...plantillas].map(([ruta, bytes]) => [ruta, sha256(bytes)]))
  const rutas = [...new Set([...Object.keys(manifiesto.plantillas), ...ahora.keys()])].toSorted()
  return [
    ...(sha256(libro.bytes) === manifiesto.libro.sha256 ? [] : [`el libro, que no es el mismo ${manifiesto.libro.nombre}`]),
    ...(version === manifiesto.version ? [] : [`el programa, que era la versión ${manifiesto.version} y es la ${version}`]),
    ...(estilos === null || sha256(estilos.bytes) === manifiesto.estilos?.sha256 ? [] : ['el documento de los estilos']),
    ...(manifiesto.revision === undefined || (revision !== null && sha256(revision) === manifiesto.revision)
      ? []
      : ['las decisiones de la revisión']),
    ...rutas.filter((ruta) => ahora.get(ruta) !== manifiesto.plantillas[ruta]).map((ruta) => `la plantilla ${ruta}`),
  ]
}
