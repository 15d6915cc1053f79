import type Fraction from 'fraction.js'
import type { Balance, Producto } from '../model/index.js'
import type { IndicadoresGrupo } from './indicadores.js'
import { partida, recorrido } from './recorrido.js'
import { puntosPorcentuales } from './redondeo.js'

/** The name of a difference by its exact sign: negative `rezago`, zero `en-cumplimiento`, positive `sobre-ejecucion`. */
export function balance(diferencia: Fraction): Balance {
  if (diferencia.equals(0)) return 'en-cumplimiento'
  return diferencia.lt(0) ? 'rezago' : 'sobre-ejecucion'
}

/**
 * The name printed beside the diferencia of a sector, an objetivo or the policy: its balance, save that one which rounds to 0,0 points
 * reads as en cumplimiento. Source: contract, «Computation».
 */
export function balanceImpreso(diferencia: Fraction): Balance {
  return balance(puntosPorcentuales(diferencia).valor)
}

/** And beside that of a group as it stands: before the year ends its balance is not known. */
export function balanceDelGrupo({ balance: suyo, diferencia }: Pick<IndicadoresGrupo, 'balance' | 'diferencia'>): Balance {
  return suyo === 'en-curso' ? suyo : balanceImpreso(diferencia)
}

/**
 * Diferencia acumulada, logro − meta in the product's unit, with its sign for every tipo; null without a meta acumulada. A logro that
 * is null counts as nothing achieved. Source: contract, «Computation».
 */
export function diferenciaAcumulada(p: Producto, meta: Fraction | null, logro: Fraction | null): Fraction | null {
  return meta === null ? null : (logro ?? partida(p)).sub(meta)
}

/** Balance acumulado of a product: for Decreciente to be under the meta is sobre-ejecución. Null without a meta acumulada. */
export function balanceAcumulado(p: Producto, meta: Fraction | null, logro: Fraction | null): Balance | null {
  return meta === null ? null : balance(recorrido(p, logro).sub(recorrido(p, meta)))
}
