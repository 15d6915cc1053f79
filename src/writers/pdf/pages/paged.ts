import { pageLabels, type Section } from '../../../document/index.js'
import { markName } from '../galley/anchors.js'
import type { Galley } from '../galley/blocks.js'
import { type Page, paginate } from './paginate.js'
import type { Sheet } from './sheet.js'

/** A page with the section that it belongs to and its printed number, empty for none. */
interface NumberedPage extends Page {
  readonly section: Section
  readonly sheet: Sheet
  readonly number: string
}

/** A page (0 is the first), its size, and a height on it, points from its top. */
export interface PagePlace {
  readonly page: number
  readonly sheet: Sheet
  readonly top: number
}

export interface Paged {
  readonly pages: readonly NumberedPage[]
  /** Where a named block or footnote falls. Throws where nothing has that name. */
  readonly placeOf: (name: string) => PagePlace
}

/** Cuts every galley into pages and numbers them through. Throws where two places have one name. */
export function pageGalleys(galleys: readonly Galley[], ruleHeight: number): Paged {
  const bare = galleys.flatMap(({ strips, notes, section, sheet }) =>
    paginate(strips, notes, { height: sheet.bodyHeight, rule: ruleHeight }).map((page) => ({ ...page, section, sheet })),
  )
  const numbers = pageLabels(bare.map((page) => page.section.numbering))
  const pages = bare.map((page, i) => ({ ...page, number: numbers[i] ?? '' }))
  const places = placesOf(pages)
  return {
    pages,
    placeOf: (name) => {
      const place = places.get(name)
      if (place === undefined) throw new Error(`nothing in the document is called «${name}», which a link leads to`)
      return place
    },
  }
}

function placesOf(pages: readonly NumberedPage[]): Map<string, PagePlace> {
  const places = new Map<string, PagePlace>()
  pages.forEach(({ strips, notes, sheet }, page) => {
    for (const { strip, y } of [...strips, ...notes]) {
      for (const name of [...strip.anchors, ...strip.notes.map(markName)]) {
        if (places.has(name)) throw new Error(`two places in the document are called «${name}»`)
        places.set(name, { page, sheet, top: sheet.margin + y })
      }
    }
  })
  return places
}
