import Fraction from 'fraction.js'

/** An amount of the workbook as an exact fraction. */
export function exact(value: number): Fraction {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  // fraction.js reads no exponents, and JavaScript writes 0.0000001 as 1e-7.
  return new Fraction(digits).mul(new Fraction(10).pow(Number(exponent)))
}

/** Exact sum of amounts; 0 of none. */
export function sum(values: readonly number[]): Fraction {
  return values.reduce((total, value) => total.add(exact(value)), new Fraction(0))
}

/** Whether two amounts are the same to 9 decimals. Source: contract, «Computation»: sums are compared to 9 decimals. */
export function same(a: Fraction, b: Fraction): boolean {
  return a.sub(b).abs().lt(new Fraction(1, 2_000_000_000))
}
