/** Runs of text of a page, as pdf.js gives them, and how they read together. */

/** A run of text on one baseline. Points, from the page's bottom left. */
export interface Item {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  /** Of its type. */
  readonly size: number
  /** Name of its font within the file. */
  readonly font: string
}

// Of the size of the type. A gap wider than this parts two words; a baseline further away is another line.
const WORD_GAP = 0.12
const LINE_SHIFT = 0.45

export const sameLine = (a: Item, b: Item) => Math.abs(a.y - b.y) < LINE_SHIFT * Math.max(a.size, b.size)

/** The words of runs in reading order, calls of notes left out. */
export function textOf(items: readonly Item[]): string {
  const shown = withoutCalls(items)
  return shown.map((item, i) => `${gapBefore(shown[i - 1], item)}${item.text}`).join('')
}

function gapBefore(previous: Item | undefined, item: Item): string {
  if (previous === undefined) return ''
  // A word that a line break parted keeps its hyphen: nothing says whether it is its own.
  if (!sameLine(previous, item)) return /\p{L}-$/u.test(previous.text) ? '' : ' '
  return item.x - (previous.x + previous.width) > WORD_GAP * item.size ? ' ' : ''
}

/** Digits smaller than the text around them and raised over its baseline call a note. */
function withoutCalls(items: readonly Item[]): readonly Item[] {
  const largest = Math.max(0, ...items.map((item) => item.size))
  return items.filter((item, i) => {
    if (!/^\s*\d{1,3}\s*$/u.test(item.text) || item.size > 0.8 * largest) return true
    const previous = items[i - 1]
    return previous === undefined || item.y <= previous.y
  })
}
