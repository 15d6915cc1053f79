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

/**
 * A field that the library counts too where it lays a document out, in the form that it gives one: the result ends the run of the
 * separator. What it would count is what stands here, so that no pass over a whole document has to.
 */
function counted(instruction: string, result: string, style: CharacterStyle): TextRun[] {
  const open = openField(instruction, style).slice(0, -1)
  return [...open, new TextRun({ children: [mark('separate'), result], style }), new TextRun({ style }), closeField(style)]
}

/** The page of a bookmark. Its result is the name of the place until its page is known. */
export const pageOf = ({ page }: Bookmark, style: CharacterStyle): TextRun[] => counted(`PAGEREF ${page} \\h`, page, style)

/** The words that a bookmark holds, as a link. Keeps the look of the place it stands in, not that of the caption. */
export const textOf = (bookmark: Bookmark, label: string, style: CharacterStyle): TextRun[] =>
  field(`REF ${bookmark.name} \\h \\* MERGEFORMAT`, label, style)

/** The number of a caption, in its own sequence. `restartAt` where it doesn't follow from the one before. */
export const sequence = (name: string, number: string, restartAt: string | null, style: CharacterStyle): TextRun[] =>
  counted(`SEQ ${name} \\* ARABIC${restartAt === null ? '' : ` \\r ${restartAt}`}`, number, style)
