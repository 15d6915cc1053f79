/** What parts of a document hang on besides its tree, said so that those made of one thing can be told from those made of another. */
import type { Assets, Block, FontFamily, Picture } from '../../document/index.js'
import { sha256 } from '../../hash/index.js'
import type { Theme } from '../../theme/index.js'

/** The look of a document: bytes stand as their hash, and pictures as their size. */
export function ingredientsOf(theme: Theme, { fonts, logo, wordStyles }: Assets) {
  return {
    theme,
    fonts: [fonts.title, fonts.text].map(hashOfFamily),
    logo: sizeOf(logo),
    entity: wordStyles === null ? null : sha256(wordStyles),
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

const hashOfFamily = ({ name, regular, bold, italic, boldItalic }: FontFamily) => [name, ...[regular, bold, italic, boldItalic].map(sha256)]
