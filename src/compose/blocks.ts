/** Markdown with tokens → blocks of the tree. One function a Markdown node; tokens take their place here. */
import type { FootnoteDefinition, Image, PhrasingContent, Root, RootContent, Table } from 'mdast'
import type { Block, HeadingBlock, Inline, PictureBlock, Source, TableBlock } from '../document/index.js'
import { splitFigureNames } from '../markdown/index.js'
import { normalizarNombre, type Prosa } from '../model/index.js'
import type { Cifra, Report } from '../report/index.js'
import { figureOf, scorecardOf } from './frases.js'
import { pictureAt } from './images.js'
import type { Layout } from './layout.js'
import type { Reading } from './reading.js'
import { type Content, plainText, type Tokens, withoutTokenCharacters } from './tokens.js'
import { text } from './typography.js'

/** What turning Markdown into blocks needs to know of the whole document. */
export interface Scope {
  readonly report: Report
  readonly tokens: Tokens
  readonly layout: Layout
  readonly reading: Reading
}

/** How the titles of a section stand: what goes above the first, and whether the contents list them. */
export interface Titles {
  readonly kicker: string | null
  readonly listed: boolean
}

const UNTITLED: Titles = { kicker: null, listed: false }

/** Blocks of a section's text. */
export function blocksOf(markdown: string, scope: Scope, titles: Titles): readonly Block[] {
  const root = scope.reading.markdown(markdown)
  return new Converter(scope, named(root), null, titles).blocks(root.children)
}

/** A line of Markdown as inlines: captions, notes, lines of credits. */
function inlinesOfLine(markdown: string, scope: Scope): readonly Inline[] {
  const root = scope.reading.markdown(markdown)
  const converter = new Converter(scope, named(root), null, UNTITLED)
  return root.children.flatMap((child) => (child.type === 'paragraph' ? converter.inlines(child.children) : []))
}

/** What a text defines for use elsewhere in it. */
interface Named {
  readonly notes: ReadonlyMap<string, FootnoteDefinition>
  readonly links: ReadonlyMap<string, string>
}

function named(root: Root): Named {
  return {
    notes: new Map(root.children.flatMap((n) => (n.type === 'footnoteDefinition' ? [[n.identifier, n] as const] : []))),
    links: new Map(root.children.flatMap((n) => (n.type === 'definition' ? [[n.identifier, n.url] as const] : []))),
  }
}

type Piece = string | Content | PhrasingContent

class Converter {
  /** Whether the section's first title has passed. */
  private titled = false
  /** How often each note was called. */
  private readonly calls = new Map<string, number>()

  constructor(
    private readonly scope: Scope,
    private readonly named: Named,
    private readonly source: Source | null,
    private readonly titles: Titles,
  ) {}

  blocks(nodes: readonly RootContent[]): readonly Block[] {
    return mergeDefinitions(nodes.flatMap((node) => this.block(node)))
  }

