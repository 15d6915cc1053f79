import Fraction from 'fraction.js'
import type { Dato } from '../model/index.js'

export const CERO = new Fraction(0)
export const UNO = new Fraction(1)

/**
 * A number as the exact fraction of its shortest decimal text: 0.1 is one tenth, never the binary neighbour of it.
 * Every amount enters the computation by this door.
 */
export function exacto(valor: number): Fraction {
  const [mantisa = '', exponente] = String(valor).split('e')
  // fraction.js reads no exponents, and JavaScript writes 0.0000001 as 1e-7.
  return exponente === undefined ? new Fraction(mantisa) : new Fraction(mantisa).mul(new Fraction(10).pow(Number(exponente)))
}

/** Exact sum; 0 of none. */
export function sumar(fracciones: readonly Fraction[]): Fraction {
  return fracciones.reduce((total, f) => total.add(f), CERO)
}

/** Exact sum of amounts of the workbook (participantes, asistentes…), in their unit; 0 of none. */
export function sumarDatos(datos: readonly Dato[]): Fraction {
  return sumar(datos.map((d) => exacto(d.valor)))
}

/** `parte` of `total` as a fraction (1 = 100 %); null of a total of 0. */
export function proporcion(parte: number, total: number): Fraction | null {
  return total === 0 ? null : exacto(parte).div(exacto(total))
}
