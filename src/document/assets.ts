/** What a writer needs besides the tree. Plain bytes: whoever calls has read them. */

export interface Picture {
  /** Opaque RGB PNG. */
  readonly png: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** TrueType bytes of one family, under the family name that its files carry. */
export interface FontFamily {
  readonly name: string
  readonly regular: Uint8Array
  readonly bold: Uint8Array
  readonly italic: Uint8Array
  readonly boldItalic: Uint8Array
  /** Whether the digits of its upright faces, regular and bold, are all as wide as each other. */
  readonly evenDigits: boolean
}

/** A file that goes inside a document that can carry files. */
export interface Attachment {
  readonly name: string
  readonly mime: string
  readonly description: string
  readonly bytes: Uint8Array
}

export interface Assets {
  /** By `ChartBlock.image`. */
  readonly images: ReadonlyMap<string, Picture>
  readonly fonts: { readonly title: FontFamily; readonly text: FontFamily }
  /** The entity's own logo for the cover; null where the theme names none. May have an alpha channel. */
  readonly logo: Picture | null
  /** The entity's own Word document, whose styles, page and letterhead a format of Word takes in place of the theme's; null for none. */
  readonly wordStyles: Uint8Array | null
  readonly attachments: readonly Attachment[]
  /** Whether charts stay charts, with their numbers, in a format whose readers can edit them. A kind that has no such chart stays a picture. */
  readonly editableCharts: boolean
  /** Date that the file's own metadata bears: fixed by the input, never the clock, so that the same input gives the same bytes. */
  readonly date: Date
}