  /** A block of Markdown. What the report has no block for is printed as the words it holds: nothing that was written is lost. */
  private block(node: RootContent): readonly Block[] {
    switch (node.type) {
      case 'paragraph':
        return this.paragraph(node.children)
      case 'heading':
        return [this.heading(node.depth, this.inlines(node.children))]
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered === true,
            start: node.start ?? 1,
            items: node.children.map((item) => this.blocks(item.children)),
          },
        ]
      case 'blockquote':
        return [{ type: 'quote', children: this.blocks(node.children) }]
      case 'table':
        return [this.table(node)]
      case 'html':
      case 'code':
        return this.paragraph([{ type: 'text', value: node.value }])
      default:
        return []
    }
  }

  /** A table typed in Markdown: neither numbered nor computed. */
  private table(node: Table): TableBlock {
    const [head, ...body] = node.children.map((row) => row.children.map((cell) => this.inlines(cell.children)))
    return {
      type: 'table',
      id: this.scope.layout.headingId([{ type: 'text', value: 'tabla' }]),
      caption: null,
      columns: (head ?? []).map((title, i) => ({
        title,
        align: node.align?.[i] ?? 'left',
        weight: weightOf([title, ...body.map((cells) => cells[i] ?? [])]),
      })),
      rows: body.map((cells) => ({ kind: 'body', cells })),
      notes: [],
    }
  }

  private heading(depth: number, children: readonly Inline[]): HeadingBlock {
    const kicker = depth === 1 && !this.titled ? this.titles.kicker : null
    if (depth === 1) this.titled = true
    const level = depth === 1 ? 1 : depth === 2 ? 2 : depth === 3 ? 3 : 4
    return {
      type: 'heading',
      id: this.scope.layout.headingId(children),
      depth: level,
      children,
      kicker,
      listed: this.titles.listed && level <= 2,
    }
  }

  /** A paragraph, cut where a token stands for blocks. Prose joins the words before and after it in one paragraph. */
  private paragraph(nodes: readonly PhrasingContent[]): readonly Block[] {
    const [first] = nodes
    if (nodes.length === 1 && first?.type === 'image') return [this.picture(first)]
    const pieces = nodes.flatMap((node): readonly Piece[] => (node.type === 'text' ? this.scope.tokens.split(node.value) : [node]))
    const blocks: Block[] = []
    let open: Inline[] = []
    const close = () => {
      const children = trim(open)
      if (children.length > 0) blocks.push({ type: 'paragraph', role: 'normal', children })
      open = []
    }
    for (const piece of pieces) {
      const content = typeof piece === 'string' || !('kind' in piece) ? null : piece
      if (content?.kind === 'prose') {
        const prose = proseBlocks(content.prosa, this.scope)
        prose.forEach((block, i) => {
          if (block.type === 'paragraph') {
            if (i > 0) close()
            open.push(...block.children)
          } else {
            close()
            blocks.push(block)
          }
        })
      } else if (content !== null && content.kind !== 'inlines' && content.kind !== 'reference') {
        close()
        blocks.push(...this.placed(content))
      } else {
        open.push(...(typeof piece === 'string' ? this.typed(piece) : this.inline(piece)))
      }
    }
    close()
    return blocks
  }

  /** A picture that stands alone: its words in quotes are its caption. */
  private picture({ url, alt, title }: Image): PictureBlock {
    const caption = inlinesOfLine(title ?? '', this.scope)
    return {
      type: 'picture',
      id: this.scope.layout.headingId([{ type: 'text', value: `imagen ${url}` }]),
      image: pictureAt(url),
      alt: this.scope.tokens.plain(alt ?? ''),
      caption,
    }
  }

  private placed(content: Content): readonly Block[] {
    switch (content.kind) {
      case 'placed':
        return this.scope.layout.place(content, (line) => inlinesOfLine(line, this.scope))
      case 'index':
        return [{ type: 'index', of: content.of, entries: [] }]
      case 'scorecard':
        return [scorecardOf(content.ficha)]
      case 'definition': {
        const details = content.body
          .split('\n')
          .map((line) => inlinesOfLine(line.trim(), this.scope))
          .filter((line) => line.length > 0)
        return [{ type: 'definitions', items: [{ term: plainText(text(content.term)), details }] }]
      }
      default:
        return []
    }
  }

  inlines(nodes: readonly PhrasingContent[]): readonly Inline[] {
    return nodes.flatMap((node) => (node.type === 'text' ? this.words(node.value) : this.inline(node)))
  }

  private words(value: string): readonly Inline[] {
    return this.scope.tokens.split(value).flatMap((piece) => (typeof piece === 'string' ? this.typed(piece) : this.inline(piece)))
  }

  /** Words as typed; in prose of the workbook, names of figures in brackets become the figures. */
  private typed(value: string): readonly Inline[] {
    const { source } = this
    if (source === null) return text(value)
    return splitFigureNames(value).flatMap((piece) => {
      const cifra = piece.type === 'name' ? this.figureNamed(piece.value) : null
      return cifra === null ? text(piece.value, source) : figureOf(cifra, source)
    })
  }

  private figureNamed(name: string): Cifra | null {
    return this.scope.report.cifras.get(normalizarNombre(name)) ?? null
  }

  private inline(node: PhrasingContent | Content): readonly Inline[] {
    if ('kind' in node) return this.standing(node)
    switch (node.type) {
      case 'text':
      case 'inlineCode':
      case 'html':
        return this.words(node.value)
      case 'strong':
        return wrap('strong', this.inlines(node.children))
      case 'emphasis':
        return wrap('emphasis', this.inlines(node.children))
      case 'delete':
        return this.inlines(node.children)
      case 'link':
        return this.link(node.url, node.children)
      case 'linkReference':
        return this.link(this.named.links.get(node.identifier) ?? '', node.children)
      case 'image':
      case 'imageReference':
        return this.words(node.alt ?? '')
      case 'break':
        return [{ type: 'break' }]
      case 'footnoteReference': {
        const note = this.noteCalled(node.identifier)
        if (note === undefined) return this.words(`[^${node.label ?? node.identifier}]`)
        const number = this.scope.layout.nextFootnote()
        // Within a note, the call of a note is its words: notes that call each other would never end, and Word has none.
        const inside = new Converter(this.scope, { ...this.named, notes: new Map() }, this.source, this.titles)
        return [{ type: 'footnote', number, children: paragraphsOf(inside.blocks(note.children)) }]
      }
    }
  }

  /** The note of a call, as often as a text may call the same one. */
  private noteCalled(identifier: string): FootnoteDefinition | undefined {
    const calls = (this.calls.get(identifier) ?? 0) + 1
    this.calls.set(identifier, calls)
    return calls > MOST_CALLS ? undefined : this.named.notes.get(identifier)
  }

  /** What a token stands for within a line. Prose gives its words, one paragraph after the other. */
  private standing(content: Content): readonly Inline[] {
    switch (content.kind) {
      case 'inlines':
        return content.inlines
      case 'reference':
        return [{ type: 'reference', target: content.id, label: this.scope.layout.label(content.id) }]
      case 'prose':
        return paragraphsOf(proseBlocks(content.prosa, this.scope)).flatMap((line, i) => [...(i === 0 ? [] : text(' ')), ...line])
      default:
        return []
    }
  }

  private link(url: string, children: readonly PhrasingContent[]): readonly Inline[] {
    const shown = this.inlines(children)
    return ALLOWED_ADDRESS.test(url) ? [{ type: 'link', url: this.scope.tokens.plain(url), children: shown }] : shown
  }
}

