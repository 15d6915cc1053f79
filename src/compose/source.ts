import Handlebars from 'handlebars'
import type { Piece } from './faults.js'
import { parseTemplate } from './parse-template.js'
import { PRINT, Safe, VALUE } from './safe.js'

/**
 * What Handlebars makes of a piece, as source: an expression of JavaScript that hangs on nothing but the text of the piece and the names of
 * the helpers.
 * @throws TemplateError where it is no template, or asks for what no template may
 */
export function sourceOf(piece: Piece, helpers: readonly string[]): string {
  const tree = parseTemplate(piece)
  new Safe(new Set(helpers)).accept(tree)
  const knownHelpers = Object.fromEntries([...helpers, PRINT, VALUE].map((name) => [name, true]))
  return String(Handlebars.precompile(tree, { strict: true, noEscape: true, knownHelpers }))
}
