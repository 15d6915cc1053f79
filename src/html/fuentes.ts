/** The theme's fonts inside a page, with only the letters that it has. */
import subsetFont from 'subset-font'
import type { Assets } from '../document/index.js'

/** The `@font-face` rules of the faces that the page uses, for these characters. The same input gives the same rules. */
export async function reglasDeFuentes({ title, text }: Assets['fonts'], characters: string): Promise<string> {
  const faces = [
    { family: 'Titulos', weight: 700, bytes: title.bold },
    { family: 'Texto', weight: 400, bytes: text.regular },
    { family: 'Texto', weight: 700, bytes: text.bold },
  ]
  const letters = [...new Set(characters)].toSorted().join('')
  const rules = faces.map(async ({ family, weight, bytes }) => {
    const woff2 = await subsetFont(Buffer.from(bytes), letters, { targetFormat: 'woff2' })
    return `@font-face{font-family:${family};font-weight:${weight};src:url(data:font/woff2;base64,${woff2.toString('base64')}) format("woff2")}`
  })
  return (await Promise.all(rules)).join('\n')
}
