/** Two Word files of one report as one: the new one, with all that differs from the former one as changes that Word accepts or rejects. */
import { zipSync } from 'fflate'
import { elements, everything, type XmlNode } from '../xml/index.js'
import { hasChanges, type Reading, sectionsOf } from './blocks.js'
import { carrying, part } from './carry.js'
import { asGuest, drawingPrint, guestRelationship } from './guest.js'
import { linksOf } from './links.js'
import { withFormerLists } from './lists.js'
import { matchSections } from './match.js'
import { holding, replacing } from './node.js'
import { notesById, notesOf } from './notes.js'
import { BODY, NOTES, NUMBERING, openPackage, type Package, partAt } from './package.js'
import { bodyOf } from './render.js'
import { type Authorship, type Changes, changesIn, settled, signed } from './settle.js'

// The ZIP format knows no date before this one; the same bytes whenever it is made.
const ZIP_DATE = new Date(1980, 0, 1)

/** A document that has changes of somebody else, which would be taken for those of the comparison. */
export class CambiosPendientes extends Error {
  override readonly name = 'CambiosPendientes'
}

/**
 * The new document with its changes marked, word by word, and how many they are. Where nothing differs it is the new one, unmarked.
 * @throws DocumentoIlegible where one of them is damaged or is no Word document
 * @throws CambiosPendientes where one of them has changes already
 */
export function conControlDeCambios(
  former: Uint8Array,
  next: Uint8Array,
  authorship: Authorship,
): { readonly docx: Uint8Array; readonly changes: Changes } {
  const [before, after] = [openPackage(former), openPackage(next)]
  if (hasChanges(before.body) || hasChanges(after.body)) {
    throw new CambiosPendientes(
      'Uno de los documentos tiene cambios por aceptar o rechazar. Resuélvalos en Word (Revisar) y vuelva a comparar.',
    )
  }
  const guest = asGuest(before, after)
  const carried = carrying(before, after)
  const reading = { former: readingOf(before, guest.notes, guestRelationship), next: readingOf(after, after.xml(NOTES), (id) => id) }
  const sections = matchSections(sectionsOf(guest.body, reading.former), sectionsOf(after.body, reading.next))
  const links = linksOf(sections)
  const place = (root: XmlNode) => settled(root, links, carried.relationship)

  const marked = place(holding(after.body, bodyOf(sections)))
  const notes = after.xml(NOTES)
  const markedNotes = notes && place(notesOf(marked, { former: notesById(guest.notes), next: notes, reading }, links))
  const body = signed(marked, 1 + highestId(marked), authorship)
  const ended = markedNotes && signed(markedNotes, body.next, authorship)
  const numbering = after.xml(NUMBERING)
  const parts = new Map([
    ...carried.parts(),
    [BODY, part(replacing(after.xml(BODY) as XmlNode, body.root))] as const,
    ...(ended === null ? [] : [[NOTES, part(ended.root)] as const]),
    ...(numbering === null
      ? []
      : [[NUMBERING, part(withFormerLists(numbering, before.xml(NUMBERING), body.root, guest.raised.lists))] as const]),
  ])
  return {
    docx: zipSync(Object.fromEntries(parts), { mtime: ZIP_DATE }),
    changes: changesIn([body.root, ...(ended === null ? [] : [ended.root])]),
  }
}

function readingOf(pack: Package, notes: XmlNode | null, called: (id: string) => string): Reading {
  const targets = new Map([...pack.relationships.values()].map((one) => [called(one.id), one]))
  const print = (node: XmlNode) =>
    drawingPrint(node, (id) => {
      const found = targets.get(id)
      return found === undefined || found.external ? (found?.target ?? id) : pack.print(partAt(BODY, found.target))
    })
  const said = new Map([...notesById(notes)].map(([id, note]) => [id, elements(note).map(print).join('')]))
  return { print, note: (id) => said.get(id) ?? '' }
}

/** Marks are numbered after the bookmarks, for both are of one kind. */
function highestId(body: XmlNode): number {
  return everything(body).reduce((most, { attributes }) => Math.max(most, Number(attributes.get('w:id')) || 0), 0)
}
