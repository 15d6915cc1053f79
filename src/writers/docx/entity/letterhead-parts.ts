import { strFromU8, strToU8 } from 'fflate'
import { escaped } from '../text.js'
import type { Copied } from './registry.js'

type Parts = Readonly<Record<string, Uint8Array>>

const RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPES = '[Content_Types].xml'
const MIME: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  emf: 'image/x-emf',
  wmf: 'image/x-wmf',
}

/** The package with the pictures of the letterhead, and in each header and footer the relationships of the pictures and links that it names. */
export function withLetterhead(parts: Parts, letterhead: Copied | null): Parts {
  if (letterhead === null) return parts
  const changed: Record<string, Uint8Array> = { ...parts }
  for (const { path, bytes } of letterhead.pictures.values()) changed[path] = bytes
  const extensions = [...letterhead.pictures.values()].map(({ path }) => path.split('.').at(-1) ?? '')
  changed[TYPES] = strToU8(withTypes(strFromU8(parts[TYPES] ?? new Uint8Array()), extensions))
  for (const [path, bytes] of Object.entries(parts)) {
    if (!/^word\/(?:header|footer)\d+\.xml$/u.test(path)) continue
    const wanted = relationshipsIn(strFromU8(bytes), letterhead)
    const rels = path.replace('word/', 'word/_rels/').concat('.rels')
    if (wanted !== '') changed[rels] = strToU8(withRelationships(parts[rels], wanted))
  }
  return changed
}

function withTypes(xml: string, extensions: readonly string[]): string {
  const missing = [...new Set(extensions)].filter((extension) => !xml.includes(`Extension="${extension}"`))
  const said = missing.map((extension) => `<Default ContentType="${MIME[extension] ?? ''}" Extension="${extension}"/>`)
  return xml.replace(/(?=<Default )/u, said.join(''))
}

function relationshipsIn(xml: string, { pictures, links }: Copied): string {
  const used = (id: string) => xml.includes(`"${id}"`)
  const images = [...pictures].filter(([id]) => used(id))
  const addresses = [...links].filter(([id]) => used(id))
  return [
    ...images.map(([id, { path }]) => `<Relationship Id="${id}" Type="${RELATIONSHIP}/image" Target="${path.replace('word/', '')}"/>`),
    ...addresses.map(
      ([id, url]) => `<Relationship Id="${id}" Type="${RELATIONSHIP}/hyperlink" Target="${escaped(url)}" TargetMode="External"/>`,
    ),
  ].join('')
}

function withRelationships(rels: Uint8Array | undefined, wanted: string): string {
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const none = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${namespace}"></Relationships>`
  const xml = rels === undefined ? none : strFromU8(rels).replace(/<Relationships([^>]*)\/>/u, '<Relationships$1></Relationships>')
  return xml.replace('</Relationships>', `${wanted}</Relationships>`)
}
