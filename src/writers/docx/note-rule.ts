import type { Document, IXmlableObject } from 'docx'
import type { ParagraphStyle } from './styles/names.js'

/**
 * Gives the line between text and notes a style, in place of the spacing that the library writes by hand: with that, Word makes the
 * line as high as one of text, LibreOffice makes it thin, and a page with notes ends elsewhere in each.
 */
export function styleNoteRule(document: Document): void {
  const notes = document.FootNotes.View
  const prepare = notes.prepForXml.bind(notes)
  notes.prepForXml = (context) => {
    const prepared = prepare(context)
    if (prepared === undefined) return prepared
    for (const note of children(prepared['w:footnotes'])) {
      for (const paragraph of children(note['w:footnote'])) {
        for (const part of children(paragraph['w:p'])) {
          const properties = part['w:pPr']
          if (Array.isArray(properties) && properties.some((property) => 'w:spacing' in property)) Object.assign(part, { 'w:pPr': [STYLE] })
        }
      }
    }
    return prepared
  }
}

const STYLE = { 'w:pStyle': { _attr: { 'w:val': 'FootnoteSeparator' satisfies ParagraphStyle } } }

const children = (value: unknown): IXmlableObject[] => (Array.isArray(value) ? value.filter((child) => typeof child === 'object') : [])
