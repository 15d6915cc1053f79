import type Fraction from 'fraction.js'

/**
 * The one rounding of the project: to so many decimals, half away from zero (0.5 → 1, −0.5 → −1), exact.
 * Source: contract, «Computation», cumplimiento.
 */
export function redondear(f: Fraction, decimales: number): Fraction {
  // fraction.js rounds −0.5 to −0, so the size is rounded and the sign put back.
  const tamano = f.abs().round(decimales)
  return f.lt(0) ? tamano.neg() : tamano
}

/** A fraction (1 = 100 %) as the whole percentage that is printed and classified: 201/200 → 101, −12/100 → −12. */
export function porcentajeEntero(f: Fraction): number {
  return redondear(f.mul(100), 0).valueOf()
}

/** Percentage points ready to print: `valor` is rounded to as many decimals as `decimales` says (0.97 → 1 with one decimal, «1,0»). */
export interface Puntos {
  readonly valor: Fraction
  readonly decimales: 0 | 1
}

/**
 * A diferencia between two fractions as percentage points: whole ones; one decimal where its size is under 1 point and not 0.
 * Source: contract, «In print».
 */
export function puntosPorcentuales(diferencia: Fraction): Puntos {
  const puntos = diferencia.mul(100)
  const decimales = !puntos.equals(0) && puntos.abs().lt(1) ? 1 : 0
  return { valor: redondear(puntos, decimales), decimales }
}
