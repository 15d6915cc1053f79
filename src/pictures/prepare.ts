/** Pictures that people put in templates, made ready for a page. */
import type { Picture } from '../document/index.js'
import { opaquePng } from '../png/index.js'
import { trusted } from './trusted.js'

/**
 * A picture (PNG, JPEG, WebP, GIF, AVIF or SVG) as an opaque RGB PNG on this ground, resampled where it has more pixels than `maxWidth`
 * across. Null where the bytes are no picture, or one that cannot be trusted.
 */
export async function preparePicture(bytes: Uint8Array, maxWidth: number, ground: string): Promise<Picture | null> {
  const drawn = await draw(bytes, (width) => Math.min(1, maxWidth / width), ground)
  return drawn && { png: opaquePng(drawn.data(), drawn.width, drawn.height), width: drawn.width, height: drawn.height }
}

/** A logo as a PNG that keeps what is transparent, resampled where it has more pixels than `maxHeight` down. Null where the bytes are no picture. */
export async function prepareLogo(bytes: Uint8Array, maxHeight: number): Promise<Picture | null> {
  const drawn = await draw(bytes, (_, height) => Math.min(1, maxHeight / height), null)
  return drawn && { png: new Uint8Array(drawn.toBuffer('image/png')), width: drawn.width, height: drawn.height }
}

async function draw(bytes: Uint8Array, scaleOf: (width: number, height: number) => number, ground: string | null) {
  if (!trusted(bytes)) return null
  // It takes its time to load, and most reports have no picture of their own.
  const { createCanvas, loadImage } = await import('@napi-rs/canvas')
  const image = await loadImage(Buffer.from(bytes)).catch(() => null)
  if (image === null || image.width === 0 || image.height === 0) return null
  const scale = scaleOf(image.width, image.height)
  const canvas = createCanvas(Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale)))
  const pen = canvas.getContext('2d')
  if (ground !== null) {
    pen.fillStyle = ground
    pen.fillRect(0, 0, canvas.width, canvas.height)
  }
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}
