/** The body of a Word document as pieces: one pass over its marks. */
import type { Piece } from '../assemble.js'
import type { Place, ReadCell, ReadMark } from '../leido.js'
import { entryOf, withoutBullet } from '../patterns.js'
import { tidy } from '../text.js'
import { readTokens } from './reading.js'
import type { StyleRole } from './styles.js'
import { attribute, type Token } from './xml.js'

interface Paragraph {
  readonly place: Place
  text: string
  style: string
  level: number | null
  numbered: boolean
  /** It asks for the page of something: a line of an index, unless it is only a reference. */
  pageref: boolean
}

interface Row {
  cells: ReadCell[]
  heads: boolean
}

interface Cell {
  readonly texts: string[]
  place: Place | null
  span: number
}

interface Table {
  readonly rows: Row[]
  readonly place: Place
}

const SIGNS: Readonly<Record<string, string>> = { 'w:tab': '\t', 'w:br': ' ', 'w:cr': ' ', 'w:noBreakHyphen': '-' }

/** Pieces of a part `word/document.xml`, in order, and its bookmarks. Places are the number of the paragraph. */
export function bodyOf(
  xml: string,
  roles: ReadonlyMap<string, StyleRole>,
): { readonly pieces: readonly Piece[]; readonly marks: readonly ReadMark[] } {
  const body = new Body(roles)
  for (const { token, read } of readTokens(xml)) {
    if (token.kind === 'open' && token.name === 'w:instrText') body.instruction()
    if (read) body.take(token)
    // Paragraphs that are not read are counted too: their number is their place in the file.
    else if (token.kind === 'open' && token.name === 'w:p') body.pass()
  }
  return { pieces: body.pieces, marks: body.marks.map(({ name, text, place }) => ({ name, text: tidy(text), place })) }
}

class Body {
  readonly pieces: Piece[] = []
  readonly marks: { readonly name: string; text: string; readonly place: Place }[] = []
  private readonly openMarks = new Map<string, { text: string }>()
  private readonly paragraphs: Paragraph[] = []
  private readonly tables: Table[] = []
  private readonly cells: Cell[] = []
  private count = 0
  private inText = false
  private pending = false

  constructor(private readonly roles: ReadonlyMap<string, StyleRole>) {}

  pass(): void {
    this.count++
  }

  /** The instruction of a field begins; its text is not read, but `PAGEREF` is the only one that counts pages of others. */
  instruction(): void {
    this.pending = true
  }

  take(token: Token): void {
    if (token.kind === 'text') this.addText(token.value)
    else if (token.kind === 'open') {
      this.open(token.name, token.attributes)
      if (token.empty) this.close(token.name)
    } else this.close(token.name)
  }

  private addText(value: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (!this.inText || paragraph === undefined) return
    paragraph.text += value
    for (const mark of this.openMarks.values()) mark.text += value
  }

  private open(name: string, attributes: string): void {
    const paragraph = this.paragraphs.at(-1)
    const value = () => attribute(attributes, 'w:val')
    switch (name) {
      case 'w:p':
        this.count++
        this.pending = false
        this.paragraphs.push({ place: this.place(), text: '', style: '', level: null, numbered: false, pageref: false })
        break
      case 'w:t':
        this.inText = true
        break
      case 'w:pStyle':
        if (paragraph !== undefined) paragraph.style = value() ?? ''
        break
      case 'w:outlineLvl':
        if (paragraph !== undefined) paragraph.level = Number(value())
        break
      case 'w:numPr':
        if (paragraph !== undefined) paragraph.numbered = true
        break
      case 'w:tbl':
        this.tables.push({ rows: [], place: { ...this.place(), paragraph: this.count + 1 } })
        break
      case 'w:tr':
        this.tables.at(-1)?.rows.push({ cells: [], heads: false })
        break
      case 'w:tc':
        this.cells.push({ texts: [], place: null, span: 1 })
        break
      default:
        this.detail(name, attributes, paragraph)
    }
  }

  private detail(name: string, attributes: string, paragraph: Paragraph | undefined): void {
    if (name === 'w:bookmarkStart') this.openMark(attributes)
    else if (name === 'w:bookmarkEnd') this.openMarks.delete(attribute(attributes, 'w:id') ?? '')
    const sign = SIGNS[name]
    if (sign !== undefined && paragraph !== undefined) paragraph.text += attribute(attributes, 'w:pos') === null ? sign : ''
    const cell = this.cells.at(-1)
    if (name === 'w:gridSpan' && cell !== undefined) cell.span = Math.min(64, Number(attribute(attributes, 'w:val')) || 1)
    const row = this.tables.at(-1)?.rows.at(-1)
    if (name === 'w:tblHeader' && row !== undefined) row.heads = true
    if (name === 'w:fldChar' && this.pending && paragraph !== undefined) paragraph.pageref = true
  }

  private openMark(attributes: string): void {
    const mark = { name: attribute(attributes, 'w:name') ?? '', text: '', place: this.place() }
    this.marks.push(mark)
    this.openMarks.set(attribute(attributes, 'w:id') ?? '', mark)
  }

  private close(name: string): void {
    if (name === 'w:t') this.inText = false
    else if (name === 'w:p') this.closeParagraph()
    else if (name === 'w:tc') this.closeCell()
    else if (name === 'w:tbl') this.closeTable()
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (paragraph === undefined) return
    const cell = this.cells.at(-1)
    if (cell === undefined) this.pieces.push(...this.piecesOf(paragraph))
    else {
      cell.place ??= paragraph.place
      if (tidy(paragraph.text) !== '') cell.texts.push(paragraph.text)
    }
  }

  private piecesOf({ text: raw, style, level, numbered, pageref, place }: Paragraph): readonly Piece[] {
    const text = tidy(raw)
    if (text === '') return []
    const role = this.roles.get(style)
    const entry = role?.index === true || (pageref && raw.includes('\t')) ? entryOf(raw.trim(), true) : null
    if (entry !== null) return [{ type: 'entry', words: tidy(entry.words), page: entry.page, place }]
    const depth = level === null ? (role?.depth ?? null) : level + 1
    if (depth !== null && depth <= 9) return [{ type: 'heading', depth, text, place }]
    const { bullet, text: words } = withoutBullet(text)
    return [{ type: 'paragraph', bullet: bullet || numbered || role?.bullet === true, text: words, place }]
  }

  private closeCell(): void {
    const cell = this.cells.pop()
    const row = this.tables.at(-1)?.rows.at(-1)
    if (cell === undefined || row === undefined) return
    const place = cell.place ?? this.place()
    const parts = cell.texts.length > 1 ? { parts: cell.texts.map((each) => tidy(each)) } : {}
    row.cells.push({ text: tidy(cell.texts.join(' ')), ...parts, place })
    for (let i = 1; i < cell.span; i++) row.cells.push({ text: '', place })
  }

  private closeTable(): void {
    const table = this.tables.pop()
    const [first, ...others] = table?.rows ?? []
    if (table === undefined || first === undefined) return
    const heads = first.heads || others.length > 0
    const rows = (heads ? others : [first]).map((row) => row.cells)
    // A table whose rows are all heads is one for the layout.
    this.pieces.push({ type: 'table', header: heads ? first.cells : [], rows, place: table.place })
  }

  private place(): Place {
    return { page: null, label: null, line: null, paragraph: this.count }
  }
}
