/** Letters into glyphs, by HarfBuzz: kerning, ligatures and marks, as the font says. */

import type { Assets } from '../../../document/index.js'
import { sha256 } from '../../../hash/index.js'

// It loads while whoever asks for this module does something else.
const loading = import('harfbuzzjs')

/** A glyph in its place. Lengths in thousandths of the size. */
export interface Glyph {
  readonly id: number
  /** Its own width, and the distance to the next, which kerning changes. */
  readonly width: number
  readonly advance: number
  /** How far from the pen it is drawn. */
  readonly dx: number
  readonly dy: number
  /** The characters that it stands for: several for a ligature, none for what another glyph of theirs already says. */
  readonly codePoints: readonly number[]
}

/** Letters shaped together. Lengths in thousandths of the size. */
export interface ShapedWord {
  readonly glyphs: readonly Glyph[]
  /** How far the pen goes along them. */
  readonly advance: number
  /** Whether any of them is drawn elsewhere than where the pen is. */
  readonly shifted: boolean
}

export interface Shaper {
  readonly shape: (text: string) => ShapedWord
  readonly has: (codePoint: number) => boolean
}

/** Shapers by the hash of their font: a process that writes document after document has the same ones, and most of the words too. */
const opened = new Map<string, Shaper>()

/** Words of a font that are kept shaped; past these, all are shaped anew as they come. */
const MOST_WORDS = 50_000

/** What opens a shaper for a font, from the bytes of its file. */
export async function shaperOpener(): Promise<(bytes: Uint8Array) => Shaper> {
  const harfbuzz = await loading
  return (bytes) => {
    const name = sha256(bytes)
    const shaper = opened.get(name) ?? remembering(openShaper(harfbuzz, bytes))
    opened.set(name, shaper)
    return shaper
  }
}

/** Opens the shapers of these fonts before there is a document: a font's first word takes as long as thousands. */
export async function openFonts({ title, text }: Assets['fonts']): Promise<void> {
  const open = await shaperOpener()
  for (const { regular, bold, italic, boldItalic } of [title, text])
    for (const bytes of [regular, italic, bold, boldItalic]) open(bytes).shape(' ')
}

/** The same shaper, which shapes each text once. */
function remembering({ shape, has }: Shaper): Shaper {
  const shaped = new Map<string, ShapedWord>()
  return {
    has,
    shape: (text) => {
      const known = shaped.get(text)
      if (known !== undefined) return known
      if (shaped.size >= MOST_WORDS) shaped.clear()
      const made = shape(text)
      shaped.set(text, made)
      return made
    },
  }
}

function openShaper(harfbuzz: Awaited<typeof loading>, bytes: Uint8Array): Shaper {
  const face = new harfbuzz.Face(new harfbuzz.Blob(bytes))
  const font = new harfbuzz.Font(face)
  const scale = 1000 / face.upem
  const buffer = new harfbuzz.Buffer()
  buffer.setClusterLevel(harfbuzz.ClusterLevel.MONOTONE_CHARACTERS)
  const widths = new Map<number, number>()
  const widthOf = (id: number) => {
    const known = widths.get(id)
    if (known !== undefined) return known
    const width = font.glyphHAdvance(id) * scale
    widths.set(id, width)
    return width
  }
  return {
    has: (codePoint) => font.nominalGlyph(codePoint) !== undefined,
    shape: (text) => {
      buffer.clearContents()
      buffer.addText(text)
      buffer.guessSegmentProperties()
      harfbuzz.shape(font, buffer)
      const places = buffer.getGlyphPositions()
      const infos = buffer.getGlyphInfos()
      const glyphs = infos.map(({ codepoint: id }, i): Glyph => {
        const { xAdvance = 0, xOffset = 0, yOffset = 0 } = places[i] ?? {}
        const placed = { advance: xAdvance * scale, dx: xOffset * scale, dy: yOffset * scale }
        return { id, width: widthOf(id), ...placed, codePoints: saidBy(text, infos, i) }
      })
      return {
        glyphs,
        advance: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0),
        shifted: glyphs.some(({ dx, dy }) => dx !== 0 || dy !== 0),
      }
    },
  }
}

/** The characters that a glyph stands for. HarfBuzz tells where in the text those of each begin; of several at one place, the first says all. */
function saidBy(text: string, glyphs: readonly { readonly cluster: number }[], i: number): number[] {
  const from = glyphs[i]?.cluster ?? 0
  if (glyphs[i - 1]?.cluster === from) return []
  let to = text.length
  for (const { cluster } of glyphs) if (cluster > from && cluster < to) to = cluster
  return to === from + 1 ? [text.charCodeAt(from)] : [...text.slice(from, to)].map((char) => char.codePointAt(0) ?? 0)
}
