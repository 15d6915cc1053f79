/** How the text of a document is cleaned, whatever its format. */

const SPACES = /[\s\u00a0\u2007\u202f]+/gu
// Soft hyphens, zero-width marks and the signs of emoji: they stand between letters without being read.
const UNREAD = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufe0e|\ufe0f|\ufeff/gu
// A call of a footnote glued to the word or the point before it; «m²» keeps its square.
const NOTE_CALL = /(?<=\p{L}{3}|[.,;:)”»%])[⁰¹²³⁴-⁹]+/gu

/** Words with single spaces, without what is not read. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(UNREAD, '').replace(NOTE_CALL, '').replace(SPACES, ' ').trim()
}
