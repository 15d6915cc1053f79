/**
 * Complex fields (begin, instruction, separate, result, end): the only kind whose result Word, LibreOffice and mammoth all read.
 * An instruction is made here from a name of ours and nothing else: no text of the tree can become one.
 */
import { BuilderElement, TextRun, XmlAttributeComponent, XmlComponent } from 'docx'
import type { CharacterStyle } from '../styles/names.js'
import type { Bookmark } from './bookmarks.js'

class KeptSpaces extends XmlAttributeComponent<{ readonly space: 'preserve' }> {
  protected override readonly xmlKeys = { space: 'xml:space' }
}

class InstructionText extends XmlComponent {
  constructor(instruction: string) {
    super('w:instrText')
    // A trailing and a leading space, so that two instructions never run together.
    this.root.push(new KeptSpaces({ space: 'preserve' }), ` ${instruction} `)
  }
}

const mark = (type: 'begin' | 'separate' | 'end') =>
  new BuilderElement<{ type: string }>({ name: 'w:fldChar', attributes: { type: { key: 'w:fldCharType', value: type } } })

/** The runs that open a field: everything before its result. */
export function openField(instruction: string, style?: CharacterStyle): TextRun[] {
  const run = (child: XmlComponent) => new TextRun({ children: [child], ...(style && { style }) })
  return [run(mark('begin')), run(new InstructionText(instruction)), run(mark('separate'))]
}

/** The run that ends a field. */
export function closeField(style?: CharacterStyle): TextRun {
  return new TextRun({ children: [mark('end')], ...(style && { style }) })
}

/** A whole field with its result. */
function field(instruction: string, result: string, style?: CharacterStyle): TextRun[] {
  return [...openField(instruction, style), new TextRun({ text: result, ...(style && { style }) }), closeField(style)]
}

/** The page's own number, as its section counts it. */
export const pageNumber = (style: CharacterStyle): TextRun[] => field('PAGE', '1', style)

/** The page of a bookmark. Its result is for the page estimate to fill; what stands here is never seen. */
export const pageOf = (bookmark: Bookmark, style: CharacterStyle): TextRun[] => field(`PAGEREF ${bookmark.page} \\h`, '0', style)

/** The words that a bookmark holds, as a link. Keeps the look of the place it stands in, not that of the caption. */
export const textOf = (bookmark: Bookmark, label: string, style: CharacterStyle): TextRun[] =>
  field(`REF ${bookmark.name} \\h \\* MERGEFORMAT`, label, style)

/** The number of a caption, in its own sequence. `restartAt` where it doesn't follow from the one before. */
export const sequence = (name: string, number: string, restartAt: string | null, style: CharacterStyle): TextRun[] =>
  field(`SEQ ${name} \\* ARABIC${restartAt === null ? '' : ` \\r ${restartAt}`}`, number, style)
