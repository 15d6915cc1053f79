/** The theme's fonts inside a page, with only the letters that it has. */
import type { Assets } from '../document/index.js'

/** The `@font-face` rules of the faces that the page uses, for these characters; `cursiva`: whether italics are among them. The same input gives the same rules. */
export async function reglasDeFuentes({ title, text }: Assets['fonts'], characters: string, cursiva: boolean): Promise<string> {
  // It takes its time to load, and most runs make no page.
  const { default: subsetFont } = await import('subset-font')
  const faces = [
    { family: 'Titulos', weight: 700, style: 'normal', bytes: title.bold },
    { family: 'Texto', weight: 400, style: 'normal', bytes: text.regular },
    { family: 'Texto', weight: 700, style: 'normal', bytes: text.bold },
    ...(cursiva ? [{ family: 'Texto', weight: 400, style: 'italic', bytes: text.italic }] : []),
  ]
  const letters = [...new Set(characters)].toSorted().join('')
  const rules = faces.map(async ({ family, weight, style, bytes }) => {
    const woff2 = await subsetFont(Buffer.from(bytes), letters, { targetFormat: 'woff2' })
    return `@font-face{font-family:${family};font-weight:${weight};font-style:${style};src:url(data:font/woff2;base64,${woff2.toString('base64')}) format("woff2")}`
  })
  return (await Promise.all(rules)).join('\n')
}
