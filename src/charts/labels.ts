/** How wide the labels of a chart are, and where they break. */

/** Width of a line of text, in the unit of the chart's own lengths. */
export type Measure = (text: string) => number

/** Share of the chart's width beyond which a label takes two lines. */
const WIDEST = 0.4

/**
 * A label as the lines it is drawn on: one, or two where one would take more than 40 % of `chartWidth`. It breaks at the space
 * that leaves the shortest column; a label without spaces (a no-break space is none) stays whole, and is never cut.
 */
export function labelLines(label: string, chartWidth: number, measure: Measure): readonly string[] {
  if (measure(label) <= WIDEST * chartWidth) return [label]
  const words = label.split(' ')
  const breaks = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')])
  return breaks.reduce<readonly string[]>((best, lines) => (widest(lines, measure) < widest(best, measure) ? lines : best), [label])
}

/** Width of the widest of some lines; 0 without lines. */
export function widest(lines: readonly string[], measure: Measure): number {
  return Math.max(0, ...lines.map(measure))
}
