import type { Documento } from '../../../document/index.js'
import { clearer } from '../../../theme/index.js'
import { runsOf, speak, voiceOf } from '../galley/voice.js'
import type { Sheet } from '../pages/sheet.js'
import { mixed } from './colors.js'
import { sideText } from './furniture.js'
import { onEveryPage, type Pen } from './pen.js'
import { drawInlines } from './text.js'

/** Blank between the footer and the draft's words under it. */
const UNDER_FOOTER = 2

/** The mark of a draft from corner to corner, and what draft it is under the footer. Drawn before what stands on the page. */
export function drawDraft(pen: Pen, sheet: Sheet, ground: string, draft: NonNullable<Documento['draft']>): void {
  const { papel, gris } = pen.theme.colores
  const ink = clearer(ground, papel, gris)
  const voice = { ...voiceOf(pen.theme, 'encabezado'), color: ink }
  const top = sheet.height - sheet.footerBottom + UNDER_FOOTER
  onEveryPage(pen, 'Watermark', () => drawMark(pen, sheet, draft.mark, mixed(ground, ink, pen.theme.borrador.fuerza)))
  onEveryPage(pen, 'Footer', sideText(pen, sheet, draft.detail, voice, top, 'left'))
}

function drawMark(pen: Pen, sheet: Sheet, mark: string, color: string): void {
  const { engine, theme } = pen
  const { letra, ancho } = theme.borrador
  const voice = { ...voiceOf(theme, 'portada'), tracking: 0, color }
  const set = (size: number) =>
    engine.breakLines(runsOf(engine, Object.values(theme.fuentes), mark, speak({ ...voice, size }, null)), Number.MAX_VALUE)
  const diagonal = Math.hypot(sheet.width, sheet.height)
  const [trial] = set(letra)
  if (trial === undefined) return
  const size = Math.min(letra, (letra * diagonal * ancho) / trial.width)
  const [line] = set(size)
  if (line === undefined) return
  const middle = [sheet.width / 2, sheet.height / 2] as const
  const steepness = (Math.atan2(sheet.height, sheet.width) * 180) / Math.PI
  engine.file.save().rotate(-steepness, { origin: middle })
  // the middle of the capitals, a third of their size over the baseline, on the middle of the page
  drawInlines(pen, line.inlines, middle[0] - line.width / 2, middle[1] + size / 3)
  engine.file.restore()
}
