// Everything that XML 1.0 does not allow: control characters, halves of surrogate pairs, the two noncharacters of the BMP.
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Text as XML can hold it: characters that would make Word refuse the file are left out; a tab or line break becomes a space. */
export function clean(text: string): string {
  return text.replace(NOT_XML, '').replace(/[\t\n\r]+/gu, ' ')
}

/** `clean` text, ready to stand in an XML attribute or element. */
export function escaped(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
