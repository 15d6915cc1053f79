import type { Word } from './measure.js'
import type { Chip } from './types.js'

/** Gives the words of each chip the room of its ground: they are centred in it, and no line ends between them. */
export function padChips(all: Word[]): Word[] {
  for (const { chip, words } of chipsOf(all)) {
    const width = words.reduce((sum, word) => sum + word.width, 0)
    const side = (Math.max(chip.least, width + 2 * chip.pad) - width) / 2
    words.forEach((word, i) => {
      const last = i === words.length - 1
      if (i === 0) word.indent = side
      word.width += (i === 0 ? side : 0) + (last ? side + chip.gap : 0)
      word.trailingCut = last ? chip.gap : 0
      if (!last) word.noNewLine = true
    })
  }
  return all
}

/** The chips among words or stretches of a line, each with its own, in order. */
export function chipsOf<T extends { readonly chip: Chip | null }>(
  all: readonly T[],
): { readonly chip: Chip; readonly words: readonly T[] }[] {
  const chips: { readonly chip: Chip; readonly words: T[] }[] = []
  for (const word of all) {
    const last = chips.at(-1)
    if (word.chip === null) continue
    if (last?.chip === word.chip) last.words.push(word)
    else chips.push({ chip: word.chip, words: [word] })
  }
  return chips
}
