import type { Align } from '../../../document/index.js'
import type { Run } from '../engine/types.js'
import type { Context } from './context.js'
import { lineMark } from './paragraph.js'
import type { Mark } from './strip.js'
import type { Voice } from './voice.js'

/** Something of a known height that is put in its place within a strip. Points. */
export interface Piece {
  readonly marks: readonly Mark[]
  readonly height: number
}

/** Words broken into lines at the width of a context. */
export function textPiece(ctx: Context, runs: readonly Run[], voice: Voice, align: Align = 'left'): Piece {
  const lines = ctx.engine.breakLines(runs, ctx.width)
  return { marks: lines.map((line, i) => lineMark(ctx, line, voice, ctx.tag, i * voice.pitch, align)), height: lines.length * voice.pitch }
}

/** A blank of some height. */
export function blank(height: number): Piece {
  return { marks: [], height }
}

/** Pieces one under the other. */
export function stacked(parts: readonly Piece[]): Piece {
  return parts.reduce((all, part) => ({ marks: [...all.marks, ...at(part, all.height)], height: all.height + part.height }), blank(0))
}

/** The marks of a piece, so many points further down. */
export function at({ marks }: Piece, top: number): Mark[] {
  return marks.map((mark) => ('y' in mark ? { ...mark, y: mark.y + top } : mark))
}
