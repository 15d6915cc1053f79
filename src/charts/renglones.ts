/** Where words break into lines. */

/** Width of a line of text, in the unit of the chart's own lengths. */
export type Measure = (text: string) => number

/**
 * A text as the fewest lines that are no wider than `limit`, broken so that the widest is as short as can be. It breaks at spaces
 * alone: a word wider than the limit stays whole (a no-break space parts no words), and then its line is wider than the limit.
 */
export function lines(text: string, limit: number, measure: Measure): readonly string[] {
  const words = text.split(' ')
  const fewest = broken(words, limit, measure)
  const narrower = candidates(words, measure).filter((width) => width < limit)
  const same = narrower.find((width) => broken(words, width, measure).length === fewest.length)
  return same === undefined ? fewest : broken(words, same, measure)
}

/** Width of the widest of some lines; 0 without lines. */
export function widest(texts: readonly string[], measure: Measure): number {
  return Math.max(0, ...texts.map(measure))
}

/** As many words to a line as it takes. */
function broken(words: readonly string[], limit: number, measure: Measure): readonly string[] {
  const done: string[] = []
  for (const word of words) {
    const last = done.at(-1)
    const longer = last === undefined ? word : `${last} ${word}`
    if (last !== undefined && measure(longer) > limit) done.push(word)
    else done.splice(-1, 1, longer)
  }
  return done
}

/** Widths that a line of these words may have, narrowest first. */
function candidates(words: readonly string[], measure: Measure): readonly number[] {
  const widths = words.flatMap((_, from) => words.slice(from).map((__, to) => measure(words.slice(from, from + to + 1).join(' '))))
  return widths.sort((a, b) => a - b)
}
