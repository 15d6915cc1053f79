import { beforeAll, describe, expect, test } from 'vitest'
import type { Block, Documento, Inline } from '../src/document/index.js'
import { writeDocx } from '../src/writers/docx/index.js'
import { convertir, siHay } from './herramientas.js'
import { type DocxLeido, elementos, leerDocx, palabras, valores } from './leer-docx.js'
import { leerPdf } from './leer-pdf.js'
import { cargarRecursos } from './recursos.js'
import { porEstado, unDocumento } from './un-documento.js'
import { leerXml, todos } from './xml.js'

const { theme, assets } = cargarRecursos()
const write = (documento: Documento) => writeDocx(documento, theme, assets)
const conBloques = (...blocks: Block[]): Documento => ({
  ...unDocumento(),
  sections: [{ id: 'unica', footer: 'Pie', numbering: 'decimal', orientation: 'portrait', blocks }],
})

let bytes: Uint8Array
let leido: DocxLeido
let body: string

beforeAll(async () => {
  bytes = await write(unDocumento())
  leido = await leerDocx(bytes)
  body = parte('word/document.xml')
})

function parte(path: string): string {
  const xml = leido.parts.get(path)
  if (xml === undefined) throw new Error(`Falta ${path}`)
  return xml
}

describe('read by another program', () => {
  test('it holds the headings in order, each at its depth', () => {
    const headings = [...leido.html.matchAll(/<h(\d)>(.*?)<\/h\1>/gu)].map(([, depth, title]) => `${depth} ${palabras(title ?? '')}`)
    expect(headings).toEqual([
      '1 Créditos',
      '1 Contenido',
      '2 Índice de tablas',
      '2 Índice de gráficas',
      '1 El año en una página',
      '1 Presentación',
      '1 Contexto de la Política',
      '2 Marco normativo',
      '4 Detalle de la consulta',
      '1 Seguimiento a la implementación, vigencia 2031',
      '2 Productos por periodicidad',
      '1 Salud',
      '3 1.2.4 Asesoría y acompañamiento a las huertas relacionadas con la salud, a través de actores institucionales y de base comunitaria',
      '3 1.2.5 Distribución de semillas',
      '1 Ambiente',
      '1 Conclusiones',
      '1 Todos los productos del Plan',
    ])
  })

  test('captions, references and their numbers are words, not empty fields', () => {
    const paragraphs = elementos(leido.html, 'p').map(palabras)
    expect(paragraphs).toContain('Tabla 1. Número de asistentes por jornada en las localidades de la ciudad')
    expect(paragraphs).toContain('Gráfica 2. Número de productos del Sector Salud según su cumplimiento, vigencia 2031')
    expect(paragraphs).toContain('La Tabla 1 y el capítulo Salud muestran el detalle.')
  })

  test('a table has its cells, empty ones too, and its header apart', () => {
    const tables = elementos(leido.html, 'table').map((table) => elementos(table, 'tr').map((row) => elementos(row, 't[hd]').map(palabras)))
    const salud = tables.find((rows) => rows[0]?.[0] === 'Producto')
    expect(salud?.[0]).toEqual(['Producto', 'Meta acumulada2028–2031', 'Logro acumulado2028–2031', 'Meta2031', 'Logro2031'])
    expect(salud?.[3]).toEqual([
      '1.2.5 Distribución de semillas en zonas y lugares donde se siembra',
      '1.780.000',
      '▼ 1.690.250',
      '490.000',
      '1.300.231',
    ])
    const jornadas = tables.find((rows) => rows[0]?.[0] === 'Jornada')
    expect(jornadas).toHaveLength(32)
    expect(jornadas?.[4]).toEqual(['Jornada número 4 de siembra y cosecha en la huerta comunitaria de la localidad', '13', ''])
    expect(jornadas?.at(-1)).toEqual(['Total', '735', ''])
    expect(elementos(leido.html, 'thead')).toHaveLength(5)
  })

  test('footnotes are footnotes, in order, those in cells too', () => {
    const notes = [...leido.html.matchAll(/<li id="footnote-\d+">(.*?)<\/li>/gsu)].map((match) =>
      elementos(match[1] ?? '', 'p').map(palabras),
    )
    expect(notes).toEqual([
      ['Acuerdo 1 de 2027, artículo 3.Modificado en 2029.', 'Segundo párrafo de la nota. ↑'],
      ['Nota dentro de una celda. ↑'],
      ['Cada producto cuenta hasta el 100 % de su meta final; lo que la supera no se suma. ↑'],
    ])
  })

  test('each chart is a picture with its alternative text', () => {
    expect(valores(leido.html, 'img', 'alt')).toEqual([
      'Barras: 20 productos en verde, 8 en amarillo y 2 en rojo.',
      'Barras: 2 productos en verde y 1 en rojo.',
      'Vecinas y vecinos riegan una huerta en una ladera.',
    ])
  })

  test('lists keep their kind and their depth', () => {
    expect(leido.html).toContain(
      '<ul><li>Siembra de semillas nativas.</li><li>Riego con agua lluvia:<ol><li>tanques;</li><li>canales.</li></ol></li></ul>',
    )
  })
})

