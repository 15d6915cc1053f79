import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'

/** What another program reads in a Word file. */
export interface DocxLeido {
  /** HTML of the whole document, notes at the end, as mammoth makes it. */
  readonly html: string
  /** What mammoth had to say about it. */
  readonly warnings: readonly string[]
  /** Parts of the package that are XML, by their path. */
  readonly parts: ReadonlyMap<string, string>
}

// Headings that the contents leave out, or list at another level, have styles of their own.
const headings = [1, 2, 3, 4].flatMap((depth) =>
  ['sin índice', 'de primer nivel', 'de segundo nivel'].map((name) => `p[style-name='Título ${depth} ${name}'] => h${depth}:fresh`),
)

/** Reads a Word file back with other libraries than the one that wrote it. */
export async function leerDocx(bytes: Uint8Array): Promise<DocxLeido> {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap: headings })
  const parts = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(xml|rels)$/u.test(path))
  return {
    html: value,
    warnings: messages.map(({ message }) => message),
    parts: new Map(parts.map(([path, part]) => [path, strFromU8(part)])),
  }
}

/** Words of a piece of HTML, its marks and spaces at the ends aside. */
export function palabras(html: string): string {
  return html
    .replace(/<[^>]+>/gu, '')
    .replace(/&(lt|gt|quot|amp);/gu, (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '')
    .trim()
}

/** Content of every element of a name, marks inside and all. */
export function elementos(html: string, name: string): string[] {
  return [...html.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 'gsu'))].map((match) => match[1] ?? '')
}

/** Values of an attribute, in order. */
export function valores(xml: string, element: string, attribute: string): string[] {
  return [...xml.matchAll(new RegExp(`<${element}\\b[^>]*?\\s${attribute}="([^"]*)"`, 'gu'))].map((match) => match[1] ?? '')
}
