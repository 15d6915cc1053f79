import { InternalHyperlink, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx'
import type { IndexBlock, IndexEntry } from '../../../document/index.js'
import { bookmarkOf, type Context } from '../context.js'
import { closeField, openField, pageOf } from '../references/fields.js'
import type { CharacterStyle, ParagraphStyle } from '../styles/names.js'
import { clean } from '../text.js'
import { hex } from '../units.js'

/** An index: a real field that Word can fill again, already filled, each line a link with its dotted leader and its page. */
export function index(node: IndexBlock, ctx: Context): Paragraph[] {
  const last = node.entries.length - 1
  const lines = node.entries.map((entry, position) => {
    const opening = position === 0 ? openField(instruction(node, ctx)) : []
    const closing = position === last ? [closeField()] : []
    return new Paragraph({ style: lineStyle(node, entry), children: [...opening, line(entry, ctx), ...closing] })
  })
  // Where a section ends in the same paragraph as a field of this size, LibreOffice loses the page number of its footer.
  return lines.length === 0 ? [] : [...lines, new Paragraph({ style: 'Spacer' })]
}

function line(entry: IndexEntry, ctx: Context): InternalHyperlink {
  const bookmark = bookmarkOf(ctx, entry.target)
  const before: ParagraphChild[] = entry.label === null ? [] : [label(entry.label, ctx), tab()]
  return new InternalHyperlink({ anchor: bookmark.name, children: [...before, run(entry.text), tab(), ...pageOf(bookmark)] })
}

/** Contents: the styles of the headings (`\o`) and the levels that other styles have (`\u`). Tables and charts: their sequence (`\c`). */
function instruction(node: IndexBlock, ctx: Context): string {
  if (node.of === 'contents') return 'TOC \\o "1-2" \\h \\z \\u'
  const first = node.entries[0]
  const sequence = first === undefined ? undefined : ctx.sequences.get(first.target)
  return `TOC \\h \\z \\c "${sequence?.name ?? ''}"`
}

function lineStyle(node: IndexBlock, entry: IndexEntry): ParagraphStyle {
  if (node.of !== 'contents') return 'TableofFigures'
  return entry.depth === 1 ? 'TOC1' : 'TOC2'
}

const tab = () => new TextRun({ children: [new Tab()] })
const run = (text: string) => new TextRun(clean(text))

/** `Tabla 22`. Its look is said twice: within an index LibreOffice reads no character style. */
function label(text: string, ctx: Context): TextRun {
  return new TextRun({ text: clean(text), style: 'IndexLabel' satisfies CharacterStyle, bold: true, color: hex(ctx.theme.colores.casa) })
}
