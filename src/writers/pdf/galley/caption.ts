import type { Caption, Inline } from '../../../document/index.js'
import { type Tag, tagIn } from '../ink/tags.js'
import type { Context } from './context.js'
import { paragraphStrips } from './paragraph.js'
import { held, Keep, type Strip, withFirst, withLast } from './strip.js'
import { speak, voiceOf } from './voice.js'

/** «Tabla 22. Words», the number in the house's colour; stays with what it names. */
export function captionStrips(ctx: Context, caption: Caption, id: string, tag: Tag): Strip[] {
  const voice = voiceOf(ctx.theme, 'rotulo')
  const speech = speak(voice, caption)
  const runs = [
    ...ctx.words(`${caption.label} ${caption.number}.`, { ...speech, color: ctx.theme.colores.casa }),
    ...ctx.words(' ', speech),
    ...ctx.inlines(caption.children, speech),
  ]
  return held(paragraphStrips(ctx, { runs, voice, tag, anchors: [id], even: true }), Keep.firm)
}

/** Blank after the last line under a table or chart, in lines of its notes. */
const BLANK_LINES = 1

/** Notes and source under a table or chart, held together and to what they are under. */
export function noteStrips(ctx: Context, notes: readonly (readonly Inline[])[]): Strip[] {
  const voice = voiceOf(ctx.theme, 'nota')
  const strips = notes.flatMap((children) =>
    paragraphStrips(ctx, {
      runs: ctx.inlines(children, speak(voice, null)),
      voice: { ...voice, before: 0, after: 0 },
      tag: tagIn(ctx.tag, 'P'),
    }),
  )
  const spaced = withFirst(strips, () => ({ before: voice.before }))
  return withLast(held(spaced, Keep.firm), () => ({ keep: Keep.free, after: voice.pitch * BLANK_LINES }))
}
