import type { Inside } from './inside.js'
import { mergeInlines } from './merge.js'
import type { LaidInline, LaidLine, Run } from './types.js'

/** pdfmake's breaking of lines. No text is lost in it: that is checked here. Widths in points. */
export interface LineBreaker {
  /** Breaks runs into lines at most `width` wide; a word wider than that is cut. */
  readonly breakLines: (runs: readonly Run[], width: number) => LaidLine[]
  /** The same number of lines, a little narrower where that keeps a lone short word from being the last of them. */
  readonly breakText: (runs: readonly Run[], width: number) => LaidLine[]
  /** The same number of lines, about equally long. */
  readonly breakEvenly: (runs: readonly Run[], width: number) => LaidLine[]
  /** Width of the widest stretch of runs that cannot be broken. */
  readonly widestWord: (runs: readonly Run[]) => number
}

/** A last line under this share of the width is too short; the lines may lose so many steps of their width, each such a share, to mend it. */
const RUNT = { share: 0.07, steps: 5, step: 0.015 }
/** Steps of the search for the least width; each halves what is left of the line. */
const STEPS = 6

/** Breaks lines of inlines that `inlinesOf` measures. */
export function lineBreaker(inside: Inside, inlinesOf: (runs: readonly Run[]) => LaidInline[]): LineBreaker {
  const broken = (inlines: readonly LaidInline[], width: number): LaidLine[] => {
    // pdfmake takes inlines from the list, cuts and moves them
    const node = { _inlines: inlines.map((inline) => ({ ...inline })) }
    const maker = { writer: { context: () => ({ availableWidth: width }) } }
    const lines: LaidLine[] = []
    for (let line = inside.LayoutBuilder.prototype.buildNextLine.call(maker, node); line !== null; ) {
      lines.push(mergeInlines(line))
      line = inside.LayoutBuilder.prototype.buildNextLine.call(maker, node)
    }
    return lines
  }
  return {
    breakLines: (runs, width) => whole(runs, broken(inlinesOf(runs), width)),
    breakText: (runs, width) => {
      const inlines = inlinesOf(runs)
      const lines = broken(inlines, width)
      const last = (of: readonly LaidLine[]) => of.at(-1)?.getWidth() ?? 0
      if (lines.length < 2 || last(lines) >= width * RUNT.share) return whole(runs, lines)
      const least = widest(inlines)
      for (let step = 1; step <= RUNT.steps && width * (1 - step * RUNT.step) > least; step++) {
        const trial = broken(inlines, width * (1 - step * RUNT.step))
        if (trial.length === lines.length && last(trial) >= width * RUNT.share) return whole(runs, trial)
      }
      return whole(runs, lines)
    },
    breakEvenly: (runs, width) => {
      const inlines = inlinesOf(runs)
      let lines = broken(inlines, width)
      if (lines.length === 1) return whole(runs, lines)
      let [short, enough] = [Math.max(width / 2, widest(inlines)), width]
      for (let step = 0; step < STEPS && short < enough; step++) {
        const middle = (short + enough) / 2
        const trial = broken(inlines, middle)
        if (trial.length > lines.length) short = middle
        else [lines, enough] = [trial, middle]
      }
      return whole(runs, lines)
    },
    widestWord: (runs) => widest(inlinesOf(runs)),
  }
}

function whole(runs: readonly Run[], lines: LaidLine[]): LaidLine[] {
  const laid = lines.flatMap((line) => line.inlines.map((inline) => inline.text)).join('')
  const given = runs.map((run) => run.text.replaceAll('\n', '')).join('')
  if (laid !== given) throw new Error(`pdfmake lost text while breaking lines: «${given}» came out as «${laid}»`)
  return lines
}

function widest(inlines: readonly LaidInline[]): number {
  let most = 0
  let stretch = 0
  for (const inline of inlines) {
    most = Math.max(most, stretch + inline.width - inline.trailingCut)
    stretch = inline.noNewLine === true ? stretch + inline.width : 0
  }
  return most
}
