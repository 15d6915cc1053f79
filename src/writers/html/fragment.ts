/** Part of the tree within a page of somebody else's, which has the look of reports and answers for the addresses of pictures. */
import type { Block, Section } from '../../document/index.js'
import { type Html, html } from '../../html/index.js'
import type { Theme } from '../../theme/index.js'
import { blocks } from './blocks.js'
import { type Context, contextOf } from './context.js'
import { notesOf } from './notes.js'

export interface Fragment {
  readonly sections: readonly Section[]
  readonly theme: Theme
  readonly picture: Context['picture']
  /** Blocks of the sections to be told apart as changed. */
  readonly marked: ReadonlySet<Block>
  /** Level of the title that it stands under: under an `h2`, its own begin at `h3`. */
  readonly level: number
}

/** The sections, with their notes at the end. */
export function fragment({ sections, level, ...look }: Fragment): Html {
  const all = sections.flatMap((section) => section.blocks)
  const ctx = contextOf(all, look, level)
  return html`<div class="informe">${blocks(all, ctx)}</div>${notesOf(ctx)}`
}
