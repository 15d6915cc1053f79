import { everything, type XmlNode } from '../../../xml/index.js'

// Fields that tell something of the document and the page. Others fetch what is outside, or run it.
const SAFE = /^\s*(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES|STYLEREF|TITLE|SUBJECT|AUTHOR|DATE|TIME|CREATEDATE|SAVEDATE)\b/u

/** Whether a field may come along. */
export const safe = (instruction: string): boolean => SAFE.test(instruction)

/** Instructions of the fields within a node. One may be cut in several runs. */
export function fieldsOf(node: XmlNode): readonly string[] {
  const simple: string[] = []
  const open: string[] = []
  for (const { name, attributes, children } of everything(node)) {
    if (name === 'w:fldSimple') simple.push(attributes.get('w:instr') ?? '')
    if (name === 'w:fldChar' && attributes.get('w:fldCharType') === 'begin') open.push('')
    if (name === 'w:instrText') open.push(`${open.pop() ?? ''}${children.join('')}`)
  }
  return [...simple, ...open]
}
