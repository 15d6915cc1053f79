/** What begins a formula, in the wide letters of East Asian keyboards too, after blanks or marks without width that a spreadsheet drops. */
const FORMULA = /^(?:[\s\p{Cf}]*[=+\-@＝＋－＠]|[\t\r])/u

/** A text that a spreadsheet would run as a formula is made a plain text by an apostrophe; numbers never come here, so −5 stays −5. */
export function inofensivo(texto: string): string {
  return FORMULA.test(texto) ? `'${texto}` : texto
}
