import type Fraction from 'fraction.js'
import { exact } from '../exact/index.js'
import type { Producto } from '../model/index.js'
import { CERO } from './exacto.js'

/**
 * Where the product starts from, in its unit, and so what counts where nothing was reported: 0; for Decreciente, the línea base.
 * @throws RangeError where a Decreciente product has no línea base, which reading the workbook rules out.
 */
export function partida(p: Producto): Fraction {
  if (p.tipo !== 'Decreciente') return CERO
  if (p.lineaBase === null) throw new RangeError(`El producto ${p.codigo} es Decreciente y no tiene línea base.`)
  return exact(p.lineaBase.valor)
}

/**
 * The way made from the start to a level, in the product's unit: the level itself; for Decreciente, línea base − level. With it one
 * rule serves every tipo: cumplimiento, avance and balance all compare ways. A null level is no way at all: 0.
 */
export function recorrido(p: Producto, nivel: Fraction | null): Fraction {
  if (nivel === null) return CERO
  return p.tipo === 'Decreciente' ? partida(p).sub(nivel) : nivel
}
