/** Pages whose file says what each run is: a heading, a cell, a line of an index. */
import type { Piece } from '../assemble.js'
import type { Place, ReadCell } from '../leido.js'
import { withoutBullet } from '../patterns.js'
import { tidy } from '../text.js'
import { type Item, textOf } from './items.js'
import type { Page, StructNode } from './page.js'

/** Share of a page's runs that its structure must hold, for the structure to be worth following. */
const MIN_HELD = 0.9

/** Whether the structure of a page holds its text. */
export function isTagged({ items, marked, structure }: Page): boolean {
  if (structure === null) return false
  const held = itemsUnder(structure, marked).length
  return held >= MIN_HELD * items.length
}

export function piecesOfTagged(page: Page): readonly Piece[] {
  return page.structure === null ? [] : piecesUnder(page.structure, { page, bullet: false })
}

interface Scope {
  readonly page: Page
  readonly bullet: boolean
}

type Take = (node: StructNode, scope: Scope) => readonly Piece[]

const TITLE: Take = (node, scope) => {
  const text = wordsOf(node, scope)
  const depth = Number(/\d/u.exec(node.role ?? '')?.[0] ?? 1)
  return text === '' ? [] : [{ type: 'heading', depth, text, place: placeOf(scope.page) }]
}

const NOTE: Take = (node, scope) => {
  const text = wordsOf(node, scope)
  return text === '' ? [] : [{ type: 'note', text, place: placeOf(scope.page) }]
}

const NOTHING: Take = () => []

/** By role. Any other one is looked into; runs that stand directly in it are a paragraph. */
const ROLES: Readonly<Record<string, Take>> = {
  H: TITLE,
  H1: TITLE,
  H2: TITLE,
  H3: TITLE,
  H4: TITLE,
  H5: TITLE,
  H6: TITLE,
  Title: TITLE,
  P: paragraph,
  Caption: paragraph,
  LBody: listItem,
  Lbl: NOTHING,
  TOCI: entry,
  Table: table,
  Note: NOTE,
  FENote: NOTE,
  Figure: NOTHING,
  Artifact: NOTHING,
}

const INLINE = new Set(['Span', 'Link', 'Reference', 'Quote', 'Em', 'Strong', 'Annot', 'Sub', 'NonStruct'])

function piecesUnder(node: StructNode, scope: Scope): readonly Piece[] {
  const pieces: Piece[] = []
  let loose: StructNode[] = []
  const close = () => {
    if (loose.length > 0) pieces.push(...paragraph({ children: loose }, scope))
    loose = []
  }
  for (const child of node.children ?? []) {
    if (child.role === undefined || INLINE.has(child.role)) loose.push(child)
    else {
      close()
      pieces.push(...(ROLES[child.role] ?? piecesUnder)(child, scope))
    }
  }
  close()
  return pieces
}

const hasBlocks = (node: StructNode): boolean =>
  (node.children ?? []).some((child) => child.role !== undefined && (!INLINE.has(child.role) || hasBlocks(child)))

function paragraph(node: StructNode, scope: Scope): readonly Piece[] {
  if (hasBlocks(node)) return piecesUnder(node, scope)
  const { bullet, text } = withoutBullet(wordsOf(node, scope))
  return text === '' ? [] : [{ type: 'paragraph', bullet: bullet || scope.bullet, text, place: placeOf(scope.page) }]
}

function listItem(node: StructNode, scope: Scope): readonly Piece[] {
  const [first, ...others] = piecesUnder(node, { ...scope, bullet: true })
  return first === undefined
    ? []
    : [first, ...others.map((piece): Piece => (piece.type === 'paragraph' ? { ...piece, bullet: false } : piece))]
}

const ENTRY = /^(.*\S)\s+[.… ]*(\d{1,4}|[ivxlc]{1,7})$/u

function entry(node: StructNode, scope: Scope): readonly Piece[] {
  const nested = (node.children ?? []).filter((child) => child.role === 'TOC')
  const own = wordsOf({ children: (node.children ?? []).filter((child) => child.role !== 'TOC') }, scope)
  const [, words, page] = ENTRY.exec(own) ?? []
  const pieces = nested.flatMap((child) => piecesUnder(child, scope))
  if (words === undefined || page === undefined) return [...paragraph({ children: node.children ?? [] }, scope)]
  return [{ type: 'entry', words: words.replace(/[.… ]+$/u, ''), page, place: placeOf(scope.page) }, ...pieces]
}

function table(node: StructNode, scope: Scope): readonly Piece[] {
  const captions = [...under(node, 'Caption')].flatMap((caption) => paragraph(caption, scope))
  // The structure of a table that goes on over several pages is whole on each; only the rows with text on this one are its own.
  const own = [...under(node, 'TR')].filter((row) => itemsUnder(row, scope.page.marked).length > 0)
  const rows = own.map((row) => ({ heads: isHeader(row), cells: cellsOf(row, scope) }))
  const header = rows[0]?.heads === true ? rows[0].cells : []
  const body = rows.slice(header.length > 0 ? 1 : 0).map(({ cells }) => cells)
  return own.length === 0 ? captions : [...captions, { type: 'table', header, rows: body, place: placeOf(scope.page) }]
}

const isHeader = (row: StructNode) => {
  const cells = (row.children ?? []).filter(({ role }) => role === 'TH' || role === 'TD')
  return cells.length > 0 && cells.every(({ role }) => role === 'TH')
}

function cellsOf(row: StructNode, scope: Scope): readonly ReadCell[] {
  return (row.children ?? [])
    .filter(({ role }) => role === 'TH' || role === 'TD')
    .map((cell) => ({ text: wordsOf(cell, scope), place: placeOf(scope.page) }))
}

/** Elements of a role, those inside one of them left out. */
function* under(node: StructNode, role: string): Generator<StructNode> {
  for (const child of node.children ?? []) {
    if (child.role === role) yield child
    else yield* under(child, role)
  }
}

function wordsOf(node: StructNode, { page }: Scope): string {
  return tidy(textOf(itemsUnder(node, page.marked)))
}

function itemsUnder(node: StructNode, marked: Page['marked']): readonly Item[] {
  if (node.type === 'content') return marked.get(node.id ?? '') ?? []
  return (node.children ?? []).flatMap((child) => itemsUnder(child, marked))
}

function placeOf({ number, label }: Page): Place {
  return { page: number, label, line: null, paragraph: null }
}
