import type { TableRow } from 'docx'
import type { Align, Assets, Documento, TableRow as RowNode, Section } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'
import type { NativeChart } from './charts/native-chart.js'
import type { Entity } from './entity/entity.js'
import { pageFor, textArea, themePage } from './measures.js'
import { type Bookmark, bookmarksOf } from './references/bookmarks.js'
import { type Sequence, sequencesOf } from './references/sequences.js'
import { type Stretches, stretchesOf } from './references/stretches.js'
import type { ParagraphStyle } from './styles/names.js'

/** A row of a table, under that of its titles, and all that it is drawn from besides the context. */
export interface RowToDraw extends RowNode {
  readonly keepNext: boolean
  /** Where the text of each column stands. */
  readonly aligns: readonly Align[]
  /** How wide each column is, in twips. */
  readonly widths: readonly number[]
}

/** What a renderer knows besides its own node. Immutable: a renderer that needs another one for its children makes a copy. */
export interface Context {
  readonly theme: Theme
  readonly assets: Assets
  /** Draws a chart that stays one in Word; null where charts are pictures. */
  readonly nativeChart: NativeChart | null
  /** What the entity's own Word document gives in place of the theme; null where there is none. */
  readonly entity: Entity | null
  /** Width and height of the text on this section's pages, in points. */
  readonly textWidth: number
  readonly textHeight: number
  /** Mark of a draft; null for the report itself. */
  readonly draftMark: string | null
  readonly bookmarks: ReadonlyMap<string, Bookmark>
  /** Where typed prose begins and ends. */
  readonly stretches: Stretches
  /** Sequence field of each numbered caption, by the block's id. */
  readonly sequences: ReadonlyMap<string, Sequence>
  /** Level at which the contents list a heading, by its id; those they don't list are absent. */
  readonly contentsLevels: ReadonlyMap<string, 1 | 2>
  /** What an index prints as the page of a block, by its id, where the document is only measured; null where a field tells it. */
  readonly printedPages: ReadonlyMap<string, string> | null
  /** What stands for a row of a table that was drawn before; null for one that is to be drawn. Asked for each, in order. */
  readonly rowBefore: (row: RowToDraw) => TableRow | null
  /** Style of running text here. */
  readonly body: ParagraphStyle
}

/** The context in which a document's blocks begin, on upright pages. */
export function contextOf(
  documento: Documento,
  theme: Theme,
  assets: Assets,
  nativeChart: NativeChart | null,
  entity: Entity | null,
): Context {
  const { width, height } = textArea(entity?.page ?? themePage(theme), 'portrait')
  return {
    theme,
    assets,
    nativeChart,
    entity,
    textWidth: width,
    textHeight: height,
    draftMark: documento.draft?.mark ?? null,
    bookmarks: bookmarksOf(documento),
    stretches: stretchesOf(documento),
    sequences: sequencesOf(documento),
    contentsLevels: contentsLevelsOf(documento),
    printedPages: null,
    rowBefore: () => null,
    body: 'BodyText',
  }
}

/** The same context on the pages of a section. */
export function within(ctx: Context, section: Section): Context {
  const { width, height } = textArea(pageFor(section, ctx), section.orientation)
  return { ...ctx, textWidth: width, textHeight: height }
}

/** The bookmark of a block. Throws where the tree leads nowhere: a link to nothing would be written otherwise. */
export function bookmarkOf(ctx: Context, id: string): Bookmark {
  const bookmark = ctx.bookmarks.get(id)
  if (bookmark === undefined) throw new Error(`No hay en el documento un título, una tabla o una gráfica «${id}» a donde llevar.`)
  return bookmark
}

/** Level at which the contents list each heading that they list, by its id. */
export function contentsLevelsOf(documento: Documento): ReadonlyMap<string, 1 | 2> {
  const entries = documento.sections.flatMap((section) =>
    section.blocks.flatMap((block) => (block.type === 'index' && block.of === 'contents' ? block.entries : [])),
  )
  return new Map(entries.map((entry) => [entry.target, entry.depth]))
}
