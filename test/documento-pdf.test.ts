import { encode } from 'fast-png'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Assets, Block, Documento, Inline, Picture, ScorecardBlock, Section, TableBlock } from '../src/document/index.js'
import { writePdf } from '../src/writers/pdf/index.js'
import { type EnlaceLeido, leerPdf, type PaginaLeida, type PdfLeido } from './leer-pdf.js'
import { cargarRecursos } from './recursos.js'
import { comprobarUa } from './ua/comprobar-ua.js'
import { porEstado, unDocumento } from './un-documento.js'

const { theme, assets } = cargarRecursos()
const escribir = async (documento: Documento, con: Partial<Assets> = {}) =>
  leerPdf((await writePdf(documento, theme, { ...assets, ...con })).bytes)

/** Under the running header and over the footer: the body of a page. A page without a number has neither. */
const cuerpo = (page: PaginaLeida) => page.lines.filter((line) => page.label === '' || (line.y > 70 && line.y < 725))
const palabras = (page: PaginaLeida) =>
  cuerpo(page)
    .map((line) => line.text)
    .join('\n')
const junto = (text: string) => text.replace(/\s+/gu, '')
/** All that is written on the pages, without blanks, which a line's end may take. */
const leido = (pdf: PdfLeido) => junto(pdf.pages.map((page) => page.text).join('\n'))
const veces = (text: string, part: string) => text.split(part).length - 1
/** The first page where these words are read. */
const paginaDe = (pdf: PdfLeido, words: string) => pdf.pages.findIndex((page) => junto(palabras(page)).includes(junto(words)))
const interiores = (page: PaginaLeida) => page.links.filter((link): link is Extract<EnlaceLeido, { page: number }> => 'page' in link)

const t = (value: string): Inline => ({ type: 'text', value })
const p = (...children: Inline[]): Block => ({ type: 'paragraph', role: 'normal', children })
const seccion = (blocks: readonly Block[], numbering: Section['numbering'] = 'decimal'): Section => ({
  id: 'seccion',
  footer: 'Parte',
  numbering,
  orientation: 'portrait',
  blocks,
})
const conBloques = (...blocks: Block[]): Documento => ({ ...unDocumento(), sections: [seccion(blocks)] })
const frase = (i: number, words = 70) => Array.from({ length: words }, (_, w) => `palabra${i}x${w}`).join(' ')
const tabla = (rows: readonly (readonly Inline[])[][], parts: Partial<TableBlock> = {}): TableBlock => ({
  type: 'table',
  id: 'tabla',
  caption: { label: 'Tabla', number: '1', children: [t('Rótulo de la tabla')] },
  columns: [
    { title: [t('Encabezado uno')], align: 'left', weight: 3 },
    { title: [t('Encabezado dos')], align: 'right', weight: 1 },
  ],
  rows: rows.map((cells) => ({ kind: 'body', cells })),
  notes: [[t('Fuente: registro de la entidad.')]],
  ...parts,
})

