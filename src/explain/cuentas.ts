/** Operations as they are written by hand: `8 + 8 + 19 = 35`, `19 ÷ 8 = 237,5 %`, `2 ÷ 3 ≈ 66,67 %`. */
import { exact } from '../exact/index.js'
import type { Fraction } from '../indicators/index.js'
import type { Producto } from '../model/index.js'
import { cantidad, porcentaje } from '../report/index.js'

/** `= 237,5 %`, or `≈ 66,67 %` where two decimals do not hold it. */
export function enPorcentaje(f: Fraction): string {
  return `${cabe(f, 10_000) ? '=' : '≈'} ${porcentaje(f)}`
}

/** `8 + 8 + 19 = 35`; for a single one, itself. */
export function suma(sumandos: readonly string[], total: string): string {
  return sumandos.length === 1 ? total : `${sumandos.join(' + ')} = ${total}`
}

/** The way made to a level, as it is written: `19`; for Decreciente, `(50 − 19)`. */
export function caminoEscrito(producto: Producto, nivel: Fraction): string {
  const { tipo, lineaBase } = producto
  if (tipo !== 'Decreciente' || lineaBase === null) return cantidad(nivel, producto)
  return `(${cantidad(exact(lineaBase.valor), producto)} − ${cantidad(nivel, producto)})`
}

function cabe(f: Fraction, escala: number): boolean {
  return f.mul(escala).d === 1n
}
