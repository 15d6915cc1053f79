/** The small typography that nobody types: no-break spaces where a line may not end. */
import type { Inline, Source } from '../document/index.js'

const NBSP = '\u00a0'

/** A number stays with its percent sign, «N.º» with its number, the letters of «D. C.» together, and a dash hangs on the word before it. */
function bind(words: string): string {
  return words
    .replace(/(\d) ?%/gu, `$1${NBSP}%`)
    .replace(/(n\.º|art\.|núm\.|pág\.) (?=\d)/giu, `$1${NBSP}`)
    .replace(/\bD\. C\./gu, `D.${NBSP}C.`)
    .replace(/▼ /gu, `▼${NBSP}`)
}

/** A leaf of words, or none where there are none. Line breaks and runs of spaces of the source are one space; no-break spaces stay. */
export function text(words: string, source?: Source): readonly Inline[] {
  const value = bind(words.replace(/[ \t\r\n]+/gu, ' '))
  if (value === '') return []
  return [source === undefined ? { type: 'text', value } : { type: 'text', value, source }]
}
