/** A document that somebody edited, as blocks in reading order, the same whatever its format. Nothing here knows what it is about. */

/** Where something stands. What a format cannot tell is null. */
export interface Place {
  /** Physical page, 1 the first. */
  readonly page: number | null
  /** Number printed on that page: `iv`, `34`. */
  readonly label: string | null
  /** Line of a text file, 1 the first. */
  readonly line: number | null
  /** Paragraph of a DOCX, counted through its body, cells of tables too; 1 the first. */
  readonly paragraph: number | null
}

export interface ReadCell {
  readonly text: string
  /** Its paragraphs, where the format tells them apart and there are several. */
  readonly parts?: readonly string[]
  readonly place: Place
}

/** A line of an index: `Tabla 4. Participantes … 6`, or `Sector Ambiente … 25` without label and number. */
export interface ReadEntry {
  readonly label: string | null
  readonly number: string | null
  readonly text: string
  /** Page as printed there. */
  readonly page: string
  readonly place: Place
}

export type ReadBlock =
  | { readonly type: 'heading'; readonly depth: number; readonly text: string; readonly place: Place }
  | { readonly type: 'paragraph'; readonly bullet: boolean; readonly text: string; readonly place: Place }
  /** `Tabla 22. Words`: label, number and words apart. */
  | { readonly type: 'caption'; readonly label: string; readonly number: string; readonly text: string; readonly place: Place }
  /** `header` empty where no row says that it heads the others. */
  | {
      readonly type: 'table'
      readonly header: readonly ReadCell[]
      readonly rows: readonly (readonly ReadCell[])[]
      readonly place: Place
    }
  | { readonly type: 'index'; readonly entries: readonly ReadEntry[]; readonly place: Place }
  | { readonly type: 'note'; readonly text: string; readonly place: Place }

export type FormatoLeido = 'docx' | 'pdf' | 'txt'

/** A stretch of text that the file itself names. */
export interface ReadMark {
  readonly name: string
  readonly text: string
  readonly place: Place
}

export interface DocumentoLeido {
  readonly format: FormatoLeido
  readonly blocks: readonly ReadBlock[]
  /** Bookmarks of a Word file, in order; none in other formats. */
  readonly marks: readonly ReadMark[]
}
