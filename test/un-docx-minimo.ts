/** The least Word document that says something, for laws that try hundreds. */
import { strToU8, zipSync } from 'fflate'

/** A paragraph, or the rows of a table, whose cells hold paragraphs. */
export type BloqueMinimo = string | readonly (readonly (readonly string[])[])[]

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Each section ends with a paragraph of its own, as Word asks. */
export function docxMinimo(secciones: readonly (readonly BloqueMinimo[])[]): Uint8Array {
  const cuerpo = secciones.map((bloques, i) => {
    const pagina = `<w:sectPr><w:pgSz w:w="${12240 + i}" w:h="15840"/></w:sectPr>`
    const ultima = i === secciones.length - 1
    return `${bloques.map(bloque).join('')}<w:p>${ultima ? '' : `<w:pPr>${pagina}</w:pPr>`}${run(`Fin de la sección ${i + 1}.`)}</w:p>${ultima ? pagina : ''}`
  })
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${TYPE}.footnotes+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>`,
    'word/footnotes.xml': `<w:footnotes xmlns:w="${WORD}"/>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${cuerpo.join('')}</w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)])))
}

function bloque(uno: BloqueMinimo): string {
  if (typeof uno === 'string') return parrafo(uno)
  const filas = uno.map((celdas) => `<w:tr>${celdas.map((textos) => `<w:tc>${textos.map(parrafo).join('')}</w:tc>`).join('')}</w:tr>`)
  const columnas = '<w:gridCol w:w="2000"/>'.repeat(uno[0]?.length ?? 0)
  return `<w:tbl><w:tblPr/><w:tblGrid>${columnas}</w:tblGrid>${filas.join('')}</w:tbl>`
}

const run = (texto: string) => `<w:r><w:t xml:space="preserve">${texto}</w:t></w:r>`
const parrafo = (texto: string) => `<w:p>${texto === '' ? '' : run(texto)}</w:p>`
