import Fraction from 'fraction.js'
import { exact } from '../exact/index.js'
import type { Dato } from '../model/index.js'

export const CERO = new Fraction(0)
export const UNO = new Fraction(1)

/** Exact sum; 0 of none. */
export function sumar(fracciones: readonly Fraction[]): Fraction {
  return fracciones.reduce((total, f) => total.add(f), CERO)
}

/** Exact sum of amounts of the workbook (participantes, asistentes…), in their unit; 0 of none. */
export function sumarDatos(datos: readonly Dato[]): Fraction {
  return sumar(datos.map((d) => exact(d.valor)))
}

/** `parte` of `total` as a fraction (1 = 100 %); null of a total of 0. */
export function proporcion(parte: number, total: number): Fraction | null {
  return total === 0 ? null : exact(parte).div(exact(total))
}

/**
 * The JavaScript number nearest to a fraction, for machines. Unlike `Fraction.valueOf`, it holds for the mean of hundreds of products,
 * whose numerator and denominator are each beyond the largest number, so that their quotient in floating point would be NaN.
 */
export function aNumero(f: Fraction): number {
  const decimales = Math.max(0, String(f.d).length - String(f.n).length + 25)
  return Number(`${(f.s * f.n * 10n ** BigInt(decimales)) / f.d}e-${decimales}`)
}
