import type { PdfFile, StructContent, StructElement } from '../engine/types.js'

/**
 * An element of the document's structure, as a screen reader walks it. It grows while the galley is set, and gets its contents while the
 * pages are drawn, in the order of both.
 */
export interface Tag {
  readonly role: Role
  readonly alt: string | null
  readonly children: (Tag | StructContent)[]
  /** The file's own element, made when it is first asked for. */
  element: StructElement | null
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
  | 'Link'

/** The root of a structure. */
export function rootTag(): Tag {
  return { role: 'Document', alt: null, children: [], element: null }
}

/** A new element, last among its parent's children. */
export function tagIn(parent: Tag, role: Role, alt: string | null = null): Tag {
  const tag: Tag = { role, alt, children: [], element: null }
  parent.children.push(tag)
  return tag
}

/** The file's element for a tag; a link's annotation hangs on it before the structure is written. */
export function elementOf(file: PdfFile, tag: Tag): StructElement {
  const options = { ...(tag.alt === null ? {} : { alt: tag.alt }), ...(tag.role === 'TH' ? { scope: 'Column' } : {}) }
  tag.element ??= file.struct(tag.role, options)
  return tag.element
}

/** Writes the structure, once every page is drawn. An element in which nothing was drawn is left out, save for table cells. */
export function writeTags(file: PdfFile, root: Tag): void {
  file.addStructure(finished(file, root))
}

function finished(file: PdfFile, tag: Tag): StructElement {
  const element = elementOf(file, tag)
  for (const child of tag.children) {
    if (!isTag(child)) element.add(child)
    else if (!isEmpty(child)) element.add(finished(file, child))
  }
  element.end()
  return element
}

function isTag(child: Tag | StructContent): child is Tag {
  return 'role' in child
}

function isEmpty(tag: Tag): boolean {
  return tag.role !== 'TD' && tag.role !== 'TH' && tag.children.every((child) => isTag(child) && isEmpty(child))
}