describe('a document that people go on working in', () => {
  test('every style in use is defined, with a name', () => {
    const styles = parte('word/styles.xml')
    const defined = valores(styles, 'w:style', 'w:styleId')
    expect(new Set(defined).size).toBe(defined.length)
    for (const path of leido.parts.keys()) {
      const xml = leido.parts.get(path) ?? ''
      const used = ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next'].flatMap((element) => valores(xml, element, 'w:val'))
      expect(used.filter((id) => !defined.includes(id))).toEqual([])
    }
  })

  test('nothing is formatted by hand, save what no style can know', () => {
    const known = new Set([
      // Where a chapter begins a page, and which rows stay together: it comes from their place.
      'Heading1 w:pageBreakBefore',
      'Heading1Unlisted w:pageBreakBefore',
      'Kicker w:pageBreakBefore',
      ...['TableTextLeft', 'TableTextRight', 'TableTextCenter', 'TableChips'].map((style) => `${style} w:keepNext`),
      ...['TableTotalLeft', 'TableTotalRight', 'TableTotalCenter'].map((style) => `${style} w:keepNext`),
      // Where each list begins to count.
      'ListNumber w:numPr',
      // The place of a mark on a bar comes from the figures.
      'ScorecardText w:tabs',
      // Within an index LibreOffice reads no character style.
      ...['w:b', 'w:bCs', 'w:color'].map((property) => `IndexLabel ${property}`),
    ])
    const nodes = [body, parte('word/footnotes.xml'), parte('word/header2.xml'), parte('word/footer2.xml')].flatMap((xml) =>
      todos(leerXml(xml)),
    )
    const byHand = nodes
      .filter(({ name }) => name === 'w:pPr' || name === 'w:rPr')
      .flatMap(({ children }) => {
        const style = children.find(({ name }) => name === 'w:pStyle' || name === 'w:rStyle')
        const others = children.filter((child) => child !== style && child.name !== 'w:sectPr')
        return others.map(({ name }) => `${style?.attributes.get('w:val') ?? 'sin estilo'} ${name}`)
      })
    expect(byHand.length).toBeGreaterThan(0)
    expect([...new Set(byHand)].filter((found) => !known.has(found))).toEqual([])
  })

  test('a list is its style: whoever goes on writing in it gets the next bullet', () => {
    const bullets = elementos(parte('word/styles.xml'), 'w:style').filter((style) => style.includes('w:val="List Bullet'))
    expect(bullets.map((style) => valores(style, 'w:ilvl', 'w:val')[0])).toEqual(['0', '1', '2', '3', '4'])
    const [list = ''] = valores(bullets[0] ?? '', 'w:numId', 'w:val')
    const levels =
      new RegExp(`<w:abstractNum w:abstractNumId="${list}".*?</w:abstractNum>`, 'u').exec(parte('word/numbering.xml'))?.[0] ?? ''
    expect(valores(levels, 'w:pStyle', 'w:val')).toEqual(['ListBullet', 'ListBullet2', 'ListBullet3', 'ListBullet4', 'ListBullet5'])
    expect(parte('word/numbering.xml')).not.toContain('hybridMultilevel')
  })

  test('Word opens it in its own mode, not in that of an older one', () => {
    expect(parte('word/settings.xml')).toContain(
      '<w:compatSetting w:val="15" w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"/>',
    )
  })

  test('headings have their outline level, save those that the contents leave out', () => {
    const styles = parte('word/styles.xml')
    const outline = (id: string) =>
      valores(new RegExp(`w:styleId="${id}".*?</w:style>`, 'u').exec(styles)?.[0] ?? '', 'w:outlineLvl', 'w:val')
    expect(['Heading1', 'Heading2', 'Heading3', 'Heading4'].map(outline)).toEqual([['0'], ['1'], ['2'], ['3']])
    expect(outline('Heading1Unlisted')).toEqual(['9'])
  })

  test('every link and field leads to a bookmark, and no bookmark stands twice', () => {
    const names = valores(body, 'w:bookmarkStart', 'w:name')
    expect(new Set(names).size).toBe(names.length)
    expect(valores(body, 'w:bookmarkStart', 'w:id')).toEqual(valores(body, 'w:bookmarkEnd', 'w:id'))
    const targets = [
      ...valores(body, 'w:hyperlink', 'w:anchor'),
      ...elementos(body, 'w:instrText').flatMap((text) => /^ (?:REF|PAGEREF) (\S+)/u.exec(text)?.[1] ?? []),
    ]
    expect(targets.length).toBeGreaterThan(20)
    expect(targets.filter((name) => !names.includes(name))).toEqual([])
  })

  test('captions are counted, and an index of contents, of tables and of charts can be filled again', () => {
    const instructions = elementos(body, 'w:instrText').map((text) => palabras(text))
    expect(instructions.filter((text) => !text.startsWith('PAGEREF'))).toEqual([
      'TOC \\o "1-2" \\h \\z \\u',
      'TOC \\h \\z \\c "Tabla"',
      'TOC \\h \\z \\c "Gráfica"',
      'SEQ Tabla_A \\* ARABIC',
      'REF _Ref000000011 \\h \\* MERGEFORMAT',
      'SEQ Tabla \\* ARABIC',
      'SEQ Gráfica \\* ARABIC',
      'SEQ Tabla \\* ARABIC',
      'SEQ Gráfica \\* ARABIC',
      'SEQ Tabla_A \\* ARABIC',
    ])
    const marks = (type: string) => valores(body, 'w:fldChar', 'w:fldCharType').filter((value) => value === type).length
    expect(marks('begin')).toBe(marks('end'))
    expect(body).not.toContain('w:dirty')
    expect(parte('word/settings.xml')).not.toContain('updateFields')
  })

  test('rows are whole, headers repeat, captions and short tables hold together', () => {
    const tables = elementos(body, 'w:tbl').filter((table) => table.includes('ReportTable'))
    expect(tables).toHaveLength(5)
    for (const table of tables) {
      const rows = elementos(table, 'w:tr')
      expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
      expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual(rows.map((_, index) => index === 0))
    }
    const kept = (table: string | undefined) =>
      elementos(table ?? '', 'w:tr')
        .slice(1)
        .map((row) => row.includes('<w:keepNext/>'))
    // 31 rows go over pages: the first goes with the header, and the last three together and with the notes.
    expect(kept(tables[1])).toEqual([true, ...Array<boolean>(27).fill(false), true, true, true])
    expect(kept(tables[2])).toEqual([true, true, true])
    const styles = elementos(parte('word/styles.xml'), 'w:style')
    for (const name of ['caption', 'Título de columna']) {
      expect(styles.find((style) => style.includes(`w:val="${name}"`))).toContain('<w:keepNext/>')
    }
  })

  test('it says its title, author, language and date', () => {
    const core = parte('docProps/core.xml')
    expect(palabras(elementos(core, 'dc:title')[0] ?? '')).toBe('Informe anual de seguimiento 2031')
    expect(palabras(elementos(core, 'dc:creator')[0] ?? '')).toBe('Secretaría Distrital de Huertas')
    expect(elementos(core, 'cp:keywords')).toEqual(['huertas, seguimiento, 2031'])
    expect(elementos(core, 'dc:language')).toEqual(['es-CO'])
    expect(elementos(core, 'dcterms:created')).toEqual(['2031-03-15T00:00:00Z'])
    expect(valores(parte('word/styles.xml'), 'w:lang', 'w:val')).toEqual(['es-CO'])
  })

  test('pages count i, ii… and then from 1; each part has its footer; the cover has neither header nor number', () => {
    expect(valores(body, 'w:pgNumType', 'w:fmt')).toEqual(['decimal', 'lowerRoman', ...Array<string>(7).fill('decimal')])
    const sections = elementos(body, 'w:sectPr')
    expect(sections.map((section) => valores(section, 'w:pgNumType', 'w:start')[0] ?? null)).toEqual([
      '1',
      '1',
      '1',
      ...Array<null>(6).fill(null),
    ])
    const footers = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) =>
      palabras(parte(`word/footer${number}.xml`).replace(/<w:instrText[^>]*>.*?<\/w:instrText>|<\?.*?\?>/gu, '')),
    )
    expect(footers).toEqual([
      '',
      'Índices1',
      'El año en una página1',
      'Contexto de la Política1',
      'Seguimiento a la implementación1',
      'Sector Salud1',
      'Sector Ambiente1',
      '1',
      'Anexo1',
    ])
    // One header for the whole report, one for the cover that is empty, and one for the pages that lie on their side.
    expect([...leido.parts.keys()].filter((path) => /^word\/header\d+\.xml$/u.test(path))).toHaveLength(3)
    expect(palabras(parte('word/header1.xml').replace(/<\?.*?\?>/u, ''))).toBe('')
  })

  test('its fonts come with it, under their own names', () => {
    expect(valores(parte('word/fontTable.xml'), 'w:font', 'w:name')).toEqual(['Work Sans', 'Source Sans 3'])
    expect(valores(parte('word/fontTable.xml'), 'w:embedBold', 'r:id')).toHaveLength(2)
  })
})

