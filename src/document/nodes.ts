/**
 * The whole report as one tree of plain, serialisable values. The tree says what a thing is (a caption, a reference, a computed
 * figure, a backlog), never how it looks: that is the theme's. Writers draw it and add no word of their own.
 */

/** Where a computed figure comes from: the rule that gave it and the cells of the workbook that it rests on. */
export interface Origin {
  /** Name of the rule, as the contract names it: `cumplimiento`, `avance del sector`… */
  readonly rule: string
  /** The figure's own name, as prose may ask for it: `2.1.2 logro`, `Salud avance`. Empty where it has none. */
  readonly name: string
  readonly cells: readonly string[]
}

/** Where a piece of typed prose stands in the workbook. */
export interface Source {
  readonly sheet: string
  readonly key: string
  readonly column: string
  readonly cell: string
  /** A name that no other print of typed prose has in the document: all that is printed of one text, once, shares it. */
  readonly mark?: string
}

/**
 * What a stretch of text means, for the theme to colour:
 * `behind` (rezago, always with its sign in the text), `ahead` (goal reached), `secondary` (less important than what is around it).
 */
export type Tone = 'behind' | 'ahead' | 'secondary'

/** State of a product once the year has ended. */
export type FinalState = 'verde' | 'amarillo' | 'rojo' | 'sin-meta' | 'cumplido'

/** And before, when what has a goal has no colour yet: for cover tiles, scorecards and chart bars. */
export type State = FinalState | 'en-curso'

export type Inline =
  /** Words of a template, or typed prose where `source` is given. Never empty; never holds a line break. */
  | { readonly type: 'text'; readonly value: string; readonly source?: Source }
  /**
   * A computed figure, already worded (`1.300.231`, `55 %`, `5 visitas`). `mark`: a name that no other figure of the document has.
   * `source`: the typed prose that asks for it.
   */
  | { readonly type: 'figure'; readonly value: string; readonly origin: Origin; readonly mark?: string; readonly source?: Source }
  /** A product's code, set apart. */
  | { readonly type: 'code'; readonly value: string }
  /** A product's code, or the name of a state, on the ground of a state. What is behind carries its sign within `value`. */
  | { readonly type: 'chip'; readonly state: FinalState; readonly value: string }
  | { readonly type: 'strong'; readonly children: readonly Inline[] }
  | { readonly type: 'emphasis'; readonly children: readonly Inline[] }
  | { readonly type: 'tone'; readonly tone: Tone; readonly children: readonly Inline[] }
  /** An external link: http, https or mailto only. */
  | { readonly type: 'link'; readonly url: string; readonly children: readonly Inline[] }
  /** A link to a table, chart or heading of this document. `label` is what is read (`Tabla 22`); `target` is the id of that block. */
  | { readonly type: 'reference'; readonly target: string; readonly label: string }
  /** A real footnote, numbered through the document in order of appearance. Its children are paragraphs. */
  | { readonly type: 'footnote'; readonly number: number; readonly children: readonly (readonly Inline[])[] }
  | { readonly type: 'break' }

/** A numbered caption: `label` «Tabla», `number` «22», then the words. It is printed as «Tabla 22. Words». */
export interface Caption {
  readonly label: string
  readonly number: string
  readonly children: readonly Inline[]
}

export type Align = 'left' | 'right' | 'center'

export interface TableColumn {
  readonly title: readonly Inline[]
  readonly align: Align
  /** Share of the table's width, relative to the other columns' weights. */
  readonly weight: number
}

export interface TableRow {
  readonly kind: 'body' | 'total'
  /** One cell a column. A cell without content is an empty list. */
  readonly cells: readonly (readonly Inline[])[]
}

export interface TableBlock {
  readonly type: 'table'
  readonly id: string
  /** Null only for a table that is not one of the numbered ones. */
  readonly caption: Caption | null
  readonly columns: readonly TableColumn[]
  readonly rows: readonly TableRow[]
  /** Lines under the table: notes first, the source line («Fuente: …») last. */
  readonly notes: readonly (readonly Inline[])[]
}

export interface ChartSeries {
  readonly name: string
  /** One a category. Null where there is nothing to draw. */
  readonly values: readonly (number | null)[]
  /** The values as the chart prints them: `56 (82 %)`. */
  readonly labels: readonly string[]
}

/** The numbers of a chart: a table of categories (one a row) by series (one a column). */
export interface ChartData {
  /**
   * What it compares: `states`, products by state; `progress`, what was reached against what was planned; `map`, each product in its place;
   * `stacked`, states within groups; `years`, goals and achievements year by year; `backlogs`, the largest of them; `goals`, how far each
   * goal of a year that goes on has got.
   */
  readonly kind: 'states' | 'progress' | 'map' | 'stacked' | 'years' | 'backlogs' | 'goals'
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** One a category in `states`, one a series in `map` and `stacked`; none in the rest. */
  readonly states: readonly State[]
  /** Whether the values are shares (1 = 100 %) and not counts or amounts. */
  readonly shares: boolean
}

