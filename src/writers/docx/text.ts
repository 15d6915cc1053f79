export { clean, escaped } from '../../xml/index.js'

// As wide as a digit, and no line breaks at it.
const FIGURE_SPACE = '\u{2007}'

/** Words of a chip with room before and after them, for a shaded run has none of its own; never on two lines. */
export function chipText(value: string): string {
  return `${FIGURE_SPACE}${value.replaceAll(' ', FIGURE_SPACE)}${FIGURE_SPACE}`
}
