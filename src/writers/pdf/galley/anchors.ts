/** Named destinations of the PDF. Blocks go by their own id, so footnotes take names that no id has. */

/** Where the note itself stands. */
export function noteName(number: number): string {
  return `note/${number}`
}

/** Where the note's mark stands in the text. */
export function markName(number: number): string {
  return `mark/${number}`
}
