import type { Section } from '../../../document/index.js'
import { markName } from '../galley/anchors.js'
import type { Galley } from '../galley/blocks.js'
import { pageLabels } from './numbers.js'
import { type Page, paginate, type Room } from './paginate.js'
import type { Sheet } from './sheet.js'

/** A page with the section that it belongs to and its printed number, empty for none. */
interface NumberedPage extends Page {
  readonly section: Section
  readonly number: string
}

/** A page (0 is the first) and a height on it, points from its top. */
export interface PagePlace {
  readonly page: number
  readonly top: number
}

export interface Paged {
  readonly pages: readonly NumberedPage[]
  /** Where a named block or footnote falls. Throws where nothing has that name. */
  readonly placeOf: (name: string) => PagePlace
}

/** Cuts every galley into pages and numbers them through. Throws where two places have one name. */
export function pageGalleys(galleys: readonly Galley[], sheet: Sheet, ruleHeight: number): Paged {
  const room: Room = { height: sheet.bodyHeight, rule: ruleHeight }
  const bare = galleys.flatMap(({ strips, notes, section }) => paginate(strips, notes, room).map((page) => ({ ...page, section })))
  const numbers = pageLabels(bare.map((page) => page.section.numbering))
  const pages = bare.map((page, i) => ({ ...page, number: numbers[i] ?? '' }))
  const places = placesOf(pages, sheet.margin)
  return {
    pages,
    placeOf: (name) => {
      const place = places.get(name)
      if (place === undefined) throw new Error(`nothing in the document is called «${name}», which a link leads to`)
      return place
    },
  }
}

function placesOf(pages: readonly Page[], margin: number): Map<string, PagePlace> {
  const places = new Map<string, PagePlace>()
  pages.forEach(({ strips, notes }, page) => {
    for (const { strip, y } of [...strips, ...notes]) {
      for (const name of [...strip.anchors, ...strip.notes.map(markName)]) {
        if (places.has(name)) throw new Error(`two places in the document are called «${name}»`)
        places.set(name, { page, top: margin + y })
      }
    }
  })
  return places
}