describe('el informe en PDF', () => {
  let pdf: PdfLeido
  beforeAll(async () => {
    pdf = await escribir(unDocumento())
  })

  test('la portada no lleva encabezado ni número; las páginas siguen en romanos y luego en arábigos desde 1', () => {
    expect(pdf.pages.map((page) => page.label).slice(0, 5)).toEqual(['', 'i', 'ii', '1', '2'])
    expect(pdf.pages[0]?.lines.some((line) => line.text.includes('Vigencia 2031'))).toBe(false)
    for (const page of pdf.pages.slice(1)) {
      expect(page.lines[0]?.text).toMatch(/^Informe anual de seguimiento · PPHU\s+Vigencia 2031$/u)
      expect(page.lines.at(-1)?.text.endsWith(page.label)).toBe(true)
    }
    expect(pdf.pages[1]?.lines.at(-1)?.text).toMatch(/^Índices\s+i$/u)
  })

  test('cada rótulo aparece una vez, con su etiqueta y su número', () => {
    const all = leido(pdf)
    for (const caption of [
      'Tabla 1. Número de asistentes',
      'Tabla 2. Cumplimiento de',
      'Gráfica 1. Cumplimiento',
      'Gráfica 2. Número de',
    ]) {
      expect(veces(all, junto(caption)), caption).toBe(1)
    }
  })

  test('cada entrada de los índices dice el número impreso en la página donde está lo que nombra, y lleva a ella', () => {
    const indice = paginaDe(pdf, 'Contenido')
    const entradas = unDocumento().sections.flatMap((s) => s.blocks.flatMap((b) => (b.type === 'index' ? b.entries : [])))
    expect(entradas).toHaveLength(16)
    for (const { target, label, text } of entradas) {
      const titulo = junto(label === null ? text : `${label}. ${text}`)
      const destino = pdf.pages.findIndex(
        (page, i) => i > indice && cuerpo(page).some((l) => titulo.startsWith(junto(l.text)) && l.x === 72),
      )
      const line = pdf.pages[indice]?.lines.find((l) => junto(l.text).startsWith(junto(`${label ?? ''}${text}`)))
      expect(line?.text.trim().split(/\s+/u).at(-1), text).toBe(pdf.pages[destino]?.label)
      const link = interiores(pdf.pages[indice] as PaginaLeida).find((l) => l.name === target)
      expect(link?.page, text).toBe(destino)
    }
  })

  test('cada nota está al pie de la página de su llamada, y se va y se vuelve por enlaces', () => {
    const notas = [
      [1, 'Acuerdo 1 de 2027, artículo 3.'],
      [2, 'Nota dentro de una celda.'],
      [3, 'Cada producto cuenta hasta el 100 % de su meta final; lo que la supera no se suma.'],
    ] as const
    for (const [number, words] of notas) {
      const page = pdf.pages.findIndex((pg) => interiores(pg).some((link) => link.name === `note/${number}`))
      expect(paginaDe(pdf, words), words).toBe(page)
      const [there, back] = ['note', 'mark'].map((name) =>
        interiores(pdf.pages[page] as PaginaLeida).find((link) => link.name === `${name}/${number}`),
      )
      expect(there?.page).toBe(page)
      expect(back?.page).toBe(page)
      expect(back?.top).toBeLessThan(there?.top ?? 0)
      const body = cuerpo(pdf.pages[page] as PaginaLeida)
      const first = body.findIndex((line) => junto(line.text).includes(junto(words)))
      expect(body.slice(first + 1).every((line) => !/Jornada|Fuente/u.test(line.text))).toBe(true)
    }
  })

  test('ninguna palabra del árbol falta en las páginas', () => {
    const all = leido(pdf)
    const hojas = unDocumento().sections.flatMap((s) => s.blocks.flatMap(textos))
    expect(hojas.length).toBeGreaterThan(200)
    for (const hoja of hojas) expect(all.includes(junto(hoja.replace(/[\p{Cc}\uFFFE]/gu, ''))), hoja).toBe(true)
  })

  test('las referencias llevan a su tabla o capítulo y los enlaces externos a su dirección', () => {
    const page = pdf.pages[paginaDe(pdf, 'muestran el detalle')] as PaginaLeida
    const salto = (name: string) => interiores(page).find((link) => link.name === name)?.page
    expect(salto('tabla-productos')).toBe(paginaDe(pdf, 'Tabla 1. Número'))
    expect(salto('salud-titulo')).toBe(paginaDe(pdf, 'El sector ha avanzado'))
    expect(page.links.flatMap((link) => ('url' in link ? link.url : []))).toEqual(['https://www.bogota.gov.co/norma?a=1&b=2'])
  })

  test('los marcadores son los títulos listados, en su jerarquía y en su página', () => {
    const esperados = unDocumento().sections.flatMap((s) => s.blocks.flatMap((b) => (b.type === 'heading' && b.listed ? [b] : [])))
    expect(pdf.outline.map(({ title, depth }) => [title, depth])).toEqual(
      esperados.map((b) => [b.children.map((c) => ('value' in c ? c.value : '')).join(''), b.depth - 1]),
    )
    for (const { title, page } of pdf.outline) expect(junto(palabras(pdf.pages[page] as PaginaLeida))).toContain(junto(title))
  })

  test('el archivo dice su idioma, su título y su autor, y cada figura su texto alternativo', () => {
    expect(pdf.language).toBe('es-CO')
    expect(pdf.info).toMatchObject({
      Title: 'Informe anual de seguimiento 2031',
      Author: 'Secretaría Distrital de Huertas',
      Subject: 'Política Pública de Huertas Urbanas',
      Keywords: 'huertas, seguimiento, 2031',
    })
    expect(pdf.pages.flatMap((page) => page.alts)).toEqual([
      'Cuadros por estado: verde, 56; amarillo, 1; rojo, 11; sin-meta, 1; cumplido, 4.',
      'Barras: 20 productos en verde, 8 en amarillo y 2 en rojo.',
      'Barra de avance: 54,7 % de un plan que debía ir en 33,8 %.',
      'Barras: 2 productos en verde y 1 en rojo.',
      'Vecinas y vecinos riegan una huerta en una ladera.',
    ])
  })

  test('la estructura etiquetada tiene títulos, listas, tablas, enlaces y notas', () => {
    const roles = new Set(pdf.pages.flatMap((page) => page.roles))
    for (const role of [
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Table',
      'TH',
      'TD',
      'Caption',
      'Figure',
      'TOC',
      'TOCI',
      'Reference',
      'Link',
      'Note',
    ]) {
      expect(roles, role).toContain(role)
    }
  })

  test('una tabla que pasa de página repite su encabezado, y ninguna fila se parte', () => {
    const pages = pdf.pages.filter((page) => palabras(page).includes('Jornada número'))
    expect(pages.length).toBeGreaterThan(1)
    for (const page of pages) {
      const lines = cuerpo(page).map((line) => line.text)
      expect(lines.filter((line) => /^Jornada\s+Asistentes\s+Mes$/u.test(line))).toHaveLength(1)
      expect(lines.filter((line) => line.startsWith('Jornada número')).length).toBe(lines.filter((line) => /^localidad/u.test(line)).length)
    }
  })

  test('los productos de una celda están en renglones que no se tocan, y el texto de cada uno se lee', () => {
    const page = pdf.pages[paginaDe(pdf, 'lo planeado')] as PaginaLeida
    expect(junto(palabras(page))).toContain('Ambiente2.1.22.3.368%▼−2')
    const renglones = cuerpo(page).filter((line) => /2\.2\.\d/u.test(line.text))
    expect(renglones.length).toBeGreaterThan(1)
    expect(junto(renglones.map((line) => line.text).join(''))).toContain('2.2.9▼2.2.102.2.1')
    const steps = renglones.slice(1).map((line, i) => line.y - (renglones[i]?.y ?? 0))
    for (const step of steps) expect(step).toBeGreaterThan(14)
  })

  test('los títulos de la estructura no se saltan ningún nivel, aunque el informe salte del primero al tercero', () => {
    const levels = pdf.pages.flatMap((page) => page.roles.flatMap((role) => (/^H\d$/u.test(role) ? Number(role[1]) : [])))
    expect(levels).toHaveLength(unDocumento().sections.flatMap((s) => s.blocks.filter((b) => b.type === 'heading')).length)
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([])
  })

  test('la sección apaisada tiene páginas apaisadas con su encabezado y su pie, y las demás no', () => {
    const anchas = pdf.pages.filter((page) => page.width > page.height)
    expect(anchas.length).toBeGreaterThan(1)
    for (const page of anchas) {
      expect([page.width, page.height]).toEqual([pdf.pages[0]?.height, pdf.pages[0]?.width])
      expect(page.lines[0]?.text).toMatch(/^Informe anual de seguimiento · PPHU\s+Vigencia 2031$/u)
      expect(page.lines.at(-1)?.text).toMatch(new RegExp(`^Anexo\\s+${page.label}$`, 'u'))
      expect(Math.max(...page.lines.map((line) => line.y))).toBeLessThan(page.height)
    }
    expect(palabras(anchas[0] as PaginaLeida)).toContain('Todos los productos del Plan')
  })

  test('el rezago se lee con su signo', () => {
    expect(leido(pdf)).toContain('▼1.690.250')
  })

  test('dos escrituras dan los mismos bytes', async () => {
    const [{ bytes: a }, { bytes: b }] = [await writePdf(unDocumento(), theme, assets), await writePdf(unDocumento(), theme, assets)]
    expect(Buffer.compare(a, b)).toBe(0)
  })
})

