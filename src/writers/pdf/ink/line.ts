import { chipsOf } from '../engine/chips.js'
import type { LaidInline, LaidLine } from '../engine/types.js'
import type { Target } from './deeds.js'
import { addLink, decorate, type Pen, within } from './pen.js'
import type { Tag } from './tags.js'
import { drawInlines, faceOf } from './text.js'
import { drawWordGround } from './tiles.js'

/** Draws a line of text with its top left at (x, y), points from the page's. Each link on it is an element of its own inside `tag`. */
export function drawTextLine(pen: Pen, line: LaidLine, x: number, y: number, tag: Tag | null): void {
  const { ascent } = line
  const baseline = y + ascent
  drawGrounds(pen, line, x, baseline)
  for (const part of partsOf(line.inlines)) {
    const own = tag !== null && part.target !== null ? linkIn(pen, tag, part.target) : tag
    within(pen, own, () => drawInlines(pen, part.inlines, x, baseline))
    if (part.target !== null) addLink(pen, areaOf(pen, part.inlines, x, y, ascent), part.target, wordsOf(part.inlines), own)
  }
  for (const { owner, text } of line.inlines) if (owner !== null) pen.deeds.drew(owner, text.length)
}

/** Half the height of a figure, as a share of its size: the middle of a chip. */
const MIDDLE = 0.33

/** The grounds of the chips on a line, under their words. */
function drawGrounds(pen: Pen, line: LaidLine, x: number, baseline: number): void {
  for (const { chip, words } of chipsOf(line.inlines)) {
    const [first] = words
    if (first === undefined) continue
    const width = words.reduce((sum, word) => sum + word.width, 0) - chip.gap
    const area = { x: x + first.x, y: baseline - first.fontSize * MIDDLE - chip.height / 2, width, height: chip.height }
    decorate(pen, (file) => drawWordGround(file, pen.theme, chip.state, area, first.indent))
  }
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

/** A link to a place of the document is a citation of it. */
function linkIn({ deeds }: Pen, tag: Tag, target: Target): Tag {
  return deeds.part('place' in target ? deeds.part(tag, 'Reference') : tag, 'Link')
}

function wordsOf(inlines: readonly LaidInline[]): string {
  return inlines
    .map((inline) => inline.text)
    .join('')
    .trim()
}

function targetOf({ link, linkToDestination }: LaidInline): Target | null {
  if (link !== null) return { url: link }
  return linkToDestination === null ? null : { place: linkToDestination }
}

function areaOf({ engine }: Pen, inlines: readonly LaidInline[], x: number, y: number, ascent: number) {
  const [first] = inlines
  const width = inlines.reduce((sum, inline) => sum + inline.width, 0)
  const descent = Math.max(...inlines.map((inline) => (-faceOf(engine, inline).descender / 1000) * inline.fontSize))
  return { x: x + (first?.x ?? 0), y, width, height: ascent + descent }
}
