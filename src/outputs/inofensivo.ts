/** A text that a spreadsheet would run as a formula is made a plain text by an apostrophe; numbers never come here, so −5 stays −5. */
export function inofensivo(texto: string): string {
  return /^[=+\-@\t\r]/u.test(texto) ? `'${texto}` : texto
}
