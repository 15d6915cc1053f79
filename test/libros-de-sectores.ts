/** The workbooks of the sectors, made and brought together without the weight of a styled file: what they say is the same. */
import {
  consolidar,
  type Hoja,
  hojasDeTablas,
  huellasDe,
  libroDeSector,
  sectoresConProductos,
  tablasDeSector,
} from '../src/libros/index.js'
import { nombresDeCifras } from '../src/model/index.js'
import { guardadoDe, readLibro, redactar, tablasDelLibro } from '../src/workbook/index.js'
import { serial, type UnLibro, unLibro, type Valor } from './un-libro.js'

/** Files by name. */
export type Archivos = ReadonlyMap<string, UnLibro>

/** Sheets as a workbook to be changed: what their cells hold, without their looks. */
function enLibro(hojas: readonly Hoja[]): UnLibro {
  const libro = unLibro()
  if (!hojas.some(({ nombre }) => nombre === 'Reportes')) libro.sinHoja('Reportes')
  for (const { nombre, titulo, nota, columnas, filas } of hojas)
    libro.hoja(nombre, [[titulo], [nota], columnas.map((una) => una.titulo), ...filas.map((fila) => fila.map(valorDe))])
  return libro
}

/** Day 0 of Excel, for days after February 1900. */
const DIA_CERO = Date.UTC(1899, 11, 30)

function valorDe({ valor, formato }: Hoja['filas'][number][number]): Valor {
  if (valor instanceof Date) return serial((valor.getTime() - DIA_CERO) / 86_400_000)
  return typeof valor === 'number' && formato !== null ? { tipo: 'n', valor, formato } : valor
}

function leido(bytes: Uint8Array) {
  const { libro, hojas, errores } = readLibro(bytes)
  if (libro === null || hojas === null) throw new Error(errores.map((una) => JSON.stringify(redactar(una))).join('\n'))
  return { libro, tablas: tablasDelLibro(hojas) }
}

/** The workbooks of the sectors of a workbook, by `sector.xlsx`. */
export function repartidos(bytes: Uint8Array, periodo?: string): Archivos {
  const { libro, tablas } = leido(bytes)
  const { politica } = libro
  const pedido = periodo ?? String(politica.vigencia)
  const sectores = sectoresConProductos(tablas)
  return new Map(
    sectores.map((sector, i) => {
      const suyas = tablasDeSector(tablas, { sector, periodo: pedido })
      const reparto = { sector, periodo: pedido, numero: i + 1, de: sectores.length, huellas: huellasDe(suyas, pedido) }
      const destino = { politica: politica.nombre, dependencia: politica.dependencia, sigla: politica.siglaEntidad }
      return [`${sector}.xlsx`, enLibro(libroDeSector(suyas, reparto, destino, politica))]
    }),
  )
}

/** Files as they come back, read. */
export function recibidos(archivos: ReadonlyMap<string, Uint8Array>) {
  return [...archivos].map(([archivo, bytes]) => {
    const { hojas, errores, avisos } = readLibro(bytes)
    const tablas = hojas === null ? null : tablasDelLibro(hojas)
    return { archivo, tablas, errores: errores.map(redactar), avisos: avisos.map(redactar), guardado: guardadoDe(bytes) }
  })
}

/** What comes of bringing them together: the workbook, or all that is wrong. */
export function consolidados(archivos: ReturnType<typeof recibidos>, base: Uint8Array | null, parcial = false) {
  const conBase = base === null ? null : leido(base)
  const { errores, avisos, libro, anotaciones } = consolidar(
    archivos,
    conBase && { archivo: 'base.xlsx', tablas: conBase.tablas, plan: conBase.libro.politica, cifras: nombresDeCifras(conBase.libro) },
    parcial,
  )
  return { errores, avisos, anotaciones, bytes: libro === null ? null : enLibro(hojasDeTablas(libro.tablas, libro.plan)).bytes() }
}

/** The same files, as bytes. */
export const enBytes = (archivos: Archivos): ReadonlyMap<string, Uint8Array> =>
  new Map([...archivos].map(([nombre, libro]) => [nombre, libro.bytes()]))

/** The same files, as they come back. */
export const devueltos = (archivos: Archivos) => recibidos(enBytes(archivos))
