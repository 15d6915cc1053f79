/** A body as sections, blocks, rows and cells, each with a key by which it is the same as another. */
import { element, elements, everything, valOf, type XmlNode } from '../xml/index.js'
import { along, without } from './node.js'
import { type Inline, inlineOf, lookOf, wordsOf } from './pieces.js'

export interface Paragraph {
  readonly type: 'paragraph'
  readonly key: string
  /** Without the end of its section, which the section keeps. */
  readonly node: XmlNode
  readonly style: string
  readonly inline: Inline
  readonly words: readonly string[]
}

export interface Cell {
  readonly key: string
  readonly node: XmlNode
  readonly blocks: readonly Block[]
}

export interface Row {
  readonly key: string
  readonly node: XmlNode
  readonly cells: readonly Cell[]
  readonly words: readonly string[]
}

export interface Table {
  readonly type: 'table'
  readonly key: string
  readonly node: XmlNode
  /** Columns of its grid. */
  readonly columns: number
  readonly rows: readonly Row[]
  readonly words: readonly string[]
}

/** What is neither, such as a bookmark between paragraphs. */
export interface Other {
  readonly type: 'other'
  readonly key: string
  readonly node: XmlNode
  readonly words: readonly string[]
}

export type Block = Paragraph | Table | Other

export interface Section {
  readonly blocks: readonly Block[]
  /** Page, header and footer. Null only where the body says none. */
  readonly page: XmlNode | null
}

/** What the blocks of a document are read with. */
export interface Reading {
  /** A picture by what it shows. */
  readonly print: (node: XmlNode) => string
  /** A note by what it says. */
  readonly note: (id: string) => string
}

/** The sections of a body. The last one is that of the body itself. */
export function sectionsOf(body: XmlNode, reading: Reading): readonly Section[] {
  const sections: Section[] = []
  let blocks: Block[] = []
  for (const node of elements(body)) {
    if (node.name === 'w:sectPr') continue
    const page = along(node, 'w:pPr', 'w:sectPr')
    blocks.push(...blocksOf([node], reading))
    if (node.name !== 'w:p' || page === undefined) continue
    sections.push({ blocks, page })
    blocks = []
  }
  return [...sections, { blocks, page: element(body, 'w:sectPr') ?? null }]
}

/** Blocks of a body, of a cell or of a note. */
export function blocksOf(nodes: readonly XmlNode[], reading: Reading): readonly Block[] {
  return nodes.flatMap((node): readonly Block[] => {
    if (node.name === 'w:p') return [paragraphOf(node, reading)]
    if (node.name === 'w:tbl') return [tableOf(node, reading)]
    if (node.name === 'w:sdt') return blocksOf(elements(element(node, 'w:sdtContent') ?? node), reading)
    return node.name === 'w:tcPr' || node.name === 'w:sdtPr' ? [] : [{ type: 'other', key: node.name, node, words: [] }]
  })
}

function paragraphOf(source: XmlNode, reading: Reading): Paragraph {
  const node = withoutSection(source)
  const inline = inlineOf(node, reading.print)
  const properties = element(node, 'w:pPr')
  const style = valOf(properties, 'w:pStyle') ?? ''
  const said = inline.pieces.flatMap((piece) => {
    if (piece.type === 'bookmark') return []
    return [`${piece.type === 'note' ? reading.note(piece.id) : piece.key}\u{1}${lookOf(piece)}`]
  })
  const level = valOf(element(properties, 'w:numPr'), 'w:ilvl') ?? ''
  return { type: 'paragraph', key: ['p', style, level, ...said].join('\u{2}'), node, style, inline, words: wordsOf(inline.pieces) }
}

function withoutSection(paragraph: XmlNode): XmlNode {
  if (along(paragraph, 'w:pPr', 'w:sectPr') === undefined) return paragraph
  const children = paragraph.children.map((child) =>
    typeof child !== 'string' && child.name === 'w:pPr' ? without(child, 'w:sectPr') : child,
  )
  return { ...paragraph, children }
}

function tableOf(node: XmlNode, reading: Reading): Table {
  const rows = elements(node, 'w:tr').map((row): Row => {
    const cells = elements(row, 'w:tc').map((cell): Cell => {
      const blocks = blocksOf(elements(cell), reading)
      return { key: blocks.map(({ key }) => key).join('\u{3}'), node: cell, blocks }
    })
    const words = cells.flatMap(({ blocks }) => blocks.flatMap((block) => block.words))
    return { key: cells.map(({ key }) => key).join('\u{4}'), node: row, cells, words }
  })
  const columns = elements(element(node, 'w:tblGrid') ?? node, 'w:gridCol').length
  const key = `t\u{5}${columns}\u{5}${rows.map((row) => row.key).join('\u{5}')}`
  return { type: 'table', key, node, columns, rows, words: rows.flatMap(({ words }) => words) }
}

/** Every paragraph of some blocks, those of cells too, in order. */
export function paragraphsOf(blocks: readonly Block[]): readonly Paragraph[] {
  return blocks.flatMap((block): readonly Paragraph[] => {
    if (block.type === 'paragraph') return [block]
    if (block.type === 'other') return []
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => paragraphsOf(cell.blocks)))
  })
}

/** Whether anything within is a change that somebody has yet to accept or reject. */
export const hasChanges = (node: XmlNode): boolean =>
  everything(node).some(({ name }) => /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|[a-z]+PrChange)$/iu.test(name))
