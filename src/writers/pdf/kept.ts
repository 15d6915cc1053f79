/** Sections drawn before, kept as plain values: a node of the tree stands as its place among those that have words of their own. */
import { type Assets, type Documento, type HeadingBlock, NO_PARTS, type PartStore, type Section } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import { blocksIn, digestOf, ingredientsOf, picturesIn } from '../section/index.js'
import { ownersIn } from './completeness.js'
import { shownAfter, writesOn } from './engine/inside.js'
import type { Level } from './galley/context.js'
import { type DrawnPage, drawsAgain } from './ink/again.js'
import { openNotes } from './ink/noted.js'
import { type FlatTags, flat, raised } from './ink/tags.js'
import type { NamedPlace } from './pages/paged.js'
import { sheetOf } from './pages/sheet.js'
import type { Body, SectionPages } from './sections.js'

/** A section that was drawn. */
interface Drawn {
  readonly tags: FlatTags
  readonly missing: ReadonlySet<string>
  readonly places: readonly NamedPlace[]
  readonly printed: ReadonlyMap<string, string>
  /** Characters drawn for each node. */
  readonly words: readonly (readonly [node: number, characters: number])[]
  readonly pages: readonly (DrawnPage & Pick<Body, 'ground'>)[]
}

/** Sections that were drawn before. */
export interface Keeping {
  /** The pages of a section, where they are known; null where they are not. */
  readonly known: (section: Section) => SectionPages | null
  /** The same pages, to be kept when they are drawn. */
  readonly keeping: (pages: SectionPages) => SectionPages
}

/**
 * What is known of the sections of a document, by all that their lines and their structure hang on. Not by what stands in the margins,
 * which is drawn anew, nor by what a picture shows.
 */
export function keptSections(
  store: PartStore,
  { language }: Documento,
  levels: ReadonlyMap<HeadingBlock, Level>,
  theme: Theme,
  assets: Assets,
): Keeping {
  // Nothing is noted for a store that keeps nothing.
  if (store === NO_PARTS) return { known: () => null, keeping: (pages) => pages }
  const whole = digestOf({ part: 'pages of a section in the PDF', language, ...ingredientsOf(theme, assets) })
  const madeOf = (section: Section) => {
    const blocks = blocksIn(section.blocks)
    return {
      whole,
      section: section.id,
      says: digestOf(section),
      levels: blocks.map((block) => (block.type === 'heading' ? (levels.get(block) ?? null) : null)),
      images: picturesIn(blocks, assets),
    }
  }
  return {
    known: (section) => {
      const drawn = store.known(madeOf(section)) as Drawn | undefined
      return drawn === undefined ? null : pagesOf(drawn, section, theme)
    },
    keeping: (pages) => noted(pages, (drawn) => store.keep(madeOf(pages.section), drawn)),
  }
}

function pagesOf({ tags: flatTags, words, pages, ...rest }: Drawn, section: Section, theme: Theme): SectionPages {
  const tags = raised(flatTags)
  const [tag] = tags
  if (tag === undefined) throw new Error(`the section «${section.id}» was kept without an element`)
  const owners = ownersIn(section)
  const drawAgain = drawsAgain(tags)
  const bodies = pages.map((page, i) => ({
    ground: page.ground,
    draw: (pen: Parameters<Body['draw']>[0]) => {
      drawAgain(pen, page)
      if (i > 0) return
      for (const [node, characters] of words) {
        const owner = owners[node]
        if (owner !== undefined) pen.deeds.drew(owner, characters)
      }
    },
  }))
  return { ...rest, section, sheet: sheetOf(theme, section.orientation), tag, bodies }
}

/** The same pages; what was drawn is told with the last of them. */
function noted(pages: SectionPages, keep: (drawn: Drawn) => void): SectionPages {
  const { section, tag, missing, places, bodies } = pages
  const { tags, flatTags } = flat(tag)
  const notes = openNotes(tags)
  const drawn: Drawn['pages'][number][] = []
  const words = () => {
    const nodes = new Map(ownersIn(section).map((owner, node) => [owner, node]))
    return [...notes.drawn].flatMap(([owner, characters]) => {
      const node = nodes.get(owner)
      return node === undefined ? [] : [[node, characters] as const]
    })
  }
  return {
    ...pages,
    bodies: bodies.map(({ ground, draw }) => ({
      ground,
      draw: (pen) => {
        const { file } = pen.engine
        const writes = writesOn(file)
        draw({ ...pen, deeds: notes.noting(pen.deeds) })
        drawn.push({ ground, ...notes.endPage(), shown: shownAfter(file, writes) })
        if (drawn.length === bodies.length) keep({ tags: flatTags, missing, places, printed: notes.printed, words: words(), pages: drawn })
      },
    })),
  }
}
