import type { Documento, Section } from '../../../document/index.js'
import { runsOf, speak, type Voice, voiceOf } from '../galley/voice.js'
import type { Sheet } from '../pages/sheet.js'
import { decorate, onEveryPage, type Pen, within } from './pen.js'
import { drawInlines } from './text.js'

/** What draws the running header with its hairline, the footer and the page's number on pages of a section. Nothing where they have no number. */
export function furnitureOf(pen: Pen, sheet: Sheet, header: Documento['header'], section: Section): (number: string) => void {
  if (section.numbering === 'none') return () => undefined
  const voice = voiceOf(pen.theme, 'encabezado')
  const footerTop = sheet.height - sheet.footerBottom - voice.pitch
  const drawLeft = sideText(pen, sheet, header.left, voice, sheet.headerTop, 'left')
  const drawRight = sideText(pen, sheet, header.right, voice, sheet.headerTop, 'right')
  const drawFooter = sideText(pen, sheet, section.footer, voice, footerTop, 'left')
  return (number) => {
    const drawNumber = sideText(pen, sheet, number, voiceOf(pen.theme, 'numeroPagina'), footerTop, 'right')
    onEveryPage(pen, 'Header', () => {
      drawLeft()
      drawRight()
      drawRule(pen, sheet.margin, sheet.headerTop + voice.pitch + voice.after, sheet.bodyWidth, pen.theme.colores.linea)
    })
    onEveryPage(pen, 'Footer', () => {
      drawFooter()
      drawNumber()
    })
  }
}

/** The short rule over the footnotes, whose first line is `notesTop` points under the top of the body. */
export function drawNoteRule(pen: Pen, notesTop: number): void {
  const { notas, colores } = pen.theme
  within(pen, null, () => drawRule(pen, pen.margin, pen.margin + notesTop - notas.despues, notas.filete, colores.tinta))
}

/** The colour of the page under all that stands on it. */
export function drawGround(pen: Pen, sheet: Sheet, color: string): void {
  decorate(pen, (file) => file.rect(0, 0, sheet.width, sheet.height).fill(color))
}

function drawRule(pen: Pen, x: number, y: number, width: number, color: string): void {
  pen.deeds.opaque()
  pen.engine.file
    .lineWidth(pen.theme.tabla.filete)
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke(color)
}

/** What draws one line at the left or right edge of the body; what does not fit beside the other side is cut at the first line. */
export function sideText(pen: Pen, sheet: Sheet, text: string, voice: Voice, top: number, side: 'left' | 'right'): () => void {
  if (text === '') return () => undefined
  const runs = runsOf(pen.engine, Object.values(pen.theme.fuentes), text, speak(voice, null))
  const [line] = pen.engine.breakLines(runs, sheet.bodyWidth)
  if (line === undefined) return () => undefined
  const x = side === 'left' ? sheet.margin : sheet.margin + sheet.bodyWidth - line.width
  return () => drawInlines(pen, line.inlines, x, top + line.ascent)
}
