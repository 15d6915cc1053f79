import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import { lexiconIn, type PartStore } from '../../../document/index.js'
import { sha256 } from '../../../hash/index.js'

/** What compresses the pages of a document. */
export interface Compressor {
  /** Compresses what a page shows, in a thread beside this one, or finds it as it was compressed before. */
  readonly compress: (shown: Uint8Array) => Promise<Uint8Array>
  /** Keeps those of a document of so many pages, for the next one. */
  readonly keep: (pages: number) => void
}

/** Of a document and those that it was before it was corrected, what is kept for each of its pages. */
const OF_EACH_PAGE = 3

/** What compresses the pages of documents of this title: most of them show again what they showed. */
export function compressorIn(parts: PartStore, title: string): Compressor {
  const pages = lexiconIn<Uint8Array>(parts, { part: 'compressed pages', title })
  return {
    compress: (shown) => pages.soon(sha256(shown), () => promisify(deflate)(shown)),
    keep: (count) => pages.keep(count * OF_EACH_PAGE),
  }
}
