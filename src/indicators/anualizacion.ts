import type Fraction from 'fraction.js'
import { exact } from '../exact/index.js'
import type { Avance, Dato, Producto, TipoAnualizacion } from '../model/index.js'
import { sumar } from './exacto.js'

type Cuentan = <D extends Dato>(serie: readonly D[]) => readonly D[]

const todos: Cuentan = (serie) => serie
const ultimo: Cuentan = (serie) => serie.slice(-1)

/** Which amounts of a series, in order of year, make up its accumulated figure: every one, or the last stated. Source: contract, «Computation». */
const cuentan: Readonly<Record<TipoAnualizacion, Cuentan>> = {
  Suma: todos,
  Constante: ultimo,
  Creciente: ultimo,
  Decreciente: ultimo,
}

/** A 0 outside the product's years fills a cell and says nothing: for Decreciente it would be the best achievement of all. */
function dentro(p: Producto, anio: number): boolean {
  return p.inicio <= anio && anio <= p.fin
}

/** Whether a goal stated for a year is one: a 0 is a goal only for Decreciente. */
export function metaQueVale(p: Producto, anio: number, meta: Dato): boolean {
  return meta.valor !== 0 || (p.tipo === 'Decreciente' && dentro(p, anio))
}

/** Whether what a cell states for a year is an achievement: a 0 in a year of the product is one. */
export function avanceQueVale(p: Producto, anio: number, avance: Avance): boolean {
  return avance.valor !== 0 || dentro(p, anio)
}

function hasta<D extends Dato>(serie: ReadonlyMap<number, D>, vigencia: number, vale: (anio: number, dato: D) => boolean): readonly D[] {
  return [...serie]
    .filter(([anio, dato]) => anio <= vigencia && vale(anio, dato))
    .sort(([a], [b]) => a - b)
    .map(([, dato]) => dato)
}

/** The goal of the vigencia with its cells; null where there is none: a goal of 0 is one only for Decreciente. */
export function metaDeLaVigencia(p: Producto, vigencia: number): Dato | null {
  const meta = p.metas.get(vigencia)
  return meta !== undefined && metaQueVale(p, vigencia, meta) ? meta : null
}

/** What was reported for the vigencia with its cells; null where nothing was. Zero is a value. */
export function avanceDeLaVigencia(p: Producto, vigencia: number): Avance | null {
  const avance = p.avances.get(vigencia)
  return avance !== undefined && avanceQueVale(p, vigencia, avance) ? avance : null
}

/** The goals that make up the meta acumulada, by year. */
export function metasQueCuentan(p: Producto, vigencia: number): readonly Dato[] {
  return cuentan[p.tipo](hasta(p.metas, vigencia, (anio, meta) => metaQueVale(p, anio, meta)))
}

/** The achievements that make up the logro acumulado, by year. */
export function avancesQueCuentan(p: Producto, vigencia: number): readonly Avance[] {
  return cuentan[p.tipo](hasta(p.avances, vigencia, (anio, avance) => avanceQueVale(p, anio, avance)))
}

/**
 * The accumulated figure of the amounts that count, in the product's unit: their sum, which for one amount is that amount;
 * null where there are none.
 */
export function acumulado(datos: readonly Dato[]): Fraction | null {
  return datos.length === 0 ? null : sumar(datos.map((d) => exact(d.valor)))
}
