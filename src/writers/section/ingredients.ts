/** What parts of a document hang on besides its tree, said so that those made of one thing can be told from those made of another. */
import { createHash } from 'node:crypto'
import type { Assets, Block, FontFamily, Picture } from '../../document/index.js'
import type { Theme } from '../../theme/index.js'

/** The look of a document: bytes stand as their hash, and pictures as their size. */
export function ingredientsOf(theme: Theme, { fonts, logo, wordStyles }: Assets) {
  return {
    theme,
    fonts: [fonts.title, fonts.text].map(hashOfFamily),
    logo: sizeOf(logo),
    entity: wordStyles === null ? null : hash(wordStyles),
  }
}

/** The size of the picture of each block that shows one; null for the rest. */
export function picturesIn(blocks: readonly Block[], { images }: Assets) {
  return blocks.map((block) => ('image' in block ? sizeOf(images.get(block.image) ?? null) : null))
}

/** Pixels; null for no picture. */
function sizeOf(picture: Picture | null): readonly [number, number] | null {
  return picture && [picture.width, picture.height]
}

const hashOfFamily = ({ name, regular, bold, italic, boldItalic }: FontFamily) => [name, ...[regular, bold, italic, boldItalic].map(hash)]

const hashes = new WeakMap<Uint8Array, string>()

/** The SHA-256 of some bytes, or of a text in UTF-8, in hexadecimal. Known of bytes that were asked for before, which are not to change. */
export function hash(bytes: Uint8Array | string): string {
  const before = typeof bytes === 'string' ? undefined : hashes.get(bytes)
  if (before !== undefined) return before
  const made = createHash('sha256').update(bytes).digest('hex')
  if (typeof bytes !== 'string') hashes.set(bytes, made)
  return made
}
