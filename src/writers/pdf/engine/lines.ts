import { type Cut, cutLines } from './cut.js'
import type { Word } from './measure.js'
import { laidLine } from './merge.js'
import type { LaidLine, Run } from './types.js'

/** The breaking of lines. Widths in points. */
export interface LineBreaker {
  /** Breaks runs into lines at most `width` wide; a word wider than that is cut. */
  readonly breakLines: (runs: readonly Run[], width: number) => LaidLine[]
  /** The same number of lines, a little narrower where that keeps a lone short word from being the last of them. */
  readonly breakText: (runs: readonly Run[], width: number) => LaidLine[]
  /** The same number of lines, about equally long. */
  readonly breakEvenly: (runs: readonly Run[], width: number) => LaidLine[]
  /** The words of runs, measured, for whoever asks of them more than once. */
  readonly measure: (runs: readonly Run[]) => readonly Word[]
  /** Breaks measured words as `breakLines` does runs. */
  readonly breakWords: (words: readonly Word[], width: number) => LaidLine[]
  /** Width of the widest stretch of words that cannot be broken. */
  readonly widest: (words: readonly Word[]) => number
}

/** A last line under this share of the width is too short; the lines may lose so many steps of their width, each such a share, to mend it. */
const RUNT = { share: 0.07, steps: 5, step: 0.015 }
/** Steps of the search for the least width; each halves what is left of the line. */
const STEPS = 6

/** Breaks lines of words that `measure` gives. */
export function lineBreaker(measure: (runs: readonly Run[]) => Word[]): LineBreaker {
  const breakWords: LineBreaker['breakWords'] = (words, width) => cutLines(words, width).map(laidLine)
  return {
    measure,
    breakWords,
    widest,
    breakLines: (runs, width) => breakWords(measure(runs), width),
    breakText: (runs, width) => withoutRunt(measure(runs), width).map(laidLine),
    breakEvenly: (runs, width) => even(measure(runs), width).map(laidLine),
  }
}

function withoutRunt(words: readonly Word[], width: number): Cut[] {
  const lines = cutLines(words, width)
  const last = (of: readonly Cut[]) => of.at(-1)?.width ?? 0
  if (lines.length < 2 || last(lines) >= width * RUNT.share) return lines
  const least = widest(words)
  for (let step = 1; step <= RUNT.steps && width * (1 - step * RUNT.step) > least; step++) {
    const trial = cutLines(words, width * (1 - step * RUNT.step))
    if (trial.length === lines.length && last(trial) >= width * RUNT.share) return trial
  }
  return lines
}

function even(words: readonly Word[], width: number): Cut[] {
  let lines = cutLines(words, width)
  if (lines.length === 1) return lines
  let [short, enough] = [Math.max(width / 2, widest(words)), width]
  for (let step = 0; step < STEPS && short < enough; step++) {
    const middle = (short + enough) / 2
    const trial = cutLines(words, middle)
    if (trial.length > lines.length) short = middle
    else [lines, enough] = [trial, middle]
  }
  return lines
}

function widest(words: readonly Word[]): number {
  let most = 0
  let stretch = 0
  for (const word of words) {
    most = Math.max(most, stretch + word.width - word.trailingCut)
    stretch = word.noNewLine ? stretch + word.width : 0
  }
  return most
}
