import type { PdfFile, StructContent, StructElement } from '../engine/types.js'

/** An element of the document's structure, as a screen reader walks it. Grows while the galley is set; its contents while the pages are drawn. */
export interface Tag {
  readonly role: Role
  readonly alt: string | null
  readonly children: Tag[]
  readonly contents: StructContent[]
}

export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'P'
  | 'BlockQuote'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Caption'
  | 'Figure'
  | 'TOC'
  | 'TOCI'
  | 'Note'

/** The root of a structure. */
export function rootTag(): Tag {
  return { role: 'Document', alt: null, children: [], contents: [] }
}

/** A new element, last among its parent's children. */
export function tagIn(parent: Tag, role: Role, alt: string | null = null): Tag {
  const tag: Tag = { role, alt, children: [], contents: [] }
  parent.children.push(tag)
  return tag
}

/** Writes the structure, once every page is drawn. An element that got neither contents nor children is left out, save for table cells. */
export function writeTags(file: PdfFile, root: Tag): void {
  file.addStructure(element(file, root))
}

function element(file: PdfFile, tag: Tag): StructElement {
  const options = { ...(tag.alt === null ? {} : { alt: tag.alt }), ...(tag.role === 'TH' ? { scope: 'Column' } : {}) }
  const struct = file.struct(tag.role, options)
  for (const content of tag.contents) struct.add(content)
  for (const child of tag.children) {
    if (!isEmpty(child)) struct.add(element(file, child))
  }
  struct.end()
  return struct
}

function isEmpty(tag: Tag): boolean {
  return tag.role !== 'TD' && tag.role !== 'TH' && tag.contents.length === 0 && tag.children.every(isEmpty)
}
