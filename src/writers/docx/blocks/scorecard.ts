import {
  type FileChild,
  Paragraph,
  type ParagraphChild,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Inline, ScorecardBlock } from '../../../document/index.js'
import type { Context } from '../context.js'
import { bookmarked } from '../references/bookmarks.js'
import { type CharacterStyle, chipStyles, SCORECARD_STYLE } from '../styles/names.js'
import { clean } from '../text.js'
import { twips } from '../units.js'
import { inlines } from './inlines.js'
import { plain, widthOf } from './measure.js'
import { progressBar } from './progress-bar.js'

/** Shares of the width: the large figure, the bar with its words, the counts. */
const COLUMNS = [0.235, 0.405, 0.36] as const
// Share of its column that the bar takes; the rest is white space.
const BAR_SHARE = 0.9
// As wide as a small square of type is high.
const SQUARE = '\u{2007}\u{2007}'

/** A scorecard: a table for layout only, on a veil, that stays whole on a page. The bar is a drawing with alternative text; all words are text. */
export function scorecard(node: ScorecardBlock, ctx: Context): FileChild[] {
  const widths = inTwips(ctx.textWidth)
  const cells = [headline(node, ctx), bar(node, ctx), node.counts.map((count) => countLine(count, ctx))]
  const noteLines = node.notes.map((note) => new Paragraph({ style: 'ScorecardNote', children: inlines(note, ctx) }))
  const drawn = new Table({
    style: SCORECARD_STYLE.id,
    layout: TableLayoutType.FIXED,
    width: { size: twips(ctx.textWidth), type: WidthType.DXA },
    columnWidths: widths,
    tableLook: { firstRow: false, lastRow: false, firstColumn: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (children, index) =>
            new TableCell({
              width: { size: widths[index] ?? 0, type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              children,
            }),
        ),
      }),
      ...(noteLines.length === 0 ? [] : [wide(noteLines)]),
    ],
  })
  return [drawn, new Paragraph({ style: 'Spacer' })]
}

const wide = (children: Paragraph[]) =>
  new TableRow({ cantSplit: true, children: [new TableCell({ columnSpan: COLUMNS.length, margins: { top: 0 }, children })] })

function inTwips(total: number): number[] {
  const [first, second] = [twips(total * COLUMNS[0]), twips(total * COLUMNS[1])]
  return [first, second, twips(total) - first - second]
}

function headline({ headline: { figure, label } }: ScorecardBlock, ctx: Context): Paragraph[] {
  return [
    new Paragraph({ style: 'ScorecardFigure', children: figure.flatMap((node) => withUnit(node, ctx)) }),
    new Paragraph({ style: 'ScorecardLabel', children: inlines(label, ctx) }),
  ]
}

/** A figure whose unit (`%`) is smaller than its digits. */
function withUnit(node: Inline, ctx: Context): ParagraphChild[] {
  const [, digits, unit] = (node.type === 'figure' && /^(.*\d)(\D+)$/u.exec(node.value)) || []
  if (digits === undefined || unit === undefined) return inlines([node], ctx)
  const runs = [new TextRun(clean(digits)), new TextRun({ text: clean(unit), style: 'ScorecardUnit' satisfies CharacterStyle })]
  return node.type === 'figure' && node.mark !== undefined ? [bookmarked({ name: node.mark }, runs)] : runs
}

function bar({ bar: { title, value, mark, markLabel, note }, alt }: ScorecardBlock, ctx: Context): Paragraph[] {
  const width = ctx.textWidth * COLUMNS[1] * BAR_SHARE
  return [
    new Paragraph({ style: 'ScorecardLabel', children: inlines(title, ctx) }),
    new Paragraph({ style: 'ScorecardBar', children: [progressBar({ value, mark, alt, width }, ctx.theme)] }),
    // The label stands under its mark, wherever that is: a place that comes from the figures cannot come from a style.
    new Paragraph({
      style: 'ScorecardText',
      tabStops: [{ type: TabStopType.CENTER, position: twips(labelCentre(markLabel, mark, width, ctx)) }],
      children: [tab(), ...inlines(markLabel, ctx)],
    }),
    new Paragraph({ style: 'ScorecardText', children: inlines(note, ctx) }),
  ]
}

/** Where the middle of the label stands, in points from the bar's start: at the mark, but never beyond the bar's ends. */
function labelCentre(label: readonly Inline[], mark: number, width: number, ctx: Context): number {
  const half = widthOf(plain(label), ctx.theme.estilos.tabla) / 2
  return Math.max(half, Math.min(mark * width, width - half))
}

function countLine({ state, figure, label }: ScorecardBlock['counts'][number], ctx: Context): Paragraph {
  const square = new TextRun({ text: SQUARE, style: chipStyles[state] })
  const bold = inlines([{ type: 'strong', children: figure }], ctx)
  return new Paragraph({ style: 'ScorecardCount', children: [square, tab(), ...bold, tab(), ...inlines(label, ctx)] })
}

const tab = () => new TextRun({ children: [new Tab()] })
