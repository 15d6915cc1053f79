import type { Documento, Section } from '../../../document/index.js'
import { runsOf, speak, type Voice, voiceOf } from '../galley/voice.js'
import type { Sheet } from '../pages/sheet.js'
import { onEveryPage, type Pen, within } from './pen.js'

/** Blank between the running header and the hairline under it. */
const UNDER_HEADER = 4
/** The page number is a little larger than the footer beside it. */
const NUMBER_SIZE = 9
/** The rule over the footnotes: its width, and the blanks above and under it. */
export const NOTE_RULE = { width: 144, above: 9, under: 5 }

/** Running header with its hairline, footer and page number. Nothing on a page without a number. */
export function drawFurniture(pen: Pen, sheet: Sheet, header: Documento['header'], section: Section, number: string): void {
  if (section.numbering === 'none') return
  const voice = voiceOf(pen.theme, 'encabezado')
  const { casa, linea } = pen.theme.colores
  const footerTop = sheet.height - sheet.footerBottom - voice.pitch
  const numberVoice = { ...voice, family: pen.theme.fuentes.titulos, size: NUMBER_SIZE, bold: true, color: casa }
  onEveryPage(pen, 'Header', () => {
    sideText(pen, sheet, header.left, voice, sheet.headerTop, 'left')
    sideText(pen, sheet, header.right, voice, sheet.headerTop, 'right')
    drawRule(pen, sheet.margin, sheet.headerTop + voice.pitch + UNDER_HEADER, sheet.bodyWidth, linea)
  })
  onEveryPage(pen, 'Footer', () => {
    sideText(pen, sheet, section.footer, voice, footerTop, 'left')
    sideText(pen, sheet, number, numberVoice, footerTop, 'right')
  })
}

/** The short rule over the footnotes, whose first line is `notesTop` points under the top of the body. */
export function drawNoteRule(pen: Pen, notesTop: number): void {
  within(pen, null, () => drawRule(pen, pen.margin, pen.margin + notesTop - NOTE_RULE.under, NOTE_RULE.width, pen.theme.colores.tinta))
}

/** The colour of the page under all that stands on it. */
export function drawGround(pen: Pen, sheet: Sheet, color: string): void {
  within(pen, null, () => pen.engine.file.opacity(1).rect(0, 0, sheet.width, sheet.height).fill(color))
}

function drawRule(pen: Pen, x: number, y: number, width: number, color: string): void {
  pen.engine.file.opacity(1).lineWidth(pen.theme.tabla.filete)
  pen.engine.file
    .moveTo(x, y)
    .lineTo(x + width, y)
    .stroke(color)
}

/** One line at the left or right edge of the body; what does not fit beside the other side is cut at the first line. */
export function sideText(pen: Pen, sheet: Sheet, text: string, voice: Voice, top: number, side: 'left' | 'right'): void {
  if (text === '') return
  const runs = runsOf(pen.engine, Object.values(pen.theme.fuentes), text, speak(voice, null))
  const [line] = pen.engine.breakLines(runs, sheet.bodyWidth)
  if (line === undefined) return
  const x = side === 'left' ? sheet.margin : sheet.margin + sheet.bodyWidth - line.getWidth()
  pen.engine.drawLine(line, x, top)
}
