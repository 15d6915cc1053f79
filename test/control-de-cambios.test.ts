/** `informe comparar --control-de-cambios`: one Word document that is the new report when all is accepted, and the former one when all is rejected. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Assets, Block, Documento, Inline, Section, TableBlock } from '../src/document/index.js'
import { conControlDeCambios } from '../src/redline/index.js'
import { writeDocx } from '../src/writers/docx/index.js'
import { WRITERS } from '../src/writers/index.js'
import { lineas, parrafosMarcados } from './cambios.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { abrirPaquete, faltasDelPaquete } from './ooxml.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'
import { type UnLibro, unLibro } from './un-libro.js'
import './semilla.js'
import { docxMinimo } from './un-docx-minimo.js'

const RAIZ = new URL('..', import.meta.url).pathname
const { theme, assets } = cargarRecursos()
const AUTOR = { author: 'Subsecretaría', date: new Date('2032-02-03T04:05:06Z') }
const word = (documento: Documento, otros: Partial<Assets> = {}) => writeDocx(documento, theme, { ...assets, ...otros })
const texto = (value: string): Inline => ({ type: 'text', value })
const parrafo = (...children: Inline[]): Block => ({ type: 'paragraph', role: 'normal', children })

/** The invented report with the blocks of one section changed. */
const con = (id: string, cambiar: (blocks: readonly Block[]) => readonly Block[]): Documento => {
  const documento = unDocumento()
  return { ...documento, sections: documento.sections.map((s): Section => (s.id === id ? { ...s, blocks: cambiar(s.blocks) } : s)) }
}
const conTabla = (id: string, cambiar: (tabla: TableBlock) => TableBlock): Documento =>
  con(id, (blocks) => blocks.map((block) => (block.type === 'table' ? cambiar(block) : block)))
/** With a text put in the place of another wherever it stands. */
const diciendo = (viejo: string, nuevo: string): Documento =>
  JSON.parse(JSON.stringify(unDocumento()).replaceAll(viejo, nuevo)) as Documento

/** Without what leads to a block that is no more: lines of indices, and references, which stay as words. */
const sinCabosSueltos = (documento: Documento): Documento => {
  const ids = new Set(documento.sections.flatMap(({ blocks }) => blocks.map((block) => ('id' in block ? block.id : ''))))
  return JSON.parse(
    JSON.stringify(documento),
    (_, value: { type?: string; target?: string; label?: string; entries?: { target: string }[] } | null) => {
      if (value?.type === 'reference' && !ids.has(value.target ?? '')) return texto(value.label ?? '')
      return value?.type === 'index' ? { ...value, entries: value.entries?.filter(({ target }) => ids.has(target)) } : value
    },
  ) as Documento
}

const TABLA = 'contexto'

/** What is changed of the invented report. */
const casos: Readonly<Record<string, { readonly despues: Documento; readonly otros?: Partial<Assets> }>> = {
  'una palabra de un párrafo': { despues: diciendo('Siembra de semillas nativas', 'Siembra de semillas criollas') },
  'una cifra de una celda': { despues: diciendo('"735"', '"736"') },
  'una nota al pie': { despues: diciendo('Nota dentro de una celda', 'Nota corregida dentro de una celda') },
  'un párrafo nuevo': { despues: con('contexto', (b) => [...b.slice(0, 3), parrafo(texto('Un párrafo que no estaba.')), ...b.slice(3)]) },
  'un párrafo nuevo al final de un capítulo': { despues: con('contexto', (b) => [...b, parrafo(texto('Uno más, al final.'))]) },
  'un párrafo con su nota, que se va': {
    despues: con('contexto', (b) => b.filter((block) => !JSON.stringify(block).includes('texto del acuerdo'))),
  },
  'un elemento de una lista con números': { despues: diciendo('Segundo paso', 'Paso segundo y último') },
  'una lista que se va': { despues: con('contexto', (b) => b.filter((block) => block.type !== 'list')) },
  'una fila nueva': {
    despues: conTabla(TABLA, (t) => ({
      ...t,
      rows: [...t.rows.slice(0, 5), { kind: 'body', cells: [[texto('Una jornada más')], [texto('8')], []] }, ...t.rows.slice(5)],
    })),
  },
  'una fila que se va': { despues: conTabla(TABLA, (t) => ({ ...t, rows: t.rows.filter((_, i) => i !== 11) })) },
  'una columna que se va': {
    despues: conTabla(TABLA, (t) => ({
      ...t,
      columns: t.columns.slice(0, 2),
      rows: t.rows.map((r) => ({ ...r, cells: r.cells.slice(0, 2) })),
    })),
  },
  'una tabla que se va': { despues: sinCabosSueltos(con('contexto', (b) => b.filter((block) => block.type !== 'table'))) },
  'un capítulo que se va': {
    despues: sinCabosSueltos({ ...unDocumento(), sections: unDocumento().sections.filter(({ id }) => id !== 'ambiente') }),
  },
  'otra gráfica': {
    despues: unDocumento(),
    otros: {
      images: new Map([
        ...assets.images,
        ...[...assets.images].filter(([id]) => id === 'grafica-02').map(([, imagen]) => ['grafica-01', imagen] as const),
      ]),
    },
  },
  'solo el texto alternativo de una gráfica': { despues: diciendo('Barras: 20 productos en verde', 'Barras: veinte productos en verde') },
  'el estado de un producto': { despues: diciendo('"state":"rojo","value":"▼ 1.1.2"', '"state":"verde","value":"1.1.2"') },
  'los cuadros de la portada': {
    despues: con('portada', (b) => b.map((block) => (block.type === 'cover' ? { ...block, tiles: block.tiles.slice(1) } : block))),
  },
}

