/** A paragraph as a run of pieces that can be compared: words, spaces, signs, whole fields, pictures, notes, bookmarks. */
import { element, elements, writeXml, type XmlNode } from '../xml/index.js'
import { markKind } from './guest.js'
import { holding, make, textIn } from './node.js'

/** One thing within a run, and the run's look. */
export interface Unit {
  readonly child: XmlNode
  readonly look: XmlNode | null
  /** Number of the run in its paragraph: what was one run is written as one again. */
  readonly run: number
}

interface Common {
  /** By this it is the same as another. */
  readonly key: string
  /** The link that it stands in. */
  readonly link: XmlNode | null
}

export type Piece = Common &
  (
    | { readonly type: 'text'; readonly word: boolean; readonly units: readonly Unit[] }
    | { readonly type: 'object'; readonly units: readonly Unit[] }
    | { readonly type: 'note'; readonly id: string; readonly units: readonly Unit[] }
    | { readonly type: 'bookmark'; readonly name: string; readonly node: XmlNode }
  )

/** What a paragraph holds. */
export interface Inline {
  readonly pieces: readonly Piece[]
  /** The runs that begin a field which ends in another paragraph, as the indices do. */
  readonly opening: readonly Unit[]
  /** The run that ends it. */
  readonly closing: readonly Unit[]
}

// A number with its points and commas is one word, and so is «2020–2029».
const TEXT = /[\p{L}\p{N}\p{M}]+(?:[.,’'–/-][\p{L}\p{N}\p{M}]+)*|./gsu
const WORD = /^[\p{L}\p{N}]/u

/** Unwrapped: what these hold is read as if they were not there. */
const WRAPPERS = ['w:ins', 'w:smartTag', 'w:sdt', 'w:sdtContent', 'w:fldSimple']

type Item = { readonly unit: Unit; readonly link: XmlNode | null } | { readonly bookmark: XmlNode; readonly link: XmlNode | null }

/** `print` gives a picture by what it shows, whatever its ids are. */
export function inlineOf(paragraph: XmlNode, print: (node: XmlNode) => string): Inline {
  const items = itemsOf(paragraph)
  const { opening, closing } = openFields(items)
  const loose = new Set([...opening, ...closing])
  const names = new Map(
    items.flatMap((item) =>
      'bookmark' in item && item.bookmark.name === 'w:bookmarkStart'
        ? [[item.bookmark.attributes.get('w:id') ?? '', item.bookmark.attributes.get('w:name') ?? '']]
        : [],
    ),
  )
  const pieces: Piece[] = []
  let field: Unit[] = []
  let depth = 0
  for (const item of items) {
    const { link } = item
    if ('bookmark' in item) {
      // One within the marks of a field would part it; it goes before.
      const name = names.get(item.bookmark.attributes.get('w:id') ?? '') ?? ''
      pieces.push({ type: 'bookmark', key: `${item.bookmark.name} ${markKind(name)}`, name, node: item.bookmark, link })
      continue
    }
    const { unit } = item
    if (loose.has(unit)) continue
    depth += { begin: 1, end: -1 }[fieldMark(unit)] ?? 0
    if (depth > 0 || field.length > 0) field = [...field, unit]
    else pieces.push(...piecesOf(unit, link, print))
    if (depth === 0 && field.length > 0) {
      pieces.push({ type: 'object', key: `field ${saidBy(field)}`, units: field, link })
      field = []
    }
  }
  return { pieces, opening, closing }
}

/** The things of a paragraph in order, links opened. */
function itemsOf(paragraph: XmlNode): readonly Item[] {
  let run = 0
  const within = (node: XmlNode, link: XmlNode | null): readonly Item[] =>
    elements(node).flatMap((child): readonly Item[] => {
      if (child.name === 'w:hyperlink') return within(child, holding(child, []))
      if (WRAPPERS.includes(child.name)) return within(child, link)
      if (child.name === 'w:bookmarkStart' || child.name === 'w:bookmarkEnd') return [{ bookmark: child, link }]
      if (child.name !== 'w:r') return []
      run += 1
      const look = element(child, 'w:rPr') ?? null
      return elements(child)
        .filter(({ name }) => name !== 'w:rPr')
        .map((part) => ({ unit: { child: part, look, run }, link }))
    })
  return within(paragraph, null)
}

const fieldMark = ({ child }: Unit): string => (child.name === 'w:fldChar' ? (child.attributes.get('w:fldCharType') ?? '') : '')

/**
 * The marks of fields that begin here and end elsewhere, up to where their result begins, and those that end here. An index is one of
 * them even where it has a single line, for its lines are links that are compared by their words.
 */
function openFields(items: readonly Item[]): Pick<Inline, 'opening' | 'closing'> {
  const open: Unit[][] = []
  const opening: Unit[] = []
  const closing: Unit[] = []
  for (const item of items) {
    if (!('unit' in item)) continue
    const mark = fieldMark(item.unit)
    if (mark === 'begin') open.push([item.unit])
    else if (mark === 'separate' || item.unit.child.name === 'w:instrText') open.at(-1)?.push(item.unit)
    else if (mark === 'end') {
      const field = open.pop()
      if (field === undefined || isIndex(field)) closing.push(item.unit)
      if (field !== undefined && isIndex(field)) opening.push(...field)
    }
  }
  return { opening: [...open.flat(), ...opening], closing }
}

const isIndex = (field: readonly Unit[]) => field.some(({ child }) => child.name === 'w:instrText' && /^\s*TOC\b/u.test(textIn(child)))

/** Kind and result of a field: `REF Tabla 10`. What it leads to is not what it says. */
function saidBy(field: readonly Unit[]): string {
  const text = (name: string) => field.flatMap(({ child }) => (child.name === name ? textIn(child) : [])).join('')
  return `${text('w:instrText').trim().split(' ')[0]} ${text('w:t')}`
}

function piecesOf(unit: Unit, link: XmlNode | null, print: (node: XmlNode) => string): readonly Piece[] {
  const { child } = unit
  if (child.name === 'w:t') {
    return [...textIn(child).matchAll(TEXT)].map(([text]) => ({
      type: 'text',
      key: text,
      word: WORD.test(text),
      units: [{ ...unit, child: make('w:t', { 'xml:space': 'preserve' }, [text]) }],
      link,
    }))
  }
  if (child.name === 'w:footnoteReference') {
    return [{ type: 'note', key: 'note', id: child.attributes.get('w:id') ?? '', units: [unit], link }]
  }
  return [{ type: 'object', key: print(child), units: [unit], link }]
}

// What a person changes by hand. Other programs say the rest again, run by run, when they save a document of named styles.
const SEEN = ['w:rStyle', 'w:b', 'w:i', 'w:u', 'w:strike', 'w:vertAlign']

/** How a piece looks, as far as it is compared: its named style and what is put over it by hand; empty where it has neither. */
export function lookOf(piece: Piece): string {
  if (piece.type === 'bookmark') return ''
  const look = piece.units[0]?.look ?? null
  return (look === null ? [] : elements(look))
    .filter(({ name }) => SEEN.includes(name))
    .map(writeXml)
    .join('')
}

/** What a piece says to whoever reads: nothing where it is no text. */
export function wordsOf(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => {
    if (piece.type === 'text') return piece.word ? [piece.key] : []
    return piece.type === 'object' && piece.key.startsWith('field ') ? piece.key.split(/\s/u).slice(2) : []
  })
}
