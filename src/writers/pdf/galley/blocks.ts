import type { Block, Inline, Section } from '../../../document/index.js'
import { newTag, type Tag, tagIn } from '../ink/tags.js'
import type { Sheet } from '../pages/sheet.js'
import { noteName } from './anchors.js'
import { chartStrips } from './chart.js'
import type { Context, Footnote, Renderer } from './context.js'
import { coverStrips } from './cover.js'
import { headingStrips } from './heading.js'
import { indexStrips } from './index-block.js'
import { inlineRuns, noteNumber } from './inlines.js'
import { definitionStrips, listStrips, quoteStrips } from './lists.js'
import { paragraphStrips } from './paragraph.js'
import { pictureStrips } from './picture.js'
import { scorecardStrips } from './scorecard.js'
import { type Strip, withFirst } from './strip.js'
import { tableStrips } from './table.js'
import { runsOf, speak, voiceOf } from './voice.js'

const PARAGRAPH_STYLE = { normal: 'texto', lead: 'entrada', note: 'nota' } as const

const paragraph: Renderer<Extract<Block, { type: 'paragraph' }>> = (node, ctx) => {
  const voice = voiceOf(ctx.theme, PARAGRAPH_STYLE[node.role])
  return paragraphStrips(ctx, { runs: ctx.inlines(node.children, speak(voice, null)), voice, tag: tagIn(ctx.tag, 'P') })
}

const renderers: { readonly [T in Block['type']]: Renderer<Extract<Block, { type: T }>> } = {
  cover: coverStrips,
  heading: headingStrips,
  paragraph,
  list: listStrips,
  quote: quoteStrips,
  definitions: definitionStrips,
  table: tableStrips,
  chart: chartStrips,
  index: indexStrips,
  picture: pictureStrips,
  scorecard: scorecardStrips,
}

function renderBlock<T extends Block['type']>(node: Extract<Block, { type: T }>, ctx: Context): Strip[] {
  const render: Renderer<Extract<Block, { type: T }>> = renderers[node.type as T]
  return render(node, ctx)
}

/** A section as a galley. */
export interface Galley {
  readonly strips: readonly Strip[]
  /** The notes that it calls, each as strips for the foot of a page. */
  readonly notes: ReadonlyMap<number, readonly Strip[]>
  /** Its element of the structure, with all that hangs on it. */
  readonly tag: Tag
  /** Characters of it that no face has. */
  readonly missing: ReadonlySet<string>
}

/** What sections are set with. */
export type Tools = Pick<Context, 'engine' | 'theme' | 'images' | 'logo' | 'levels'>

/** Sets a section for a page. */
export function setSection({ blocks }: Section, sheet: Sheet, tools: Tools): Galley {
  const missing = new Set<string>()
  const tag = newTag('Sect')
  const ctx = contextFor({ ...tools, sheet, engine: { ...tools.engine, missing } }, tag)
  const strips = withFirst(ctx.blocks(blocks, ctx), () => ({ startsPage: true }))
  return { strips, notes: setNotes(ctx), tag, missing }
}

function contextFor(tools: Tools & Pick<Context, 'sheet'>, tag: Tag): Context {
  const ctx: Context = {
    ...tools,
    tag,
    x: 0,
    width: tools.sheet.bodyWidth,
    footnotes: new Map(),
    inlines: (children: readonly Inline[], speech) => inlineRuns(ctx, children, speech),
    words: (text, speech) => runsOf(tools.engine, Object.values(tools.theme.fuentes), text, speech),
    blocks: (blocks, place) => blocks.flatMap((block) => renderBlock(block, place)),
  }
  return ctx
}

/** The notes, and the notes that they call in turn: a Map is walked to its end, even while it grows. */
function setNotes(ctx: Context): Map<number, Strip[]> {
  const set = new Map<number, Strip[]>()
  for (const [number, footnote] of ctx.footnotes) set.set(number, footnoteStrips(footnote, ctx))
  return set
}

function footnoteStrips(footnote: Footnote, ctx: Context): Strip[] {
  const voice = { ...voiceOf(ctx.theme, 'nota'), color: ctx.theme.colores.tinta, before: 0, after: 0 }
  const speech = speak(voice, footnote)
  const tag = tagIn(ctx.tag, 'Note', { id: noteName(footnote.number) })
  const strips = footnote.children.flatMap((children, i) => {
    const own = ctx.inlines(children, speech)
    const runs = i === 0 ? [noteNumber(footnote.number, speech), ...ctx.words(' ', { ...speech, owner: null }), ...own] : own
    return paragraphStrips(ctx, { runs, voice, tag })
  })
  return withFirst(strips, () => ({ anchors: [noteName(footnote.number)], before: ctx.theme.notas.entre }))
}
