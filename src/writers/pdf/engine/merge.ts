import type { Cut } from './cut.js'
import type { Word } from './measure.js'
import type { LaidInline, LaidLine, Run } from './types.js'

/** A line, the words on it that look alike joined: it is a few strokes of text and one link, not one a word. */
export function laidLine({ words, width }: Cut): LaidLine {
  const inlines: LaidInline[] = []
  const start = words[0]?.leadingCut ?? 0
  let used = 0
  let ascent = 0
  let before: Run | null = null
  for (const word of words) {
    const last = inlines.at(-1)
    if (last !== undefined && before !== null && alike(before, word.run)) {
      last.text += word.text
      last.width += word.width + word.run.characterSpacing
    } else {
      inlines.push(inlineOf(word, used - start))
      ascent = Math.max(ascent, (word.face.ascender / 1000) * word.run.fontSize)
    }
    before = word.run
    used += word.width
  }
  return { inlines, width, ascent }
}

function inlineOf({ run, text, width, indent }: Word, x: number): LaidInline {
  return { ...run, text, width, x, indent }
}

const LOOK = [
  'font',
  'bold',
  'italics',
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

function alike(a: Run, b: Run): boolean {
  return a === b || LOOK.every((key) => a[key] === b[key])
}
