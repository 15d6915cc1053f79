/** Colours are `#RRGGBB`. */

/** The first colour with a share of the second in it. */
export function mixed(first: string, second: string, share: number): string {
  const [from, to] = [channels(first), channels(second)]
  const mix = from.map((value, i) => Math.round(value * (1 - share) + (to[i] ?? 0) * share))
  return `#${mix.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Whichever of two colours stands out more on a ground. */
export function clearer(ground: string, first: string, second: string): string {
  return contrast(first, ground) > contrast(second, ground) ? first : second
}

/** Contrast ratio of two colours, 1 to 21. Source: WCAG 2.1, «contrast ratio». */
function contrast(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channels(color: string): number[] {
  return [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16))
}
