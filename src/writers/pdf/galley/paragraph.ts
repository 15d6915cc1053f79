import type { Align } from '../../../document/index.js'
import type { LaidLine } from '../engine/types.js'
import type { Tag } from '../ink/tags.js'
import { pitchOf } from './chip.js'
import type { Context, Paragraph } from './context.js'
import { Keep, type Mark, type Strip, strip } from './strip.js'
import { baselineOf, type Voice } from './voice.js'

/** The strips of a paragraph, one a line. Never one line alone at the foot of a page or at the head of the next. */
export function paragraphStrips(ctx: Context, { runs, voice, tag, anchors = [], even = false }: Paragraph): Strip[] {
  const { breakText, breakEvenly } = ctx.engine
  const lines = even ? breakEvenly(runs, ctx.width) : breakText(runs, ctx.width)
  return lines.map((line, i) =>
    strip({
      height: pitchOf(line, voice),
      before: i === 0 ? voice.before : 0,
      after: i === lines.length - 1 ? voice.after : 0,
      keep: i < lines.length - 1 && (i === 0 || i === lines.length - 2) ? Keep.firm : Keep.free,
      marks: [lineMark(ctx, line, { ...voice, pitch: pitchOf(line, voice) }, tag, 0)],
      notes: notesIn([line]),
      anchors: i === 0 ? anchors : [],
    }),
  )
}

/** A line set in the place of a context, `top` points under the strip's top. */
export function lineMark(ctx: Context, line: LaidLine, voice: Voice, tag: Tag | null, top: number, align: Align = 'left'): Mark {
  const room = ctx.width - line.width
  const shift = align === 'right' ? room : align === 'center' ? room / 2 : 0
  return { type: 'line', line, tag, x: ctx.x + shift, y: top + baselineOf(ctx.engine, voice) - line.ascent }
}

/** Numbers of the footnotes whose marks stand on these lines. */
export function notesIn(lines: readonly LaidLine[]): number[] {
  return lines.flatMap((line) => line.inlines.flatMap((inline) => inline.note ?? []))
}
