/** Two workbooks, or two editions, of one report. */
import {
  type Comparacion,
  celdaEnPalabras,
  compararCeldas,
  compararDatos,
  type Datos,
  leerDatos,
  loPrimero,
  paginaDeComparacion,
} from '../compare/index.js'
import type { Documento } from '../document/index.js'
import { datosJson } from '../outputs/index.js'
import type { Publicado } from '../report/index.js'
import { conDecisiones, REVISION_VACIA, type Revision } from '../revision/index.js'
import { frasesDistintas } from '../verify/index.js'
import { type FilaConClave, filasPorClave, type Hojas, type Limites, leerHojas } from '../workbook/index.js'
import type { EntradaDePagina } from './audit.js'
import { textos, utf8 } from './files.js'
import { type Maquetacion, paginasDeDocumento, paginasDeReporte } from './paginas.js'
import { armarLibro, type LibroArmado, leerValido } from './prepare.js'
import { leerTema } from './theme.js'

/** A workbook, or the `datos.json` of an edition that was made before. */
export type Lado = { readonly libro: Uint8Array; readonly limites?: Limites | undefined } | { readonly datos: Uint8Array }

/** Not the `datos.json` of an edition of this program. */
export class DatosIlegibles extends Error {
  override readonly name = 'DatosIlegibles'
}

/** A side, read. */
export interface Leido {
  readonly datos: Datos
  /** Null for an edition, which keeps neither its cells nor its text. */
  readonly libro: { readonly filas: readonly FilaConClave[]; readonly documento: Documento; readonly publicado: Publicado } | null
}

/**
 * What changed from one to the other, with what was decided on each change. Cells and sentences are compared between workbooks only.
 * @throws InvalidInput where a workbook or a template has errors
 * @throws DatosIlegibles
 */
export function comparar(
  antes: Lado,
  despues: Lado,
  plantillas: ReadonlyMap<string, Uint8Array>,
  revision: Revision = REVISION_VACIA,
): Comparacion {
  return conDecisiones(compararLeidos(leerLado(antes, plantillas), leerLado(despues, plantillas)), revision)
}

/**
 * The same, with the printed page of each table and chart that changed: of a workbook, laid out now; of an edition, read off its
 * document, which where it cannot be read keeps nobody from comparing the figures.
 */
export async function compararConPaginas(
  antes: Lado,
  despues: Lado & { readonly documento?: { readonly nombre: string; readonly bytes: Uint8Array } | null },
  maquetacion: Maquetacion,
  revision: Revision = REVISION_VACIA,
): Promise<Comparacion> {
  const [a, b] = [leerLado(antes, maquetacion.plantillas), leerLado(despues, maquetacion.plantillas)]
  const comparacion = conDecisiones(compararLeidos(a, b), revision)
  if (comparacion.puestas.length === 0) return comparacion
  const paginas = await (b.libro !== null
    ? paginasDeReporte(b.libro, maquetacion)
    : despues.documento == null
      ? () => null
      : paginasDeDocumento(despues.documento).catch(() => () => null))
  return { ...comparacion, puestas: comparacion.puestas.map((p) => ({ ...p, pagina: paginas(p.clase, p.numero) })) }
}

/** The same of sides that are read already, without what was decided. @throws DatosIlegibles where only one is of a sector */
export function compararLeidos(a: Leido, b: Leido): Comparacion {
  if (a.datos.sector !== b.datos.sector) {
    throw new DatosIlegibles(
      `Solo uno de los dos lados es el capítulo del sector ${a.datos.sector ?? b.datos.sector ?? ''}. Compare dos libros, dos informes completos o dos capítulos del mismo sector.`,
    )
  }
  return {
    celdas: a.libro === null || b.libro === null ? [] : compararCeldas(a.libro.filas, b.libro.filas),
    ...compararDatos(a.datos, b.datos),
    frases: a.libro === null || b.libro === null ? [] : frasesDistintas(a.libro.documento, b.libro.documento),
  }
}

