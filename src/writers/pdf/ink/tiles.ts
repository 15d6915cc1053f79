import type { State } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import type { PdfFile } from '../engine/types.js'

const STRIPE = { width: 1.7, pitch: 4 }
const DOT = { radius: 0.75, pitch: 4.1 }

/** A square in the fill and pattern of a state: plain, striped at 45° on the paper's colour, or dotted with it. Points from the page's top left. */
export function drawTile(file: PdfFile, theme: Theme, state: State, x: number, y: number, side: number): void {
  const { relleno, trama } = theme.estados[state]
  const paper = theme.colores.papel
  file.save()
  file.rect(x, y, side, side).clip()
  file.rect(x, y, side, side).fill(trama === 'rayada' ? paper : relleno)
  if (trama === 'rayada') drawStripes(file, relleno, x, y, side)
  if (trama === 'punteada') drawDots(file, paper, x, y, side)
  file.restore()
}

function drawStripes(file: PdfFile, color: string, x: number, y: number, side: number): void {
  file.lineWidth(STRIPE.width)
  for (let shift = -side; shift <= side; shift += STRIPE.pitch) file.moveTo(x + shift, y).lineTo(x + shift + side, y + side)
  file.stroke(color)
}

function drawDots(file: PdfFile, color: string, x: number, y: number, side: number): void {
  const places = [side / 2 - DOT.pitch, side / 2, side / 2 + DOT.pitch]
  for (const dx of places) for (const dy of places) file.circle(x + dx, y + dy, DOT.radius)
  file.fill(color)
}
