/** `--estilos`: the report in the entity's own Word document. */
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { inspectEntity, NotTaken, writeDocx } from '../src/writers/docx/index.js'
import { leerPaginas } from './diagramacion/leer-paginas.js'
import { convertir, siHay } from './herramientas.js'
import { elementos, palabras, valores } from './leer-docx.js'
import { abrirPaquete, faltasDelPaquete } from './ooxml.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'
import { conPartes, unMembrete } from './un-membrete.js'

const { theme, assets } = cargarRecursos()
const escribir = (wordStyles: Uint8Array | null, draft: { readonly mark: string; readonly detail: string } | null = null) =>
  writeDocx({ ...unDocumento(), draft }, theme, { ...assets, wordStyles })

let membrete: Uint8Array
let informe: Uint8Array

beforeAll(async () => {
  membrete = await unMembrete()
  informe = await escribir(membrete)
})

const parte = (docx: Uint8Array, path: string) => strFromU8(unzipSync(docx)[path] ?? new Uint8Array())
const estilo = (docx: Uint8Array, id: string) =>
  new RegExp(`w:styleId="${id}".*?</w:style>`, 'u').exec(parte(docx, 'word/styles.xml'))?.[0] ?? ''
const dice = (docx: Uint8Array, id: string, elemento: string, clave = 'w:val') => valores(estilo(docx, id), elemento, clave)[0] ?? null
const bandas = (docx: Uint8Array, clase: 'header' | 'footer') =>
  Object.entries(unzipSync(docx)).flatMap(([path, bytes]) =>
    new RegExp(`^word/${clase}\\d+\\.xml$`, 'u').test(path) ? [strFromU8(bytes)] : [],
  )
const conLogo = (docx: Uint8Array) => bandas(docx, 'header').filter((xml) => xml.includes('Secretaría de Huertas'))