describe.each(Object.entries(casos))('%s', (_, { despues, otros }) => {
  let viejo: Uint8Array
  let nuevo: Uint8Array
  let derecho: Uint8Array
  let reves: Uint8Array
  beforeAll(async () => {
    viejo = await word(unDocumento())
    nuevo = await word(despues, otros)
    derecho = conControlDeCambios(viejo, nuevo, AUTOR).docx
    reves = conControlDeCambios(nuevo, viejo, AUTOR).docx
  })

  test('todo aceptado es el nuevo, y todo rechazado, el anterior; también al revés', () => {
    const [antes, ahora] = [lineas(viejo, 'aceptar'), lineas(nuevo, 'aceptar')]
    expect([lineas(derecho, 'aceptar'), lineas(derecho, 'rechazar')]).toEqual([ahora, antes])
    expect([lineas(reves, 'aceptar'), lineas(reves, 'rechazar')]).toEqual([antes, ahora])
  })

  test('Word lo abre sin reparar nada', () => {
    expect(faltasDelPaquete(abrirPaquete(derecho))).toEqual([])
    expect(faltasDelPaquete(abrirPaquete(reves))).toEqual([])
  })
})

describe('lo que se marca', () => {
  const entre = async (despues: Documento, otros: Partial<Assets> = {}) =>
    conControlDeCambios(await word(unDocumento()), await word(despues, otros), AUTOR)

  test('una palabra es una palabra, con su autor y su fecha', async () => {
    const { docx, changes } = await entre(diciendo('Siembra de semillas nativas', 'Siembra de semillas criollas'))
    expect(changes).toEqual({ insertions: 1, deletions: 1, paragraphs: 1, cells: 0 })
    const cuerpo = abrirPaquete(docx).get('word/document.xml') ?? ''
    const quien = 'w:author="Subsecretaría" w:date="2032-02-03T04:05:06Z"'
    expect(cuerpo).toMatch(
      new RegExp(`<w:del w:id="\\d+" ${quien}><w:r><w:delText xml:space="preserve">nativas</w:delText></w:r></w:del>`, 'u'),
    )
    expect(cuerpo).toMatch(new RegExp(`<w:ins w:id="\\d+" ${quien}><w:r><w:t xml:space="preserve">criollas</w:t></w:r></w:ins>`, 'u'))
  })

  test('una cifra de una celda, y la nota al pie que cambió', async () => {
    const { changes } = await entre(diciendo('"735"', '"736"'))
    expect(changes).toEqual({ insertions: 1, deletions: 1, paragraphs: 0, cells: 1 })
    const nota = await entre(diciendo('Nota dentro de una celda', 'Nota corregida dentro de una celda'))
    expect(nota.changes).toEqual({ insertions: 1, deletions: 0, paragraphs: 1, cells: 0 })
  })

  test('el texto alternativo es el nuevo, sin marca', async () => {
    const { docx, changes } = await entre(diciendo('Barras: 20 productos en verde', 'Barras: veinte productos en verde'))
    expect(changes).toEqual({ insertions: 0, deletions: 0, paragraphs: 0, cells: 0 })
    expect(abrirPaquete(docx).get('word/document.xml')).toContain('Barras: veinte productos en verde')
  })

  test('de una gráfica que Word dibuja, la anterior con su hoja de datos y la nueva', async () => {
    const antes = await word(unDocumento(), { editableCharts: true })
    const ahora = await word(diciendo('"20 (67 %)"', '"21 (67 %)"'), { editableCharts: true })
    const { docx, changes } = conControlDeCambios(antes, ahora, AUTOR)
    expect(changes).toEqual({ insertions: 1, deletions: 1, paragraphs: 2, cells: 0 })
    expect(faltasDelPaquete(abrirPaquete(docx))).toEqual([])
    expect([...abrirPaquete(docx).keys()].filter((path) => path.includes('antes-')).length).toBeGreaterThan(1)
  })
})

