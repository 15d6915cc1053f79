import Fraction from 'fraction.js'
import { exact } from '../exact/index.js'

/** Exact sum of amounts; 0 of none. */
export function sum(values: readonly number[]): Fraction {
  return values.reduce((total, value) => total.add(exact(value)), new Fraction(0))
}

/** Whether two amounts are the same to 9 decimals. Source: contract, «Computation»: sums are compared to 9 decimals. */
export function same(a: Fraction, b: Fraction): boolean {
  return a.sub(b).abs().lt(new Fraction(1, 2_000_000_000))
}