describe('las imágenes, las fichas y los borradores', () => {
  const imagen = (parts: Partial<Extract<Block, { type: 'picture' }>> = {}): Block => ({
    type: 'picture',
    id: 'imagen',
    image: 'foto-huerta',
    alt: 'Una huerta.',
    caption: [t('Pie de la imagen.')],
    ...parts,
  })
  const ficha = (): ScorecardBlock => {
    const [block] = unDocumento().sections.flatMap((s) => s.blocks.filter((b) => b.type === 'scorecard'))
    if (block === undefined) throw new Error('no scorecard')
    return block
  }
  /** Left, bottom, right, top of the figures that the structure places. */
  const cajas = (bytes: Uint8Array): number[][] =>
    [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/\/BBox \[([-\d. ]+)\]/gu),
    ].map((match) => (match[1] ?? '').split(' ').map(Number))

  test('una imagen se imprime a lo sumo a 96 puntos por pulgada y nunca más ancha que el texto', async () => {
    const foto = assets.images.get('foto-huerta') as Picture
    const images = new Map([
      ['grande', foto],
      ['pequena', { ...foto, width: 320, height: 180 }],
    ])
    const blocks = [imagen({ id: 'a', image: 'grande' }), imagen({ id: 'b', image: 'pequena' })]
    const cuadros = cajas((await writePdf(conBloques(...blocks), theme, { ...assets, images })).bytes)
    const medidas = cuadros.map(([left = 0, bottom = 0, right = 0, top = 0]) =>
      [right - left, top - bottom].map((n) => Math.round(n * 10) / 10),
    )
    expect(medidas).toEqual([
      [468, 263.3],
      [240, 135],
    ])
  })

  test('el pie está bajo su imagen, en la misma página; la que solo adorna no está en la estructura', async () => {
    for (let before = 4; before < 9; before++) {
      const pdf = await escribir(conBloques(...Array.from({ length: before }, (_, i) => p(t(frase(i)))), imagen()))
      const page = pdf.pages[paginaDe(pdf, 'Pie de la imagen.')] as PaginaLeida
      expect(
        page.roles.filter((role) => ['Figure', 'Caption'].includes(role)),
        String(before),
      ).toEqual(['Figure', 'Caption'])
      expect(page.alts).toEqual(['Una huerta.'])
    }
    const adorno = await escribir(conBloques(p(t('Texto.')), imagen({ alt: '', caption: [] })))
    expect(adorno.pages[0]?.roles).not.toContain('Figure')
  })

  test('una ficha nunca se parte', async () => {
    for (let before = 18; before < 32; before++) {
      const pdf = await escribir(conBloques(...Array.from({ length: before }, (_, i) => p(t(`Párrafo corto ${i}.`))), ficha()))
      const page = junto(palabras(pdf.pages[paginaDe(pdf, 'Avance frente a lo planeado')] as PaginaLeida))
      for (const part of ['55%', 'avance acumulado', 'planeado 34 %', '75 % o más', 'cumplidos antes de 2031', 'faltan 89.750']) {
        expect(page, `${before}: ${part}`).toContain(junto(part))
      }
    }
  })

  test('un borrador lleva su marca y su detalle en todas las páginas, también en la portada, y ninguno de los dos es parte del texto', async () => {
    const draft = { mark: 'BORRADOR', detail: '15 de marzo de 2032 · libro 3f2a9c1e' }
    const pdf = await escribir({ ...unDocumento(), draft })
    for (const page of pdf.pages) {
      const lines = page.lines.map((line) => line.text)
      expect(lines.some((line) => line.includes('15 de marzo de 2032 · libro 3f2a9c1e'))).toBe(true)
      expect(veces(lines.join('\n'), 'BORRADOR')).toBe(1)
      expect(page.text).not.toContain('BORRADOR')
    }
    const definitivo = await escribir(unDocumento())
    expect(definitivo.pages.flatMap((page) => page.lines).some((line) => line.text.includes('BORRADOR'))).toBe(false)
    expect(pdf.pages.map((page) => page.label)).toEqual(definitivo.pages.map((page) => page.label))
  })

  test('el logo está en la portada, con su transparencia, y no tapa las palabras', async () => {
    const transparente = {
      png: encode({ width: 40, height: 16, data: new Uint8Array(40 * 16 * 4).fill(128), channels: 4 }),
      width: 40,
      height: 16,
    }
    const { bytes } = await writePdf(unDocumento(), theme, { ...assets, logo: transparente })
    expect(Buffer.from(bytes).includes('/SMask')).toBe(true)
    expect(Buffer.from((await writePdf(unDocumento(), theme, assets)).bytes).includes('/SMask')).toBe(false)
    expect(palabras((await leerPdf(bytes)).pages[0] as PaginaLeida)).toContain('Secretaría Distrital de Huertas')
  })
})