describe('entre dos libros', () => {
  const productos = (libro: UnLibro, ...codigos: readonly string[]) =>
    codigos.reduce(
      (uno, codigo) =>
        uno.producto(codigo, {
          nombre: `Producto de ${codigo}`,
          sector: codigo.startsWith('1') ? 'Movilidad' : 'Salud',
          metas: { 2023: 10 },
          avances: { 2023: 7 },
          logros: `El producto ${codigo} llegó a las localidades.`,
        }),
      libro,
    )
  const wordDe = async (libro: UnLibro) => {
    const { archivos } = await generarEnMemoria(libro.bytes(), new Map(), { escritores: new Map([['docx', WRITERS.docx]]) })
    return archivos.get('informe-ppb-2023.docx') ?? new Uint8Array()
  }

  test.each([
    ['un producto que llega', ['1.1.1', '1.1.2', '2.1.1'], ['1.1.1', '1.1.2', '1.1.3', '2.1.1']],
    ['un producto que se va', ['1.1.1', '1.1.2', '2.1.1', '2.1.2'], ['1.1.2', '2.1.1', '2.1.2']],
    ['un sector que se va', ['1.1.1', '1.1.2', '2.1.1'], ['1.1.1', '1.1.2']],
    ['un sector que llega', ['1.1.1'], ['1.1.1', '2.1.1']],
  ])('%s', async (_, antes, ahora) => {
    const [viejo, nuevo] = [await wordDe(productos(unLibro(), ...antes)), await wordDe(productos(unLibro(), ...ahora))]
    const { docx } = conControlDeCambios(viejo, nuevo, AUTOR)
    expect(lineas(docx, 'aceptar')).toEqual(lineas(nuevo, 'aceptar'))
    expect(lineas(docx, 'rechazar')).toEqual(lineas(viejo, 'aceptar'))
    expect(faltasDelPaquete(abrirPaquete(docx))).toEqual([])
  })
})

