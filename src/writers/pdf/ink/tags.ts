import type { PdfFile, StructContent, StructElement } from '../engine/types.js'
import type { Area } from './deeds.js'

/**
 * An element of the document's structure, as a screen reader walks it. It grows while the galley is set, and gets its contents while the
 * pages are drawn, in the order of both.
 */
export interface Tag {
  readonly role: Role
  readonly alt: Attributes['alt'] | undefined
  readonly id: Attributes['id'] | undefined
  readonly numbering: Attributes['numbering'] | undefined
  readonly children: (Tag | StructContent)[]
  /** The file's own element, made when it is first asked for. */
  element: StructElement | null
  /** Where a figure stands on its page. */
  box: Area | null
  /** Links that hang on it: the words that name each, and the page (0 is the first) that it is on. */
  links: readonly { readonly words: string; readonly page: number }[]
}

interface Attributes {
  /** Alternative text of a figure. */
  readonly alt?: string
  /** Name of a note, its own in the whole document. */
  readonly id?: string
  /** How the items of a list are numbered. */
  readonly numbering?: 'Disc' | 'Decimal'
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
  | 'Reference'
  | 'Link'

/** An element that hangs on nothing yet: the root of a structure, or of a part of it. */
export function newTag(role: Role, { alt, id, numbering }: Attributes = NONE): Tag {
  // A report has nine thousand: each names all that it may have, so that they are of one make.
  return { role, alt, id, numbering, children: [], element: null, box: null, links: NO_LINKS }
}

const NONE: Attributes = {}
const NO_LINKS: Tag['links'] = []

/** A new element, last among its parent's children. */
export function tagIn(parent: Tag, role: Role, attributes: Attributes = NONE): Tag {
  const tag = newTag(role, attributes)
  parent.children.push(tag)
  return tag
}

/** Elements as plain values, each by its place among them: its parent comes before it; the first has none (-1). */
export interface FlatTags {
  readonly roles: readonly Role[]
  readonly parents: readonly number[]
  /** Of those that have any. */
  readonly attributes: readonly (readonly [place: number, attributes: Attributes])[]
}

/** An element and all in it before anything is drawn, in the order in which they are read; and the same as plain values. */
export function flat(root: Tag): { readonly tags: readonly Tag[]; readonly flatTags: FlatTags } {
  const tags: Tag[] = []
  const parents: number[] = []
  const add = (tag: Tag, parent: number) => {
    const place = tags.push(tag) - 1
    parents.push(parent)
    for (const child of tag.children) if (isTag(child)) add(child, place)
  }
  add(root, -1)
  const attributes = tags.flatMap((tag, place) => {
    const { alt, id, numbering } = tag
    const own: Attributes = {
      ...(alt !== undefined && { alt }),
      ...(id !== undefined && { id }),
      ...(numbering !== undefined && { numbering }),
    }
    return Object.keys(own).length === 0 ? [] : [[place, own] as const]
  })
  return { tags, flatTags: { roles: tags.map(({ role }) => role), parents, attributes } }
}

/** The elements again, nothing drawn in them. */
export function raised({ roles, parents, attributes }: FlatTags): Tag[] {
  const own = new Map(attributes)
  const tags: Tag[] = []
  roles.forEach((role, place) => {
    const above = tags[parents[place] ?? -1]
    tags.push(above === undefined ? newTag(role, own.get(place)) : tagIn(above, role, own.get(place)))
  })
  return tags
}

/** The file's element for a tag. A link's annotation hangs on it, and a figure's box is told to it, on their own page. */
export function elementOf(file: PdfFile, tag: Tag): StructElement {
  if (tag.element !== null) return tag.element
  const { box } = tag
  const element = file.struct(tag.role, {
    ...(tag.alt === undefined ? {} : { alt: tag.alt }),
    ...(tag.role === 'TH' ? { scope: 'Column' } : {}),
    ...(box === null ? {} : { bbox: [box.x, box.y, box.x + box.width, box.y + box.height] }),
  })
  if (tag.id !== undefined) element.dictionary.data.ID = new String(tag.id)
  if (tag.numbering !== undefined) element.dictionary.data.A = { O: 'List', ListNumbering: tag.numbering }
  tag.element = element
  return element
}

/** Writes the structure, once every page is drawn. `tags`: its root, and all the elements in it. */
export function writeTags(file: PdfFile, root: Tag, tags: readonly Tag[]): void {
  file.addStructure(finished(file, root))
  const named = tags.flatMap((tag) => (tag.id === undefined || tag.element === null ? [] : [{ id: tag.id, element: tag.element }]))
  if (named.length === 0) return
  const sorted = named.sort((a, b) => (a.id < b.id ? -1 : 1))
  file.getStructTreeRoot().data.IDTree = { Names: sorted.flatMap(({ id, element }) => [new String(id), element.dictionary]) }
}

/** What an element holds, in order. An element in which nothing was drawn is left out, save for table cells. */
export function contentsOf(tag: Tag): (Tag | StructContent)[] {
  return tag.children.filter((child) => !isTag(child) || !isEmpty(child))
}

/** An element and all elements in it, in the order in which they are read. */
export function tagsIn(tag: Tag): Tag[] {
  const tags = [tag]
  const add = (of: Tag) => {
    for (const child of contentsOf(of)) {
      if (!isTag(child)) continue
      tags.push(child)
      add(child)
    }
  }
  add(tag)
  return tags
}

/** Whether something that an element holds is an element itself, not a stretch of a page. */
export function isTag(child: Tag | StructContent): child is Tag {
  return 'role' in child
}

function finished(file: PdfFile, tag: Tag): StructElement {
  const element = elementOf(file, tag)
  for (const child of contentsOf(tag)) {
    if (!isTag(child)) element.add(child)
    else {
      const own = finished(file, child)
      // PDFKit writes the current page down as the one that a link is on
      const [link] = child.links
      if (link !== undefined) file.switchToPage(link.page)
      element.add(own)
    }
  }
  element.end()
  return element
}

function isEmpty(tag: Tag): boolean {
  return tag.role !== 'TD' && tag.role !== 'TH' && tag.links.length === 0 && tag.children.every((child) => isTag(child) && isEmpty(child))
}