test('the same document gives the same bytes', async () => {
  expect(Buffer.compare(Buffer.from(await write(unDocumento())), Buffer.from(bytes))).toBe(0)
})

test('what XML cannot hold is left out, and words that look like markup or fields are words', () => {
  expect(elementos(leido.html, 'p').map(palabras)).toContain('Texto peligroso: { TOC \\o } <w:p> & "comillas"  fin.')
})

const celda = (value: string): Inline[] => [{ type: 'text', value }]
const tabla = (id: string, number: string, title: string, cells: readonly string[]): Block => ({
  type: 'table',
  id,
  caption: { label: 'Tabla', number, children: celda('Rótulo') },
  columns: [
    { title: celda('Producto'), align: 'left', weight: 9 },
    { title: celda(title), align: 'right', weight: 1 },
  ],
  rows: cells.map((cell) => ({ kind: 'body', cells: [celda(cell), celda('1')] })),
  notes: [],
})

test('a caption out of its sequence keeps its number, one with a letter counts apart, and a reference with a fixed space is a field too', async () => {
  const reference: Block = {
    type: 'paragraph',
    role: 'normal',
    children: [{ type: 'reference', target: 'otra', label: 'Tabla\u{A0}23' }],
  }
  const { html, parts } = await leerDocx(
    await write(conBloques(tabla('una', '22', 'a', ['x']), tabla('otra', '23', 'a', ['x']), tabla('extra', 'A1', 'a', ['x']), reference)),
  )
  const captions = elementos(html, 'p')
    .map(palabras)
    .filter((text) => text.startsWith('Tabla'))
  expect(captions).toEqual(['Tabla 22. Rótulo', 'Tabla 23. Rótulo', 'Tabla A1. Rótulo', 'Tabla\u{A0}23'])
  expect(elementos(parts.get('word/document.xml') ?? '', 'w:instrText').map(palabras)).toEqual([
    'SEQ Tabla \\* ARABIC \\r 22',
    'SEQ Tabla \\* ARABIC',
    'SEQ Tabla_A \\* ARABIC',
    'REF _Ref000000002 \\h \\* MERGEFORMAT',
  ])
})

