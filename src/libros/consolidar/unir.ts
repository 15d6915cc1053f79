/** The sectors' workbooks in one: what they were asked for, in the base; without one, all that they have. */
import { normalizarNombre } from '../../model/index.js'
import type { CeldaLeida, Tabla } from '../../workbook/index.js'
import { esquema } from '../esquema.js'
import { politicaDeTablas } from '../politica-de-tablas.js'
import { sePide, TEXTOS } from '../reparto/periodo.js'
import { conColumnas, MOSTRADAS, sinColumna } from '../reparto/tablas-de-sector.js'
import { celdaBajo, celdaNueva, claveDe, dichoEn, type FilaLeida, filasDeTabla, tablaDe, valorDe } from '../tablas.js'
import type { LibroDeSector } from './recibido.js'

/** A cell of the consolidated workbook, and the file that it came from; none for the base's own. */
export type CeldaUnida = CeldaLeida & { readonly archivo?: string }

export interface TablaUnida extends Tabla {
  readonly filas: readonly (readonly CeldaUnida[])[]
}

/** Sheets in which sectors are asked for something. */
const PEDIDAS = ['Avances', 'Reportes']

/** The base's tables with what each sector answered in the cells that it was asked to fill; everything else of it stays as it is. */
export function unirEnBase(base: readonly Tabla[], libros: readonly LibroDeSector[]): readonly TablaUnida[] {
  const conReportes =
    tablaDe(base, 'Reportes') === undefined ? [...base, { hoja: 'Reportes', columnas: ['Código', 'Logros'], filas: [] }] : base
  return conReportes
    .map((tabla) => (PEDIDAS.includes(tabla.hoja) ? libros.reduce<TablaUnida>(conLoSuyo, tabla) : tabla))
    .filter((tabla) => tabla.hoja !== 'Reportes' || tabla.filas.length > 0 || tablaDe(base, 'Reportes') !== undefined)
}

/** A table with what one sector answered in it. */
function conLoSuyo(tabla: TablaUnida, libro: LibroDeSector): TablaUnida {
  const { archivo, entrega } = libro
  const suya = tablaDe(libro.tablas, tabla.hoja)
  if (suya === undefined) return tabla
  const dichas = suya.columnas.filter((titulo) => sePide(tabla.hoja, titulo, entrega.periodo))
  const conDatos = dichas.filter((titulo) =>
    [...libro.filas(tabla.hoja).values()].some((fila) => valorDe(celdaBajo(suya, fila, titulo)) !== ''),
  )
  const ancha: TablaUnida = conColumnas(tabla, conDatos)
  const respuesta = (fila: FilaLeida, titulo: string, antes: CeldaUnida): CeldaUnida =>
    dichas.includes(titulo) ? { ...(celdaBajo(suya, fila, titulo) ?? celdaNueva(null)), archivo } : antes
  const faltan = new Map(libro.filas(tabla.hoja))
  const filas = ancha.filas.map((fila) => {
    const clave = claveDe(ancha, fila)
    const suFila = clave === null ? undefined : faltan.get(clave)
    if (clave === null || suFila === undefined) return fila
    faltan.delete(clave)
    return ancha.columnas.map((titulo, j) => respuesta(suFila, titulo, fila[j] ?? celdaNueva(null)))
  })
  // A row of a product that the base says nothing of comes in if its sector does.
  const nuevas = [...faltan]
    .filter(([, fila]) => dichas.some((titulo) => valorDe(celdaBajo(suya, fila, titulo)) !== ''))
    .map(([clave, fila]) => ancha.columnas.map((titulo) => respuesta(fila, titulo, celdaNueva(titulo === 'Código' ? clave : null))))
  return { ...ancha, filas: [...filas, ...nuevas] }
}

/** What all the sectors' workbooks share, of the first; and of each, its rows, in the order of the sectors. */
export function unirSinBase(libros: readonly LibroDeSector[]): readonly TablaUnida[] {
  const enOrden = libros.toSorted((a, b) => ordenDe(a) - ordenDe(b))
  const [primero] = enOrden
  const plan = primero === undefined ? null : politicaDeTablas(primero.tablas).plan
  if (plan === null) return []
  return esquema(plan).flatMap(({ nombre }): readonly TablaUnida[] => {
    const suyas = enOrden.flatMap(({ tablas, archivo }) => {
      const tabla = tablaDe(tablas, nombre)
      return tabla === undefined ? [] : [{ archivo, tabla: (MOSTRADAS[nombre] ?? []).reduce(sinColumna, tabla) }]
    })
    const [una] = suyas
    if (una === undefined) return []
    const juntas = DE_CADA_UNO.includes(nombre) ? suyas : [una]
    const columnas = conColumnas({ ...una.tabla, filas: [] }, [...new Set(juntas.flatMap(({ tabla }) => tabla.columnas))]).columnas
    const filas = juntas.flatMap(({ tabla, archivo }) =>
      [...filasDeTabla(tabla).values()]
        .filter((fila) => nombre !== 'Reportes' || TEXTOS.some((titulo) => valorDe(celdaBajo(tabla, fila, titulo)) !== ''))
        .map((fila) => columnas.map((titulo): CeldaUnida => ({ ...(celdaBajo(tabla, fila, titulo) ?? celdaNueva(null)), archivo }))),
    )
    return [{ hoja: nombre, columnas, filas }]
  })
}

const DE_CADA_UNO = ['Sectores', 'Productos', 'Metas', 'Avances', 'Reportes']

/** Place of the sector among the chapters of the report. */
function ordenDe({ tablas, entrega }: LibroDeSector): number {
  const sectores = tablaDe(tablas, 'Sectores')
  const fila = filasDeTabla(sectores).get(normalizarNombre(entrega.sector))
  return sectores === undefined || fila === undefined ? 0 : Number(dichoEn(celdaBajo(sectores, fila, 'Orden')))
}