describe('what is taken', () => {
  test('styles are found by the name that Word writes in any language, or by the id of their Spanish one', () => {
    expect([
      dice(informe, 'Heading1', 'w:rFonts', 'w:ascii'),
      dice(informe, 'Heading1', 'w:sz'),
      dice(informe, 'Heading1', 'w:color'),
    ]).toEqual(['Cambria', '36', '1F5C3A'])
    expect([dice(informe, 'Caption', 'w:sz'), dice(informe, 'Caption', 'w:color'), estilo(informe, 'Caption').includes('<w:i/>')]).toEqual([
      '18',
      '44546A',
      true,
    ])
    expect(estilo(informe, 'TableofFigures')).toContain('<w:b/>')
    expect(/<w:docDefaults>.*?w:ascii="Calibri".*?<\/w:docDefaults>/u.test(parte(informe, 'word/styles.xml'))).toBe(true)
  })

  test('a taken style does its job in a report: it stays with what follows, it is in the contents, its dots reach the margin', () => {
    expect([estilo(informe, 'Heading1').includes('<w:keepNext/>'), dice(informe, 'Heading1', 'w:outlineLvl')]).toEqual([true, '0'])
    expect(estilo(informe, 'Caption')).toContain('<w:keepNext/>')
    // 595.3 − 85.05 − 56.7 points of A4 are 9071 twentieths.
    expect(valores(estilo(informe, 'TOC1'), 'w:tab', 'w:pos')).toEqual(['9071'])
  })

  test('a pitch told in lines is one in points, as high as Word makes it', () => {
    // Calibri at 11: 11 × 1,221 × 259/240 = 14,49 points. Cambria at 18: 18 × 1,172 × 259/240 = 22,77.
    expect([dice(informe, 'Normal', 'w:spacing', 'w:line'), dice(informe, 'Normal', 'w:spacing', 'w:lineRule')]).toEqual(['290', 'exact'])
    expect(dice(informe, 'Heading1', 'w:spacing', 'w:line')).toBe('455')
    expect(dice(informe, 'Normal', 'w:spacing', 'w:after')).toBe('160')
  })

  test('what the document does not say stays the theme’s, with the letters of the document', () => {
    expect([dice(informe, 'TableTextLeft', 'w:sz'), dice(informe, 'TableTextLeft', 'w:rFonts', 'w:ascii')]).toEqual([
      String(theme.estilos.tabla.cuerpo * 2),
      'Calibri',
    ])
    expect(dice(informe, 'TableTextLeft', 'w:basedOn')).toBe('ReportBase')
    expect(dice(informe, 'Title', 'w:rFonts', 'w:ascii')).toBe('Cambria')
  })

  test('the page is its own, and the cover has its paper', () => {
    const pages = elementos(parte(informe, 'word/document.xml'), 'w:sectPr')
    expect(pages.map((page) => valores(page, 'w:pgSz', 'w:w')[0])).toEqual([...Array<string>(pages.length - 1).fill('11906'), '16838'])
    expect(['top', 'right', 'bottom', 'left'].map((side) => valores(pages[1] ?? '', 'w:pgMar', `w:${side}`)[0])).toEqual([
      '1985',
      '1134',
      '1418',
      '1701',
    ])
  })

  test('its header and footer are on every page but the cover, with their picture, their table and their link', () => {
    expect(bandas(informe, 'header')).toHaveLength(conLogo(informe).length + 1)
    for (const xml of conLogo(informe))
      expect([valores(xml, 'wp:docPr', 'descr'), elementos(xml, 'w:tbl').length]).toEqual([['Escudo de la entidad'], 1])
    const feet = bandas(informe, 'footer').filter((xml) => xml.includes('Carrera 1'))
    expect(feet.every((xml) => palabras(xml).includes('huertas.example') && xml.includes('PAGE'))).toBe(true)
    expect(feet.length).toBe(bandas(informe, 'footer').length - 1)
    expect(parte(informe, 'word/document.xml')).not.toContain('Contenido que no es del informe')
  })

  test('a foot without the number of the page has the report’s beside it, and a draft says that it is one', async () => {
    const docx = await escribir(await unMembrete({ numerado: false }), { mark: 'BORRADOR', detail: 'Borrador del 3 de marzo' })
    const feet = bandas(docx, 'footer').filter((xml) => xml.includes('Carrera 1'))
    expect(feet.length).toBeGreaterThan(5)
    expect(feet.every((xml) => / PAGE /u.test(xml) && xml.includes('Borrador del 3 de marzo'))).toBe(true)
    expect(conLogo(docx).every((xml) => xml.includes('BORRADOR'))).toBe(true)
    expect(faltasDelPaquete(abrirPaquete(docx))).toEqual([])
  })

  test('Word opens it without a repair, and the same document gives the same bytes', async () => {
    expect(faltasDelPaquete(abrirPaquete(informe))).toEqual([])
    expect(Buffer.compare(Buffer.from(await escribir(membrete)), Buffer.from(informe))).toBe(0)
  })

  test('a report whose styles someone changed in Word gives them all to the next one', async () => {
    const plain = await escribir(null)
    const edited = conPartes(plain, {
      'word/styles.xml': (xml) =>
        xml
          .replace(/(w:styleId="TableTextLeft".*?<w:sz w:val=")\d+/u, '$130')
          .replace(/(w:styleId="ReportTable".*?<w:insideH [^>]*w:color=")\w+/u, '$100AA00'),
    })
    const next = await escribir(edited)
    expect([dice(next, 'TableTextLeft', 'w:sz'), dice(next, 'ReportTable', 'w:insideH', 'w:color')]).toEqual(['30', '00AA00'])
    // The header and footers of that report are its own, not a letterhead.
    expect(bandas(next, 'footer')).toEqual(bandas(plain, 'footer'))
    expect(inspectEntity(edited, [])).toHaveProperty(
      'taken',
      expect.stringMatching(/^los estilos Normal, (?:[^,]+, ){14}[^,]+ y otros \d+, y el tamaño y los márgenes de la página$/u),
    )
    expect(dice(next, 'BodyText', 'w:spacing', 'w:after')).toBe(dice(plain, 'BodyText', 'w:spacing', 'w:after'))
    expect(faltasDelPaquete(abrirPaquete(next))).toEqual([])
  })
})

test('whoever gave it is told what was taken and what is not known', async () => {
  const known = inspectEntity(membrete, [])
  expect(known).toMatchObject({ warnings: [] })
  expect(known).toHaveProperty(
    'taken',
    expect.stringMatching(/^los estilos Normal, .*Título 1.*Descripción.*; .*página; el encabezado, y el pie de página$/u),
  )
  const strange = inspectEntity(await unMembrete({ letra: 'Museo Sans', numerado: false }), [])
  expect(strange).toHaveProperty('warnings', [expect.stringContaining('no lleva el número'), expect.stringContaining('Museo Sans')])
  expect(inspectEntity(await unMembrete({ letra: 'Museo Sans' }), ['Museo Sans'])).toMatchObject({ warnings: [] })
})

describe('what is not a Word document is said in words', () => {
  const utf16 = (text: string) => [...text].flatMap((letter) => [letter.charCodeAt(0), 0])
  const old = (...more: number[]) =>
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array<number>(64).fill(0), ...more])
  const cases: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>, string])[] = [
    ['a text', () => Buffer.from('hola'), 'no es un documento de Word'],
    ['nothing', () => new Uint8Array(), 'no es un documento de Word'],
    ['a Word 97 document', () => old(), 'formato antiguo'],
    ['one with a password', () => old(...utf16('EncryptedPackage')), 'contraseña'],
    ['a broken ZIP', async () => (await unMembrete()).slice(0, 2_000), 'dañado'],
    ['a ZIP of something else', () => zipSync({ 'hoja.xml': Buffer.from('<a/>') }), 'archivo comprimido'],
    ['one without styles', async () => conPartes(await unMembrete(), { 'word/styles.xml': '<w:styles xmlns:w="w"/>' }), 'sin estilos'],
    ['one whose styles are not XML', async () => conPartes(await unMembrete(), { 'word/styles.xml': '<w:styles' }), 'dañado'],
    [
      'one whose sections are not closed',
      async () =>
        conPartes(await unMembrete(), { 'word/document.xml': (xml) => xml.replace('</w:body>', '<w:sectPr><w:pgSz></w:sectPr></w:body>') }),
      'dañado',
    ],
    [
      'one with a DTD',
      async () => conPartes(await unMembrete(), { 'word/styles.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'dañado',
    ],
    ['one too large', async () => conPartes(await unMembrete(), { 'word/enorme.xml': ' '.repeat(70 * 1024 * 1024) }), 'más de 64 MB'],
    [
      'a strict one',
      async () =>
        conPartes(await unMembrete(), {
          'word/document.xml': (xml) =>
            xml.replaceAll('schemas.openxmlformats.org/wordprocessingml/2006', 'purl.oclc.org/ooxml/wordprocessingml'),
        }),
      'estricto',
    ],
  ]
  test.each(cases)('%s', async (_, file, said) => {
    const found = inspectEntity(await file(), [])
    expect(found).toBeInstanceOf(NotTaken)
    expect((found as NotTaken).found).toContain(said)
  })
})

describe('what must not come along does not', () => {
  const header = (docx: Uint8Array) =>
    Object.keys(unzipSync(docx)).find((path) => parte(docx, path).includes('Secretaría de Huertas')) ?? ''
  const campo = (instruccion: string) =>
    `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruccion} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`

  test('macros, fields that fetch or run, linked pictures, objects and marks of editing', async () => {
    const path = header(membrete)
    const rels = path.replace('word/', 'word/_rels/').concat('.rels')
    const hostile = conPartes(membrete, {
      'word/vbaProject.bin': 'macro',
      [rels]: (xml) =>
        xml.replace(
          '</Relationships>',
          '<Relationship Id="rIdFuera" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://espia.example/x.png" TargetMode="External"/></Relationships>',
        ),
      [path]: (xml) =>
        xml.replace(
          '</w:hdr>',
          `${campo('DDEAUTO cmd "/c calc"')}${campo('INCLUDEPICTURE "http://espia.example/y.png"')}<w:p><w:r><w:object><o:OLEObject r:id="rIdFuera"/></w:object></w:r><w:r><w:pict><v:shape id="x"><v:imagedata r:id="rIdFuera"/></v:shape></w:pict></w:r><w:del w:id="1"><w:r><w:delText>borrado</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>agregado</w:t></w:r></w:ins><w:bookmarkStart w:id="9" w:name="_Toc000000001"/></w:p></w:hdr>`,
        ),
    })
    const docx = await escribir(hostile)
    const all = Object.keys(unzipSync(docx))
      .map((name) => `${name} ${/\.(xml|rels)$/u.test(name) ? parte(docx, name) : ''}`)
      .join('')
    expect(all).not.toMatch(/DDEAUTO|INCLUDEPICTURE|espia|vbaProject|OLEObject|borrado|delText/u)
    expect(conLogo(docx)[0]).toContain('agregado')
    expect(faltasDelPaquete(abrirPaquete(docx))).toEqual([])
  })

  test('styles that are based on each other in a circle end', async () => {
    const circle = conPartes(membrete, {
      'word/styles.xml': (xml) =>
        xml
          .replace(/(w:styleId="Descripcin".*?<w:basedOn w:val=")Normal/u, '$1Tabladeilustraciones')
          .replace(/(w:styleId="Tabladeilustraciones".*?<w:basedOn w:val=")Normal/u, '$1Descripcin'),
    })
    expect(inspectEntity(circle, [])).not.toBeInstanceOf(NotTaken)
    expect(faltasDelPaquete(abrirPaquete(await escribir(circle)))).toEqual([])
  })

  test('a section as it was before a tracked change is not the page', async () => {
    const former =
      '<w:sectPrChange w:id="1" w:author="Ana"><w:sectPr><w:pgSz w:w="12240" w:h="20160"/></w:sectPr></w:sectPrChange></w:sectPr></w:body>'
    const tracked = conPartes(membrete, { 'word/document.xml': (xml) => xml.replace('</w:sectPr></w:body>', former) })
    expect(parte(tracked, 'word/document.xml')).toContain('20160')
    expect(valores(parte(await escribir(tracked), 'word/document.xml'), 'w:pgSz', 'w:w')[1]).toBe('11906')
  })

  test('a page on which the report would not fit is left, and it is said', () => {
    const tiny = conPartes(membrete, {
      'word/document.xml': (xml) => xml.replace(/w:pgSz w:w="\d+" w:h="\d+"/u, 'w:pgSz w:w="3000" w:h="4000"'),
    })
    expect(inspectEntity(tiny, [])).toHaveProperty('warnings', [expect.stringContaining('No se tomó la página')])
  })
})

siHay('soffice')('LibreOffice lays out the pages that the indices tell, with the letterhead on each', async () => {
  const pages = await leerPaginas(await convertir(informe, 'docx', 'pdf'))
  const entries = pages
    .flatMap(({ enlaces }) => enlaces)
    .flatMap(({ numero, destino }) =>
      numero !== null && destino !== null && 'pagina' in destino ? [{ told: Number(numero), page: destino.pagina }] : [],
    )
  expect(entries.length).toBeGreaterThan(10)
  // The cover and the pages in roman numbers stand before page 1.
  const before = pages.findIndex(({ renglones }) => / Página 1$/u.test(renglones.at(-1)?.texto ?? '')) - 1
  expect(before).toBeGreaterThan(0)
  expect(entries.filter(({ told, page }) => page - told !== before)).toEqual([])
  const texts = pages.slice(1).map(({ renglones }) => renglones.map(({ texto }) => texto).join(' '))
  expect(texts.every((text) => text.includes('GD-FO-01') && text.includes('Carrera 1'))).toBe(true)
  expect(pages.slice(1).every(({ imagenes }) => imagenes.length > 0)).toBe(true)
})
