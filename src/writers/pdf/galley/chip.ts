import type { Inline, State } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import type { LaidLine, Run } from '../engine/types.js'
import type { Context } from './context.js'
import type { Speech, Voice } from './voice.js'

/** Sizes of a chip, as shares: its letters of those around it; the rest of its own letters. */
const LETTERS = 0.8
const HEIGHT = 1.85
const PAD = 0.42
const GAP = 0.2
/** Least blank between the grounds of two lines. */
const BETWEEN = 0.45

/** The words of a chip, in the title's bold face, on the ground of its state. */
export function chipRuns(node: Extract<Inline, { type: 'chip' }>, speech: Speech, ctx: Context): Run[] {
  const size = speech.size * LETTERS
  const chip = { state: node.state, least: speech.chipWidth, height: size * HEIGHT, pad: size * PAD, gap: size * GAP }
  const own = { owner: node, family: ctx.theme.fuentes.titulos, bold: true, italics: false, size, color: inkOn(ctx.theme, node.state) }
  return ctx.words(node.value, { ...speech, ...own }).map((run) => ({ ...run, chip }))
}

/** Distance from a line to the next: the voice's own, or what the chips on it ask for. */
export function pitchOf(line: LaidLine, voice: Voice): number {
  const heights = line.inlines.map(({ chip, fontSize }) => (chip === null ? 0 : chip.height + fontSize * BETWEEN))
  return Math.max(voice.pitch, ...heights)
}

/** The paper's colour or the ink's, whichever stands out more on the fill of a state. Stripes let the paper through. */
function inkOn({ estados, colores }: Theme, state: State): string {
  const { relleno, trama } = estados[state]
  if (trama === 'rayada') return colores.tinta
  return contrast(colores.papel, relleno) > contrast(colores.tinta, relleno) ? colores.papel : colores.tinta
}

/** Contrast ratio of two colours, 1 to 21. Source: WCAG 2.1, «contrast ratio». */
function contrast(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((i) => {
    const share = Number.parseInt(color.slice(i, i + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
