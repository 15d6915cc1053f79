const NAME = /\[\[([^[\]]+)\]\]/gu

/** A text cut where it names computed figures: words as typed, and the names without their brackets. Joined again it is the text. */
export function splitFigureNames(text: string): readonly { readonly type: 'words' | 'name'; readonly value: string }[] {
  return text
    .split(NAME)
    .map((value, i) => ({ type: i % 2 === 0 ? ('words' as const) : ('name' as const), value }))
    .filter(({ type, value }) => type === 'name' || value !== '')
}

/** The names of computed figures that a text asks for, as typed, in order: `[[Salud avance]]` gives «Salud avance». */
export function figureNames(text: string): readonly string[] {
  return [...text.matchAll(NAME)].map(([, name]) => name ?? '')
}
