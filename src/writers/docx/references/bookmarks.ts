import { Bookmark as BookmarkRun, type ParagraphChild } from 'docx'
import type { Caption, Documento } from '../../../document/index.js'
import { blocksOf } from '../../section/index.js'

/** A place of the document that indices and references lead to. */
export interface Bookmark {
  /** Name in Word: hidden, like the ones that Word itself makes. */
  readonly name: string
  /** What a reference field to it would read (`Tabla 22`); null where the bookmark holds a whole heading. */
  readonly text: string | null
  /**
   * Name of the place whose page an index tells. For a table it is its first row: where a caption, its table and the line under it just
   * fail to fit on a page, the estimate leaves the caption behind, which Word and LibreOffice do not.
   */
  readonly page: string
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
    const name = `${kind}${String(bookmarks.size + 1).padStart(9, '0')}`
    bookmarks.set(block.id, { name, text, page: block.type === 'table' ? `${name}_fila` : name })
  }
  return bookmarks
}

/** Children of a paragraph inside a bookmark. */
export const bookmarked = ({ name }: Pick<Bookmark, 'name'>, children: readonly ParagraphChild[]): ParagraphChild =>
  new BookmarkRun({ id: name, children })
