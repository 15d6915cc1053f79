import type { LaidInline, LaidLine } from './types.js'

/** Joins the words of a line that look alike, so that a line is a few strokes of text and one link, not one a word. Gives the same line. */
export function mergeInlines(line: LaidLine): LaidLine {
  const merged: LaidInline[] = []
  for (const inline of line.inlines) {
    const last = merged.at(-1)
    if (last !== undefined && alike(last, inline)) {
      last.text += inline.text
      last.width += inline.width + inline.characterSpacing
    } else merged.push(inline)
  }
  line.inlines = merged
  return line
}

const LOOK = [
  'font',
  'fontSize',
  'color',
  'characterSpacing',
  'sup',
  'decoration',
  'link',
  'linkToDestination',
  'note',
  'chip',
  'owner',
] as const

function alike(a: LaidInline, b: LaidInline): boolean {
  return LOOK.every((key) => a[key] === b[key])
}
