import type { IndexBlock, IndexEntry } from '../../../document/index.js'
import { tagIn } from '../ink/tags.js'
import { type Context, inner, type Renderer } from './context.js'
import { lineMark } from './paragraph.js'
import { Keep, type Mark, type Strip, strip, withLast } from './strip.js'
import { baselineOf, speak, type Voice, voiceOf } from './voice.js'

/** Column of «Tabla 22»; what a second-depth entry stands in; what the number takes at the right, with the least dots before it. */
const LABEL = 62
const INDENT = 16
const NUMBER = 44
const DOTS_AFTER_TEXT = 5

/** An index: each entry leads to its block, dots lead the eye to the number of the page where that block truly falls. */
export const indexStrips: Renderer<IndexBlock> = (node, ctx) => {
  const toc = inner(ctx, { tag: tagIn(ctx.tag, 'TOC') })
  return withLast(
    node.entries.flatMap((entry, i) => entryStrips(entry, node.entries[i + 1], toc)),
    () => ({ keep: Keep.free, after: 12 }),
  )
}

function entryStrips(entry: IndexEntry, next: IndexEntry | undefined, ctx: Context): Strip[] {
  const voice = voiceOfEntry(entry, ctx)
  const left = entry.label !== null ? LABEL : entry.depth === 2 ? INDENT : 0
  const place = inner(ctx, { left, right: NUMBER, tag: tagIn(tagIn(ctx.tag, 'TOCI'), 'Link') })
  const speech = speak(voice, entry)
  const lines = ctx.engine.breakLines(ctx.words(entry.text, speech), place.width)
  const label: Mark[] =
    entry.label === null
      ? []
      : ctx.engine
          .breakLines(ctx.words(entry.label, { ...speech, bold: true, color: ctx.theme.colores.casa }), LABEL)
          .map((line, i) => lineMark(ctx, line, voice, place.tag, i * voice.pitch))
  // a main entry is not left alone above the entries under it
  const keep = entry.depth === 1 && next?.depth === 2 ? Keep.firm : Keep.free
  return lines.map((line, i) => {
    const last = i === lines.length - 1
    const link: Mark = { type: 'link', place: entry.target, x: ctx.x, width: ctx.width, height: voice.pitch, tag: place.tag }
    const number: Mark = {
      type: 'page-number',
      target: entry.target,
      x: place.x + line.getWidth() + DOTS_AFTER_TEXT,
      right: ctx.x + ctx.width,
      baseline: baselineOf(ctx.engine, voice),
      voice,
      tag: place.tag,
    }
    return strip({
      height: voice.pitch,
      before: i === 0 ? voice.before : 0,
      after: last ? voice.after : 0,
      keep: last ? keep : Keep.firm,
      marks: [link, ...(i === 0 ? label : []), lineMark(place, line, voice, place.tag, 0), ...(last ? [number] : [])],
    })
  })
}

/** Main entries of the contents speak as titles, the rest as text. */
function voiceOfEntry(entry: IndexEntry, ctx: Context): Voice {
  const text = { ...voiceOf(ctx.theme, 'texto'), before: 2, after: 0 }
  if (entry.label !== null || entry.depth === 2) return text
  return { ...text, family: ctx.theme.fuentes.titulos, bold: true, before: 8, after: 2 }
}
