import type { Theme } from './theme.js'

/** Which of the theme's two text colours, ink or paper, reads better on a ground. `#RRGGBB`, as the theme writes it. */
export function textOn(ground: string, { colores: { tinta, papel } }: Theme): string {
  return clearer(ground, tinta, papel)
}

/** Whichever of two `#RRGGBB` colours stands out more on a ground; the first where both do alike. */
export function clearer(ground: string, first: string, second: string): string {
  return contrast(first, ground) >= contrast(second, ground) ? first : second
}

/** Contrast ratio of two `#RRGGBB` colours, 1 to 21 (WCAG 2.1, 1.4.3). */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Relative luminance of a `#RRGGBB` colour, 0 to 1 (WCAG 2.1). */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)
