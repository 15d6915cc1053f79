import { type FileChild, Paragraph, TextRun } from 'docx'
import type { Block, HeadingBlock } from '../../document/index.js'
import { chart } from './blocks/chart.js'
import { cover } from './blocks/cover.js'
import { index } from './blocks/indices.js'
import { inlines } from './blocks/inlines.js'
import { list } from './blocks/lists.js'
import { picture } from './blocks/picture.js'
import { scorecard } from './blocks/scorecard.js'
import { table } from './blocks/table.js'
import { bookmarkOf, type Context } from './context.js'
import { bookmarked } from './references/bookmarks.js'
import { headingStyle } from './styles/names.js'
import { clean } from './text.js'

type Renderers = { readonly [T in Block['type']]: (node: Extract<Block, { type: T }>, ctx: Context, onNewPage: boolean) => FileChild[] }

const renderers: Renderers = {
  cover,
  heading,
  paragraph: (node, ctx) => {
    const style = { normal: ctx.body, lead: 'Lead', note: 'Note' }[node.role]
    return [new Paragraph({ style, children: inlines(node.children, ctx) })]
  },
  list: (node, ctx) => list(node, ctx, (child) => block(child, ctx)),
  quote: (node, ctx) => node.children.flatMap((child) => block(child, { ...ctx, body: 'Quote' })),
  definitions: (node, ctx) =>
    node.items.flatMap(({ term, details }) => [
      new Paragraph({ style: 'Term', children: [new TextRun(clean(term))] }),
      ...details.map((detail) => new Paragraph({ style: 'TermDetail', children: inlines(detail, ctx) })),
    ]),
  table,
  chart,
  picture,
  scorecard,
  index,
}

/** The blocks of one section. */
export function blocks(nodes: readonly Block[], ctx: Context): FileChild[] {
  return inSection(nodes).flatMap(({ node, onNewPage }) => block(node, ctx, onNewPage))
}

/** Each block of one section, and whether it begins a new page: a main heading after the first does, as the section itself does. */
export function inSection(nodes: readonly Block[]): readonly { readonly node: Block; readonly onNewPage: boolean }[] {
  const isMain = (node: Block) => node.type === 'heading' && node.depth === 1
  const first = nodes.findIndex(isMain)
  return nodes.map((node, at) => ({ node, onNewPage: at > first && isMain(node) }))
}

export function block(node: Block, ctx: Context, onNewPage = false): FileChild[] {
  return (renderers[node.type] as (node: Block, ctx: Context, onNewPage: boolean) => FileChild[])(node, ctx, onNewPage)
}

function heading(node: HeadingBlock, ctx: Context, pageBreakBefore: boolean): Paragraph[] {
  const level = ctx.contentsLevels.get(node.id) ?? null
  const title = new Paragraph({
    style: headingStyle(node.depth, level),
    pageBreakBefore: pageBreakBefore && node.kicker === null,
    children: [bookmarked(bookmarkOf(ctx, node.id), inlines(node.children, ctx))],
  })
  if (node.kicker === null) return [title]
  return [new Paragraph({ style: 'Kicker', pageBreakBefore, children: [new TextRun(clean(node.kicker))] }), title]
}
