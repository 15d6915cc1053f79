/** What a bar is filled with: a flat colour, or a tile that repeats. The tile keeps states apart without colour. */
import { type CanvasPattern, createCanvas } from '@napi-rs/canvas'
import type { Theme } from '../theme/index.js'

export type StateFill = Theme['estados'][keyof Theme['estados']]

/** A flat colour, or a tile that tells a state apart without colour. */
export type Fill = string | CanvasPattern

/** Side of the tiles, in points: two stripes of about 2 pt, as the contour is read beside them. */
const TILE = 5

/**
 * The fill of a state: `lisa`, its colour; `rayada`, stripes of it at 45° on paper; `punteada`, it with dots of paper.
 * `density`: pixels a point.
 */
export function fillOf({ relleno, trama }: StateFill, paper: string, density: number): Fill {
  if (trama === 'lisa') return relleno
  const side = Math.round(TILE * density)
  const tile = createCanvas(side, side)
  const pen = tile.getContext('2d')
  pen.fillStyle = trama === 'rayada' ? paper : relleno
  pen.fillRect(0, 0, side, side)
  if (trama === 'rayada') {
    pen.strokeStyle = relleno
    pen.lineWidth = side / Math.SQRT2 / 2
    // The neighbours' stripes cross this tile's corners: without them the hatch breaks at every seam.
    for (const shift of [-side, 0, side]) {
      pen.beginPath()
      pen.moveTo(shift - side, 2 * side)
      pen.lineTo(shift + 2 * side, -side)
      pen.stroke()
    }
  } else {
    pen.fillStyle = paper
    pen.beginPath()
    pen.arc(side / 2, side / 2, side / 5, 0, 2 * Math.PI)
    pen.fill()
  }
  return pen.createPattern(tile, 'repeat')
}
