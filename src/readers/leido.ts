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

/** Words of one look, or the call of a note, whose only letter is U+FFFC. A line break is `\n`. */
export interface ReadRun {
  readonly text: string
  readonly strong: boolean
  readonly emphasis: boolean
  /** Address outside the document; null for none. */
  readonly link: string | null
  /** Paragraphs of the note that is called here; null for words. */
  readonly note: readonly FormattedParagraph[] | null
}

/** A paragraph with the look of its words. Nothing of it is tidied: its text is what the file holds. */
export interface FormattedParagraph {
  readonly place: Place
  /** What its style and its list make of it. `continues`: it goes on within an item of a list. */
  readonly kind: 'text' | 'title' | 'index' | 'bullet' | 'number' | 'continues' | 'quote'
  /** How deep in a list, from 0. */
  readonly level: number
  /** First number of its list; 1 for other kinds. */
  readonly start: number
  readonly inTable: boolean
  /** Whether it holds a drawing or a picture. */
  readonly drawn: boolean
  readonly runs: readonly ReadRun[]
}

/** A place between two letters: paragraph, counted from 0 in `paragraphs`, and letters of it before. */
export interface ReadEdge {
  readonly paragraph: number
  readonly at: number
}

/** A stretch of text that the file itself names, from where it first begins to where it last ends. */
export interface ReadStretch {
  readonly name: string
  readonly from: ReadEdge
  readonly to: ReadEdge
}

/** A Word document with the look of its words. */
export interface TextoConFormato {
  /** Every paragraph of the body, those of tables and empty ones too. */
  readonly paragraphs: readonly FormattedParagraph[]
  readonly stretches: readonly ReadStretch[]
}