describe('la accesibilidad del PDF', () => {
  const UA = '<pdfuaid:part>1</pdfuaid:part>'
  const datos = {
    name: 'datos.json',
    mime: 'application/json',
    description: 'Datos del informe',
    bytes: new TextEncoder().encode('{"año":2031}'),
  }

  test('cumple todas las condiciones de PDF/UA-1 que la máquina comprueba, también con borrador y con adjuntos, y lo dice', async () => {
    const documento = { ...unDocumento(), draft: { mark: 'BORRADOR', detail: 'hoy' } }
    const { bytes } = await writePdf(documento, theme, { ...assets, attachments: [datos] })
    expect(comprobarUa(bytes)).toEqual([])
    const pdf = await leerPdf(bytes)
    expect(pdf.xmp).toContain(UA)
    expect(pdf.attachments).toEqual({ 'datos.json': '{"año":2031}' })
  })

  test('no dice que cumple PDF/UA-1 cuando le falta el título, un carácter o un texto alternativo', async () => {
    const grafica: Block = {
      type: 'chart',
      id: 'g',
      caption: { label: 'Gráfica', number: '1', children: [t('Rótulo')] },
      data: porEstado([1]),
      image: 'grafica-01',
      alt: 'Barras.',
      notes: [],
    }
    const titulo: Block = { type: 'heading', id: 'h', depth: 1, kicker: null, listed: false, children: [t('Título')] }
    const dice = async (documento: Documento) => (await escribir(documento)).xmp.includes(UA)
    expect(await dice(conBloques(titulo, grafica))).toBe(true)
    expect(await dice(conBloques(titulo, { ...grafica, alt: ' ' }))).toBe(false)
    expect(await dice(conBloques(titulo, p(t('Un carácter que ninguna fuente tiene: \u4E2D'))))).toBe(false)
    expect(await dice({ ...conBloques(titulo), title: '' })).toBe(false)
    expect(await dice({ ...conBloques(titulo), language: 'español' })).toBe(false)
  })

  test('dice su título, autor, fechas e idioma, aunque el título tenga signos de XML', async () => {
    const { xmp, info } = await escribir({ ...unDocumento(), title: 'Huertas & semillas <2031>' })
    expect(info.Title).toBe('Huertas & semillas <2031>')
    expect(xmp).toContain('<rdf:li xml:lang="x-default">Huertas &amp; semillas &lt;2031&gt;</rdf:li>')
    for (const part of [
      'Secretaría Distrital de Huertas',
      '<xmp:ModifyDate>2031-03-15T00:00:00Z</xmp:ModifyDate>',
      '<rdf:li>es-CO</rdf:li>',
    ]) {
      expect(xmp).toContain(part)
    }
  })
})

