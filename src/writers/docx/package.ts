/** The package of a document, with a second pass over what the docx library leaves to chance, to the clock or out. */
import { buffer } from 'node:stream/consumers'
import { type Document, Packer } from 'docx'
import { strFromU8, strToU8 } from 'fflate'
import { ZipFile } from 'yazl'
import { withLetterhead } from './entity/letterhead-parts.js'
import type { Copied } from './entity/registry.js'
import { withStyleLists } from './styles/lists.js'
import { escaped } from './text.js'

export interface Metadata {
  /** Date that the file bears as that of its making and of its last change. */
  readonly date: Date
  /** Language of the whole document: `es-CO`. */
  readonly language: string
  /** What each level of a list stands in, points. */
  readonly listIndent: number
  /** What the headers and footers of the entity's document need; null where the report has its own. */
  readonly letterhead: Copied | null
}

/** The files of a package, by their paths. */
export type Parts = Readonly<Record<string, Uint8Array>>

const CORE = 'docProps/core.xml'
const LISTS = 'word/numbering.xml'
const BODY = 'word/document.xml'
const FONTS = 'word/fontTable.xml'

const COVER_MARK_LAYER = 251659264

// The ZIP format knows no date before this one. Local time, for that is how it is written: the same bytes in every time zone.
const ZIP_DATE = new Date(1980, 0, 1)

/**
 * The package with fixed dates and ids, so that the same input gives the same bytes, with the language in its properties, and in its
 * indices, in place of each bookmark's name, the number that its page shows. Throws where that is not known: an index with a hole is no index.
 */
export async function packageOf(written: Parts, pageOf: (bookmark: string) => string | undefined, metadata: Metadata): Promise<Uint8Array> {
  const parts = withLetterhead(withFixedFontKeys(written), metadata.letterhead)
  const rename = orderedNames()
  const zip = new ZipFile()
  for (const [path, bytes] of Object.entries(parts)) {
    const fixed = /\.(xml|rels)$/u.test(path) ? strToU8(fixedXml(path, rename(strFromU8(bytes)), pageOf, metadata)) : bytes
    // A picture is compressed already.
    zip.addBuffer(Buffer.from(fixed), path, { mtime: ZIP_DATE, forceDosTimestamp: true, compress: !path.endsWith('.png') })
  }
  zip.end()
  return new Uint8Array(await buffer(zip.outputStream))
}

/** The files of the package before they are zipped: what the library would zip, for us to unzip and zip again. It hides them from types only. */
export function partsOf(document: Document): Parts {
  const { compiler } = Packer as unknown as { readonly compiler?: { readonly compile?: (document: Document) => unknown } }
  const files = compiler?.compile?.(document)
  if (!(files instanceof Map)) throw new Error('The docx library no longer gives the files of a package before it zips them.')
  return Object.fromEntries([...files].map(([path, data]) => [path, typeof data === 'string' ? strToU8(data) : new Uint8Array(data)]))
}

function fixedXml(path: string, xml: string, pageOf: (bookmark: string) => string | undefined, metadata: Metadata): string {
  if (path === CORE) return withMetadata(xml, metadata)
  const mended =
    path === BODY ? withPages(withMarkOverGround(xml), pageOf) : path === LISTS ? withStyleLists(xml, metadata.listIndent) : xml
  return withoutNoteMark(withOrderedIds(mended))
}

/** Links and watermarks have random ids of 21 characters; a link's stands in a part and in its relationships. */
function orderedNames(): (xml: string) => string {
  const names = new Map<string, string>()
  return (xml) =>
    xml.replace(/"(rId|PowerPlusWaterMarkObject)([\w-]{21})"/gu, (_, kind: string, random: string) => {
      const name = names.get(random) ?? `${kind === 'rId' ? 'rIdEnlace' : kind}${names.size + 1}`
      names.set(random, name)
      return `"${name}"`
    })
}

/** The result of each page reference, which is the name of its bookmark until here. No text of the tree can stand in an instruction. */
function withPages(xml: string, pageOf: (bookmark: string) => string | undefined): string {
  return xml.replace(
    /(<w:instrText[^>]*> PAGEREF (\S+) \\h <\/w:instrText>(?:(?!<w:instrText).)*?<w:t(?: [^>]*)?>)\2(?=<\/w:t>)/gsu,
    (_, before: string, bookmark: string) => {
      const page = pageOf(bookmark)
      if (page === undefined) throw new Error(`No se halló la página de ${bookmark}.`)
      return before + page
    },
  )
}

// Word and LibreOffice draw what is behind the text of the cover in another order; before the text, the mark is over its ground in both.
const withMarkOverGround = (xml: string): string =>
  xml.replace(/(id="PowerPlusWaterMarkObject\d+"[^>]*z-index:)-\d+/gu, `$1${COVER_MARK_LAYER}`)

/** Bookmarks and drawings take their ids from counters that live as long as the process. */
function withOrderedIds(xml: string): string {
  const bookmarks = new Map<string, number>()
  let drawings = 0
  return xml
    .replace(/(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")([^"]+)"/gu, (_, start: string, id: string) => {
      const number = bookmarks.get(id) ?? bookmarks.size + 1
      bookmarks.set(id, number)
      return `${start}${number}"`
    })
    .replace(/(<(?:wp:docPr|wps:cNvPr)\b[^>]*?\bid=")\d+"( name="Rectangle \d+")?/gu, (_, start: string, shapeName?: string) => {
      drawings += 1
      return `${start}${drawings}"${shapeName === undefined ? '' : ` name="Rectangle ${drawings}"`}`
    })
}

// The library puts the mark of a note before the line that separates notes from text.
const withoutNoteMark = (xml: string): string =>
  xml.replace(
    /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:(?:foot|end)noteRef\/><\/w:r>(?=<w:r><w:(?:continuationS|s)eparator\/>)/gu,
    '',
  )

function withMetadata(xml: string, { date, language }: Metadata): string {
  return xml
    .replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${date.toISOString().replace(/\.\d+Z$/u, 'Z')}`)
    .replace('</cp:coreProperties>', `<dc:language>${escaped(language)}</dc:language></cp:coreProperties>`)
}

/** Embedded fonts are masked with a random key; here each one is masked anew with a key that says only which of them it is. */
function withFixedFontKeys(parts: Parts): Parts {
  const table = parts[FONTS]
  if (table === undefined) return parts
  const fonts: Record<string, Uint8Array> = {}
  let count = 0
  const xml = strFromU8(table).replace(/w:fontKey="\{([\dA-F-]{36})\}"/giu, (_, random: string) => {
    count += 1
    const key = `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`
    const path = `word/fonts/font${count}.odttf`
    const font = parts[path]
    if (font === undefined) throw new Error(`The docx library no longer writes ${path}.`)
    fonts[path] = masked(masked(font, random), key)
    return `w:fontKey="{${key}}"`
  })
  return { ...parts, ...fonts, [FONTS]: strToU8(xml) }
}

/** ECMA-376, part 4, 2.8.1: the first 32 bytes against the key's 16, last one first. Twice gives the font back. */
function masked(font: Uint8Array, key: string): Uint8Array {
  const bytes = (key.replaceAll('-', '').match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16)).reverse()
  const out = font.slice()
  out.subarray(0, 32).forEach((byte, index) => {
    out[index] = byte ^ (bytes[index % 16] ?? 0)
  })
  return out
}
