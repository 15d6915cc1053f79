import { InternalHyperlink, Paragraph, type ParagraphChild, Tab, TextRun } from 'docx'
import type { IndexBlock, IndexEntry } from '../../../document/index.js'
import { bookmarkOf, type Context } from '../context.js'
import { closeField, openField, pageOf } from '../references/fields.js'
import type { CharacterStyle, ParagraphStyle } from '../styles/names.js'
import { clean } from '../text.js'
import { hex } from '../units.js'

/** An index: a real field that Word can fill again, already filled, each line a link with its dotted leader and its page. */
export function index(node: IndexBlock, ctx: Context): Paragraph[] {
  const groups = runsOf(node, ctx)
  const lines = groups.flatMap(({ entries, instruction }) =>
    entries.map((entry, position) => {
      const opening = position === 0 && instruction !== null ? openField(instruction) : []
      const closing = position === entries.length - 1 && instruction !== null ? [closeField()] : []
      return new Paragraph({ style: lineStyle(node, entry), children: [...opening, line(entry, ctx), ...closing] })
    }),
  )
  // Where a section ends in the same paragraph as a field of this size, LibreOffice loses the page number of its footer.
  return lines.length === 0 ? [] : [...lines, new Paragraph({ style: 'Spacer' })]
}

interface Run {
  readonly entries: readonly IndexEntry[]
  /** Of the field that these lines are; null where no field could list them and nothing else. */
  readonly instruction: string | null
}

/**
 * Contents: the styles of the headings (`\o`) and the levels that other styles have (`\u`). Tables and charts: a field a sequence (`\c`),
 * for a field lists one; a sequence that stands in several places («Tabla A1», «Tabla 1», «Tabla A2») would be listed in all of them, so
 * its lines are links with the number of their page and no more.
 */
function runsOf({ of, entries }: IndexBlock, ctx: Context): readonly Run[] {
  if (of === 'contents') return [{ entries, instruction: 'TOC \\o "1-2" \\h \\z \\u' }]
  const nameOf = (entry: IndexEntry | undefined) => ctx.sequences.get(entry?.target ?? '')?.name ?? ''
  const starts = entries.flatMap((entry, at) => (at === 0 || nameOf(entry) !== nameOf(entries[at - 1]) ? [at] : []))
  const names = starts.map((at) => nameOf(entries[at]))
  return starts.map((at, position) => {
    const name = names[position]
    const alone = names.filter((other) => other === name).length === 1
    return { entries: entries.slice(at, starts[position + 1]), instruction: alone ? `TOC \\h \\z \\c "${name}"` : null }
  })
}

function line(entry: IndexEntry, ctx: Context): InternalHyperlink {
  const bookmark = bookmarkOf(ctx, entry.target)
  const before: ParagraphChild[] = entry.label === null ? [] : [label(entry.label, ctx), tab()]
  const page = ctx.printedPages === null ? pageOf(bookmark, style) : [run(ctx.printedPages.get(entry.target) ?? '')]
  return new InternalHyperlink({ anchor: bookmark.name, children: [...before, run(entry.text), tab(), ...page] })
}

function lineStyle(node: IndexBlock, entry: IndexEntry): ParagraphStyle {
  if (node.of !== 'contents') return 'TableofFigures'
  return entry.depth === 1 ? 'TOC1' : 'TOC2'
}

// Where a line is not part of a field LibreOffice underlines a link without a style.
const style = 'IndexEntry' satisfies CharacterStyle
const tab = () => new TextRun({ children: [new Tab()], style })
const run = (text: string) => new TextRun({ text: clean(text), style })

/** `Tabla 22`. Its look is said twice: within an index LibreOffice reads no character style. */
function label(text: string, ctx: Context): TextRun {
  return new TextRun({ text: clean(text), style: 'IndexLabel' satisfies CharacterStyle, bold: true, color: hex(ctx.theme.colores.casa) })
}
