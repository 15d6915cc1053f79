import type { Section } from './nodes.js'

type Numbering = Section['numbering']

/** The number printed on each page, from the kinds of number of the pages in order. Empty on a page without one. */
export function pageLabels(kinds: readonly Numbering[]): string[] {
  return counts(kinds).map((count, i) => WRITTEN[kinds[i] ?? 'none'](count))
}

const WRITTEN: Record<Numbering, (count: number) => string> = { none: () => '', roman, decimal: String }

/** A kind of number that is not that of the page before begins at 1. */
function counts(kinds: readonly Numbering[]): number[] {
  let count = 0
  return kinds.map((kind, i) => {
    count = kind === kinds[i - 1] ? count + 1 : 1
    return count
  })
}

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(count: number): string {
  let rest = count
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(rest / value)
    rest -= times * value
    return sign.repeat(times)
  }).join('')
}
