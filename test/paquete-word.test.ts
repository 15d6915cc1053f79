import { beforeAll, describe, expect, test } from 'vitest'
import type { Documento } from '../src/document/index.js'
import { writeDocx } from '../src/writers/docx/index.js'
import { abrirPaquete, faltasDelPaquete, type Paquete, type Regla } from './ooxml.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'

const { theme, assets } = cargarRecursos()
const paqueteDe = async (documento: Documento, logo = assets.logo) => abrirPaquete(await writeDocx(documento, theme, { ...assets, logo }))

let paquete: Paquete

beforeAll(async () => {
  paquete = await paqueteDe(unDocumento())
})

test('Word opens the report without a repair', () => {
  expect(faltasDelPaquete(paquete)).toEqual([])
})

test('so it does a draft with the logo of the entity', async () => {
  const logo = assets.images.get('orla')
  if (logo === undefined) throw new Error('Falta la orla.')
  const draft = { mark: 'BORRADOR', detail: 'Borrador del 3 de marzo de 2032 · libro 3f2a9c71' }
  expect(faltasDelPaquete(await paqueteDe({ ...unDocumento(), draft }, logo))).toEqual([])
})

/** A rule, what is broken, and where: the first text like this becomes that one. */
type Rotura = readonly [Regla, string, string, RegExp, string]

const BODY = 'word/document.xml'
const STYLES = 'word/styles.xml'

const roturas: readonly Rotura[] = [
  ['bien formado', 'an element without its end', BODY, /<\/w:body>/u, ''],
  ['bien formado', 'a bare &', BODY, /Presentación/u, 'A & B'],
  ['bien formado', 'a prefix that nobody declared', BODY, /<w:cantSplit\/>/u, '<x:cantSplit/>'],
  ['bien formado', 'an ignorable prefix that nobody declared', BODY, /mc:Ignorable="/u, 'mc:Ignorable="w99 '],
  ['tipo de contenido', 'a picture of unknown kind', '[Content_Types].xml', /<Default[^>]*Extension="png"[^>]*\/>/u, ''],
  ['tipo de contenido', 'a part without its type', '[Content_Types].xml', /<Override[^>]*footnotes\.xml"[^>]*\/>/u, ''],
  ['tipo de contenido', 'the type of an absent part', '[Content_Types].xml', /\/word\/footnotes\.xml/u, '/word/notas.xml'],
  ['relación', 'a part that is not there', 'word/_rels/document.xml.rels', /styles\.xml/u, 'estilos.xml'],
  ['relación', 'a picture without its relationship', BODY, /r:embed="[^"]*"/u, 'r:embed="rId999"'],
  ['orden', 'properties of a paragraph in another order', BODY, /(<w:pStyle [^>]*\/>)(<w:keepNext\/>)/u, '$2$1'],
  ['orden', 'an unknown property', BODY, /<w:cantSplit\/>/u, '<w:cantBreak/>'],
  ['orden', 'properties of letters in another order', STYLES, /(<w:b\/>)(<w:color [^>]*\/>)/u, '$2$1'],
  ['orden', 'properties of a cell in another order', BODY, /(<w:tcW [^>]*\/>)(<w:gridSpan [^>]*\/>)/u, '$2$1'],
  ['orden', 'properties of a table in another order', BODY, /(<w:tblW [^>]*\/>)(.*?)(<w:tblLayout [^>]*\/>)/u, '$3$2$1'],
  ['orden', 'margins of a section before its paper', BODY, /(<w:pgSz [^>]*\/>)(<w:pgMar [^>]*\/>)/u, '$2$1'],
  ['orden', 'a style whose name comes late', STYLES, /(<w:name w:val="heading 1"\/>)(<w:basedOn [^>]*\/>)/u, '$2$1'],
  ['orden', 'settings in another order', 'word/settings.xml', /(<w:defaultTabStop [^>]*\/>)(<w:evenAndOddHeaders [^>]*\/>)/u, '$2$1'],
  ['orden', 'a level of a list in another order', 'word/numbering.xml', /(<w:numFmt [^>]*\/>)(<w:lvlText [^>]*\/>)/u, '$2$1'],
  ['orden', 'a table without its columns first', BODY, /(<w:tblGrid>.*?<\/w:tblGrid>)(<w:tr>.*?<\/w:tr>)/u, '$2$1'],
  ['orden', 'properties after the text', BODY, /(<w:pPr><w:pStyle w:val="Lead"\/><\/w:pPr>)(<w:r>.*?<\/w:r>)/u, '$2$1'],
  ['identificador', 'two drawings of one id', BODY, /<wp:docPr id="2"/u, '<wp:docPr id="1"'],
  ['identificador', 'two bookmarks of one name', BODY, /w:name="_Toc000000002"/u, 'w:name="_Toc000000001"'],
  ['identificador', 'two notes of one id', 'word/footnotes.xml', /w:id="2"/u, 'w:id="1"'],
  ['identificador', 'two styles of one name', STYLES, /w:val="heading 2"/u, 'w:val="heading 1"'],
  ['referencia', 'a style that is not there', BODY, /w:pStyle w:val="Lead"/u, 'w:pStyle w:val="Plomo"'],
  ['referencia', 'a list that is not there', BODY, /<w:numId w:val="\d+"/u, '<w:numId w:val="99"'],
  ['referencia', 'a note that is not there', BODY, /<w:footnoteReference w:id="1"/u, '<w:footnoteReference w:id="77"'],
  ['referencia', 'a field to a bookmark that is not there', BODY, / PAGEREF _Toc\d+/u, ' PAGEREF _Nada'],
  ['referencia', 'a bookmark without an end', BODY, /<w:bookmarkEnd [^>]*\/>/u, ''],
  ['celda', 'a cell without a paragraph', BODY, /(<w:tc>(?:<w:tcPr>.*?<\/w:tcPr>)?)<w:p>.*?<\/w:p><\/w:tc>/u, '$1</w:tc>'],
  ['columnas', 'a row with a cell less', BODY, /<w:tc>(?:(?!<\/w:tc>).)*<\/w:tc><\/w:tr>/u, '</w:tr>'],
  ['campo', 'a field without its end', BODY, /<w:fldChar w:fldCharType="end"\/>/u, ''],
  ['espacio', 'a space at the edge of a text', BODY, /<w:t xml:space="preserve">\. </u, '<w:t>. <'],
  ['sección', 'a document without its last section', BODY, /<w:sectPr>(?:(?!<w:sectPr>).)*<\/w:sectPr>(?=<\/w:body>)/u, ''],
]

describe('the check fails on', () => {
  test.each(roturas)('%s: %s', (regla, _, path, from, to) => {
    const good = paquete.get(path) ?? ''
    const broken = good.replace(from, to)
    expect(broken).not.toBe(good)
    const rules = faltasDelPaquete(new Map([...paquete, [path, broken]])).map((fault) => fault.regla)
    expect(rules).toContain(regla)
  })
})
