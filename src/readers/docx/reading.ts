import { type Token, tokens } from './xml.js'

// Text that is not read: deleted or moved away, instructions of fields, and the second copy of a drawing.
const SKIPPED = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'mc:Fallback', 'w:pPrChange', 'w:rPrChange', 'w:delText'])

/** The marks of a part, each with whether a reader of the document as it stands would see it. */
export function* readTokens(xml: string): Generator<{ readonly token: Token; readonly read: boolean }> {
  let skipped = 0
  for (const token of tokens(xml)) {
    const skips = token.kind !== 'text' && SKIPPED.has(token.name)
    if (skips && token.kind === 'open' && !token.empty) skipped++
    if (skips && token.kind === 'close') skipped--
    yield { token, read: skipped === 0 && !skips }
  }
}
