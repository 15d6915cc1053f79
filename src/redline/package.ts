/** A Word file opened as its parts. */
import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import { DocumentoIlegible } from '../readers/index.js'
import { element, elements, readXml, type XmlNode } from '../xml/index.js'

export const BODY = 'word/document.xml'
export const NOTES = 'word/footnotes.xml'
export const NUMBERING = 'word/numbering.xml'
export const STYLES = 'word/styles.xml'
export const TYPES = '[Content_Types].xml'

/** What a part leads to. */
export interface Relationship {
  readonly id: string
  readonly type: string
  /** As it is written there, from the folder of its part. */
  readonly target: string
  readonly external: boolean
}

/** Parts by their path, and what is asked of them most. */
export interface Package {
  readonly parts: ReadonlyMap<string, Uint8Array>
  /** The body of the document. */
  readonly body: XmlNode
  /** Root of a part; null where there is none at that path. */
  readonly xml: (path: string) => XmlNode | null
  /** Of the main document, by id. */
  readonly relationships: ReadonlyMap<string, Relationship>
  /** What the part at a path says: the same for equal parts, whatever they are called. */
  readonly print: (path: string) => string
}

/** @throws DocumentoIlegible where the file is damaged or is no Word document */
export function openPackage(file: Uint8Array): Package {
  const parts = new Map(Object.entries(unzipped(file)))
  const xml = (path: string) => {
    const bytes = parts.get(path)
    return bytes === undefined ? null : wellFormed(strFromU8(bytes))
  }
  const body = element(xml(BODY) ?? undefined, 'w:body')
  if (body === undefined) throw new DocumentoIlegible('formato-desconocido')
  const prints = new Map<string, string>()
  const print = (path: string): string => {
    const known = prints.get(path)
    if (known !== undefined) return known
    const hash = createHash('sha256').update(parts.get(path) ?? '')
    for (const { target, external } of relationshipsOf(xml(relsOf(path)))) hash.update(external ? target : print(partAt(path, target)))
    const made = hash.digest('hex')
    prints.set(path, made)
    return made
  }
  return { parts, body, xml, relationships: new Map(relationshipsOf(xml(relsOf(BODY))).map((one) => [one.id, one])), print }
}

/** Path of the relationships of a part. */
export const relsOf = (path: string): string => path.replace(/[^/]*$/u, (name) => `_rels/${name}.rels`)

/** Path of the part that a relationship of another leads to. */
export function partAt(path: string, target: string): string {
  return decodeURIComponent(new URL(target, `file:///${path}`).pathname.slice(1))
}

/** What the part of relationships says; nothing where there is none. */
export function relationshipsOf(rels: XmlNode | null): readonly Relationship[] {
  return (rels === null ? [] : elements(rels, 'Relationship')).map(({ attributes }) => ({
    id: attributes.get('Id') ?? '',
    type: attributes.get('Type') ?? '',
    target: attributes.get('Target') ?? '',
    external: attributes.get('TargetMode') === 'External',
  }))
}

function unzipped(file: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(file)
  } catch (error) {
    throw new DocumentoIlegible('danado', { cause: error })
  }
}

function wellFormed(xml: string): XmlNode {
  try {
    return readXml(xml)
  } catch (error) {
    throw new DocumentoIlegible('danado', { cause: error })
  }
}
