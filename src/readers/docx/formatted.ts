/** The paragraphs of a Word document with the look of their words: one pass over its marks. */
import type { FormattedParagraph, ReadEdge, ReadRun, TextoConFormato } from '../leido.js'
import type { ListLevel } from './lists.js'
import { readTokens } from './reading.js'
import { isOn, type ListPlace, type StyleRole } from './styles.js'
import { attribute, type Token } from './xml.js'

/** What the other parts of the package say of what the body names. */
export interface Named {
  readonly roles: ReadonlyMap<string, StyleRole>
  readonly listAt: (place: ListPlace) => ListLevel | null
  /** Addresses of links, by the id of their relationship. */
  readonly links: ReadonlyMap<string, string>
  /** Paragraphs of the notes, by id. */
  readonly notes: ReadonlyMap<string, readonly FormattedParagraph[]>
}

interface Paragraph {
  readonly number: number
  readonly inTable: boolean
  readonly runs: ReadRun[]
  length: number
  style: string
  level: number | null
  list: string | null
  listLevel: number | null
  drawn: boolean
  /** Its end was deleted: what comes next goes on in it. */
  joined: boolean
}

type Look = Pick<ReadRun, 'strong' | 'emphasis'>

const PLAIN: Look = { strong: false, emphasis: false }
const SIGNS: Readonly<Record<string, string>> = { 'w:tab': ' ', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }
// A letter of its own, so that what stands before a call can be told from what stands after it.
const NOTE_CALL = '\ufffc'
const ADDRESS = /^\s*HYPERLINK\s+"([^"]+)"/u

/** Paragraphs and named stretches of a part with text: the body, or the notes. `noteIds`: the note of each paragraph, null in the body. */
export function formattedText(xml: string, named: Named): TextoConFormato & { readonly noteIds: readonly (string | null)[] } {
  const reader = new Reader(named)
  for (const { token, read } of readTokens(xml)) {
    if (read) reader.take(token)
    else reader.pass(token)
  }
  return { paragraphs: reader.paragraphs, stretches: [...reader.stretches.values()], noteIds: reader.noteIds }
}

class Reader {
  readonly paragraphs: FormattedParagraph[] = []
  readonly noteIds: (string | null)[] = []
  readonly stretches = new Map<string, { readonly name: string; readonly from: ReadEdge; to: ReadEdge }>()
  private readonly openStretches = new Map<string, string>()
  private readonly open: Paragraph[] = []
  /** Fields within fields: the instruction of each, and whether its result has begun. */
  private readonly fields: { instruction: string; result: boolean }[] = []
  /** The paragraph before, where its end was deleted. */
  private joined: Paragraph | null = null
  private look: Look = PLAIN
  private link: string | null = null
  private noteId: string | null = null
  private tables = 0
  private count = 0
  private inText = false
  private inRun = false
  private inInstruction = false

  constructor(private readonly named: Named) {}

  /** What is not seen: it counts where it is a paragraph, or says that one goes on in the next, or where a field leads. */
  pass(token: Token): void {
    const field = this.fields.at(-1)
    if (token.kind === 'text') {
      if (this.inInstruction && field !== undefined) field.instruction += token.value
      return
    }
    if (token.name === 'w:instrText') this.inInstruction = token.kind === 'open'
    const paragraph = this.open.at(-1)
    if (token.kind !== 'open') return
    if (token.name === 'w:p') this.count++
    // In the properties of a paragraph's own end, an empty mark: the end was deleted.
    if ((token.name === 'w:del' || token.name === 'w:moveFrom') && token.empty && !this.inRun && paragraph !== undefined)
      paragraph.joined = true
  }

  take(token: Token): void {
    if (token.kind === 'text') {
      // A line break within words is one of the file, not of the text.
      if (this.inText) this.add(token.value.replace(/[\t\r\n]/gu, ' '))
    } else if (token.kind === 'close') this.close(token.name)
    else {
      this.opened(token.name, (name) => attribute(token.attributes, name))
      if (token.empty) this.close(token.name)
    }
  }

  private add(text: string, note: ReadRun['note'] = null): void {
    const paragraph = this.open.at(-1)
    if (paragraph === undefined) return
    paragraph.runs.push({ text, ...this.look, link: this.link ?? this.linkOfField(), note })
    paragraph.length += text.length
  }

  private linkOfField(): string | null {
    return this.fields.map(({ instruction, result }) => (result ? ADDRESS.exec(instruction)?.[1] : null)).find((url) => url != null) ?? null
  }

  private opened(name: string, of: (attribute: string) => string | null): void {
    const paragraph = this.open.at(-1)
    switch (name) {
      case 'w:p':
        this.count++
        this.begin()
        break
      case 'w:tbl':
        this.tables++
        break
      case 'w:r':
        this.inRun = true
        this.look = PLAIN
        break
      case 'w:t':
        this.inText = true
        break
      case 'w:hyperlink':
        this.link = this.named.links.get(of('r:id') ?? '') ?? null
        break
      case 'w:footnote':
        this.noteId = of('w:id')
        break
      case 'w:footnoteReference':
        this.add(NOTE_CALL, this.named.notes.get(of('w:id') ?? '') ?? [])
        break
      case 'w:fldChar':
        this.field(of('w:fldCharType'))
        break
      case 'w:bookmarkStart':
        this.beginStretch(of('w:name') ?? '', of('w:id') ?? '')
        break
      case 'w:bookmarkEnd':
        this.endStretch(of('w:id') ?? '')
        break
      default:
        if (this.inRun) this.ofRun(name, of)
        else if (paragraph !== undefined) ofParagraph(paragraph, name, of('w:val'))
    }
    if (paragraph !== undefined && (name === 'w:drawing' || name === 'w:pict')) paragraph.drawn = true
  }

