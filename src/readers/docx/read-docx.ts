import { assemble } from '../assemble.js'
import { DocumentoIlegible } from '../ilegible.js'
import type { DocumentoLeido, FormattedParagraph, ReadBlock, TextoConFormato } from '../leido.js'
import { bodyOf } from './body.js'
import { formattedText } from './formatted.js'
import { listsOf } from './lists.js'
import { readParts } from './package.js'
import { rolesOf } from './styles.js'
import { attribute, tokens } from './xml.js'

const BODY = 'word/document.xml'
const STYLES = 'word/styles.xml'
const NOTES = 'word/footnotes.xml'
const LISTS = 'word/numbering.xml'
const BODY_LINKS = 'word/_rels/document.xml.rels'
const NOTE_LINKS = 'word/_rels/footnotes.xml.rels'

/** @throws DocumentoIlegible where the package is damaged, too large, or no Word document */
export function readDocx(bytes: Uint8Array): Omit<DocumentoLeido, 'format'> {
  const parts = readParts(bytes, [BODY, STYLES, NOTES])
  const body = parts.get(BODY)
  if (body === undefined) throw new DocumentoIlegible('formato-desconocido')
  const roles = rolesOf(parts.get(STYLES) ?? '')
  const notes = bodyOf(parts.get(NOTES) ?? '', roles).pieces.flatMap(
    // Places within the notes are no paragraphs of the body.
    (piece): readonly ReadBlock[] => ('text' in piece ? [{ type: 'note', text: piece.text, place: NOWHERE }] : []),
  )
  const { pieces, marks } = bodyOf(body, roles)
  return { blocks: [...assemble(pieces), ...notes], marks }
}

const NOWHERE = { page: null, label: null, line: null, paragraph: null }

/**
 * The paragraphs of a Word document with the look of their words, and the stretches that it names.
 * @throws DocumentoIlegible where the package is damaged, too large, or no Word document
 */
export function readFormatted(bytes: Uint8Array): TextoConFormato {
  const parts = readParts(bytes, [BODY, STYLES, NOTES, LISTS, BODY_LINKS, NOTE_LINKS])
  const body = parts.get(BODY)
  if (body === undefined) throw new DocumentoIlegible('formato-desconocido')
  const part = (path: string) => parts.get(path) ?? ''
  const named = { roles: rolesOf(part(STYLES)), listAt: listsOf(part(LISTS)), notes: new Map() }
  const inNotes = formattedText(part(NOTES), { ...named, links: linksOf(part(NOTE_LINKS)) })
  const notes = new Map<string, FormattedParagraph[]>()
  inNotes.paragraphs.forEach((paragraph, i) => {
    const id = inNotes.noteIds[i] ?? ''
    notes.set(id, [...(notes.get(id) ?? []), { ...paragraph, place: NOWHERE }])
  })
  const { paragraphs, stretches } = formattedText(body, { ...named, links: linksOf(part(BODY_LINKS)), notes })
  return { paragraphs, stretches }
}

/** Addresses outside the document, by the id of their relationship. */
function linksOf(xml: string): ReadonlyMap<string, string> {
  const links = new Map<string, string>()
  for (const token of tokens(xml)) {
    if (token.kind !== 'open' || token.name !== 'Relationship') continue
    const of = (name: string) => attribute(token.attributes, name) ?? ''
    if (of('TargetMode') === 'External') links.set(of('Id'), of('Target'))
  }
  return links
}
