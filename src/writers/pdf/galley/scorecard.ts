import type { Inline, ScorecardBlock } from '../../../document/index.js'
import type { Run } from '../engine/types.js'
import { tagIn } from '../ink/tags.js'
import { inkContour } from '../ink/tiles.js'
import { type Context, inner, type Renderer } from './context.js'
import { paragraphStrips } from './paragraph.js'
import { at, blank, type Piece, stacked, textPiece } from './piece.js'
import { held, Keep, type Mark, type Strip, strip, withLast } from './strip.js'
import { speak, type Voice, voiceOf } from './voice.js'

/** Blank over the bar, under it, and between the words under it. */
const BAR = { above: 7, under: 6, note: 3 }
/** Where a count and its label begin, from its square. */
const COUNT = { figure: 15, label: 32 }
/** Blank over the notes, between two of them, and round the whole. */
const NOTES_GAP = 8
const NOTE_GAP = 2
const AROUND = 12

/** A large figure, a bar and counts side by side on a veil, notes under them. Cut only if it outgrows a page. */
export const scorecardStrips: Renderer<ScorecardBlock> = (node, outer) => {
  const { aireHorizontal: aire, aireVertical: above } = outer.theme.ficha
  const card = inner(outer, { left: aire, right: aire, tag: tagIn(outer.tag, 'Sect') })
  const columns = columnsOf(node, card)
  const tall = Math.max(...columns.map((column) => column.height))
  const marks = columns.flatMap((column) => at(column, above + (tall - column.height) / 2))
  const head = strip({ height: above + tall, before: AROUND, anchors: [node.id], marks })
  const strips = withLast([head, ...noteStrips(node.notes, card)], (last) => ({ height: last.height + above, after: AROUND }))
  const veiled = strips.map((s): Strip => {
    const veil: Mark = { type: 'box', x: outer.x, y: 0, width: outer.width, height: s.height, color: outer.theme.colores.velo }
    return { ...s, marks: [veil, ...s.marks] }
  })
  return withLast(held(veiled, Keep.firm), () => ({ keep: Keep.free }))
}

function columnsOf(node: ScorecardBlock, card: Context): Piece[] {
  const { entreColumnas: gap, columnaCifra, columnaEstados } = card.theme.ficha
  const room = card.width - 2 * gap
  const [first, last] = [room * columnaCifra, room * columnaEstados]
  return [
    headline(node.headline, inner(card, { right: card.width - first })),
    bar(node, inner(card, { left: first + gap, right: last + gap })),
    counts(node.counts, inner(card, { left: card.width - last })),
  ]
}

function headline({ figure, label }: ScorecardBlock['headline'], ctx: Context): Piece {
  const large = voiceOf(ctx.theme, 'cifra')
  const runs = smallUnit(ctx.inlines(figure, speak(large, null)), ctx.theme.ficha.unidad)
  return stacked([textPiece(inner(ctx, { tag: tagIn(ctx.tag, 'P') }), runs, large), line(ctx, label, small(ctx))])
}

/** What follows the blank after a figure is its unit: the same words, in letters of another size. */
function smallUnit(runs: readonly Run[], size: number): Run[] {
  const first = runs.findIndex((run) => /\s/u.test(run.text))
  return runs.flatMap((run, i) => {
    if (first < 0 || i < first) return [run]
    const from = i === first ? run.text.search(/\s/u) : 0
    const unit = { ...run, text: run.text.slice(from), fontSize: size, characterSpacing: 0 }
    return from === 0 ? [unit] : [{ ...run, text: run.text.slice(0, from) }, unit]
  })
}

function bar({ bar: { title, value, mark, markLabel, note }, alt }: ScorecardBlock, ctx: Context): Piece {
  const ink = { ...small(ctx), color: ctx.theme.colores.tinta }
  const words = line(ctx, title, small(ctx))
  const { alto: height } = ctx.theme.ficha.barra
  const gauge: Mark = {
    type: 'gauge',
    x: ctx.x,
    y: 0,
    width: ctx.width,
    height,
    value,
    mark,
    tag: tagIn(ctx.tag, 'Figure', { alt }),
  }
  return stacked([
    words,
    blank(BAR.above),
    { marks: [gauge], height },
    blank(BAR.under),
    centred(line(ctx, markLabel, ink), ctx, ctx.x + ctx.width * mark),
    blank(BAR.note),
    line(ctx, note, ink),
  ])
}

/** The lines of a piece with their middles at `x`, as far as their place allows. */
function centred(piece: Piece, ctx: Context, x: number): Piece {
  const marks = piece.marks.map((mark): Mark => {
    if (mark.type !== 'line') return mark
    const width = mark.line.width
    return { ...mark, x: Math.max(ctx.x, Math.min(x - width / 2, ctx.x + ctx.width - width)) }
  })
  return { ...piece, marks }
}

function counts(items: ScorecardBlock['counts'], ctx: Context): Piece {
  const list = tagIn(ctx.tag, 'L')
  return stacked(items.map((item) => count(item, inner(ctx, { tag: tagIn(tagIn(tagIn(list, 'LI'), 'LBody'), 'P') }))))
}

function count({ state, figure, label }: ScorecardBlock['counts'][number], ctx: Context): Piece {
  const { lado: side, paso: pitch } = ctx.theme.ficha.cuadro
  const voice = { ...voiceOf(ctx.theme, 'tabla'), size: side, pitch }
  const tile: Mark = { type: 'tile', state, x: ctx.x, y: (pitch - side) / 2, side, contour: inkContour(ctx.theme) }
  const number = textPiece(inner(ctx, { left: COUNT.figure }), ctx.inlines(figure, { ...speak(voice, null), bold: true }), voice)
  const words = textPiece(inner(ctx, { left: COUNT.label }), ctx.inlines(label, speak(voice, null)), voice)
  return { marks: [tile, ...number.marks, ...words.marks], height: Math.max(number.height, words.height) }
}

function line(ctx: Context, children: readonly Inline[], voice: Voice): Piece {
  if (children.length === 0) return blank(0)
  return textPiece(inner(ctx, { tag: tagIn(ctx.tag, 'P') }), ctx.inlines(children, speak(voice, null)), voice)
}

function small(ctx: Context): Voice {
  return voiceOf(ctx.theme, 'nota')
}

function noteStrips(notes: readonly (readonly Inline[])[], ctx: Context): Strip[] {
  const voice = { ...voiceOf(ctx.theme, 'tabla'), before: 0, after: 0 }
  return notes.flatMap((children, i) => {
    const strips = paragraphStrips(ctx, { runs: ctx.inlines(children, speak(voice, null)), voice, tag: tagIn(ctx.tag, 'P') })
    const above = i === 0 ? NOTES_GAP : NOTE_GAP
    return strips.map((s, j) => (j === 0 ? { ...s, height: s.height + above, marks: at(s, above) } : s))
  })
}
