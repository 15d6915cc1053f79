/** A follow-up within the year: what of a workbook counts up to the end of one of its periods. Source: docs/libro.md, «Seguimiento dentro del año». */
import { exact } from '../exact/index.js'
import type { Avance, Capacitacion, Corte, Fecha, Libro, Periodo, Producto, TipoAnualizacion } from '../model/index.js'
import { cierraElAnio, mesDeCierre, normalizarNombre } from '../model/index.js'
import { sumar } from './exacto.js'

/** Whether a product of the workbook has an achievement of its vigencia that counts in a follow-up up to a period. */
export function hayAvancesHasta({ productos, politica }: Libro, periodo: Periodo): boolean {
  return productos.some((p) => p.avances.get(politica.vigencia)?.periodos.some(hastaElMes(mesDeCierre(periodo))))
}

/**
 * The workbook as it stood when a period of its vigencia ended: of that year only the periods that had ended by then count, and so do its
 * dated events. A product whose year is given as a whole has nothing reported yet. The day of the cut takes the place of Fecha de corte.
 * @throws RangeError for the last period of a year, with which the year itself ends: there is nothing to cut
 */
export function alCorte(libro: Libro, periodo: Periodo): Libro {
  if (cierraElAnio(periodo)) throw new RangeError('A cut at the end of the year cuts nothing.')
  const { vigencia, celdas } = libro.politica
  const mes = mesDeCierre(periodo)
  const corte: Corte = { periodo, fecha: ultimoDia(vigencia, mes) }
  const { 'Fecha de corte': _, ...otras } = celdas
  return {
    ...libro,
    corte,
    politica: { ...libro.politica, fechaCorte: corte.fecha, celdas: otras },
    productos: libro.productos.map((p) => productoAlCorte(p, vigencia, mes)),
    capacitaciones: conFilas(libro.capacitaciones?.filter((c) => ultimoMesDe(c) <= mes)),
    jornadas: conFilas(libro.jornadas?.filter(({ fecha }) => fecha <= corte.fecha)),
    reuniones: conFilas(libro.reuniones?.filter(({ fecha }) => fecha <= corte.fecha)),
  }
}

function productoAlCorte(p: Producto, vigencia: number, mes: number): Producto {
  const avances = new Map(p.avances)
  const suyo = avances.get(vigencia)
  const cortado = suyo === undefined ? null : avanceAlCorte(suyo, p.tipo, mes)
  if (cortado === null) avances.delete(vigencia)
  else avances.set(vigencia, cortado)
  return { ...p, avances }
}

/** Of the periods that count their sum (Suma) or the last; null of none. `hasta`: the last of them, where it ends before the cut. */
function avanceAlCorte({ periodos }: Avance, tipo: TipoAnualizacion, mes: number): Avance | null {
  const cuentan = periodos.filter(hastaElMes(mes))
  const ultimo = cuentan.at(-1)
  if (ultimo === undefined) return null
  const sumados = tipo === 'Suma' ? cuentan : [ultimo]
  return {
    valor: sumar(sumados.map(({ valor }) => exact(valor))).valueOf(),
    celdas: sumados.map(({ celda }) => celda),
    hasta: mesDeCierre(ultimo.periodo) === mes ? null : ultimo.periodo,
    periodos: cuentan,
  }
}

function hastaElMes(mes: number): (de: { readonly periodo: Periodo }) => boolean {
  return ({ periodo }) => mesDeCierre(periodo) <= mes
}

function ultimoDia(anio: number, mes: number): Fecha {
  return new Date(Date.UTC(anio, mes, 0)).toISOString().slice(0, 10)
}

const MESES = 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ')

/** The last month that the words of a row name; 0 where they name none. */
function ultimoMesDe({ mes }: Capacitacion): number {
  const palabras = normalizarNombre(mes)
    .replace(/\bsetiembre\b/gu, 'septiembre')
    .split(/[^a-z]+/u)
  return Math.max(...palabras.map((palabra) => MESES.indexOf(palabra) + 1))
}

/** Null where no row is left, as for a sheet without any. */
function conFilas<F>(filas: readonly F[] | undefined): readonly F[] | null {
  return filas === undefined || filas.length === 0 ? null : filas
}
