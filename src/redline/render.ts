/** What was matched, as the body of one document that holds both. Marks have no number, author or date yet. */
import { element, elements, valOf, type XmlNode } from '../xml/index.js'
import type { Block, Cell, Paragraph, Row, Table } from './blocks.js'
import type { CellMatch, Match, PieceMatch, RowMatch, SectionMatch } from './match.js'
import { holding, make, replacing, without } from './node.js'
import type { Piece, Unit } from './pieces.js'
import { contentOf, plainRuns } from './runs.js'
import { type Ends, indexEnds } from './spanning.js'

/** Of a paragraph's end, or of a row: it came, it is gone, or it is in both. */
type Mark = 'ins' | 'del' | null

const TAG = { in: 'ins', out: 'del' } as const

/** The children of the body: the sections of both, and the page of the last one. */
export function bodyOf(sections: readonly SectionMatch[]): readonly XmlNode[] {
  return sections.flatMap((match, at): readonly XmlNode[] => {
    const last = at === sections.length - 1
    const { page } = match.type === 'both' ? match.next : match.section
    const matches: readonly Match[] =
      match.type === 'both' ? match.blocks : match.section.blocks.map((block) => ({ type: match.type as 'in' | 'out', block }))
    const nodes = containerOf(matches, { keepsEnd: match.type === 'both', page: last ? null : page })
    return last && page !== null ? [...nodes, page] : nodes
  })
}

/** Blocks of a note that came or is gone. Its last paragraph ends with the note. */
export const wholeNote = (blocks: readonly Block[], type: 'in' | 'out'): readonly XmlNode[] =>
  containerOf(
    blocks.map((block) => ({ type, block })),
    { keepsEnd: true, page: null },
  )

interface Container {
  /** Whether it is in both documents, so that its last paragraph ends in both. */
  readonly keepsEnd: boolean
  /** Page that its last paragraph ends; null for none. */
  readonly page: XmlNode | null
}

/** The blocks of a section, of a cell or of a note. */
export function containerOf(matches: readonly Match[], { keepsEnd, page }: Container): readonly XmlNode[] {
  const marks = keepsEnd ? marksOf(matches) : matches.map(ownMark)
  const ends = indexEnds(matches)
  return matches.map((match, at) => {
    const last = at === matches.length - 1
    const tail = last && marks[at] !== ownMark(match) ? lastOfBoth(matches) : null
    return blockOf(match, { mark: marks[at] ?? null, page: last ? page : null, ends: ends.get(at) ?? null, tail })
  })
}

const ownMark = (match: Match): Mark => (match.type === 'in' || match.type === 'out' ? TAG[match.type] : null)

/**
 * Marks of the ends of the blocks. Where paragraphs were added after the last one of both, it is the end of that one which came: the
 * end of a cell, or of a section, can neither come nor go.
 */
function marksOf(matches: readonly Match[]): readonly Mark[] {
  const own = matches.map(ownMark)
  const shared = lastShared(matches)
  const tail = own.at(-1) ?? null
  if (tail === null) return own
  return own.map((mark, at) => (at === own.length - 1 ? null : at === shared ? tail : mark))
}

/** Place of the last block of both, where it and what follows it are paragraphs; -1 where there is none. */
function lastShared(matches: readonly Match[]): number {
  const at = matches.findLastIndex((match) => ownMark(match) === null)
  return blockTypes(matches.slice(at)).every((type) => type === 'paragraph') ? at : -1
}

const blockTypes = (matches: readonly Match[]) => matches.map((match) => ('block' in match ? match.block.type : match.next.type))

interface Tail {
  readonly former: Paragraph
  readonly next: Paragraph
}

function lastOfBoth(matches: readonly Match[]): Tail | null {
  const match = matches[lastShared(matches)]
  return match !== undefined && 'next' in match ? { former: match.former as Paragraph, next: match.next as Paragraph } : null
}

interface Setting {
  readonly mark: Mark
  readonly page: XmlNode | null
  /** Marks of an index that begins or ends here. */
  readonly ends: Ends | null
  /** Of the last paragraph, where it ends what another began: that other one. */
  readonly tail: Tail | null
}

