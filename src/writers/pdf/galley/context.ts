import type { Assets, Block, HeadingBlock, Inline } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import type { Engine } from '../engine/engine.js'
import type { Run } from '../engine/types.js'
import type { Tag } from '../ink/tags.js'
import type { Sheet } from '../pages/sheet.js'
import type { Strip } from './strip.js'
import type { Speech, Voice } from './voice.js'

export type Level = HeadingBlock['depth']
export type Footnote = Extract<Inline, { type: 'footnote' }>

/** What a renderer has: the measure, the look, its place (`x`, `width`: points within the body) and its element of the structure. */
export interface Context {
  readonly engine: Engine
  readonly theme: Theme
  readonly images: Assets['images']
  readonly logo: Assets['logo']
  readonly sheet: Sheet
  /** How deep each heading stands in the structure. */
  readonly levels: ReadonlyMap<HeadingBlock, Level>
  readonly x: number
  readonly width: number
  readonly tag: Tag
  /** Where an inline renderer leaves the footnotes that it meets, by number. */
  readonly footnotes: Map<number, Footnote>
  readonly inlines: (children: readonly Inline[], speech: Speech) => Run[]
  readonly words: (text: string, speech: Speech) => Run[]
  readonly blocks: (blocks: readonly Block[], ctx: Context) => Strip[]
}

/** The same context for a narrower place or another element of the structure. */
export function inner(ctx: Context, place: { readonly left?: number; readonly right?: number; readonly tag?: Tag }): Context {
  const { left = 0, right = 0, tag = ctx.tag } = place
  return { ...ctx, x: ctx.x + left, width: Math.max(1, ctx.width - left - right), tag }
}

/** What a paragraph is made of. */
export interface Paragraph {
  readonly runs: readonly Run[]
  readonly voice: Voice
  readonly tag: Tag
  readonly anchors?: readonly string[]
  /** Whether its lines are about equally long, as those of a title are: no last line of one word. */
  readonly even?: boolean
}

/** A block's renderer: from the node to its strips. */
export type Renderer<Node> = (node: Node, ctx: Context) => Strip[]
