/** A signature in the text chunks of a PNG, and the resolution beside it. Pixels and all other chunks stay as they are, byte for byte. */
import { crc32, inflateSync } from 'node:zlib'
import type { Firma } from '../charts/index.js'
import { CHUNK_FRAME, PNG_SIGNATURE, pngChunk } from '../png/index.js'
import { CLAVES_PNG, type FirmaLeida, reunir } from './campos.js'

const METRES_PER_INCH = 0.0254
/** Bytes; more than any text of ours, less than what would fill the memory of who reads a picture of unknown origin. */
const LONGEST_TEXT = 1 << 20

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
  /** The whole chunk, as it stands in the file. */
  readonly bytes: Uint8Array
}

/** Whether the bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, i) => bytes[i] === byte)
}

/**
 * The picture with its signature, in uncompressed UTF-8 iTXt chunks before its pixels. `ppp`: pixels to the inch, as a pHYs chunk; null
 * leaves what there is. A signature and a resolution that were there are replaced, so that signing twice is signing once.
 */
export function firmarPng(png: Uint8Array, firma: Firma, ppp: number | null): Uint8Array {
  const kept = chunksOf(png).filter(({ type, data }) => !(type === 'pHYs' && ppp !== null) && !isOurs(type, data))
  const own = Object.entries(CLAVES_PNG).map(([campo, clave]) => pngChunk('iTXt', textData(clave, firma[campo as keyof Firma])))
  const density = ppp === null ? [] : [pngChunk('pHYs', densityData(ppp))]
  const pixels = kept.findIndex(({ type }) => type === 'IDAT')
  const before = kept.slice(0, pixels).map(({ bytes }) => bytes)
  const after = kept.slice(pixels).map(({ bytes }) => bytes)
  return joined([PNG_SIGNATURE, ...before, ...density, ...own, ...after])
}

/** What a PNG carries of a signature. Chunks whose checksum is wrong count as absent. */
export function leerPng(png: Uint8Array): FirmaLeida {
  const intact = chunksOf(png).filter(({ type, bytes }) => type === 'iTXt' && isIntact(bytes))
  const texts = new Map(intact.flatMap(({ data }) => readText(data) ?? []).map(({ clave, texto }) => [clave, texto]))
  return reunir((campo) => texts.get(CLAVES_PNG[campo]))
}

/** The chunks of a PNG, as far as they are whole. */
function chunksOf(png: Uint8Array): readonly Chunk[] {
  const view = viewOf(png)
  const chunks: Chunk[] = []
  for (let at = PNG_SIGNATURE.length; at + CHUNK_FRAME <= png.length; ) {
    const end = at + CHUNK_FRAME + view.getUint32(at)
    if (end > png.length) break
    const bytes = png.subarray(at, end)
    chunks.push({ type: latin1(bytes.subarray(4, 8)), data: bytes.subarray(8, -4), bytes })
    at = end
  }
  return chunks
}

function isIntact(bytes: Uint8Array): boolean {
  return viewOf(bytes).getUint32(bytes.length - 4) === crc32(bytes.subarray(4, -4))
}

function isOurs(type: string, data: Uint8Array): boolean {
  const end = data.indexOf(0)
  return type === 'iTXt' && end > 0 && Object.values(CLAVES_PNG).includes(latin1(data.subarray(0, end)))
}

/** Keyword, 0, not compressed, its method, no language, no translated keyword, text. Source: PNG standard, 11.3.3.4. */
function textData(clave: string, texto: string): Uint8Array {
  return joined([Buffer.from(clave, 'latin1'), new Uint8Array(5), new TextEncoder().encode(texto)])
}

/** The keyword and the text of an iTXt chunk, which other programs may have compressed. Null where it is not well made. */
function readText(data: Uint8Array): { readonly clave: string; readonly texto: string } | null {
  const keyword = data.indexOf(0)
  const language = data.indexOf(0, keyword + 3)
  const translated = data.indexOf(0, language + 1)
  if (keyword < 1 || language < 0 || translated < 0) return null
  const text = data.subarray(translated + 1)
  const plain = data[keyword + 1] === 0 ? text : inflated(text)
  return plain && { clave: latin1(data.subarray(0, keyword)), texto: new TextDecoder().decode(plain) }
}

function inflated(bytes: Uint8Array): Uint8Array | null {
  try {
    return inflateSync(bytes, { maxOutputLength: LONGEST_TEXT })
  } catch {
    return null
  }
}

/** Pixels a metre, across and down. Source: PNG standard, 11.3.4.3. */
function densityData(ppp: number): Uint8Array {
  const data = new Uint8Array(9)
  const perMetre = Math.round(ppp / METRES_PER_INCH)
  viewOf(data).setUint32(0, perMetre)
  viewOf(data).setUint32(4, perMetre)
  data[8] = 1
  return data
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts))
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
