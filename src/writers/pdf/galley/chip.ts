import type { Inline, State } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import { clearer } from '../../../theme/index.js'
import type { LaidLine, Run } from '../engine/types.js'
import type { Context } from './context.js'
import type { Speech, Voice } from './voice.js'

/** Least blank between the grounds of two lines. */
const BETWEEN = 0.45

/** The words of a chip, in the title's bold face, on the ground of its state. */
export function chipRuns(node: Extract<Inline, { type: 'chip' }>, speech: Speech, ctx: Context): Run[] {
  const { letra, alto, aire, aireConPuntos, entre } = ctx.theme.etiqueta
  const size = speech.size * letra
  const chip = {
    state: node.state,
    least: speech.chipWidth,
    height: size * alto,
    pad: size * (ctx.theme.estados[node.state].trama === 'punteada' ? aireConPuntos : aire),
    gap: size * entre,
  }
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
  return clearer(relleno, colores.papel, colores.tinta)
}
