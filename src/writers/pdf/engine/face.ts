import type { ShapedWord, Shaper } from './shaper.js'
import { type Embeddable, embedIn, showerOf } from './shower.js'
import type { FontProgram, PdfFile } from './types.js'

/** A face of a family, opened in a file. Metrics in thousandths of the size. */
export interface Face {
  /** The name by which pages call it. */
  readonly name: string
  readonly ascender: number
  readonly descender: number
  /** Distance between two lines set solid, in points, at a size in points. */
  readonly lineHeight: (size: number) => number
  /** Whether it has every character of a text. */
  readonly covers: (text: string) => boolean
  /** How far the pen goes along a text. */
  readonly advanceOf: (text: string) => number
  /** A text in the pieces that are shaped: words, each with the blank after it. */
  readonly words: (text: string) => readonly ShapedWord[]
  /** Has the face among those of the current page, which it must be before any of its letters is shown there. */
  readonly use: () => void
  /** Has a glyph embedded, if it is not; the number that it has in the file. */
  readonly embed: (glyph: Embeddable) => number
  /** The operators that show a text: its size, the space between its letters, and where its baseline begins, in the page's own coordinates. */
  readonly show: (text: string, size: number, spacing: number, x: number, y: number) => string
}

/** Opens a face in a file, from what shapes its letters and what the file makes of its font. */
export function openFace(file: PdfFile, shaper: Shaper, program: FontProgram): Face {
  const word = shaper.shape
  // letters of two words say nothing to each other: each is shaped once, with the blank after it
  const words = (text: string): ShapedWord[] => {
    const all: ShapedWord[] = []
    for (let from = 0; from < text.length; ) {
      const blank = text.indexOf(' ', from)
      const to = blank < 0 ? text.length : blank + 1
      all.push(word(text.slice(from, to)))
      from = to
    }
    return all
  }
  const known = new Map<number, boolean>()
  const has = (codePoint: number) => {
    const answer = known.get(codePoint) ?? shaper.has(codePoint)
    known.set(codePoint, answer)
    return answer
  }
  const show = showerOf(program, word(' '))
  return {
    name: program.id,
    words,
    use: () => {
      file.page.fonts[program.id] ??= program.ref()
    },
    embed: (glyph) => embedIn(program, glyph),
    ascender: program.ascender,
    descender: program.descender,
    lineHeight: (size) => program.lineHeight(size),
    covers: (text) => {
      for (let i = 0; i < text.length; i++) {
        const codePoint = text.codePointAt(i) ?? 0
        if (!has(codePoint)) return false
        if (codePoint > 0xffff) i++
      }
      return true
    },
    advanceOf: (text) => {
      let sum = 0
      for (const { advance } of words(text)) sum += advance
      return sum
    },
    show: (text, size, spacing, x, y) => show(words(text), size, spacing, x, y),
  }
}
