import type { IndexBlock, IndexEntry } from '../../../document/index.js'
import type { LaidLine } from '../engine/types.js'
import { type Tag, tagIn } from '../ink/tags.js'
import { type Context, inner, type Renderer } from './context.js'
import { lineMark } from './paragraph.js'
import { held, Keep, type Mark, type Strip, strip, withLast } from './strip.js'
import { baselineOf, speak, type Voice, voiceOf } from './voice.js'

/** Blank after «Tabla 22»; what the number takes at the right, with the least dots before it. */
const AFTER_LABEL = 12
const NUMBER = 32
const DOTS_AFTER_TEXT = 5
/** Entries that stay together at either end of an index. */
const COMPANY = 3

/** An index: each entry leads to its block, dots lead the eye to the number of the page where that block truly falls. */
export const indexStrips: Renderer<IndexBlock> = (node, ctx) => {
  const toc = inner(ctx, { tag: tagIn(ctx.tag, 'TOC') })
  const labels = node.entries.map((entry) => labelLines(entry, toc))
  const labelWidth = Math.max(0, ...labels.flat().map((line) => line.width + AFTER_LABEL))
  const parentOf = parentsIn(toc.tag)
  const strips = node.entries.flatMap((entry, i) => {
    const left = entry.label !== null ? labelWidth : entry.depth === 2 ? ctx.theme.indice.sangria : 0
    const own = entryStrips(entry, labels[i] ?? [], left, inner(toc, { tag: parentOf(entry) }))
    return holdsNext(node.entries, i) ? held(own, Keep.firm) : own
  })
  return withLast(strips, () => ({ keep: Keep.free, after: ctx.theme.tabla.despues }))
}

/** Where each entry stands, asked in order: those of the second depth in a list of their own, inside that of the first. */
function parentsIn(toc: Tag): (entry: IndexEntry) => Tag {
  let under: Tag | null = null
  return (entry) => {
    under = entry.depth === 1 ? null : (under ?? tagIn(toc, 'TOC'))
    return under ?? toc
  }
}

/** The first and the last entries of an index stay together, and a main entry stays with the first under it. */
function holdsNext(entries: readonly IndexEntry[], i: number): boolean {
  const mainOfNext = entries[i]?.depth === 1 && entries[i + 1]?.depth === 2
  return mainOfNext || i < COMPANY - 1 || i >= entries.length - COMPANY
}

function labelLines(entry: IndexEntry, ctx: Context): LaidLine[] {
  if (entry.label === null) return []
  const speech = { ...speak(voiceOfEntry(entry, ctx), entry), bold: true, color: ctx.theme.colores.casa }
  return ctx.engine.breakLines(ctx.words(entry.label, speech), ctx.width)
}

function entryStrips(entry: IndexEntry, labels: readonly LaidLine[], left: number, ctx: Context): Strip[] {
  const voice = voiceOfEntry(entry, ctx)
  const place = inner(ctx, { left, right: NUMBER, tag: tagIn(tagIn(tagIn(ctx.tag, 'TOCI'), 'Reference'), 'Link') })
  const lines = ctx.engine.breakEvenly(ctx.words(entry.text, speak(voice, entry)), place.width)
  const words = entry.label === null ? entry.text : `${entry.label}. ${entry.text}`
  return lines.map((line, i) => {
    const [first, last] = [i === 0, i === lines.length - 1]
    const { tag } = place
    const link: Mark = { type: 'link', place: entry.target, words, x: ctx.x, width: ctx.width, height: voice.pitch, tag }
    const x = place.x + line.width + DOTS_AFTER_TEXT
    const right = ctx.x + ctx.width
    const number: Mark = { type: 'page-number', target: entry.target, x, right, baseline: baselineOf(ctx.engine, voice), voice, tag }
    const label = first ? labels.map((label) => lineMark(ctx, label, voice, tag, 0)) : []
    return strip({
      height: voice.pitch,
      before: first ? voice.before : 0,
      after: last ? voice.after : 0,
      keep: last ? Keep.free : Keep.firm,
      marks: [link, ...label, lineMark(place, line, voice, tag, 0), ...(last ? [number] : [])],
    })
  })
}

/** Main entries of the contents speak as titles, the rest as text. */
function voiceOfEntry(entry: IndexEntry, ctx: Context): Voice {
  return voiceOf(ctx.theme, entry.label !== null || entry.depth === 2 ? 'indice' : 'indicePrincipal')
}