describe('la composición de las páginas', () => {
  test('ningún párrafo deja una línea sola al pie o a la cabeza de una página', async () => {
    const pdf = await escribir(conBloques(...Array.from({ length: 40 }, (_, i) => p(t(frase(i, 50 + 7 * (i % 5)))))))
    expect(pdf.pages.length).toBeGreaterThan(5)
    for (const page of pdf.pages) {
      const groups = parrafos(cuerpo(page))
      const [first, last] = [groups[0] ?? 0, groups.at(-1) ?? 0]
      expect(Math.min(first, last)).toBeGreaterThan(1)
    }
  })

  test('las líneas de un párrafo distan lo que dice el tema', async () => {
    const pdf = await escribir(conBloques(p(t(frase(1))), p({ type: 'code', value: '1.2.3' }, t(` ${frase(2)}`))))
    const ys = cuerpo(pdf.pages[0] as PaginaLeida).map((line) => line.y)
    const steps = ys.slice(1).map((y, i) => y - (ys[i] ?? 0))
    expect(steps.filter((step) => Math.abs(step - 15) < 0.01).length).toBe(steps.length - 1)
    expect(steps.filter((step) => Math.abs(step - 22.5) < 0.01)).toHaveLength(1)
  })

  test('en una columna tan angosta como su palabra más larga, ninguna línea empieza por un espacio', async () => {
    const columns: TableBlock['columns'] = [
      { title: [], align: 'left', weight: 99 },
      { title: [t('Acumulado total')], align: 'left', weight: 1 },
    ]
    const pdf = await escribir(conBloques(tabla([[[], [t('Acumulado dos')]]], { columns, caption: null })))
    const lines = cuerpo(pdf.pages[0] as PaginaLeida)
    expect(lines.map((line) => line.text.trimEnd())).toEqual(['Acumulado', 'total', 'Acumulado', 'dos', 'Fuente: registro de la entidad.'])
    expect(new Set(lines.slice(0, 4).map((line) => line.x)).size).toBe(1)
  })

  test('un título nunca queda al pie, sin lo que sigue', async () => {
    const blocks = Array.from({ length: 60 }, (_, i): Block[] => [
      { type: 'heading', id: `h${i}`, depth: 2, kicker: null, listed: true, children: [t(`Título número ${i}`)] },
      p(t(frase(i, 20 + 11 * (i % 4)))),
    ])
    const pdf = await escribir(conBloques(...blocks.flat()))
    expect(pdf.pages.length).toBeGreaterThan(5)
    for (const page of pdf.pages) expect(cuerpo(page).at(-1)?.text).not.toContain('Título número')
  })

  test('los renglones de un título se reparten parejo', async () => {
    const titulo: Block = {
      type: 'heading',
      id: 'h',
      depth: 1,
      kicker: null,
      listed: true,
      children: [t('Desarrollo Económico, Industria y Turismo')],
    }
    const pdf = await escribir(conBloques(titulo, p(t('Texto.'))))
    expect(cuerpo(pdf.pages[0] as PaginaLeida).map((line) => line.text.trim())).toEqual([
      'Desarrollo Económico,',
      'Industria y Turismo',
      'Texto.',
    ])
  })

  test('ningún párrafo termina en una palabra corta sola, si un poco menos de ancho lo remedia', async () => {
    const cortas = (pdf: PdfLeido) => pdf.pages.flatMap(cuerpo).filter((line) => line.text.trim() === 'fin.')
    for (let letters = 36; letters < 60; letters++) {
      const relleno = 'y de la huerta '.repeat(11)
      const pdf = await escribir(conBloques(p(t(`${'a'.repeat(letters)} ${relleno}fin.`))))
      expect(cortas(pdf), String(letters)).toEqual([])
    }
  })

  test('el rótulo de una tabla está con su encabezado y sus primeras filas, y la fuente con la última', async () => {
    const filas = Array.from({ length: 40 }, (_, i) => [[t(`Fila ${i}.`)], [t(String(i))]])
    for (let before = 18; before < 30; before++) {
      const pdf = await escribir(conBloques(...Array.from({ length: before }, (_, i) => p(t(`Párrafo corto ${i}.`))), tabla(filas)))
      const page = palabras(pdf.pages[paginaDe(pdf, 'Tabla 1.')] as PaginaLeida)
      for (const part of ['Encabezado uno', 'Fila 0.', 'Fila 1.']) expect(page, `${before}: ${part}`).toContain(part)
      const end = palabras(pdf.pages[paginaDe(pdf, 'Fuente:')] as PaginaLeida)
      for (const part of ['Fila 38.', 'Fila 39.']) expect(end, `${before}: ${part}`).toContain(part)
    }
  })

  test('una tabla pequeña no se parte', async () => {
    const filas = Array.from({ length: 9 }, (_, i) => [[t(`Fila ${i}.`)], [t(String(i))]])
    for (const before of [7, 8, 9, 10]) {
      const pdf = await escribir(conBloques(...Array.from({ length: before }, (_, i) => p(t(frase(i)))), tabla(filas)))
      expect(
        pdf.pages.filter((page) => palabras(page).includes('Fila ')),
        String(before),
      ).toHaveLength(1)
    }
  })

  test('una fila más alta que la página, una palabra más ancha que la línea y un encabezado enorme se imprimen enteros', async () => {
    const larga = frase(7, 900)
    const palabra = 'abcdefghij'.repeat(40)
    const pdf = await escribir(
      conBloques(
        p(t(palabra)),
        tabla([
          [[t(larga)], [t('12')]],
          [[t(palabra)], []],
        ]),
        tabla([[[t('x')], [t('y')]]], {
          id: 'otra',
          caption: null,
          columns: [
            { title: [t(frase(9, 300))], align: 'left', weight: 1 },
            { title: [], align: 'left', weight: 1 },
          ],
        }),
      ),
    )
    const all = junto(pdf.pages.map(palabras).join('').replaceAll('Encabezado uno', '').replaceAll('Encabezado dos', ''))
    expect(veces(all, palabra)).toBe(2)
    for (const word of [...larga.split(' '), ...frase(9, 300).split(' ')]) expect(all.includes(word), word).toBe(true)
  })

  test('las notas que no caben en su página siguen al pie de la siguiente', async () => {
    const nota = (number: number): Inline => ({ type: 'footnote', number, children: [[t(frase(number, 420))]] })
    const pdf = await escribir(conBloques(p(t('Con notas largas.'), nota(1), nota(2), nota(3)), p(t('Después de las notas.'))))
    const all = leido(pdf)
    for (const word of [1, 2, 3].flatMap((number) => frase(number, 420).split(' '))) expect(all.includes(word), word).toBe(true)
    expect(pdf.pages.length).toBeGreaterThan(2)
  })

  test('los espacios que no se parten no se parten ni se pierden', async () => {
    const cifra = '1\u00A0300\u202F%'
    const pdf = await escribir(conBloques(...Array.from({ length: 20 }, (_, i) => p(t(`${'a'.repeat(i * 3)} ${`${cifra} `.repeat(40)}`)))))
    const lines = pdf.pages.flatMap(cuerpo).map((line) => line.text)
    expect(lines.length).toBeGreaterThan(60)
    for (const line of lines) expect(line).toMatch(/^(a* ?)(1\s300\s% ?)+$/u)
    const titulo = await escribir(conBloques(p({ type: 'code', value: '55\u202F%' }, t(' de la meta'))))
    expect(palabras(titulo.pages[0] as PaginaLeida)).toMatch(/^55\s% de la meta$/u)
  })

  test('los números siguen de una sección a la siguiente de la misma clase y empiezan de nuevo cuando la clase cambia', async () => {
    const sections = (['roman', 'roman', 'decimal', 'decimal', 'none', 'decimal'] as const).map((kind) => seccion([p(t('Uno.'))], kind))
    const pdf = await escribir({ ...unDocumento(), sections })
    expect(pdf.pages.map((page) => page.label)).toEqual(['i', 'ii', '1', '2', '', '1'])
  })

  test('una referencia sin destino, una gráfica sin imagen o dos bloques con un mismo nombre detienen la escritura', async () => {
    await expect(escribir(conBloques(p({ type: 'reference', target: 'nada', label: 'Tabla 9' })))).rejects.toThrow('«nada»')
    const grafica: Block = {
      type: 'chart',
      id: 'g',
      caption: { label: 'Gráfica', number: '1', children: [t('Rótulo')] },
      data: porEstado([1]),
      image: 'no-existe',
      alt: '',
      notes: [],
    }
    await expect(escribir(conBloques(grafica))).rejects.toThrow('«no-existe»')
    await expect(escribir(conBloques(tabla([]), tabla([])))).rejects.toThrow('«tabla»')
  })
})

/** Lines in each paragraph of a page: a wider step begins another. */
function parrafos(lines: PaginaLeida['lines']): number[] {
  const heads = lines.flatMap((line, i) => (i === 0 || line.y - (lines[i - 1]?.y ?? 0) > 16 ? [i] : []))
  return heads.map((head, i) => (heads[i + 1] ?? lines.length) - head)
}

/** Every string of a block that is printed as it stands, found without regard to what kind of node holds it. */
function textos(block: Block): string[] {
  const found: string[] = []
  const printed = new Set(['value', 'label', 'kicker', 'term', 'issuer', 'title', 'subtitle', 'legend', 'imprint', 'text'])
  const visit = (node: unknown, key: string): void => {
    if (typeof node === 'string') {
      if (printed.has(key)) found.push(node)
    } else if (Array.isArray(node)) for (const child of node) visit(child, key)
    else if (node !== null && typeof node === 'object') for (const [name, child] of Object.entries(node)) visit(child, name)
  }
  visit(block, '')
  return found
}