test('no column cuts a word in two, however small its weight', async () => {
  const { parts } = await leerDocx(await write(conBloques(tabla('una', '1', 'Cumplidos', ['Huertas']))))
  const widths = valores(parts.get('word/document.xml') ?? '', 'w:gridCol', 'w:w').map(Number)
  // Text of 6.5 inches, 1440 twips each; a tenth would be 936. «Cumplidos» takes 44.6 pt (5.25 of its size), its cell 12 more.
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(9360)
  expect(widths[1]).toBeGreaterThan((44.6 + 12) * 20)
})

test('a table of few rows is kept whole only where it is not tall', async () => {
  const tall = Array<string>(6).fill('Nombre muy largo de un producto que ocupa varias líneas de su celda. '.repeat(6))
  const { parts } = await leerDocx(
    await write(conBloques(tabla('baja', '1', 'a', Array<string>(6).fill('x')), tabla('alta', '2', 'a', tall))),
  )
  const kept = elementos(parts.get('word/document.xml') ?? '', 'w:tbl').map((table) =>
    elementos(table, 'w:tr')
      .slice(1)
      .map((row) => row.includes('<w:keepNext/>')),
  )
  expect(kept).toEqual([
    [true, true, true, true, true, false],
    [true, false, false, true, true, false],
  ])
})

