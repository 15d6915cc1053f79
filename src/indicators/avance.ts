import type Fraction from 'fraction.js'
import { exact } from '../exact/index.js'
import type { Producto } from '../model/index.js'
import { CERO, sumar, UNO } from './exacto.js'
import { recorrido } from './recorrido.js'

/**
 * Share of the way to the final goal that a level (logro or meta acumulados) stands for, held between 0 and 1: a product counts up to
 * 100 % of its final goal and no further. A null level counts as 0. Source: contract, «Computation», sector.
 */
export function avance(p: Producto, nivel: Fraction | null): Fraction {
  const parte = recorrido(p, nivel).div(recorrido(p, exact(p.metaFinal.valor)))
  if (parte.lt(0)) return CERO
  return parte.gt(1) ? UNO : parte
}

/** Mean weighted by Importancia relativa where it is given (all products of a workbook have one, or none); 0 of no products. */
export function mediaPonderada<T extends { readonly producto: Producto }>(de: readonly T[], valor: (cifras: T) => Fraction): Fraction {
  if (de.length === 0) return CERO
  const partes = de.map((cifras) => {
    const { importancia } = cifras.producto
    return { valor: valor(cifras), peso: importancia === null ? UNO : exact(importancia.valor) }
  })
  return sumar(partes.map((p) => p.valor.mul(p.peso))).div(sumar(partes.map((p) => p.peso)))
}