export interface ChartBlock {
  readonly type: 'chart'
  readonly id: string
  readonly caption: Caption
  /** What it shows, for a format that draws its own charts. */
  readonly data: ChartData
  /** Key of the picture in `Assets.images`. */
  readonly image: string
  /** Alternative text: says the figures. */
  readonly alt: string
  readonly notes: readonly (readonly Inline[])[]
}

/** A picture of the template's own folder. Not numbered. */
export interface PictureBlock {
  readonly type: 'picture'
  readonly id: string
  /** Key of the picture in `Assets.images`. */
  readonly image: string
  /** Alternative text; empty for a picture that only decorates. */
  readonly alt: string
  /** Words under the picture; empty for none. */
  readonly caption: readonly Inline[]
}

/** Where a group of products stands, on a veil: a large figure, a bar of what was reached with a mark of what was planned, and counts by state. */
export interface ScorecardBlock {
  readonly type: 'scorecard'
  readonly id: string
  readonly headline: { readonly figure: readonly Inline[]; readonly label: readonly Inline[] }
  /** `value` and `mark` are shares of the bar, 0 to 1. `markLabel` stands at the mark; `note` under the bar. */
  readonly bar: {
    readonly title: readonly Inline[]
    readonly value: number
    readonly mark: number
    readonly markLabel: readonly Inline[]
    readonly note: readonly Inline[]
  }
  /** In the fixed order of states, zeros kept. */
  readonly counts: readonly { readonly state: State; readonly figure: readonly Inline[]; readonly label: readonly Inline[] }[]
  /** Lines under the rest, over the whole width: the backlogs. */
  readonly notes: readonly (readonly Inline[])[]
  /** What the bar shows, in words. */
  readonly alt: string
}

export interface HeadingBlock {
  readonly type: 'heading'
  readonly id: string
  readonly depth: 1 | 2 | 3 | 4
  readonly children: readonly Inline[]
  /** Name of the part, small and grey above the title. Null for none. */
  readonly kicker: string | null
  /** Whether the contents list it (depths 1 and 2 usually, the product headings not). */
  readonly listed: boolean
}

/** One line of an index. `target` is the id of the block it leads to; writers find its page. */
export interface IndexEntry {
  readonly target: string
  /** 1 for the main entries, 2 for those under them. Tables and charts: 1. */
  readonly depth: 1 | 2
  /** «Tabla 22» for tables and charts; null in the contents. */
  readonly label: string | null
  readonly text: string
}

export interface IndexBlock {
  readonly type: 'index'
  readonly of: 'contents' | 'tables' | 'charts'
  readonly entries: readonly IndexEntry[]
}

/** The cover: full page, no header or footer. */
export interface CoverBlock {
  readonly type: 'cover'
  /** Entity (first, heavier) and dependency. */
  readonly issuer: readonly string[]
  /** Lines of the title. */
  readonly title: readonly string[]
  readonly subtitle: string
  /** One tile a product, in order of state. */
  readonly tiles: readonly State[]
  /** What the tiles are. */
  readonly legend: string
  /** What the tiles show, in words: how many there are of each state. */
  readonly alt: string
  /** Document, city and year. */
  readonly imprint: string
}

export type Block =
  | CoverBlock
  | HeadingBlock
  /** `lead`: an opening statement, a little larger. `normal`: running text. `note`: small print. */
  | { readonly type: 'paragraph'; readonly role: 'normal' | 'lead' | 'note'; readonly children: readonly Inline[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly type: 'quote'; readonly children: readonly Block[] }
  /** Groups of credits or the like: a heading line and the lines under it. */
  | { readonly type: 'definitions'; readonly items: readonly { readonly term: string; readonly details: readonly (readonly Inline[])[] }[] }
  | TableBlock
  | ChartBlock
  | PictureBlock
  | ScorecardBlock
  | IndexBlock

/** A run of pages with one footer and one kind of page number. Always begins on a new page. */
export interface Section {
  readonly id: string
  /** Words at the left of the footer; empty for none. */
  readonly footer: string
  /** `none`: no header, footer or number (cover). `roman`: i, ii… `decimal`: 1, 2… Numbers run on from a section to the next of the same kind, and begin anew when the kind changes. */
  readonly numbering: 'none' | 'roman' | 'decimal'
  readonly orientation: 'portrait' | 'landscape'
  readonly blocks: readonly Block[]
}

export interface Documento {
  readonly language: string
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly keywords: readonly string[]
  /** Running header, left and right. */
  readonly header: { readonly left: string; readonly right: string }
  /** Null for the report itself. A draft bears `mark` across each page and `detail` (date, hash of the workbook) with it. */
  readonly draft: { readonly mark: string; readonly detail: string } | null
  readonly sections: readonly Section[]
}
