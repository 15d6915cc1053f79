/** The body of a written Word document, section by section. */

/** What the blocks of a section became: what stands before and after the properties of its pages, which are in its last paragraph or follow it. */
export interface SectionXml {
  readonly before: string
  readonly after: string
}

interface Placed extends SectionXml {
  readonly properties: string
}

const OPENING = '<w:body>'
const CLOSING = '</w:body>'
const PROPERTIES = /<w:sectPr\b.*?<\/w:sectPr>/gsu
const PARAGRAPH_END = '</w:p>'

/** A body with some of its sections' blocks put in place of what stands there. `written`: by position; undefined for one that stays. */
export function withSections(xml: string, written: (section: SectionXml, position: number) => SectionXml): string {
  const { head, sections, tail } = cut(xml)
  const put = sections.map((section, position) => {
    const { before, after } = written(section, position)
    return before + section.properties + after
  })
  return head + put.join('') + tail
}

function cut(xml: string): { readonly head: string; readonly sections: readonly Placed[]; readonly tail: string } {
  const first = xml.indexOf(OPENING) + OPENING.length
  const last = xml.lastIndexOf(CLOSING)
  const sections: Placed[] = []
  let from = first
  for (const { 0: properties, index } of xml.matchAll(PROPERTIES)) {
    const end = index + properties.length
    // The last section's properties stand on their own, the rest in a paragraph, which is the section's.
    const to = end === last ? end : xml.indexOf(PARAGRAPH_END, end) + PARAGRAPH_END.length
    sections.push({ before: xml.slice(from, index), properties, after: xml.slice(end, to) })
    from = to
  }
  if (from !== last) throw new Error('The docx library no longer ends the body of a document with the properties of its last section.')
  return { head: xml.slice(0, first), sections, tail: xml.slice(last) }
}
