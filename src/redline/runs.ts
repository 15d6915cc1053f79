/** Pieces of a paragraph as runs again, within the marks of what came and what is gone. */
import { elements, writeXml, type XmlNode } from '../xml/index.js'
import type { PieceMatch } from './match.js'
import { holding, make, textIn } from './node.js'
import { lookOf, type Piece, type Unit } from './pieces.js'

type Status = 'same' | 'ins' | 'del'

/** A unit with what became of it, or a bookmark, which no mark can hold. */
type Item = { readonly link: XmlNode | null } & (
  | { readonly bookmark: XmlNode }
  | { readonly unit: Unit; readonly status: Status; readonly was: XmlNode | null | undefined }
)

const TAGS = { same: null, ins: 'w:ins', del: 'w:del' } as const
/** What stands for text and for instructions in what is gone. */
const GONE: Readonly<Record<string, string>> = { 'w:t': 'w:delText', 'w:instrText': 'w:delInstrText' }

/** What a paragraph holds, its properties aside. */
export function contentOf(matches: readonly PieceMatch[]): readonly XmlNode[] {
  return grouped(goneFirst(matches).flatMap(itemsOf), ({ link }) => link && writeXml(link)).flatMap((group) => {
    const link = group[0]?.link ?? null
    const inside = marked(group)
    return link === null ? inside : [holding(link, inside)]
  })
}

/** Runs that no change touches. */
export const plainRuns = (units: readonly Unit[]): readonly XmlNode[] =>
  marked(units.map((unit) => ({ unit, status: 'same', was: undefined, link: null })))

/** In each stretch of changes what is gone stands first, so that each is one. */
function goneFirst(matches: readonly PieceMatch[]): readonly PieceMatch[] {
  const same = ({ former, next }: PieceMatch) => former !== null && next !== null
  return grouped(matches, (match) => String(same(match))).flatMap((stretch) => [
    ...stretch.filter(({ former }) => former !== null),
    ...stretch.filter(({ former }) => former === null),
  ])
}

function itemsOf({ former, next }: PieceMatch): readonly Item[] {
  const piece = next ?? former
  if (piece === null) return []
  const { link } = piece
  if (piece.type === 'bookmark') return [{ bookmark: piece.node, link }]
  const status = former === null ? 'ins' : next === null ? 'del' : 'same'
  const was = former !== null && next !== null && lookOf(former) !== lookOf(next) ? formerLook(former) : undefined
  return piece.units.map((unit) => ({ unit, status, was, link }))
}

const formerLook = (piece: Piece): XmlNode | null => (piece.type === 'bookmark' ? null : (piece.units[0]?.look ?? null))

function marked(items: readonly Item[]): readonly XmlNode[] {
  const groups = grouped(items, (item) => ('bookmark' in item ? item.bookmark : item.status))
  return groups.flatMap((group) => {
    const [first] = group
    if (first === undefined || 'bookmark' in first) return first === undefined ? [] : [first.bookmark]
    const runs = runsOf(group.filter((item) => 'unit' in item))
    const tag = TAGS[first.status]
    return tag === null ? runs : [make(tag, {}, runs)]
  })
}

function runsOf(items: readonly Extract<Item, { unit: Unit }>[]): readonly XmlNode[] {
  return grouped(
    items,
    ({ unit, was }) => `${unit.run} ${unit.look && writeXml(unit.look)} ${was && writeXml(was)} ${was === null}`,
  ).flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const children = joined(group.map(({ unit, status }) => (status === 'del' ? gone(unit.child) : unit.child)))
    const look = lookWith(first.unit.look, first.was)
    return [make('w:r', {}, look === null ? children : [look, ...children])]
  })
}

/** `was`: the look that it had, null for none; undefined where it is the same. */
function lookWith(look: XmlNode | null, was: XmlNode | null | undefined): XmlNode | null {
  if (was === undefined) return look
  return make('w:rPr', {}, [...(look?.children ?? []), make('w:rPrChange', {}, [make('w:rPr', {}, was === null ? [] : elements(was))])])
}

const gone = (child: XmlNode): XmlNode => ({ ...child, name: GONE[child.name] ?? child.name })

/** Text that was parted into words is one again. */
function joined(children: readonly XmlNode[]): readonly XmlNode[] {
  return grouped(children, (child) => (child.name === 'w:t' || child.name === 'w:delText' ? child.name : child)).map((group) => {
    const [first] = group as [XmlNode]
    return group.length === 1 ? first : holding(first, [group.map(textIn).join('')])
  })
}

/** Neighbours of one key. */
function grouped<T>(all: readonly T[], keyOf: (one: T) => unknown): readonly (readonly T[])[] {
  const groups: T[][] = []
  let key: unknown
  for (const one of all) {
    const own = keyOf(one)
    const group = groups.at(-1)
    if (group !== undefined && own === key) group.push(one)
    else groups.push([one])
    key = own
  }
  return groups
}
