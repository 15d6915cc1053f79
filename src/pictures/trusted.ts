/** Whether the bytes of a picture may be given to the canvas, which takes what they declare at its word. */
import { everything, readXml, type XmlNode } from '../xml/index.js'

/** Pixels that a picture may declare: those of a sheet of A3 at 600 to the inch, and some. Decoded, they take four bytes each. */
const MOST_PIXELS = 80_000_000
/** Longest side of a drawing, in pixels. */
const LONGEST_SIDE = 10_000
/** Pixels of the longest unit in which an SVG can state its size, an inch. */
const INCH = 96
/** Shapes that an SVG may use again by name. */
const MOST_USES = 200

interface Size {
  readonly width: number
  readonly height: number
}

/**
 * False for a picture that states no size, an absurd one or, as PNG and JPEG tell, an end that is not there; and for a drawing that is
 * not well formed, has entities of its own, brings pictures of its own or uses shapes within shapes: the canvas would end the whole program, or not end.
 */
export function trusted(bytes: Uint8Array): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.subarray(1, 4).toString('latin1') === 'PNG')
    return data.lastIndexOf('IEND') > 0 && data.length > 24 && small({ width: data.readUInt32BE(16), height: data.readUInt32BE(20) })
  if (data.subarray(0, 3).toString('latin1') === 'GIF')
    return data.length > 10 && small({ width: data.readUInt16LE(6), height: data.readUInt16LE(8) })
  if (data[0] === 0xff && data[1] === 0xd8) return data.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0 && small(sizeOfJpeg(data))
  // WebP states no side over 16,383 pixels, and AVIF is read by a decoder with a bound of its own.
  if (/^(?:RIFF|.{4}ftyp)/su.test(data.subarray(0, 8).toString('latin1'))) return true
  return trustedDrawing(data.toString('utf8'))
}

function small(size: Size | null): boolean {
  return size !== null && size.width > 0 && size.height > 0 && size.width * size.height <= MOST_PIXELS
}

/** The size in the first frame header of a JPEG; null where there is none. */
function sizeOfJpeg(data: Buffer): Size | null {
  for (let at = 2; at + 9 < data.length; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data.readUInt16BE(at)
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) }
    if (marker < 0xff00) return null
  }
  return null
}

function trustedDrawing(text: string): boolean {
  // A DTD named and not written, as older programs put it, says nothing of ours to read.
  const root = rootOf(text.replace(/<!DOCTYPE[^>[]*>/iu, ''))
  if (root === null || !/^(?:svg:)?svg$/u.test(root.name)) return false
  const nodes = everything(root)
  const uses = nodes.filter(isUse)
  const used = new Set(uses.map((use) => (use.attributes.get('href') ?? use.attributes.get('xlink:href') ?? '').slice(1)))
  const nested = nodes.some((node) => used.has(node.attributes.get('id') ?? '') && everything(node).some(isUse))
  return sizesOf(root).every((side) => side > 0 && side <= LONGEST_SIDE) && uses.length <= MOST_USES && !nested && !nodes.some(isImage)
}

function rootOf(text: string): XmlNode | null {
  try {
    return readXml(text)
  } catch {
    return null
  }
}

const isUse = ({ name }: XmlNode) => /^(?:svg:)?use$/u.test(name)
const isImage = ({ name }: XmlNode) => /^(?:svg:)?(?:image|feImage|foreignObject)$/u.test(name)

/** The sides that a drawing states, in pixels at most; NaN for one that is no number. */
function sizesOf({ attributes }: XmlNode): readonly number[] {
  const sides = ['width', 'height'].flatMap((name) => attributes.get(name) ?? [])
  const box =
    attributes
      .get('viewBox')
      ?.trim()
      .split(/[\s,]+/u)
      .slice(2) ?? []
  return [...sides, ...box].map((side) => Number.parseFloat(side) * (/\d(?:in|cm|mm|pt|pc|em|ex)\s*$/u.test(side) ? INCH : 1))
}
