/** A number read from text: its value, and whether it was written as a percentage (`35%` is 0.35). */
export interface TypedNumber {
  readonly value: number
  readonly percent: boolean
}

const COLOMBIAN = /^([-−+]?)(?:([1-9]\d{0,2}(?:\.\d{3})+)|(\d+))(?:,(\d+))?\s*(%?)$/u
const POINT_AMONG_DIGITS = /^[-−+]?\d[\d.,]*\s*%?$/u

/**
 * The number that a text states in the Colombian form: `1.300.231`, `4.019`, `5,7`, `100%`. Null where it states none; `point` where it
 * is digits with a point that does not part thousands (`4.5`). Source: contract, «Numbers».
 */
export function parseNumber(text: string): TypedNumber | 'point' | null {
  const parts = COLOMBIAN.exec(text.trim())
  if (parts === null) return POINT_AMONG_DIGITS.test(text.trim()) && text.includes('.') ? 'point' : null
  const [, sign = '', grouped, plain = '', decimals = '', percent = ''] = parts
  const whole = grouped?.replaceAll('.', '') ?? plain
  // The decimal point is moved in the text: 5,7 / 100 in binary is 0.057000000000000002.
  const value = Number(`${sign === '' || sign === '+' ? '' : '-'}${whole}.${decimals || 0}e${percent === '' ? 0 : -2}`)
  return Number.isFinite(significant(value)) ? { value: significant(value), percent: percent !== '' } : null
}

/** A number as its shortest decimal of at most 15 significant digits: Excel's 0.30000000000000004 is 0.3. Source: contract, «General rules». */
export function significant(value: number): number {
  return Number(value.toPrecision(15))
}

/** A number as an error shows it: decimal comma, no thousands, so that it is told as it was typed. */
export function showNumber(value: number): string {
  return String(value).replace('.', ',')
}

/** A fraction as an error shows a percentage: 0.35 is `35 %`. */
export function showPercent(fraction: number): string {
  return `${showNumber(significant(fraction * 100))} %`
}
