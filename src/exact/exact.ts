import Fraction from 'fraction.js'

/**
 * A number as the exact fraction of its shortest decimal text: 0.1 is one tenth, never the binary neighbour of it.
 * Every amount enters a computation or a comparison by this door.
 */
export function exact(value: number): Fraction {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  // fraction.js reads no exponents, and JavaScript writes 0.0000001 as 1e-7.
  return new Fraction(digits).mul(new Fraction(10).pow(Number(exponent)))
}
