import type { Chip, LaidInline } from './types.js'

/** Gives the words of each chip the room of its ground: they are centred in it, and no line ends between them. */
export function padChips(inlines: LaidInline[]): LaidInline[] {
  for (const { chip, words } of chipsOf(inlines)) {
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
  return inlines
}

/** The chips among inlines, each with its own, in order. */
export function chipsOf(inlines: readonly LaidInline[]): { readonly chip: Chip; readonly words: readonly LaidInline[] }[] {
  const chips: { readonly chip: Chip; readonly words: LaidInline[] }[] = []
  for (const inline of inlines) {
    const last = chips.at(-1)
    if (inline.chip === null) continue
    if (last?.chip === inline.chip) last.words.push(inline)
    else chips.push({ chip: inline.chip, words: [inline] })
  }
  return chips
}