function leerLado(lado: Lado, plantillas: ReadonlyMap<string, Uint8Array>): Leido {
  return 'libro' in lado ? leerLibro(lado.libro, plantillas, lado.limites) : { datos: datosDeEdicion(lado.datos), libro: null }
}

function leerLibro(bytes: Uint8Array, plantillas: ReadonlyMap<string, Uint8Array>, limites?: Limites): Leido {
  const { libro, hojas, problemas } = leerValido(bytes, limites)
  return ladoDe(hojas, armarLibro(libro, problemas, plantillas))
}

/** A workbook that is composed already, as a side of a comparison. */
export function ladoDe(hojas: Hojas, { report, documento, publicado }: LibroArmado): Leido {
  const datos = leerDatos(datosJson(report, publicado))
  if (datos === null) throw new DatosIlegibles('Las cifras del libro no se pudieron leer de vuelta.')
  return { datos, libro: { filas: filasPorClave(hojas), documento, publicado } }
}

/**
 * The figures of an edition, from its `datos.json`.
 * @throws DatosIlegibles
 */
export function datosDeEdicion(bytes: Uint8Array): Datos {
  const datos = leerDatos(new TextDecoder().decode(bytes))
  if (datos === null) throw new DatosIlegibles('El archivo datos.json no es el de un informe hecho con este programa.')
  return datos
}

/** What matters first of what changed from one `datos.json` to another; nothing where either is none, or is of another edition. */
export function loQueCambio(antes: Uint8Array, despues: Uint8Array): readonly string[] {
  const [a, b] = [antes, despues].map((bytes) => leerDatos(new TextDecoder().decode(bytes)))
  if (a == null || b == null || a.politica.sigla !== b.politica.sigla || a.politica.vigencia !== b.politica.vigencia) return []
  if (a.sector !== b.sector) return []
  const cambios = compararDatos(a, b)
  // Who reads a sector's chapter is not told of the policy's own figures, which are not in it.
  const cifras = cambios.cifras.filter(({ sector, codigo }) => b.sector === undefined || sector !== undefined || codigo !== undefined)
  return loPrimero({ celdas: [], frases: [], ...cambios, cifras })
}

/** Lines that say what changed at a save. */
const LINEAS = 3

/** A workbook that was saved, and the `datos.json` of the report that came of it. */
interface Guardado {
  readonly libro: Uint8Array
  readonly limites?: Limites | undefined
  readonly datos: Uint8Array
}

/** What changed from one save to the next, in three lines at most: what matters of its figures and then its cells. */
export function enTresLineas(antes: Guardado, despues: Guardado): readonly string[] {
  const frases = loQueCambio(antes.datos, despues.datos)
  if (frases.length >= LINEAS) return frases.slice(0, LINEAS)
  const [viejas = [], nuevas = []] = [antes, despues].map(({ libro, limites }) => filasPorClave(leerHojas(libro, limites)))
  const celdas = compararCeldas(viejas, nuevas).map((celda) => celdaEnPalabras(celda))
  const caben = LINEAS - frases.length
  const demas = celdas.length - caben
  return [...frases, ...(demas > 0 ? [...celdas.slice(0, caben - 1), `Y ${demas + 1} celdas más.`] : celdas)]
}

/**
 * A comparison as a page.
 * @throws InvalidInput where the theme is not valid
 */
export async function paginaDeCambios(
  comparacion: Comparacion,
  {
    antes,
    despues,
    plantillas,
    tema,
    fuentes,
    version,
  }: Omit<EntradaDePagina, 'libro'> & { readonly antes: string; readonly despues: string },
): Promise<Uint8Array> {
  const theme = leerTema(textos(plantillas), tema, fuentes.familias)
  const fonts = await fuentes.leer(theme)
  return utf8(await paginaDeComparacion({ comparacion, antes, despues, theme, fonts, programa: `informe ${version}` }))
}