describe('una ley', () => {
  const palabras = fc
    .array(fc.constantFrom('la', 'ruta', 'de', 'huertas', '12', '1.300,5', '▼', 'niñas,'), { maxLength: 6 })
    .map((p) => p.join(' '))
  const celda = fc.array(palabras, { minLength: 1, maxLength: 2 })
  const tabla = fc.array(fc.tuple(celda, celda), { minLength: 1, maxLength: 4 })
  /** A table always has a paragraph before it and another after it, as those of a report do. */
  const bloques = fc
    .array(fc.oneof({ weight: 4, arbitrary: palabras }, { weight: 1, arbitrary: tabla }), { maxLength: 6 })
    .map((todos) => todos.flatMap((uno) => (typeof uno === 'string' ? [uno] : ['Rótulo', uno, 'Fuente'])))
  const secciones = fc.array(bloques, { minLength: 1, maxLength: 3 })

  test('sean los que sean dos documentos, aceptar todo da el nuevo y rechazar todo, el anterior', () => {
    fc.assert(
      fc.property(secciones, secciones, (antes, despues) => {
        const [viejo, nuevo] = [docxMinimo(antes), docxMinimo(despues)]
        const { docx } = conControlDeCambios(viejo, nuevo, AUTOR)
        expect(lineas(docx, 'aceptar')).toEqual(lineas(nuevo, 'aceptar'))
        expect(lineas(docx, 'rechazar')).toEqual(lineas(viejo, 'aceptar'))
        expect(faltasDelPaquete(abrirPaquete(docx))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test('un documento consigo mismo no tiene marca alguna', () => {
    fc.assert(
      fc.property(secciones, (uno) => {
        const { docx, changes } = conControlDeCambios(docxMinimo(uno), docxMinimo(uno), AUTOR)
        expect(parrafosMarcados(docx)).toEqual([])
        expect(changes).toEqual({ insertions: 0, deletions: 0, paragraphs: 0, cells: 0 })
      }),
    )
  })
})

describe('la orden', () => {
  let carpeta: string
  const libro = (logro: number) =>
    unLibro()
      .producto('1.1.1', { nombre: 'Rutas señalizadas', sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: logro } })
      .producto('2.1.1', { sector: 'Salud', metas: { 2023: 4 }, avances: { 2023: 4 } })
      .bytes()
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    carpeta = mkdtempSync(join(tmpdir(), 'control-'))
    writeFileSync(join(carpeta, 'antes.xlsx'), libro(9))
    writeFileSync(join(carpeta, 'ahora.xlsx'), libro(4))
  })
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }))
  const informe = (...argumentos: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), ...argumentos], {
      cwd: carpeta,
      encoding: 'utf8',
      env: { ...process.env, SOURCE_DATE_EPOCH: '1700000000' },
    })
  const escrito = (nombre: string) => readFileSync(join(carpeta, nombre))

  test('escribe el documento con su autor y su fecha, dice cuánto cambió y no pisa el de antes', () => {
    const { status, stdout } = informe('comparar', 'antes.xlsx', 'ahora.xlsx', '--control-de-cambios', 'c.docx', '--autor', 'Ana & Cía.')
    expect(status).toBe(0)
    expect(stdout).toMatch(/\nControl de cambios en c\.docx: \d+ inserciones y \d+ eliminaciones, en \d+ párrafos y \d+ celdas\.\n$/u)
    const cuerpo = abrirPaquete(escrito('c.docx')).get('word/document.xml') ?? ''
    // 1,700,000,000 seconds.
    expect(cuerpo).toMatch(/<w:del w:id="\d+" w:author="Ana &amp; Cía\." w:date="2023-11-14T22:13:20Z">/u)
    const antes = escrito('c.docx')
    const otraVez = informe('comparar', 'antes.xlsx', 'ahora.xlsx', '--control-de-cambios', 'c.docx')
    expect([otraVez.status, escrito('c.docx').equals(antes)]).toEqual([4, true])
    expect(otraVez.stderr).toContain('c.docx')
    informe('comparar', 'antes.xlsx', 'ahora.xlsx', '--control-de-cambios', 'd.docx', '--autor', 'Ana & Cía.')
    expect(escrito('d.docx').equals(antes)).toBe(true)
  })

  test('de una carpeta toma su Word, y sin él dice qué falta', () => {
    expect(informe('generar', 'antes.xlsx', '--salida', 'edicion', '--formatos', 'docx', '--silencioso').status).toBe(0)
    const nada = informe('comparar', 'edicion', 'antes.xlsx', '--control-de-cambios', 'igual.docx')
    expect(nada.stdout).toMatch(/Control de cambios en igual\.docx: ningún cambio: los dos informes dicen lo mismo\.\n$/u)
    expect(lineas(escrito('igual.docx'), 'aceptar')).toEqual(lineas(escrito('edicion/informe-ppb-2023.docx'), 'aceptar'))
    rmSync(join(carpeta, 'edicion/informe-ppb-2023.docx'))
    expect(informe('comparar', 'edicion', 'ahora.xlsx', '--control-de-cambios', 'sin.docx')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('La carpeta edicion no tiene informe-ppb-2023.docx') as string,
    })
    expect(existsSync(join(carpeta, 'sin.docx'))).toBe(false)
  })

  test('un Word con cambios de otra persona se rechaza, y un nombre que no es de Word también', () => {
    expect(informe('generar', 'antes.xlsx', '--salida', 'revisada', '--formatos', 'docx', '--silencioso').status).toBe(0)
    writeFileSync(join(carpeta, 'revisada/informe-ppb-2023.docx'), escrito('c.docx'))
    expect(informe('comparar', 'revisada', 'ahora.xlsx', '--control-de-cambios', 'x.docx')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('cambios por aceptar o rechazar') as string,
    })
    expect(informe('comparar', 'antes.xlsx', 'ahora.xlsx', '--control-de-cambios', 'x.pdf').status).toBe(2)
  })
})
