/** `informe comparar --control-de-cambios`: one Word document that is the new report when all is accepted, and the former one when all is rejected. */
import './semilla.js'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Assets, Block, Documento, Inline, Section, TableBlock } from '../src/document/index.js'
import { conControlDeCambios } from '../src/redline/index.js'
import { writeDocx } from '../src/writers/docx/index.js'
import { lineas, parrafosMarcados } from './cambios.js'
import { abrirPaquete, faltasDelPaquete } from './ooxml.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'
import { docxMinimo } from './un-docx-minimo.js'

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

/** What is changed, and how many paragraphs and cells it should touch. */
const casos: Readonly<Record<string, { readonly antes?: Documento; readonly despues: Documento; readonly otros?: Partial<Assets> }>> = {
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

describe.each(Object.entries(casos))('%s', (_, { antes = unDocumento(), despues, otros }) => {
  let viejo: Uint8Array
  let nuevo: Uint8Array
  beforeAll(async () => {
    viejo = await word(antes)
    nuevo = await word(despues, otros)
  })
  const marcado = (al: 'derecho' | 'revés') =>
    al === 'derecho' ? conControlDeCambios(viejo, nuevo, AUTOR).docx : conControlDeCambios(nuevo, viejo, AUTOR).docx

  test('todo aceptado es el nuevo, y todo rechazado, el anterior; también al revés', () => {
    expect(lineas(marcado('derecho'), 'aceptar')).toEqual(lineas(nuevo, 'aceptar'))
    expect(lineas(marcado('derecho'), 'rechazar')).toEqual(lineas(viejo, 'aceptar'))
    expect(lineas(marcado('revés'), 'aceptar')).toEqual(lineas(viejo, 'aceptar'))
    expect(lineas(marcado('revés'), 'rechazar')).toEqual(lineas(nuevo, 'aceptar'))
  })

  test('Word lo abre sin reparar nada', () => {
    expect(faltasDelPaquete(abrirPaquete(marcado('derecho')))).toEqual([])
    expect(faltasDelPaquete(abrirPaquete(marcado('revés')))).toEqual([])
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
