import { decimal } from './decimal.js'
import type { Glyph, ShapedWord } from './shaper.js'
import type { FontProgram } from './types.js'

type Shower = (words: readonly ShapedWord[], size: number, spacing: number, x: number, y: number) => string

/**
 * Writes the operators that show words in a font, as PDFKit would; their glyphs are embedded in the order in which they are first shown.
 * Source: ISO 32000-1, 9.4. A font may draw U+0020 and U+00A0 with one glyph, which is read back as whichever came first: that is the plain
 * `blank`. And the box of what it lacks must not be read back as U+0000, as PDFKit has it.
 */
export function showerOf(program: FontProgram, blank: ShapedWord): Shower {
  const written = new Map<ShapedWord, string>()
  const glyphs = (shown: readonly Glyph[]) => shown.map((glyph) => glyphOf(program, glyph)).join('')
  const word = (shown: ShapedWord) => {
    const known = written.get(shown) ?? glyphs(shown.glyphs)
    written.set(shown, known)
    return known
  }
  word(blank)
  program.unicode[0] = [REPLACEMENT]
  return (words, size, spacing, x, y) => {
    const operators = [`BT\n1 0 0 1 ${decimal(x)} ${decimal(y)} Tm\n/${program.id} ${decimal(size)} Tf`]
    if (spacing !== 0) operators.push(`${decimal(spacing)} Tc`)
    const move = (toX: number, toY: number) => operators.push(`1 0 0 1 ${decimal(toX)} ${decimal(toY)} Tm`)
    let body = ''
    const flush = () => {
      if (body !== '') operators.push(`[<${body.endsWith(OPENED) ? body.slice(0, -OPENED.length) : `${body}> 0`}] TJ`)
      body = ''
    }
    let pen = x
    for (const shown of words) {
      if (shown.shifted) {
        for (const glyph of shown.glyphs) {
          const away = glyph.dx !== 0 || glyph.dy !== 0
          if (away) {
            flush()
            move(pen + (glyph.dx * size) / 1000, y + (glyph.dy * size) / 1000)
          }
          body += glyphOf(program, glyph)
          pen += (glyph.advance * size) / 1000
          if (away) {
            flush()
            move(pen, y)
          }
        }
      } else {
        body += word(shown)
        pen += (shown.advance * size) / 1000
      }
    }
    flush()
    operators.push('ET')
    return operators.join('\n')
  }
}

/** The place where a body goes on after a glyph that is not followed at its own width. */
const OPENED = ' <'

/** A glyph of a body of `TJ`, and what brings the next one nearer. */
function glyphOf(program: FontProgram, glyph: Glyph): string {
  const hex = hexOf(embedIn(program, glyph))
  const kern = glyph.advance - glyph.width
  return kern === 0 ? hex : `${hex}> ${decimal(-kern)}${OPENED}`
}

/** What a font must know of a glyph that it embeds. */
export type Embeddable = Pick<Glyph, 'id' | 'width' | 'codePoints'>

/** Has a glyph embedded in a font, if it is not, and gives the number that it has there: numbers are given in the order of asking. */
export function embedIn(program: FontProgram, { id, width, codePoints }: Embeddable): number {
  const own = program.subset.includeGlyph(id)
  program.widths[own] ??= width
  program.unicode[own] ??= codePoints
  return own
}

/** A glyph as an operand of `TJ`. */
export function hexOf(number: number): string {
  return number.toString(16).padStart(HEX, '0')
}

/** Digits of it. */
const HEX = 4

const REPLACEMENT = 0xfffd
