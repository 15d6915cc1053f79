/** What a renderer of HTML knows besides its own node. */
import type { Block } from '../../document/index.js'
import type { Html } from '../../html/index.js'
import type { Theme } from '../../theme/index.js'

export interface PlacedPicture {
  /** A `data:` address, or one that whoever shows the page answers. */
  readonly address: string
  readonly size: { readonly width: number; readonly height: number } | null
}

export interface Context {
  readonly theme: Theme
  /** Where the picture of a key is, and its size in pixels where it is known. @throws Error where it was not given */
  readonly picture: (key: string) => PlacedPicture
  /** Blocks to be told apart as changed. */
  readonly marked: ReadonlySet<Block>
  /** Notes in the order of their calls, filled as the page is written. */
  readonly notes: { readonly number: number; readonly body: Html }[]
  /** Depths of the titles that the last one stands under, its own last. */
  readonly open: number[]
  /** Ids that something of the page has: a link to any other would lead nowhere. */
  readonly targets: ReadonlySet<string>
}

/** The context in which these blocks, all that the page has, are written under a title of some level. */
export function contextOf(
  all: readonly Block[],
  { theme, picture, marked }: Pick<Context, 'theme' | 'picture' | 'marked'>,
  level: number,
): Context {
  return { theme, picture, marked, notes: [], open: Array.from({ length: level - 1 }, () => 0), targets: new Set(all.flatMap(idsOf)) }
}

/** Ids to which a link may lead, those of blocks within others too. */
function idsOf(block: Block): readonly string[] {
  if (block.type === 'list') return block.items.flat().flatMap(idsOf)
  if (block.type === 'quote') return block.children.flatMap(idsOf)
  return 'id' in block ? [block.id] : []
}
