/** Text of the workbook as any document can hold it, saying what it seems to say. */

/** What no document can hold: control characters but tabs and line breaks, halves of characters, and codes that are no characters. */
const UNPRINTABLE = /(?![\t\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/**
 * What has no width, or turns the order of what follows: it makes a text say something other than what is seen. The joiner of zero width
 * within an emoji is part of it, and so are the tags that make a flag.
 */
const UNSEEN =
  /(?<kept>(?<=\p{Extended_Pictographic}[\u{FE0F}\u{1F3FB}-\u{1F3FF}]?)\u{200D}(?=\p{Extended_Pictographic})|\u{1F3F4}[\u{E0020}-\u{E007E}]+\u{E007F})|[\u{61C}\u{180E}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}\u{E0000}-\u{E007F}]/gu

export interface Cleaned {
  readonly value: string
  /** Whether something that nobody sees was taken out. */
  readonly unseen: boolean
}

/** The text without what cannot be printed and what cannot be seen. Line and paragraph separators of Unicode are line breaks. */
export function clean(stored: string): Cleaned {
  const printable = stored.replace(UNPRINTABLE, '').replace(/[\p{Zl}\p{Zp}]/gu, '\n')
  const value = printable.replace(UNSEEN, '$<kept>')
  return { value, unseen: value.length !== printable.length }
}
