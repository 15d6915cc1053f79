import { hexOf } from './shower.js'

/** Glyphs that have other numbers than before, by the name of their face and the number that each had; pictures, by the name that each had. */
export interface Renumbering {
  readonly glyphs: ReadonlyMap<string, ReadonlyMap<number, number>>
  readonly images: ReadonlyMap<string, string>
}

/** What a page shows, in operators of ours, with the numbers that its glyphs and pictures have now. */
export function renumbered(shown: Uint8Array, { glyphs, images }: Renumbering): Uint8Array {
  let face: ReadonlyMap<number, number> | undefined
  const hexes = (all: string) => all.replace(/.{4}/gu, (hex) => hexOf(face?.get(Number.parseInt(hex, 16)) ?? Number.parseInt(hex, 16)))
  const text = Buffer.from(shown).toString('latin1')
  const changed = text.replace(/^(?:\/(\S+) \S+ Tf|\/(\S+) Do|\[<.*\] TJ)$/gmu, (line, font?: string, image?: string) => {
    if (image !== undefined) return `/${images.get(image) ?? image} Do`
    if (font === undefined) return face === undefined ? line : line.replace(/<[0-9a-f]*>/gu, (run) => `<${hexes(run.slice(1, -1))}>`)
    face = glyphs.get(font)
    return line
  })
  return Buffer.from(changed, 'latin1')
}
