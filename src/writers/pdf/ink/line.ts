import type { LaidInline, LaidLine } from '../engine/types.js'
import { addLink, type Pen, type Target, within } from './pen.js'
import { type Tag, tagIn } from './tags.js'

/** Draws a line of text with its top left at (x, y), points from the page's. Each link on it is an element of its own inside `tag`. */
export function drawTextLine(pen: Pen, line: LaidLine, x: number, y: number, tag: Tag | null): void {
  const ascent = line.getAscenderHeight()
  for (const part of partsOf(line.inlines)) {
    const piece = pieceOf(line, part.inlines)
    // a piece without the line's tallest letters still stands on the line's baseline
    const top = y + ascent - piece.getAscenderHeight()
    const own = tag !== null && part.target !== null ? tagIn(tag, 'Link') : tag
    within(pen, own, () => pen.engine.drawLine(piece, x, top))
    if (part.target !== null) addLink(pen, areaOf(part.inlines, x, y, ascent), part.target, own)
  }
  pen.onLine(line)
}

interface Part {
  readonly target: Target | null
  readonly inlines: LaidInline[]
}

/** A line's inlines, in stretches that lead to one target or to none. */
function partsOf(inlines: readonly LaidInline[]): Part[] {
  const parts: Part[] = []
  for (const inline of inlines) {
    const last = parts.at(-1)?.inlines.at(-1)
    if (last !== undefined && last.link === inline.link && last.linkToDestination === inline.linkToDestination) {
      parts.at(-1)?.inlines.push(inline)
    } else parts.push({ target: targetOf(inline), inlines: [inline] })
  }
  return parts
}

function targetOf({ link, linkToDestination }: LaidInline): Target | null {
  if (link !== null) return { url: link }
  return linkToDestination === null ? null : { place: linkToDestination }
}

/** The same line with only some of its inlines, which pdfmake must not link again: its own links are no part of the structure. */
function pieceOf(line: LaidLine, inlines: readonly LaidInline[]): LaidLine {
  const piece = Object.create(line) as LaidLine
  piece.inlines = inlines.map((inline) => ({ ...inline, link: null, linkToDestination: null }))
  return piece
}

function areaOf(inlines: readonly LaidInline[], x: number, y: number, ascent: number) {
  const [first] = inlines
  const width = inlines.reduce((sum, inline) => sum + inline.width, 0)
  const descent = Math.max(...inlines.map((inline) => (-inline.font.descender / 1000) * inline.fontSize))
  return { x: x + (first?.x ?? 0), y, width, height: ascent + descent }
}
