import type Fraction from 'fraction.js'
import type { Producto } from '../model/index.js'
import { CERO, UNO } from './exacto.js'
import { recorrido } from './recorrido.js'

/**
 * Cumplimiento of the vigencia: what was achieved over what was promised, as a fraction (1 = 100 %), uncapped, perhaps below 0.
 * Null without a goal; 0 where there is a goal and no achievement was reported. Decreciente counts the way down from the línea base;
 * where its goal is the línea base itself there is no way to make, and holding it is 100 %. Source: contract, «Computation».
 */
export function cumplimiento(p: Producto, meta: Fraction | null, logro: Fraction | null): Fraction | null {
  if (meta === null) return null
  if (logro === null) return CERO
  const prometido = recorrido(p, meta)
  const hecho = recorrido(p, logro)
  if (prometido.equals(0)) return hecho.gte(0) ? UNO : CERO
  return hecho.div(prometido)
}