function blockOf(match: Match, setting: Setting): XmlNode {
  if (match.type === 'table') return tableOf(match)
  if (match.type === 'paragraph') return paragraphOf(match.former, match.next, match.pieces, setting)
  if (match.type === 'same') {
    if (match.next.type !== 'paragraph') return match.next.node
    const { opening, closing } = match.next.inline
    const untouched = setting.mark === null && setting.page === null && setting.ends === null && opening.length + closing.length === 0
    return untouched ? match.next.node : paragraphOf(match.former as Paragraph, match.next, match.next.inline.pieces.map(both), setting)
  }
  const { block, type } = match
  if (block.type === 'table') return wholeTable(block, type)
  if (block.type === 'other') return block.node
  const pieces = block.inline.pieces.map(type === 'in' ? came : gone)
  const { tail } = setting
  if (tail === null) return paragraphOf(block, block, pieces, setting)
  return type === 'in' ? paragraphOf(tail.former, block, pieces, setting) : paragraphOf(block, tail.next, pieces, setting)
}

const both = (piece: Piece): PieceMatch => ({ former: piece, next: piece })
const came = (next: Piece): PieceMatch => ({ former: null, next })
const gone = (former: Piece): PieceMatch => ({ former, next: null })

function paragraphOf(former: Paragraph, next: Paragraph, pieces: readonly PieceMatch[], { mark, page, ends }: Setting): XmlNode {
  const properties = propertiesOf(former, next, mark, page)
  const runs = (units: readonly Unit[] | undefined) => (units === undefined ? [] : plainRuns(units))
  const content = [...runs(ends?.opening), ...contentOf(pieces), ...runs(ends?.closing)]
  return make('w:p', {}, properties === null ? content : [properties, ...content])
}

function propertiesOf(former: Paragraph, next: Paragraph, mark: Mark, page: XmlNode | null): XmlNode | null {
  const own = element(next.node, 'w:pPr')
  const was = element(former.node, 'w:pPr')
  const restyled = former.style !== next.style || levelOf(was) !== levelOf(own)
  if (own === undefined && mark === null && page === null && !restyled) return null
  const end = element(own, 'w:rPr')
  const marked = mark === null ? end : make('w:rPr', {}, [make(`w:${mark}`), ...(end?.children ?? [])])
  const change = make('w:pPrChange', {}, [make('w:pPr', {}, was === undefined ? [] : without(was, 'w:rPr').children)])
  return make('w:pPr', {}, [
    ...(own === undefined ? [] : without(own, 'w:rPr').children),
    ...(marked === undefined ? [] : [marked]),
    ...(page === null ? [] : [page]),
    ...(restyled ? [change] : []),
  ])
}

const levelOf = (properties: XmlNode | undefined) => valOf(element(properties, 'w:numPr'), 'w:ilvl')

function tableOf({ next, rows }: Extract<Match, { type: 'table' }>): XmlNode {
  return holding(next.node, [...aroundRows(next), ...rows.map(rowOf)])
}

const aroundRows = ({ node }: Table) => without(node, 'w:tr').children

function rowOf(match: RowMatch): XmlNode {
  if (match.type === 'same') return match.next.node
  if (match.type === 'changed') return withCells(match.next.node, match.cells.map(cellOf))
  return wholeRow(match.row, match.type)
}

const withCells = (row: XmlNode, cells: readonly XmlNode[]) => holding(row, [...without(row, 'w:tc').children, ...cells])

const cellOf = ({ next, blocks }: CellMatch): XmlNode => cellWith(next, containerOf(blocks, { keepsEnd: true, page: null }))

const cellWith = ({ node }: Cell, blocks: readonly XmlNode[]) => holding(node, [...elements(node, 'w:tcPr'), ...blocks])

const wholeTable = (table: Table, type: 'in' | 'out'): XmlNode =>
  holding(table.node, [...aroundRows(table), ...table.rows.map((row) => wholeRow(row, type))])

/** A row that came or is gone, with all that it holds. */
function wholeRow({ node, cells }: Row, type: 'in' | 'out'): XmlNode {
  const properties = element(node, 'w:trPr') ?? make('w:trPr')
  const marked = holding(properties, [...properties.children, make(`w:${TAG[type]}`)])
  const inside = cells.map((cell) =>
    cellWith(
      cell,
      containerOf(
        cell.blocks.map((block) => ({ type, block })),
        { keepsEnd: false, page: null },
      ),
    ),
  )
  const row = element(node, 'w:trPr') === undefined ? holding(node, [marked, ...node.children]) : replacing(node, marked)
  return withCells(row, inside)
}