test('a main heading after the first of its section begins a page, with what stands above it', async () => {
  const h = (id: string, kicker: string | null): Block => ({
    type: 'heading',
    id,
    depth: 1,
    children: [{ type: 'text', value: id }],
    kicker,
    listed: false,
  })
  const { parts } = await leerDocx(await write(conBloques(h('uno', null), h('dos', 'Parte'), h('tres', null))))
  const paragraphs = elementos(parts.get('word/document.xml') ?? '', 'w:p')
  const breaks = paragraphs.map((xml) => [palabras(xml), xml.includes('<w:pageBreakBefore/>')])
  expect(breaks).toEqual([
    ['uno', false],
    ['Parte', true],
    ['dos', false],
    ['tres', true],
  ])
})

test('a reference to nothing and a chart without its picture are refused, by name', async () => {
  await expect(
    write(conBloques({ type: 'paragraph', role: 'normal', children: [{ type: 'reference', target: 'nada', label: 'Tabla 9' }] })),
  ).rejects.toThrow('«nada»')
  const chart: Block = {
    type: 'chart',
    id: 'g',
    caption: { label: 'Gráfica', number: '7', children: [] },
    data: porEstado([1]),
    image: 'perdida',
    alt: '',
    notes: [],
  }
  await expect(write(conBloques(chart))).rejects.toThrow('«perdida» de Gráfica 7')
})

siHay('soffice')('LibreOffice lays out the pages that the indices tell', async () => {
  const { pages } = await leerPdf(await convertir(bytes, 'docx', 'pdf'))
  const lines = pages.map((page) => page.lines.map((line) => line.text.trim()))
  // The cover and two pages in roman numbers stand before page 1.
  const [before, after] = [lines.slice(0, 3).flat(), lines.slice(3)]
  const entries = unDocumento().sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'index' ? block.entries : [])))
  const told = entries.map(({ label, text }) => {
    const words = label === null ? text : `${label} ${text}`
    return { text, page: Number(/\.{3,} ?(\d+)$/u.exec(before.find((line) => line.startsWith(`${words}.`)) ?? '')?.[1]) }
  })
  const real = entries.map(({ label, text }) => {
    const words = (label === null ? text : `${label}. ${text}`).slice(0, 30)
    return { text, page: after.findIndex((page) => page.slice(0, -1).some((line) => line.slice(0, 30) === words)) + 1 }
  })
  expect(told).toHaveLength(16)
  expect(told).toEqual(real)
  const numbers = lines.map((page) => /(?:^| )([ivx]+|\d+)$/u.exec(page.at(-1) ?? '')?.[1] ?? '')
  expect(numbers.slice(1)).toEqual(['i', 'ii', ...Array.from({ length: pages.length - 3 }, (_, index) => String(index + 1))])
})
