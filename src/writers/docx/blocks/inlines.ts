import { ExternalHyperlink, FootnoteReferenceRun, InternalHyperlink, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Inline, Tone } from '../../../document/index.js'
import { bookmarkOf, type Context } from '../context.js'
import { bookmarked } from '../references/bookmarks.js'
import { textOf } from '../references/fields.js'
import { edged } from '../references/stretches.js'
import { type CharacterStyle, chipStyles } from '../styles/names.js'
import { chipText, clean } from '../text.js'

/** How a stretch of text is set apart. A run has one style, so what comes on top of it is said beside it. */
interface Look {
  readonly style: CharacterStyle | null
  readonly strong: boolean
  readonly emphasis: boolean
}

const PLAIN: Look = { style: null, strong: false, emphasis: false }
const toneStyles: Record<Tone, CharacterStyle> = { behind: 'Behind', ahead: 'Ahead', secondary: 'Secondary' }

type Renderers = { readonly [T in Inline['type']]: (node: Extract<Inline, { type: T }>, ctx: Context, look: Look) => ParagraphChild[] }

const renderers: Renderers = {
  text: (node, ctx, look) => edged(node, [run(node.value, look)], ctx.stretches),
  figure: (node, ctx, look) => {
    const words = run(node.value, look)
    return edged(node, [node.mark === undefined ? words : bookmarked({ name: node.mark }, [words])], ctx.stretches)
  },
  code: (node, _, look) => [run(node.value, { ...look, style: 'ProductCode' })],
  chip: (node) => [run(chipText(node.value), { ...PLAIN, style: chipStyles[node.state] })],
  strong: (node, ctx, look) => each(node.children, ctx, { ...look, strong: true }),
  emphasis: (node, ctx, look) => each(node.children, ctx, { ...look, emphasis: true }),
  tone: (node, ctx, look) => each(node.children, ctx, { ...look, style: toneStyles[node.tone] }),
  link: (node, ctx, look) => [
    new ExternalHyperlink({ link: clean(node.url), children: each(node.children, ctx, { ...look, style: 'Hyperlink' }) }),
  ],
  reference: (node, ctx) => {
    const bookmark = bookmarkOf(ctx, node.target)
    // A field is only true where what it would read is what the tree says; a heading's label may be another than its title.
    if (bookmark.text === node.label.replace(/\s/gu, ' ')) return textOf(bookmark, clean(node.label), 'Reference')
    return [new InternalHyperlink({ anchor: bookmark.name, children: [run(node.label, { ...PLAIN, style: 'Reference' })] })]
  },
  footnote: (node, ctx) => [
    new FootnoteReferenceRun({
      children: node.children.map(
        (children, index) =>
          new Paragraph({ style: 'FootnoteText', children: [...(index === 0 ? [new TextRun(' ')] : []), ...inlines(children, ctx)] }),
      ),
    }),
  ],
  break: () => [new TextRun({ break: 1 })],
}

/** Inline nodes as the children of a paragraph. */
export function inlines(nodes: readonly Inline[], ctx: Context): ParagraphChild[] {
  const drawn = each(nodes, ctx, PLAIN)
  // Where a chip is all that a paragraph holds, LibreOffice makes it as high as the line.
  return nodes.length === 1 && nodes[0]?.type === 'chip' ? [...drawn, new TextRun(' ')] : drawn
}

function each(nodes: readonly Inline[], ctx: Context, look: Look): ParagraphChild[] {
  return nodes.flatMap((node) => (renderers[node.type] as (node: Inline, ctx: Context, look: Look) => ParagraphChild[])(node, ctx, look))
}

function run(text: string, { style, strong, emphasis }: Look): TextRun {
  const own = style ?? (strong ? 'Strong' : emphasis ? 'Emphasis' : null)
  return new TextRun({
    text: clean(text),
    ...(own && { style: own }),
    ...(strong && own !== 'Strong' && { bold: true }),
    ...(emphasis && own !== 'Emphasis' && { italics: true }),
  })
}