/** A note is printed at each of its calls: one of a page, called a thousand times, would be a thousand pages. */
const MOST_CALLS = 20

/** Addresses that a link may lead to. Source: contract, «Markdown columns». */
const ALLOWED_ADDRESS = /^(https?:\/\/|mailto:)\S/i

/** The lines of blocks, for where only lines can stand: a list gives its items, one after the other. */
function paragraphsOf(blocks: readonly Block[]): readonly (readonly Inline[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph' || block.type === 'heading') return [block.children]
    if (block.type === 'list') return block.items.flatMap(paragraphsOf)
    return block.type === 'quote' ? paragraphsOf(block.children) : []
  })
}

/** Typed prose as blocks whose words know their sheet, key, column and cell. */
function proseBlocks(prosa: Prosa, scope: Scope): readonly Block[] {
  const source: Source = { sheet: prosa.hoja, key: prosa.clave, column: prosa.columna, cell: prosa.celda }
  // What looks like a token in a workbook is not ours.
  const clean = withoutTokenCharacters(prosa.texto)
  const root = scope.reading.prose(clean === prosa.texto ? prosa : { texto: clean })
  return new Converter(scope, named(root), source, UNTITLED).blocks(root.children)
}

function wrap(type: 'strong' | 'emphasis', children: readonly Inline[]): readonly Inline[] {
  return children.length === 0 ? [] : [{ type, children }]
}

/** Without spaces or breaks at its ends. */
function trim(inlines: readonly Inline[]): readonly Inline[] {
  let list = [...inlines]
  for (let first = list[0]; first !== undefined && blank(first); first = list[0]) list = list.slice(1)
  for (let last = list.at(-1); last !== undefined && blank(last); last = list.at(-1)) list = list.slice(0, -1)
  const first = list[0]
  if (first?.type === 'text') list[0] = { ...first, value: first.value.trimStart() }
  const last = list.at(-1)
  if (last?.type === 'text') list[list.length - 1] = { ...last, value: last.value.trimEnd() }
  return list
}

function blank(node: Inline): boolean {
  return node.type === 'break' || (node.type === 'text' && node.value.trim() === '')
}

/** Letters of a short word and of a sentence that already wraps: a column never weighs less than the one nor more than the other. */
const COLUMN_LETTERS = { least: 9, most: 40 }

/** How wide a column of a typed table asks to be, by the longest of its cells. */
function weightOf(cells: readonly (readonly Inline[])[]): number {
  const longest = Math.max(...cells.map((cell) => plainText(cell).length))
  return Math.min(COLUMN_LETTERS.most, Math.max(COLUMN_LETTERS.least, longest))
}

/** Neighbouring groups of definitions are one block. */
function mergeDefinitions(blocks: readonly Block[]): readonly Block[] {
  return blocks.reduce<Block[]>((merged, block) => {
    const last = merged.at(-1)
    if (block.type === 'definitions' && last?.type === 'definitions') {
      merged[merged.length - 1] = { ...last, items: [...last.items, ...block.items] }
    } else merged.push(block)
    return merged
  }, [])
}
