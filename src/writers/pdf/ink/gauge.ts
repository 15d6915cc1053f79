import type { Area } from './deeds.js'
import { type Pen, withinFigure } from './pen.js'
import type { Tag } from './tags.js'
import { drawContour, inkContour } from './tiles.js'

/** The paper at either side of the line at what was planned, within the bar. */
const HALO = 1.2

/** A bar filled up to `value`, with a line across it at `mark`: shares of its width, kept within it. */
export function drawGauge(pen: Pen, area: Area, value: number, mark: number, tag: Tag): void {
  const { file } = pen.engine
  const { casa, papel, tinta } = pen.theme.colores
  const { x, y, width, height } = area
  const { marca, sobresale } = pen.theme.ficha.barra
  const box = { x, y: y - sobresale, width, height: height + 2 * sobresale }
  withinFigure(pen, tag, box, () => {
    pen.deeds.opaque()
    file.rect(x, y, width, height).fill(papel)
    file.rect(x, y, width * share(value), height).fill(casa)
    const planned = x + width * share(mark)
    const clear = marca / 2 + HALO
    file.rect(planned - clear, y, 2 * clear, height).fill(papel)
    drawContour(file, inkContour(pen.theme), area)
    file
      .lineWidth(marca)
      .moveTo(planned, y - sobresale)
      .lineTo(planned, y + height + sobresale)
      .stroke(tinta)
  })
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value))
}
