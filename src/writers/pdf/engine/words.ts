/** Where a text may be broken. */
import LineBreaker from 'linebreak'

/** A stretch of text within which no line ends, the blank after it counted. */
export interface Stretch {
  readonly text: string
  /** Whether the line ends after it in any case. */
  readonly lineEnd: boolean
}

/** The stretches of a text, in order; one, empty, of an empty text. */
export function stretchesOf(text: string): Stretch[] {
  if (text === '') return [{ text, lineEnd: false }]
  const breaker = new LineBreaker(text)
  const stretches: Stretch[] = []
  let from = 0
  for (let place = breaker.nextBreak(); place !== null; place = breaker.nextBreak()) {
    const stretch = text.slice(from, place.position)
    const lineEnd = place.required === true || stretch.endsWith('\n')
    stretches.push({ text: lineEnd ? stretch.replace(/\n$/u, '') : stretch, lineEnd })
    from = place.position
  }
  return stretches
}

/** Whether no line may end between two stretches. */
export function clings(before: Stretch, after: Stretch): boolean {
  return !before.lineEnd && before.text !== '' && stretchesOf(before.text + after.text).length === 1
}
