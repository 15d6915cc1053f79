/** The footnotes of both documents: those that changed with their changes, and those that are gone beside the others. */
import { elements, everything, type XmlNode } from '../xml/index.js'
import { blocksOf, type Reading } from './blocks.js'
import type { Links } from './links.js'
import { matchBlocks } from './match.js'
import { holding } from './node.js'
import { containerOf, wholeNote } from './render.js'

/** By the id of each note. */
export const notesById = (root: XmlNode | null): ReadonlyMap<string, XmlNode> =>
  new Map((root === null ? [] : elements(root, 'w:footnote')).map((note) => [note.attributes.get('w:id') ?? '', note]))

interface Notes {
  readonly former: ReadonlyMap<string, XmlNode>
  readonly next: XmlNode
  readonly reading: { readonly former: Reading; readonly next: Reading }
}

/** The notes part of the new document with what `body`, in which all is marked, calls of the former one. */
export function notesOf(body: XmlNode, { former, next, reading }: Notes, { notes }: Links): XmlNode {
  const came = new Set(callsIn(body, 'w:ins'))
  const was = new Map([...notes].map(([guest, own]) => [own, guest]))
  const own = elements(next).map((note) => {
    const id = note.attributes.get('w:id') ?? ''
    const before = former.get(was.get(id) ?? '')
    const blocks = blocksOf(elements(note), reading.next)
    if (before !== undefined) {
      const matches = matchBlocks(blocksOf(elements(before), reading.former), blocks)
      return holding(note, containerOf(matches, { keepsEnd: true, page: null }))
    }
    return came.has(id) ? holding(note, wholeNote(blocks, 'in')) : note
  })
  const gone = callsIn(body, 'w:del').flatMap((id) => {
    const note = former.get(id)
    return note === undefined ? [] : [holding(note, wholeNote(blocksOf(elements(note), reading.former), 'out'))]
  })
  return holding(next, [...own, ...gone])
}

/** Notes that are called within some mark. */
const callsIn = (body: XmlNode, mark: string): readonly string[] =>
  everything(body)
    .filter(({ name }) => name === mark)
    .flatMap((marked) =>
      everything(marked).flatMap(({ name, attributes }) => (name === 'w:footnoteReference' ? (attributes.get('w:id') ?? []) : [])),
    )
