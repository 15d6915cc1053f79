/** The pages of a section: set now, or drawn before and kept. */
import type { Section } from '../../document/index.js'
import { setSection, type Tools } from './galley/blocks.js'
import { drawStrips } from './ink/draw.js'
import { drawNoteRule } from './ink/furniture.js'
import type { Pen } from './ink/pen.js'
import type { Tag } from './ink/tags.js'
import { type PagedSection, placesOn } from './pages/paged.js'
import { type Page, paginate } from './pages/paginate.js'
import { sheetOf } from './pages/sheet.js'

/** A section cut into pages, which are still to be drawn, in order. */
export interface SectionPages extends PagedSection {
  /** Its element of the structure, with all that hangs on it. */
  readonly tag: Tag
  /** Characters of it that no face has. */
  readonly missing: ReadonlySet<string>
  readonly bodies: readonly Body[]
  /** Page numbers that the bodies are bound to print, by the place that each is of: where they are others now, the section must be set anew. */
  readonly printed: ReadonlyMap<string, string>
}

/** What stands within the margins of a page. */
export interface Body {
  /** Colour of the whole page; null for the paper's. */
  readonly ground: string | null
  readonly draw: (pen: Pen) => void
}

/** Sets a section and cuts it into pages. */
export function setPages(section: Section, tools: Tools): SectionPages {
  const { antes, despues } = tools.theme.notas
  const sheet = sheetOf(tools.theme, section.orientation)
  const { strips, notes, tag, missing } = setSection(section, sheet, tools)
  const pages = paginate(strips, notes, { height: sheet.bodyHeight, rule: antes + despues })
  return { section, sheet, tag, missing, places: placesOn(pages, sheet), bodies: pages.map(bodyOf), printed: new Map() }
}

function bodyOf({ strips, notes }: Page): Body {
  return {
    ground: strips[0]?.strip.ground ?? null,
    draw: (pen) => {
      drawStrips(pen, strips)
      if (notes[0] !== undefined) drawNoteRule(pen, notes[0].y)
      drawStrips(pen, notes)
    },
  }
}
