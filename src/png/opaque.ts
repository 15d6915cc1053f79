/** Canvas pixels as an opaque PNG. */
import { deflateSync } from 'node:zlib'
import { PNG_SIGNATURE, pngChunk } from './chunk.js'

const [RGBA, RGB] = [4, 3]
const [BIT_DEPTH, TRUECOLOUR] = [8, 2]
/** How a row is written: as it is, or as what it differs in from the row above. Source: PNG standard, 9.2. */
const [AS_IS, FROM_ABOVE] = [0, 2]
/** Chosen by measure, time against size: docs/decisiones/0002-lienzo-de-las-graficas.md. */
const DEFLATE = { level: 5, memLevel: 9 }

/**
 * An RGB PNG (colour type 2) from raw RGBA pixels, whose alpha is dropped: paint an opaque ground first.
 * The canvas's own encoder always keeps the alpha channel, which a PDF then has to unpack pixel by pixel.
 */
export function opaquePng(rgba: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width)
  header.writeUInt32BE(height, 4)
  header.set([BIT_DEPTH, TRUECOLOUR], 8)
  const pixels = deflateSync(rowsOf(Buffer.from(rgba.buffer, rgba.byteOffset, rgba.byteLength), width, height), DEFLATE)
  const chunks = [pngChunk('IHDR', header), pngChunk('IDAT', pixels), pngChunk('IEND', new Uint8Array())]
  return new Uint8Array(Buffer.concat([PNG_SIGNATURE, ...chunks]))
}

/** The rows, each behind the byte that says how it is written. One like the row above, as most of a chart are, is all zeros. */
function rowsOf(rgba: Buffer, width: number, height: number): Uint8Array {
  const [long, longPacked] = [width * RGBA, 1 + width * RGB]
  const rows = new Uint8Array(longPacked * height)
  for (let y = 0; y < height; y++) {
    const [from, to] = [y * long, y * longPacked]
    rows[to] = FROM_ABOVE
    if (y > 0 && rgba.compare(rgba, from - long, from, from, from + long) === 0) continue
    copyRow(rgba, from, from + long, rows, to + 1)
    // A row of a drawing packs best as it is; one of a photograph, as differences.
    if (y > 0 && isOfPhotograph(rgba, from, from + long)) takeRow(rgba, from - long, from, rows, to + 1)
    else rows[to] = AS_IS
  }
  return rows
}

function copyRow(rgba: Buffer, from: number, end: number, rows: Uint8Array, to: number): void {
  for (let at = from, put = to; at < end; at += RGBA, put += RGB) {
    rows[put] = rgba[at] ?? 0
    rows[put + 1] = rgba[at + 1] ?? 0
    rows[put + 2] = rgba[at + 2] ?? 0
  }
}

/** Takes a row from another, byte by byte and modulo 256. */
function takeRow(rgba: Buffer, from: number, end: number, rows: Uint8Array, to: number): void {
  for (let at = from, put = to; at < end; at += RGBA, put += RGB) {
    for (let channel = 0; channel < RGB; channel++) rows[put + channel] = (rows[put + channel] ?? 0) - (rgba[at + channel] ?? 0)
  }
}

/** Whether hardly a pixel of a row is like the one on its left. */
function isOfPhotograph(rgba: Buffer, from: number, end: number): boolean {
  // So many are enough to know that it is of a drawing.
  let missing = (end - from) / RGBA / 4
  for (let at = from + RGBA; at < end && missing > 0; at += RGBA) {
    if (rgba[at] === rgba[at - 4] && rgba[at + 1] === rgba[at - 3] && rgba[at + 2] === rgba[at - 2]) missing -= 1
  }
  return missing > 0
}
