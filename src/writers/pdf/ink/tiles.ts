import type { State } from '../../../document/index.js'
import type { Theme } from '../../../theme/index.js'
import type { PdfFile } from '../engine/types.js'
import type { Contour } from '../galley/strip.js'
import type { Area } from './deeds.js'

/** An area in the fill and pattern of a state: plain, striped at 45° on the paper's colour, or dotted with it. Points from the page's top left. */
export function drawTile(file: PdfFile, theme: Theme, state: State, area: Area): void {
  const { relleno, trama } = theme.estados[state]
  const { x, y, width, height } = area
  const paper = theme.colores.papel
  file.save()
  file.rect(x, y, width, height).clip()
  file.rect(x, y, width, height).fill(trama === 'rayada' ? paper : relleno)
  if (trama === 'rayada') drawStripes(file, theme, relleno, area)
  if (trama === 'punteada') drawDots(file, theme, paper, area)
  file.restore()
}

/** Most width of an end of a ground: one column of dots. */
const END = 5

/** The ground of words that stand `side` points within it. Where it is dotted, the dots are at its two ends, clear of the words. */
export function drawWordGround(file: PdfFile, theme: Theme, state: State, area: Area, side: number): void {
  const { relleno, trama } = theme.estados[state]
  if (trama === 'punteada') {
    const { x, y, width, height } = area
    const end = Math.min(side, END)
    file.rect(x, y, width, height).fill(relleno)
    for (const left of [x, x + width - end]) drawDots(file, theme, theme.colores.papel, { x: left, y, width: end, height })
  } else drawTile(file, theme, state, area)
  drawContour(file, inkContour(theme), area)
}

/** The contour that the charts' bars have. */
export function inkContour({ grafica, colores }: Theme): Contour {
  return { width: grafica.contorno, color: colores.tinta }
}

/** Draws the line round an area. */
export function drawContour(file: PdfFile, { width: line, color }: Contour, { x, y, width, height }: Area): void {
  file
    .lineWidth(line)
    .rect(x + line / 2, y + line / 2, width - line, height - line)
    .stroke(color)
}

function drawStripes(file: PdfFile, { trama: { raya } }: Theme, color: string, { x, y, width, height }: Area): void {
  file.lineWidth(raya.grosor)
  for (let shift = -height; shift <= width; shift += raya.paso) file.moveTo(x + shift, y).lineTo(x + shift + height, y + height)
  file.stroke(color)
}

function drawDots(file: PdfFile, { trama: { punto } }: Theme, color: string, { x, y, width, height }: Area): void {
  for (const dx of grid(width, punto.paso)) for (const dy of grid(height, punto.paso)) file.circle(x + dx, y + dy, punto.radio)
  file.fill(color)
}

/** Places of dots along a side, a pitch apart, in its middle. */
function grid(side: number, pitch: number): number[] {
  const count = Math.max(1, Math.floor(side / pitch))
  return Array.from({ length: count }, (_, i) => side / 2 + (i - (count - 1) / 2) * pitch)
}