  private ofRun(name: string, of: (attribute: string) => string | null): void {
    const role = name === 'w:rStyle' ? this.named.roles.get(of('w:val') ?? '') : undefined
    if (role !== undefined) this.look = { strong: role.strong || this.look.strong, emphasis: role.emphasis || this.look.emphasis }
    if (name === 'w:b') this.look = { ...this.look, strong: isOn(of('w:val')) }
    if (name === 'w:i') this.look = { ...this.look, emphasis: isOn(of('w:val')) }
    const sign = SIGNS[name]
    // A stop of tabs has a place; a break of pages or columns is none of the text.
    if (sign !== undefined && of('w:pos') === null && (of('w:type') ?? 'textWrapping') === 'textWrapping') this.add(sign)
  }

  private field(type: string | null): void {
    const field = this.fields.at(-1)
    if (type === 'begin') this.fields.push({ instruction: '', result: false })
    else if (type === 'separate' && field !== undefined) field.result = true
    else if (type === 'end') this.fields.pop()
  }

  private begin(): void {
    const former = this.joined
    this.joined = null
    this.open.push({
      number: this.count,
      inTable: this.tables > 0,
      runs: former?.runs ?? [],
      length: former?.length ?? 0,
      style: '',
      level: null,
      list: null,
      listLevel: null,
      drawn: former?.drawn ?? false,
      joined: false,
    })
    this.inRun = false
  }

  private close(name: string): void {
    if (name === 'w:t') this.inText = false
    else if (name === 'w:r') this.inRun = false
    else if (name === 'w:hyperlink') this.link = null
    else if (name === 'w:tbl') this.tables--
    else if (name === 'w:footnote') this.noteId = null
    else if (name === 'w:p') this.end()
  }

  private end(): void {
    const paragraph = this.open.pop()
    if (paragraph === undefined) return
    if (paragraph.joined) {
      this.joined = paragraph
      return
    }
    const { number, inTable, drawn, runs } = paragraph
    const place = { page: null, label: null, line: null, paragraph: number }
    this.paragraphs.push({ place, ...this.kindOf(paragraph), inTable, drawn, runs: joinedRuns(runs) })
    this.noteIds.push(this.noteId)
  }

  private kindOf({ style, level, list, listLevel }: Paragraph): Pick<FormattedParagraph, 'kind' | 'level' | 'start'> {
    const role = this.named.roles.get(style)
    const depth = level === null ? (role?.depth ?? null) : level + 1
    if (role?.index === true) return { kind: 'index', level: 0, start: 1 }
    if (depth !== null && depth <= 9) return { kind: 'title', level: depth - 1, start: 1 }
    const at = { list: list ?? role?.list?.list ?? NO_LIST, level: listLevel ?? role?.list?.level ?? 0 }
    const own = at.list === NO_LIST ? null : this.named.listAt(at)
    if (own !== null) return { kind: own.ordered ? 'number' : 'bullet', level: at.level, start: own.start }
    if (role?.item != null && list !== NO_LIST) return { kind: role.item.ordered ? 'number' : 'bullet', level: role.item.level, start: 1 }
    if (role?.continues != null) return { kind: 'continues', level: role.continues, start: 1 }
    return { kind: role?.quote === true ? 'quote' : 'text', level: 0, start: 1 }
  }

  private edge(): ReadEdge {
    return { paragraph: this.paragraphs.length, at: this.open.at(-1)?.length ?? 0 }
  }

  private beginStretch(name: string, id: string): void {
    this.openStretches.set(id, name)
    // LibreOffice writes anew, where a list ends, the beginning of what began before it.
    if (!this.stretches.has(name)) this.stretches.set(name, { name, from: this.edge(), to: this.edge() })
  }

  private endStretch(id: string): void {
    const stretch = this.stretches.get(this.openStretches.get(id) ?? '')
    if (stretch !== undefined) stretch.to = this.edge()
  }
}

/** List 0 takes a paragraph out of the list of its style. */
const NO_LIST = '0'

function ofParagraph(paragraph: Paragraph, name: string, value: string | null): void {
  if (name === 'w:pStyle') paragraph.style = value ?? ''
  if (name === 'w:outlineLvl') paragraph.level = Number(value)
  if (name === 'w:numId') paragraph.list = value
  if (name === 'w:ilvl') paragraph.listLevel = Number(value)
}

/** Neighbours of one look are one run. */
function joinedRuns(runs: readonly ReadRun[]): readonly ReadRun[] {
  return runs.reduce<ReadRun[]>((done, run) => {
    const last = done.at(-1)
    const same = last?.strong === run.strong && last.emphasis === run.emphasis && last.link === run.link
    if (last !== undefined && same && last.note === null && run.note === null)
      done[done.length - 1] = { ...last, text: last.text + run.text }
    else done.push(run)
    return done
  }, [])
}
