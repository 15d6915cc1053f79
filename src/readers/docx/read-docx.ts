import { assemble } from '../assemble.js'
import { DocumentoIlegible } from '../ilegible.js'
import type { DocumentoLeido, ReadBlock } from '../leido.js'
import { bodyOf } from './body.js'
import { readParts } from './package.js'
import { rolesOf } from './styles.js'

const BODY = 'word/document.xml'
const STYLES = 'word/styles.xml'
const NOTES = 'word/footnotes.xml'

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
