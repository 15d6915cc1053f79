import { Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Caption } from '../../../document/index.js'
import { bookmarkOf, type Context } from '../context.js'
import { bookmarked, labelOf } from '../references/bookmarks.js'
import { sequence } from '../references/fields.js'
import { clean } from '../text.js'
import { inlines } from './inlines.js'

/** The caption above a table or chart: «Tabla 22. Words», its number a counted field, label and number bookmarked for references. */
export function caption(id: string, node: Caption, ctx: Context): Paragraph {
  const number: ParagraphChild[] = [bookmarked(bookmarkOf(ctx, id), numbered(id, node, ctx)), styled('. ')]
  return new Paragraph({ style: 'Caption', children: [...number, ...inlines(node.children, ctx)] })
}

function numbered(id: string, node: Caption, ctx: Context): TextRun[] {
  const counted = ctx.sequences.get(id)
  if (counted === undefined || counted.digits === '') return [styled(labelOf(node))]
  const { name, prefix, digits, follows } = counted
  return [styled(`${node.label} ${prefix}`), ...sequence(name, digits, follows ? null : digits, 'CaptionNumber')]
}

const styled = (text: string) => new TextRun({ text: clean(text), style: 'CaptionNumber' })
