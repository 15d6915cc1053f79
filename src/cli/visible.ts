/** Characters that a terminal obeys instead of showing them, or that turn the order of what it shows: controls but the line break and the tab. */
const OBEYED = /(?![\n\t])[\p{Cc}\u{200E}\u{200F}\u{202A}-\u{202E}\u{2066}-\u{2069}\p{Zl}\p{Zp}]/gu

/** A text of somebody else's as a terminal may have it: what it would obey is written out, `\u{1B}`. */
export function visible(text: string): string {
  return text.replace(OBEYED, (character) => `\\u{${character.codePointAt(0)?.toString(16).toUpperCase()}}`)
}

/** The same in one line, so that nothing quoted can pass for a line of ours. */
export function visibleInLine(text: string): string {
  return visible(text.replace(/\s*\n\s*/gu, ' '))
}
