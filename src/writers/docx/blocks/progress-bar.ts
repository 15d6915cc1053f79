import { ShapeGroupRun } from 'docx/shapes'
import type { Theme } from '../../../theme/index.js'
import { clean } from '../text.js'
import { hex, pixels } from '../units.js'

interface Progress {
  /** Shares of the bar, 0 to 1. */
  readonly value: number
  readonly mark: number
  /** What the bar shows, in words. */
  readonly alt: string
  /** Points. */
  readonly width: number
}

/** A bar filled as far as `value`, with a line across it at `mark`. */
export function progressBar({ value, mark, alt, width }: Progress, theme: Theme): ShapeGroupRun {
  const { casa, papel, tinta } = theme.colores
  const { alto, marca, sobresale } = theme.ficha.barra
  const box = (left: number, top: number, boxWidth: number, height: number, fill: string, outline: boolean) =>
    ({
      type: 'rectangle',
      transformation: { offset: { left: pixels(left), top: pixels(top) }, width: pixels(boxWidth), height: pixels(height) },
      fill: hex(fill),
      line: outline ? { color: hex(tinta), width: theme.grafica.contorno } : 'none',
    }) as const
  const filled = width * share(value)
  const markLeft = Math.max(0, Math.min(width * share(mark) - marca / 2, width - marca))
  return new ShapeGroupRun({
    altText: { name: 'avance', description: clean(alt) },
    children: [
      box(0, sobresale, width, alto, papel, true),
      ...(filled > 0 ? [box(0, sobresale, filled, alto, casa, true)] : []),
      box(markLeft, 0, marca, alto + 2 * sobresale, tinta, false),
    ],
  })
}

const share = (value: number): number => Math.max(0, Math.min(value, 1))
