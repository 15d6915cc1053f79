import type { Inline } from '../../../document/index.js'
import type { Run } from '../engine/types.js'
import { markName, noteName } from './anchors.js'
import { chipRuns } from './chip.js'
import type { Context } from './context.js'
import { oneRun, type Speech } from './voice.js'

type InlineRenderer<T extends Inline['type']> = (node: Extract<Inline, { type: T }>, speech: Speech, ctx: Context) => Run[]

/** Drawn size of a footnote's mark, as a share of the text around it. */
const MARK_SIZE = 0.62

const renderers: { readonly [T in Inline['type']]: InlineRenderer<T> } = {
  text: (node, speech, ctx) => ctx.words(node.value, { ...speech, owner: node }),
  figure: (node, speech, ctx) => ctx.words(node.value, { ...speech, owner: node }),
  code: (node, speech, ctx) =>
    ctx.words(node.value, { ...speech, owner: node, family: ctx.theme.fuentes.titulos, bold: true, color: ctx.theme.colores.casa }),
  chip: chipRuns,
  strong: (node, speech, ctx) => ctx.inlines(node.children, { ...speech, bold: true }),
  emphasis: (node, speech, ctx) => ctx.inlines(node.children, { ...speech, italics: true }),
  tone: (node, speech, ctx) => ctx.inlines(node.children, { ...speech, ...toned(node.tone, speech, ctx) }),
  link: (node, speech, ctx) =>
    ctx
      .inlines(node.children, { ...speech, color: ctx.theme.colores.casa, link: node.url })
      .map((run) => ({ ...run, decoration: 'underline' as const })),
  reference: (node, speech, ctx) =>
    ctx.words(node.label, { ...speech, owner: node, color: ctx.theme.colores.casa, destination: node.target }),
  footnote: (node, speech, ctx) => {
    ctx.footnotes.set(node.number, node)
    const mark = { ...speech, bold: false, owner: node, destination: noteName(node.number) }
    return [superior(String(node.number), mark, node.number)]
  },
  break: (_node, speech) => [oneRun('\n', speech)],
}

function toned(tone: Extract<Inline, { type: 'tone' }>['tone'], speech: Speech, ctx: Context): Partial<Speech> {
  const { rezago, logro, gris } = ctx.theme.colores
  const looks = {
    behind: { color: rezago, bold: true },
    ahead: { color: logro, bold: true },
    secondary: { color: gris, bold: speech.bold },
  }
  return looks[tone]
}

/** Runs of inline nodes spoken in a voice. The space after a code that opens them is a wide one. */
export function inlineRuns(ctx: Context, children: readonly Inline[], speech: Speech): Run[] {
  return children.flatMap((node, i) => {
    const runs = renderInline(node, speech, ctx)
    return i === 1 && children[0]?.type === 'code' ? widenFirstSpace(runs) : runs
  })
}

function renderInline<T extends Inline['type']>(node: Extract<Inline, { type: T }>, speech: Speech, ctx: Context): Run[] {
  const render: InlineRenderer<T> = renderers[node.type as T]
  return render(node, speech, ctx)
}

/** A code stands apart from the name after it by the width of two spaces, though one is written: a larger one. */
function widenFirstSpace(runs: readonly Run[]): Run[] {
  const [first, ...rest] = runs
  if (first === undefined || !first.text.startsWith(' ')) return [...runs]
  const space = { ...first, text: ' ', fontSize: first.fontSize * 2 }
  const words = first.text.slice(1)
  return [space, ...(words === '' ? [] : [{ ...first, text: words }]), ...rest]
}

/** The mark of a footnote, in the text or (`note` null) before the note itself. */
function superior(text: string, speech: Speech, note: number | null): Run {
  return oneRun(text, speech, { sup: true, fontSize: speech.size * MARK_SIZE, note })
}

/** The number before a note at the foot of the page, which leads back to its mark. */
export function noteNumber(number: number, speech: Speech): Run {
  return superior(String(number), { ...speech, owner: null, destination: markName(number) }, null)
}
