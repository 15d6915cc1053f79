import type { Block } from '../../../document/index.js'
import { type Tag, tagIn } from '../ink/tags.js'
import { type Context, inner, type Renderer } from './context.js'
import { lineMark, paragraphStrips } from './paragraph.js'
import { held, Keep, type Mark, type Strip, strip, withFirst } from './strip.js'
import { baselineOf, speak, type Voice, voiceOf } from './voice.js'

type ListBlock = Extract<Block, { type: 'list' }>

/** Items behind a disc or their number, close together; the last line of the last has its paragraph's own blank under it. Their number is text; the disc is not, as in Word. */
export const listStrips: Renderer<ListBlock> = (node, ctx) => {
  const { sangria, entre } = ctx.theme.lista
  const list = tagIn(ctx.tag, 'L', { numbering: node.ordered ? 'Decimal' : 'Disc' })
  return node.items.flatMap((blocks, i) => {
    const item = tagIn(list, 'LI')
    const label = node.ordered ? tagIn(item, 'Lbl') : null
    const body = ctx.blocks(blocks, inner(ctx, { left: sangria, tag: tagIn(item, 'LBody') }))
    const strips = body.length > 0 ? body : [strip({ height: voiceOf(ctx.theme, 'texto').pitch })]
    const tight = strips.map((s, j) => ({
      ...s,
      after: i === node.items.length - 1 && j === strips.length - 1 ? s.after : Math.min(s.after, entre),
    }))
    return withFirst(tight, (first) => ({ marks: [sign(ctx, node.start + i, label), ...first.marks] }))
  })
}

function sign(ctx: Context, number: number, label: Tag | null): Mark {
  const voice = voiceOf(ctx.theme, 'texto')
  if (label === null) return disc(ctx, voice)
  const [line] = ctx.engine.breakLines(
    ctx.words(`${number}.`, speak({ ...voice, color: ctx.theme.colores.casa, bold: true }, null)),
    ctx.width,
  )
  if (line === undefined) throw new Error(`no line for list number ${number}`)
  return lineMark(ctx, line, voice, label, 0)
}

/** Half-way up the small letters. */
const X_HEIGHT_HALF = 0.24

function disc(ctx: Context, voice: Voice): Mark {
  const y = baselineOf(ctx.engine, voice) - voice.size * X_HEIGHT_HALF
  return { type: 'disc', x: ctx.x + 4, y, radius: ctx.theme.lista.vineta, color: ctx.theme.colores.casa }
}

/** A quotation, set in from both sides, with a bar of the house's colour along its left. */
export const quoteStrips: Renderer<Extract<Block, { type: 'quote' }>> = (node, ctx) => {
  const { sangria, barra } = ctx.theme.cita
  const place = inner(ctx, { left: sangria, right: sangria, tag: tagIn(ctx.tag, 'BlockQuote') })
  const strips: Strip[] = ctx.blocks(node.children, place)
  return strips.map((s, i) => {
    const down = i < strips.length - 1 ? Math.max(s.after, strips[i + 1]?.before ?? 0) : 0
    const bar: Mark = { type: 'box', x: ctx.x + 4, y: 0, width: barra, height: s.height + down, color: ctx.theme.colores.casa }
    return { ...s, marks: [bar, ...s.marks] }
  })
}

/** A term and the lines under it; the term stays with the first of them. */
export const definitionStrips: Renderer<Extract<Block, { type: 'definitions' }>> = (node, ctx) => {
  const head = voiceOf(ctx.theme, 'titulo4')
  const voice = voiceOf(ctx.theme, 'texto')
  return node.items.flatMap((item) => {
    const term = paragraphStrips(ctx, { runs: ctx.words(item.term, speak(head, item)), voice: head, tag: tagIn(ctx.tag, 'P') })
    const details = item.details.flatMap((children, i) =>
      paragraphStrips(ctx, {
        runs: ctx.inlines(children, speak(voice, null)),
        voice: { ...voice, after: i === item.details.length - 1 ? voice.after : 0 },
        tag: tagIn(ctx.tag, 'P'),
      }),
    )
    return [...(details.length > 0 ? held(term, Keep.firm) : term), ...details]
  })
}
