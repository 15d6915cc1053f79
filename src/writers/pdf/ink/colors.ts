/** Colours are `#RRGGBB`. */

/** The first colour with a share of the second in it. */
export function mixed(first: string, second: string, share: number): string {
  const [from, to] = [channels(first), channels(second)]
  const mix = from.map((value, i) => Math.round(value * (1 - share) + (to[i] ?? 0) * share))
  return `#${mix.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

function channels(color: string): number[] {
  return [1, 3, 5].map((i) => Number.parseInt(color.slice(i, i + 2), 16))
}
