import type { Section } from '../../../document/index.js'

type Numbering = Section['numbering']

/** The number printed on each page, from the kinds of number of the pages in order. Empty on a page without one. */
export function pageLabels(kinds: readonly Numbering[]): string[] {
  return counts(kinds).map((count, i) => WRITTEN[kinds[i] ?? 'none'](count))
}

/** The same numbers as a PDF viewer shows them, as ranges for the file's `PageLabels`: from each page (0 is the first) a style and a start. */
export function pageLabelRanges(kinds: readonly Numbering[]): { readonly from: number; readonly style: 'r' | 'D' | null }[] {
  return kinds.flatMap((kind, from) => (kind === kinds[from - 1] ? [] : [{ from, style: STYLE[kind] }]))
}

const STYLE = { none: null, roman: 'r', decimal: 'D' } as const

const WRITTEN: Record<Numbering, (count: number) => string> = { none: () => '', roman, decimal: String }

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
