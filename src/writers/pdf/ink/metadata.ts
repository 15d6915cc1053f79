import type { Attachment, Documento } from '../../../document/index.js'
import type { PdfFile } from '../engine/types.js'

/**
 * What the file says about itself, as XMP. In place of PDFKit's own, which takes the title for XML (an «&» in it ruins the whole) and
 * leaves out the language and the date of change. `accessible`: whether it says that it meets PDF/UA-1; PDFKit's own switch for that would
 * add a CIDSet, which no reader asks for any more, to every font.
 */
export function writeMetadata(file: PdfFile, documento: Documento, date: Date, accessible: boolean): void {
  file._addInfo = () => file.appendXML(xmp(documento, date) + (accessible ? UA : ''))
}

const UA = `<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
`

/** Puts files inside the document, as data that it rests on. */
export function writeAttachments(file: PdfFile, attachments: readonly Attachment[], date: Date): void {
  for (const { name, mime, description, bytes } of attachments) {
    const dates = { creationDate: date, modifiedDate: date }
    file.file(Buffer.from(bytes), { name, type: mime, description, relationship: 'Data', ...dates })
  }
}

function xmp({ title, author, subject, keywords, language }: Documento, date: Date): string {
  const when = date.toISOString().replace(/\.\d+Z$/u, 'Z')
  return `
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title>${list('Alt', [title])}</dc:title>
<dc:creator>${list('Seq', [author])}</dc:creator>
<dc:description>${list('Alt', [subject])}</dc:description>
<dc:subject>${list('Bag', keywords)}</dc:subject>
<dc:language>${list('Bag', [language])}</dc:language>
<xmp:CreatorTool>PDFKit</xmp:CreatorTool>
<xmp:CreateDate>${when}</xmp:CreateDate>
<xmp:ModifyDate>${when}</xmp:ModifyDate>
<xmp:MetadataDate>${when}</xmp:MetadataDate>
<pdf:Producer>PDFKit</pdf:Producer>
<pdf:Keywords>${escaped(keywords.join(', '))}</pdf:Keywords>
</rdf:Description>
`
}

function list(kind: 'Alt' | 'Seq' | 'Bag', values: readonly string[]): string {
  const language = kind === 'Alt' ? ' xml:lang="x-default"' : ''
  return `<rdf:${kind}>${values.map((value) => `<rdf:li${language}>${escaped(value)}</rdf:li>`).join('')}</rdf:${kind}>`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign)
}
