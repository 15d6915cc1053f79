/** Names of the stretches of typed prose in a written document: where each was typed, and what it said. */
import type { Source } from './nodes.js'

/** What the name of a stretch tells, each as a short hash. */
export interface StretchName {
  /** Sheet, key and column. */
  readonly origin: string
  /** The text as typed. */
  readonly typed: string
  /** The words as printed, spaces apart. */
  readonly printed: string
  /** Which of the prints of that text it is, 1 the first. */
  readonly count: number
}

// Word takes 40 characters. Three hashes of 6 and the count leave these for whoever reads the name.
const LONGEST_STEM = 14

/**
 * `_2_1_2_logros_1f0c9a_77ab03_c41d2e_1`: key and column cut short, hashes of the origin, of the text as typed and of the words as
 * printed, and which of the prints of that text it is. The first `_` hides a bookmark in Word.
 */
export function stretchName(source: Source, typed: string, printed: string, count: number): string {
  const plain = `${source.key} ${source.column}`.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const stem = plain
    .replace(/[^a-z0-9]+/gu, '_')
    .slice(0, LONGEST_STEM)
    .replace(/^_+|_+$/gu, '')
  return `_${stem}_${originHash(source)}_${typedHash(typed)}_${printedHash(printed)}_${count}`
}

/** What a name tells; null for other names. */
export function readStretchName(name: string): StretchName | null {
  const [, origin, typed, printed, count] = /^_\w+_([0-9a-f]{6})_([0-9a-f]{6})_([0-9a-f]{6})_(\d+)$/u.exec(name) ?? []
  if (origin === undefined || typed === undefined || printed === undefined) return null
  return { origin, typed, printed, count: Number(count) }
}

/** Hash of a text as typed. */
export function typedHash(text: string): string {
  return hash(text)
}

/** Hash of where prose stands in the workbook, the same wherever its row is moved. */
export function originHash({ sheet, key, column }: Pick<Source, 'sheet' | 'key' | 'column'>): string {
  return hash([sheet, key, column].join('\n'))
}

/** Hash of words as they are printed. Spaces and what is not read are no words: programs that save a document again change them. */
export function printedHash(words: string): string {
  return hash(words.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}\p{P}\p{S}]/gu, ''))
}

/** FNV-1a, its 32 bits folded into 24: enough to tell two versions of a text apart, and room for three in a name. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193)
  return (((value >>> 24) ^ value) & 0xffffff).toString(16).padStart(6, '0')
}
