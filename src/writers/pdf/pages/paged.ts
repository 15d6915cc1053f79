import { pageLabels, type Section } from '../../../document/index.js'
import { markName } from '../galley/anchors.js'
import type { Page } from './paginate.js'
import type { Sheet } from './sheet.js'

/** A page (0 is the first), and a height on it, points from its top. */
interface Place {
  readonly page: number
  readonly top: number
}

/** A place with its name; its page is counted within its section. */
export interface NamedPlace extends Place {
  readonly name: string
}

/** A section cut into pages. */
export interface PagedSection {
  readonly section: Section
  readonly sheet: Sheet
  /** Where each named block or footnote of it falls. */
  readonly places: readonly NamedPlace[]
  /** One a page. */
  readonly bodies: readonly unknown[]
}

/** A place in the document, and the size of its page. */
export interface PagePlace extends Place {
  readonly sheet: Sheet
}

export interface Numbered {
  /** The number printed on each page of the document, empty for none. */
  readonly numbers: readonly string[]
  /** Where a named block or footnote falls. Throws where nothing has that name. */
  readonly placeOf: (name: string) => PagePlace
}

/** Numbers the pages of all sections through. Throws where two places have one name. */
export function numberPages(sections: readonly PagedSection[]): Numbered {
  const places = new Map<string, PagePlace>()
  let before = 0
  for (const { sheet, places: own, bodies } of sections) {
    for (const { name, page, top } of own) {
      if (places.has(name)) throw new Error(`two places in the document are called «${name}»`)
      places.set(name, { page: before + page, sheet, top })
    }
    before += bodies.length
  }
  return {
    numbers: pageLabels(sections.flatMap(({ section, bodies }) => bodies.map(() => section.numbering))),
    placeOf: (name) => {
      const place = places.get(name)
      if (place === undefined) throw new Error(`nothing in the document is called «${name}», which a link leads to`)
      return place
    },
  }
}

/** The named places on the pages of a section. */
export function placesOn(pages: readonly Page[], { margin }: Sheet): NamedPlace[] {
  return pages.flatMap(({ strips, notes }, page) =>
    [...strips, ...notes].flatMap(({ strip, y }) =>
      [...strip.anchors, ...strip.notes.map(markName)].map((name) => ({ name, page, top: margin + y })),
    ),
  )
}
