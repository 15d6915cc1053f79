/** Canvas pixels as an opaque PNG. */
import { encode } from 'fast-png'

/**
 * An RGB PNG (colour type 2) from raw RGBA pixels, whose alpha is dropped: paint an opaque ground first.
 * The canvas's own encoder always keeps the alpha channel, which a PDF then has to unpack pixel by pixel.
 */
export function opaquePng(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const rgb = new Uint8Array(width * height * 3)
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = rgba[from] ?? 0
    rgb[to + 1] = rgba[from + 1] ?? 0
    rgb[to + 2] = rgba[from + 2] ?? 0
  }
  return encode({ width, height, data: rgb, channels: 3, depth: 8 })
}
