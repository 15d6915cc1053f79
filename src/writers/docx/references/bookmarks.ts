import { Bookmark as BookmarkRun, type ParagraphChild } from 'docx'
import type { Caption, Documento } from '../../../document/index.js'
import { blocksOf } from '../walk.js'

/** A place of the document that indices and references lead to. */
export interface Bookmark {
  /** Name in Word: hidden, like the ones that Word itself makes. */
  readonly name: string
  /** What a reference field to it would read (`Tabla 22`); null where the bookmark holds a whole heading. */
  readonly text: string | null
}

/** Label and number of a caption, as they are read: `Tabla 22`. */
export const labelOf = (caption: Caption): string => `${caption.label} ${caption.number}`

/** Bookmark of every heading, table and chart, by the block's id. Numbered in order, so that the same tree gives the same names. */
export function bookmarksOf(documento: Documento): ReadonlyMap<string, Bookmark> {
  const bookmarks = new Map<string, Bookmark>()
  for (const block of blocksOf(documento)) {
    if (block.type !== 'heading' && block.type !== 'table' && block.type !== 'chart') continue
    const kind = block.type === 'heading' ? '_Toc' : '_Ref'
    const text = block.type === 'heading' || block.caption === null ? null : labelOf(block.caption)
    bookmarks.set(block.id, { name: `${kind}${String(bookmarks.size + 1).padStart(9, '0')}`, text })
  }
  return bookmarks
}

/** Children of a paragraph inside a bookmark. */
export const bookmarked = ({ name }: Bookmark, children: readonly ParagraphChild[]): ParagraphChild =>
  new BookmarkRun({ id: name, children })
