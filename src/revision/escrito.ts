/** Words that people type beside a change. */

/** Letters that a name and a note may have. */
export const MAXIMOS = { quien: 100, nota: 1000 } as const

/** What parts words: spaces, controls, ends of lines and paragraphs. */
const CORTES = /[\p{Cc}\p{Zl}\p{Zp} ]+/gu
/** What turns the direction of the words around it, so that a line reads otherwise than it is written; and what no XML can hold. */
const INVISIBLES = /[\u{061C}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\p{Cs}\u{FFFE}\u{FFFF}]/gu

/** A text on one line, as it may be shown and printed anywhere: trimmed, without control characters or marks of direction. */
export function enUnRenglon(texto: string): string {
  return texto.replace(INVISIBLES, '').replace(CORTES, ' ').trim()
}

/** Whether a text has as many letters as its field may have, or fewer. */
export function cabe(campo: keyof typeof MAXIMOS, texto: string): boolean {
  return [...texto].length <= MAXIMOS[campo]
}

/**
 * A name and a note on one line each, cut where they are too long.
 * @throws RangeError without a name, which nothing in the file may lack
 */
export function limpios<T extends { readonly quien: string; readonly nota: string }>(escrito: T): T {
  const quien = recortado('quien', escrito.quien)
  if (quien === '') throw new RangeError('Falta el nombre de la persona.')
  return { ...escrito, quien, nota: recortado('nota', escrito.nota) }
}

/** One of them, the same way. */
export function recortado(campo: keyof typeof MAXIMOS, texto: string): string {
  return [...enUnRenglon(texto)].slice(0, MAXIMOS[campo]).join('').trimEnd()
}
