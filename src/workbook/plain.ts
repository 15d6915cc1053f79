/** What the XML of a part says in ways that SheetJS reads as something else, said in the way that it reads right. */

/** A stretch of a part, and what stands in its place. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** A part with some stretches of it replaced: in order. Of two over one another, which only XML that is none has, the first counts. */
export function edited(xml: Buffer, edits: readonly Edit[]): Buffer {
  if (edits.length === 0) return xml
  const pieces: Buffer[] = []
  let at = 0
  for (const { from, to, text } of edits) {
    if (from < at) continue
    pieces.push(xml.subarray(at, from), Buffer.from(text))
    at = to
  }
  return Buffer.concat([...pieces, xml.subarray(at)])
}

/**
 * A part whose characters by number are themselves: `&#xF3;` is ó. SheetJS undoes them before it reads UTF-8, so that they break the
 * letters, and knows none above 16 bits.
 */
export function withLetters(xml: Buffer): Buffer {
  if (!xml.includes('&#')) return xml
  const spelled = xml.toString('latin1').replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu, (whole, hex?: string, decimal?: string) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const isLetter = code >= 0x80 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    return isLetter ? Buffer.from(String.fromCodePoint(code)).toString('latin1') : whole
  })
  return Buffer.from(spelled, 'latin1')
}

/** Text of a value of type `str`, which SheetJS undoes twice: `&amp;lt;` is `&lt;`, and would be read as `<`. */
export function escapedTwice(text: string): string {
  return text.replaceAll('&', '&amp;amp;').replaceAll('<', '&amp;lt;')
}

const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/iu
const PLACE = /^\d+$/u

/**
 * Whether the value of a cell is of the type that the cell says. SheetJS takes what it can of any other: `1,5` would be 1, and a type
 * that does not exist, nothing.
 */
export function holds(type: string, value: string): boolean {
  switch (type) {
    case 'n':
      return value === '' || NUMBER.test(value)
    case 's':
      return value === '' || PLACE.test(value)
    default:
      return ['b', 'd', 'e', 'str', 'inlineStr'].includes(type)
  }
}
