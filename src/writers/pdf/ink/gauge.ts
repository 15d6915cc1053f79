import { type Area, type Pen, withinFigure } from './pen.js'
import type { Tag } from './tags.js'
import { drawContour } from './tiles.js'

/** The line at what was planned: its width, how far it stands out over and under the bar, and the paper beside it within. */
const NEEDLE = { width: 1.6, beyond: 4, halo: 1.2 }

/** A bar filled up to `value`, with a line across it at `mark`: shares of its width, kept within it. */
export function drawGauge(pen: Pen, area: Area, value: number, mark: number, tag: Tag): void {
  const { file } = pen.engine
  const { casa, papel, tinta } = pen.theme.colores
  const { x, y, width, height } = area
  const box = { x, y: y - NEEDLE.beyond, width, height: height + 2 * NEEDLE.beyond }
  withinFigure(pen, tag, box, () => {
    file.opacity(1)
    file.rect(x, y, width, height).fill(papel)
    file.rect(x, y, width * share(value), height).fill(casa)
    const planned = x + width * share(mark)
    const clear = NEEDLE.width / 2 + NEEDLE.halo
    file.rect(planned - clear, y, 2 * clear, height).fill(papel)
    drawContour(file, pen.theme, area)
    file
      .lineWidth(NEEDLE.width)
      .moveTo(planned, y - NEEDLE.beyond)
      .lineTo(planned, y + height + NEEDLE.beyond)
      .stroke(tinta)
  })
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value))
}
