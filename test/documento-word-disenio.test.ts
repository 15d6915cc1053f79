import { beforeAll, describe, expect, test } from 'vitest'
import type { Block, Documento } from '../src/document/index.js'
import { writeDocx } from '../src/writers/docx/index.js'
import { type DocxLeido, elementos, leerDocx, palabras, valores } from './leer-docx.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'

const { theme, assets } = cargarRecursos()
const draft = { mark: 'BORRADOR', detail: 'Borrador del 3 de marzo de 2032 · libro 3f2a9c71' }

let informe: DocxLeido
let borrador: DocxLeido

beforeAll(async () => {
  informe = await leerDocx(await writeDocx(unDocumento(), theme, assets))
  const logo = assets.images.get('orla') ?? null
  borrador = await leerDocx(await writeDocx({ ...unDocumento(), draft }, theme, { ...assets, logo }))
})

function parte({ parts }: DocxLeido, path: string): string {
  const xml = parts.get(path)
  if (xml === undefined) throw new Error(`Falta ${path}`)
  return xml
}
const cuerpo = (leido: DocxLeido) => parte(leido, 'word/document.xml')
const estilo = (id: string) => new RegExp(`w:styleId="${id}".*?</w:style>`, 'u').exec(parte(informe, 'word/styles.xml'))?.[0] ?? ''
const encabezados = (leido: DocxLeido) => [...leido.parts].filter(([path]) => /^word\/header\d+\.xml$/u.test(path)).map(([, xml]) => xml)
const pies = (leido: DocxLeido) => [...leido.parts].filter(([path]) => /^word\/footer\d+\.xml$/u.test(path)).map(([, xml]) => xml)

describe('chips', () => {
  test('each is text in the style of its state, and stays on one line', () => {
    const runs = elementos(cuerpo(informe), 'w:r').filter((run) => run.includes('w:val="ChipRojo"'))
    expect(runs.map((run) => palabras(elementos(run, 'w:t')[0] ?? ''))).toContain('▼\u20071.1.2')
    expect(runs.join('')).not.toMatch(/<w:t[^>]*>[^<]* /u)
  })

  test('the ground is that of the state, white words where ink would not be read', () => {
    const look = (id: string) => [valores(estilo(id), 'w:shd', 'w:fill')[0], valores(estilo(id), 'w:color', 'w:val')[0]]
    expect(look('ChipVerde')).toEqual(['3FA27A', '1F1B2E'])
    expect(look('ChipAmarillo')).toEqual(['F4C430', '1F1B2E'])
    expect(look('ChipRojo')).toEqual(['A61C28', 'FFFFFF'])
    expect(look('ChipCumplido')).toEqual(['7450A8', 'FFFFFF'])
    expect(valores(estilo('ChipSinMeta'), 'w:shd', 'w:val')).toEqual(['thinReverseDiagStripe'])
    expect(valores(estilo('ChipVerde'), 'w:bdr', 'w:color')).toEqual(['1F1B2E'])
  })
})

describe('the scorecard', () => {
  const ficha = () => elementos(cuerpo(informe), 'w:tbl').find((table) => table.includes('<w:tblStyle w:val="Scorecard"/>')) ?? ''

  test('says its figures in order, as text', () => {
    const words = elementos(ficha(), 'w:p').map((paragraph) => palabras(paragraph.replaceAll('<w:tab/>', ' ')).replace(/\s+/gu, ' '))
    expect(words).toEqual([
      '55 %',
      'avance acumulado del plan',
      'Avance frente a lo planeado a 2031',
      '',
      'planeado 34 %',
      '21 puntos por encima de lo planeado',
      '2 75 % o más',
      '0 51 % a 74 %',
      '1 50 % o menos',
      '0 sin meta en 2031',
      '0 cumplidos antes de 2031',
      'Con rezago en el acumulado: 1.2.5 ▼ faltan 89.750.',
    ])
  })

  test('fills its bar as far as was reached, and marks what was planned', () => {
    // Of the whole bar: 54,7 % is filled; the middle of the mark stands at 33,8 %.
    const [whole = 0, filled = 0, mark = 0] = valores(ficha(), 'a:ext', 'cx').slice(-3).map(Number)
    const left = Number(valores(ficha(), 'a:off', 'x').at(-1))
    expect(filled / whole).toBeCloseTo(0.547, 3)
    expect((left + mark / 2) / whole).toBeCloseTo(0.338, 3)
    expect(valores(ficha(), 'wp:docPr', 'descr')).toEqual(['Barra de avance: 54,7 % de un plan que debía ir en 33,8 %.'])
  })

  test('is no table of the report: no header row, no caption, and it is not cut in two', () => {
    expect(ficha()).not.toContain('w:tblHeader')
    const rows = elementos(ficha(), 'w:tr')
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
    const styles = valores(rows[0] ?? '', 'w:pStyle', 'w:val').map(estilo)
    expect(styles.every((style) => style.includes('<w:keepNext/>') || style.includes('w:basedOn w:val="Scorecard'))).toBe(true)
    expect(valores(estilo('Scorecard'), 'w:shd', 'w:fill')).toEqual(['F5F2FA'])
  })
})

