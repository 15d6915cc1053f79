import { padChips } from './chips.js'
import type { Face } from './face.js'
import type { Chip, Run } from './types.js'
import { clings, type Stretch, stretchesOf } from './words.js'

/** A stretch of a run that no line is broken in, measured. Points. */
export interface Word {
  readonly run: Run
  readonly face: Face
  readonly text: string
  readonly chip: Chip | null
  /** Of its blanks too. */
  width: number
  /** Of its blanks at either end, which do not count at the ends of a line. */
  readonly leadingCut: number
  trailingCut: number
  /** Blank before its letters that its width counts. */
  indent: number
  /** No break is allowed after it. */
  noNewLine: boolean
  /** The line ends after it. */
  readonly lineEnd: boolean
}

/** Splits runs into words, and measures each. */
export function measured(runs: readonly Run[], faceOf: (family: string, bold: boolean, italics: boolean) => Face): Word[] {
  const words: Word[] = []
  let before: Stretch | null = null
  for (const run of runs) {
    const face = faceOf(run.font, run.bold, run.italics)
    const stretches = stretchesOf(run.text)
    const [first] = stretches
    const last = words.at(-1)
    if (before !== null && first !== undefined && last !== undefined && clings(before, first)) last.noNewLine = true
    for (const stretch of stretches) words.push(wordOf(run, face, stretch))
    before = stretches.at(-1) ?? null
  }
  return padChips(words)
}

/** Width of a text in the look of a run. Points. */
export function widthOf(text: string, { run, face }: Look): number {
  return face.advanceOf(text) * (run.fontSize / 1000) + run.characterSpacing * (text.length - 1)
}

type Look = Pick<Word, 'run' | 'face'>

function wordOf(run: Run, face: Face, { text, lineEnd }: Stretch): Word {
  const look = { run, face }
  const [head, tail] = [text.length - text.trimStart().length, text.trimEnd().length]
  return {
    run,
    face,
    text,
    chip: run.chip,
    width: widthOf(text, look),
    leadingCut: head === 0 ? 0 : widthOf(text.slice(0, head), look),
    trailingCut: tail === text.length ? 0 : widthOf(text.slice(tail), look),
    indent: 0,
    noNewLine: false,
    lineEnd,
  }
}
