/** The open data of a workbook: every table of its report and all its figures, as files for those who publish and reuse data. */
import {
  csvDeRecurso,
  datapackage,
  type Escrito,
  jsonDeRecurso,
  type Licencia,
  libroDeRecursos,
  type Recurso,
  recursosAbiertos,
} from '../abiertos/index.js'
import { sha256 } from '../hash/index.js'
import type { Libro } from '../model/index.js'
import { manifiestoDeDatos } from '../outputs/index.js'
import { leerYCalcular } from './calculo.js'
import { nombreDeEdicion, textos, utf8 } from './files.js'
import { type Entrada, MANIFIESTO, type Observador } from './generate.js'
import { rutasDeImagenes } from './pictures.js'
import { armarValido } from './prepare.js'
import type { Problemas } from './problems.js'

export { NOMBRES_DE_LICENCIAS } from '../abiertos/index.js'

/** Forms of the open data, in the order in which they are told; `datapackage.json` describes the CSV ones or, without them, the JSON ones. */
export const FORMATOS_ABIERTOS = ['csv', 'xlsx', 'json'] as const
export type FormatoAbierto = (typeof FORMATOS_ABIERTOS)[number]

interface EntradaDeDatos extends Pick<Entrada, 'libro' | 'limites' | 'plantillas' | 'version'> {
  readonly formatos: readonly FormatoAbierto[]
  /** Null where the entity has not said one. */
  readonly licencia: Licencia | null
}

interface DatosAbiertos {
  /** `ppasp-2023`: the name of the edition. */
  readonly nombre: string
  readonly problemas: Problemas
  /** How many tables there are, the dictionary among them. */
  readonly tablas: number
  readonly archivos: ReadonlyMap<string, Uint8Array>
}

/**
 * Makes the files of the open data. The same input gives the same bytes.
 * @throws InvalidInput where the workbook or a template has errors
 */
export async function abrirDatos(entrada: EntradaDeDatos, observar: Observador): Promise<DatosAbiertos> {
  const { libro, problemas: delLibro, report } = await leerYCalcular(entrada, observar)
  const { problemas, recursos } = await observar(
    'tablas',
    () => {
      const opciones = { pictures: rutasDeImagenes(entrada.plantillas), switches: new Map<string, boolean>() }
      const { publicado, problemas } = armarValido(report, textos(entrada.plantillas), opciones, delLibro)
      return { problemas, recursos: recursosAbiertos(report, publicado) }
    },
    ({ recursos }) => recursos.length,
  )
  const archivos = await observar(
    'abiertos',
    () => escribirTodo(recursos, libro, entrada),
    ({ size }) => size,
  )
  return { nombre: nombreDeEdicion(libro, null), problemas, tablas: recursos.length, archivos }
}

/** Name of the workbook with all the tables. */
const LIBRO_ABIERTO = 'datos-abiertos.xlsx'

/** The files of these tables, in the forms that are asked for, with what describes them. */
async function escribirTodo(recursos: readonly Recurso[], leido: Libro, entrada: EntradaDeDatos): Promise<Map<string, Uint8Array>> {
  const { libro, formatos, licencia } = entrada
  const { politica } = leido
  const deTexto = FORMATOS_DE_TEXTO.filter(({ formato }) => formatos.includes(formato)).map((formato) => escribir(recursos, formato))
  const salidas = new Map(deTexto.flat().map(({ escrito, bytes }) => [escrito.ruta, bytes]))
  if (formatos.includes('xlsx')) salidas.set(LIBRO_ABIERTO, await libroDeRecursos(recursos, politica))
  const escritos = deTexto[0]?.map(({ escrito }) => escrito)
  if (escritos !== undefined) {
    const nombre = nombreDeEdicion(leido, null)
    const origen = { nombre: libro.nombre, sha256: sha256(libro.bytes) }
    salidas.set('datapackage.json', utf8(datapackage({ nombre, politica, libro: origen, licencia, escritos })))
  }
  return salidas.set(MANIFIESTO, utf8(manifiestoDeDatos({ ...entrada, datos: { formatos, licencia }, salidas })))
}

interface FormatoDeTexto {
  readonly formato: Escrito['formato']
  readonly texto: (recurso: Recurso) => string
}

/** Best described first. */
const FORMATOS_DE_TEXTO: readonly FormatoDeTexto[] = [
  { formato: 'csv', texto: csvDeRecurso },
  { formato: 'json', texto: jsonDeRecurso },
]

/** Each table as a file of this format, in the folder of its name. */
function escribir(recursos: readonly Recurso[], { formato, texto }: FormatoDeTexto) {
  return recursos.map((recurso) => {
    const bytes = utf8(texto(recurso))
    const ruta = `${formato}/${recurso.nombre}.${formato}`
    return { bytes, escrito: { recurso, ruta, formato, bytes: bytes.length, sha256: sha256(bytes) } satisfies Escrito }
  })
}