test('pages of the annex lie on their side, with a header and a footer as wide as they are', () => {
  const last = elementos(cuerpo(informe), 'w:sectPr').at(-1) ?? ''
  expect(valores(last, 'w:pgSz', 'w:orient')).toEqual(['landscape'])
  // 279,4 mm across, 215,9 down; 1440 twips are 25,4 mm.
  expect([valores(last, 'w:pgSz', 'w:w')[0], valores(last, 'w:pgSz', 'w:h')[0]]).toEqual(['15840', '12240'])
  expect(valores(elementos(cuerpo(informe), 'w:tbl').at(-1) ?? '', 'w:tblW', 'w:w')).toEqual(['12960'])
  expect(valores(encabezados(informe).at(-1) ?? '', 'w:pStyle', 'w:val')).toEqual(['HeaderLandscape'])
  expect(estilo('HeaderLandscape')).toContain(
    '<w:tab w:val="clear" w:leader="none" w:pos="9360"/><w:tab w:val="right" w:leader="none" w:pos="12960"/>',
  )
})

describe('pictures', () => {
  test('one that says something has its words; one that adorns is marked so, and the cover too', () => {
    const drawings = elementos(cuerpo(informe), 'w:drawing')
    const named = (name: string) => drawings.find((drawing) => valores(drawing, 'wp:docPr', 'name')[0] === name) ?? ''
    expect(valores(named('foto-huerta'), 'wp:docPr', 'descr')).toEqual(['Vecinas y vecinos riegan una huerta en una ladera.'])
    expect(named('foto-huerta')).not.toContain('decorative')
    expect(valores(named('cuadros'), 'wp:docPr', 'descr')).toEqual([
      'Cuadros por estado: verde, 56; amarillo, 1; rojo, 11; sin-meta, 1; cumplido, 4.',
    ])
    expect(elementos(named('cuadros'), 'wps:wsp')).toHaveLength(73)
    for (const name of ['orla', 'portada']) {
      expect(valores(named(name), 'adec:decorative', 'val')).toEqual(['1'])
      expect(valores(named(name), 'wp:docPr', 'descr')).toEqual([])
    }
  })

  test('one is as large as in the PDF: its pixels at 96 to the inch, within the text and the page with its words', async () => {
    const sized = async (width: number, height: number) => {
      const pixel = assets.images.get('orla')
      if (pixel === undefined) throw new Error('Falta la orla.')
      const caption = [{ type: 'text' as const, value: 'Sus palabras.' }]
      const blocks: Block[] = [{ type: 'picture', id: 'x', image: 'x', alt: 'x', caption }]
      const documento: Documento = {
        ...unDocumento(),
        sections: [{ id: 'una', footer: '', numbering: 'decimal', orientation: 'portrait', blocks }],
      }
      const docx = await writeDocx(documento, theme, { ...assets, images: new Map([['x', { ...pixel, width, height }]]) })
      const xml = cuerpo(await leerDocx(docx))
      // 12700 of Word's units are a point.
      return [valores(xml, 'wp:extent', 'cx')[0], valores(xml, 'wp:extent', 'cy')[0]].map((units) => Math.round(Number(units) / 12700))
    }
    expect(await sized(200, 100)).toEqual([150, 75])
    // Wider than the text of 6.5 inches.
    expect(await sized(2000, 1000)).toEqual([468, 234])
    // Taller than the page: 648 points of text, less the words under it.
    const [, tall = 0] = await sized(1000, 3000)
    expect(tall).toBeGreaterThan(580)
    expect(tall).toBeLessThan(648 - 2 * theme.estilos.nota.linea)
  })

  test('words under a picture are under it, in their style', () => {
    const paragraphs = elementos(cuerpo(informe), 'w:p')
    const at = paragraphs.findIndex((paragraph) => paragraph.includes('name="foto-huerta"'))
    expect(palabras(paragraphs[at + 1] ?? '')).toBe('Jornada de siembra en la localidad de Usme.')
    expect(valores(paragraphs[at + 1] ?? '', 'w:pStyle', 'w:val')).toEqual(['PictureCaption'])
  })

  test('one that is not there is named', async () => {
    const picture: Block = { type: 'picture', id: 'x', image: 'perdida', alt: '', caption: [] }
    const documento: Documento = {
      ...unDocumento(),
      sections: [{ id: 'una', footer: '', numbering: 'decimal', orientation: 'portrait', blocks: [picture] }],
    }
    await expect(writeDocx(documento, theme, assets)).rejects.toThrow('«perdida»')
  })

  test('the logo stands on the cover, and only where there is one', () => {
    expect(valores(cuerpo(borrador), 'wp:docPr', 'name')).toContain('logo')
    expect(valores(cuerpo(informe), 'wp:docPr', 'name')).not.toContain('logo')
  })
})

describe('a draft', () => {
  test('bears its mark on every page and its detail at every foot', () => {
    const marks = (xml: string) => valores(xml, 'v:textpath', 'string')
    // The cover has its own, over its ground; its header is empty.
    expect(encabezados(borrador).map(marks)).toEqual([[], ['BORRADOR'], ['BORRADOR']])
    expect(marks(cuerpo(borrador))).toEqual(['BORRADOR'])
    expect(pies(borrador).every((xml) => xml.includes(draft.detail))).toBe(true)
    expect(pies(borrador)).toHaveLength(9)
  })

  test('has its lines numbered in the pages that count from 1, for reviewers to cite', () => {
    const counted = elementos(cuerpo(borrador), 'w:sectPr').map((section) => section.includes('<w:lnNumType'))
    expect(counted).toEqual([false, false, ...Array<boolean>(7).fill(true)])
  })

  test('and the report itself has none of it', () => {
    const whole = [cuerpo(informe), ...encabezados(informe), ...pies(informe)].join('')
    expect(whole).not.toMatch(/BORRADOR|lnNumType|<w:pict>|3f2a9c71/u)
  })
})
