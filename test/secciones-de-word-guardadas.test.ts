/** What did not change in the Word document, a section, a block or a row, is put where it stands as it was written, and nobody can tell by the file. */
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import {
  type Assets,
  type Block,
  type Documento,
  type Inline,
  NO_PARTS,
  type PartStore,
  type Picture,
  type Section,
  type TableBlock,
} from '../src/document/index.js'
import type { Theme } from '../src/theme/index.js'
import { WRITERS } from '../src/writers/index.js'
import { enMemoria } from './partes-en-memoria.js'
import { cargarRecursos } from './recursos.js'
import './semilla.js'
import { unDocumento } from './un-documento.js'
import { unMembrete } from './un-membrete.js'

const { theme, assets } = cargarRecursos()
const membrete = await unMembrete()

type Caso = readonly [Documento, Theme, Assets]

const texto = (value: string): Inline => ({ type: 'text', value })
const parrafo = (...children: readonly Inline[]): Block => ({ type: 'paragraph', role: 'normal', children })
const enlace = (url: string): Inline => ({ type: 'link', url, children: [texto('la norma')] })
const nota = (...children: readonly Inline[]): Inline => ({ type: 'footnote', number: 0, children: [children] })
const cifra = (value: string, mark: string): Inline => ({
  type: 'figure',
  value,
  mark,
  origin: { rule: 'logro', name: mark, cells: ['Avances!F2'] },
})
const dicho = (value: string, mark: string): Inline => ({
  type: 'text',
  value,
  source: { sheet: 'Avances', key: '1.1.1', column: 'Logro', cell: 'Avances!H2', mark },
})

const titulo = (id: string, ...tras: readonly Inline[]): Block => ({
  type: 'heading',
  id,
  depth: 1,
  children: [texto('Otra parte'), ...tras],
  kicker: null,
  listed: false,
})

/**
 * Every section but the cover and the indices with prose, a figure, two links and a note that has a figure and a link of its own; and with
 * more prose, that goes on in the next paragraph and ends in the one after it.
 */
function base(): Documento {
  const documento = unDocumento()
  const sections = documento.sections.map((section, i) =>
    i < 2
      ? section
      : mas(
          section,
          parrafo(
            dicho('Se informó ', `_dicho_${i}`),
            cifra(String(i), `_cifra_${i}`),
            enlace(`https://ejemplo.gov.co/${i}?a=1&b=«2»#parte`),
            nota(texto('Según '), cifra(String(i), `_cifra_de_nota_${i}`), enlace(`https://nota.gov.co/${i}`)),
            enlace(`mailto:alguien@ejemplo.gov.co`),
            dicho(' en el año.', `_dicho_${i}`),
          ),
          ...(section.id === 'ambiente' ? [titulo('ambiente-segundo')] : []),
          ...['Primero esto.', 'Luego aquello.', 'Y al final.'].map((frase) => parrafo(dicho(frase, `_larga_${i}`))),
        ),
  )
  return conFila({ ...documento, sections }, 'tabla-productos', 5, ([primera, ...resto]) => [
    [...(primera ?? []), enlace('https://fila.gov.co/'), nota(texto('De una fila.')), dicho('Y dicho.', '_en_fila')],
    ...resto,
  ])
}

type Celdas = readonly (readonly Inline[])[]

/** The document with the cells of a row changed. */
const conFila = (documento: Documento, tabla: string, fila: number, de: (cells: Celdas) => Celdas): Documento =>
  conTabla(documento, tabla, (table) => ({
    ...table,
    rows: table.rows.map((row, i) => (i === fila ? { ...row, cells: de(row.cells) } : row)),
  }))

const conTabla = (documento: Documento, id: string, de: (table: TableBlock) => TableBlock): Documento => ({
  ...documento,
  sections: documento.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => (block.type === 'table' && block.id === id ? de(block) : block)),
  })),
})

const mas = (section: Section, ...blocks: readonly Block[]): Section => ({ ...section, blocks: [...section.blocks, ...blocks] })
const en = (documento: Documento, posicion: number, de: (section: Section) => Section | readonly Section[]): Documento => ({
  ...documento,
  sections: documento.sections.flatMap((section, i) => (i === posicion ? de(section) : section)),
})
const cambiada = (documento: Documento, de: (clave: string, valor: unknown) => unknown): Documento =>
  JSON.parse(JSON.stringify(documento, de)) as Documento

/** Notes are numbered through the document, whatever was done to it. */
function numerado(documento: Documento): Documento {
  let notas = 0
  return cambiada(documento, (_, valor) => {
    if (typeof valor !== 'object' || valor === null || !('type' in valor) || valor.type !== 'footnote') return valor
    notas += 1
    return { ...valor, number: notas }
  })
}

const SALUD = 5
const imagenDe = ({ images }: Assets, id: string): Picture => {
  const imagen = images.get(id)
  if (imagen === undefined) throw new Error(id)
  return imagen
}
const otraImagen = (donde: Assets, id: string, de: Partial<Picture>): Assets => ({
  ...donde,
  images: new Map([...donde.images, [id, { ...imagenDe(donde, id), ...de }]]),
})
/** A section that counts places, notes, pictures and links before those of the rest. */
const nueva: Section = {
  id: 'nueva',
  footer: '',
  numbering: 'decimal',
  orientation: 'portrait',
  blocks: [
    titulo('nueva', nota(texto('Una nota más.'))),
    parrafo(enlace('https://otra.gov.co/')),
    { type: 'picture', id: 'orla-nueva', image: 'orla', alt: '', caption: [] },
  ],
}

const CAMBIOS: Readonly<Record<string, (caso: Caso, posicion: number) => Caso>> = {
  palabra: ([d, ...r], i) => [en(d, i, (s) => mas(s, parrafo(texto('Se corrigió.')))), ...r],
  nota: ([d, ...r], i) => [en(d, i, (s) => mas(s, parrafo(nota(texto('Otra nota.'), enlace('https://nueva.gov.co/'))))), ...r],
  enlace: ([d, ...r], i) => [en(d, i, (s) => mas(s, parrafo(enlace('https://nuevo.gov.co/')))), ...r],
  'otra dirección': ([d, ...r]) => [cambiada(d, (_, v) => (v === 'https://nota.gov.co/5' ? 'https://distinta.gov.co/' : v)), ...r],
  'nueva sección': ([d, ...r], i) => [en(d, i, (s) => [nueva, s]), ...r],
  'sin la última': ([d, ...r]) => [sinUltima(d), ...r],
  'un sector': ([d, ...r]) => [{ ...d, sections: d.sections.slice(SALUD, SALUD + 1) }, ...r],
  'de lado': ([d, ...r], i) => [en(d, i, (s) => ({ ...s, orientation: s.orientation === 'portrait' ? 'landscape' : 'portrait' })), ...r],
  'otro número de tabla': ([d, ...r]) => [
    cambiada(d, (_, v) => (JSON.stringify(v) === JSON.stringify(rotuloDe(d, 'tabla-productos')) ? { ...Object(v), number: '7' } : v)),
    ...r,
  ],
  'título sin índice': ([d, ...r]) => [
    cambiada(d, (k, v) => (k === 'entries' && Array.isArray(v) ? v.filter((e: { target: string }) => e.target !== 'norma') : v)),
    ...r,
  ],
  // The second goes on in the next section what the first, kept before it, holds whole.
  'prosa en una sección': ([d, ...r], i) => [en(d, i, (s) => mas(s, parrafo(dicho('Que sigue', '_cruzada')))), ...r],
  'prosa en dos secciones': ([d, ...r], i) => [
    en(
      en(d, i, (s) => mas(s, parrafo(dicho('Que sigue', '_cruzada')))),
      i + 1,
      (s) => mas(s, parrafo(dicho('aquí.', '_cruzada'))),
    ),
    ...r,
  ],
  'una celda': ([d, ...r]) => [conFila(d, 'tabla-anexo', 7, ([, ...resto]) => [[texto('Corregida')], ...resto]), ...r],
  'una celda con enlace y nota': ([d, ...r]) => [
    conFila(d, 'tabla-productos', 9, ([primera, ...resto]) => [
      [...(primera ?? []), nota(texto('Corregida.'), enlace('https://corregida.gov.co/')), enlace('https://celda.gov.co/')],
      ...resto,
    ]),
    ...r,
  ],
  'una palabra que ensancha su columna': ([d, ...r]) => [
    conFila(d, 'tabla-anexo', 2, (cells) => cells.map((cell, i) => (i === cells.length - 1 ? [texto('desinstitucionalización')] : cell))),
    ...r,
  ],
  'una fila menos': ([d, ...r]) => [conTabla(d, 'tabla-productos', (t) => ({ ...t, rows: t.rows.filter((_, i) => i !== 3) })), ...r],
  'una fila dos veces': ([d, ...r]) => [
    conTabla(d, 'tabla-productos', (t) => ({ ...t, rows: t.rows.flatMap((x, i) => (i === 12 ? [x, x] : x)) })),
    ...r,
  ],
  'sin notas al pie de la tabla': ([d, ...r]) => [conTabla(d, 'tabla-anexo', (t) => ({ ...t, notes: [] })), ...r],
  'un bloque antes': ([d, ...r], i) => [en(d, i, (s) => ({ ...s, blocks: [parrafo(texto('Antes.')), ...s.blocks] })), ...r],
  'un título antes': ([d, ...r], i) => [en(d, i, (s) => ({ ...s, blocks: [...nueva.blocks.slice(0, 1), ...s.blocks] })), ...r],
  // The other main heading of the section begins no page then.
  'un título de otro nivel': ([d, ...r]) => [
    cambiada(d, (_, v) => ((v as { id?: unknown } | null)?.id === 'ambiente-titulo' ? { ...Object(v), depth: 2 } : v)),
    ...r,
  ],
  'una ficha de lado': ([d, ...r]) => [
    { ...d, sections: d.sections.map((s) => (s.blocks.some(({ type }) => type === 'scorecard') ? { ...s, orientation: 'landscape' } : s)) },
    ...r,
  ],
  'sin el último bloque': ([d, ...r], i) => [en(d, i, (s) => ({ ...s, blocks: s.blocks.slice(0, -1) })), ...r],
  'bloques al revés': ([d, ...r], i) => [en(d, i, (s) => ({ ...s, blocks: s.blocks.toReversed() })), ...r],
  'nada al final': ([d, ...r], i) => [en(d, i, (s) => mas(s, { type: 'list', ordered: false, start: 1, items: [] })), ...r],
  borrador: ([d, ...r]) => [{ ...d, draft: { mark: 'BORRADOR', detail: 'de hoy' } }, ...r],
  'otra imagen': ([d, t, a]) => [d, t, otraImagen(a, 'grafica-02', { png: imagenDe(a, 'orla').png })],
  'otro tamaño': ([d, t, a]) => [d, t, otraImagen(a, 'grafica-02', { height: 300 })],
  'gráficas editables': ([d, t, a]) => [d, t, { ...a, editableCharts: true }],
  logotipo: ([d, t, a]) => [d, t, { ...a, logo: a.images.get('orla') ?? null }],
  estilos: ([d, t, a]) => [d, t, { ...a, wordStyles: membrete }],
  tema: ([d, t, a]) => [d, { ...t, grafica: { ...t.grafica, ancho: t.grafica.ancho / 2 } }, a],
}

function sinUltima(documento: Documento): Documento {
  const ids = documento.sections.at(-1)?.blocks.flatMap((block) => ('id' in block ? [block.id] : [])) ?? []
  const sinEllos = (clave: string, valor: unknown) =>
    clave === 'entries' && Array.isArray(valor) ? valor.filter(({ target }: { target: string }) => !ids.includes(target)) : valor
  return cambiada({ ...documento, sections: documento.sections.slice(0, -1) }, sinEllos)
}

function rotuloDe({ sections }: Documento, id: string) {
  const block = sections.flatMap(({ blocks }) => blocks).find((each) => 'id' in each && each.id === id)
  return block?.type === 'table' ? block.caption : null
}

/** The Word document, whose pages are all one: they are found elsewhere. */
async function word([documento, tema, recursos]: Caso, parts: PartStore): Promise<Uint8Array> {
  const ids = documento.sections.flatMap(({ blocks }) => blocks.flatMap((block) => ('id' in block ? [block.id] : [])))
  const pages = async () => new Map(ids.map((id) => [id, '1']))
  return (await WRITERS.docx(documento, tema, recursos, { parts, pages })).bytes
}

const con = (cambios: readonly string[], posicion: number): Caso => {
  const [documento, ...resto] = cambios.reduce<Caso>((caso, cambio) => CAMBIOS[cambio]?.(caso, posicion) ?? caso, [base(), theme, assets])
  return [numerado(documento), ...resto]
}

describe('a Word document of which most sections were written before', () => {
  test.each(Object.keys(CAMBIOS))('has the same bytes as one that was made anew: %s', async (cambio) => {
    const partes = enMemoria()
    await word(con([], 4), partes)
    const caso = con([cambio], 4)
    expect(Buffer.compare(await word(caso, partes), await word(caso, NO_PARTS))).toBe(0)
  })

  test('has them whatever is done to it at once, and wherever', async () => {
    const partes = enMemoria()
    await word(con([], 4), partes)
    const antes = partes.halladas()
    const caso = fc.tuple(fc.subarray(Object.keys(CAMBIOS), { minLength: 2, maxLength: 4 }), fc.integer({ min: 2, max: 7 }))
    await fc.assert(
      fc.asyncProperty(caso, async ([cambios, posicion]) => {
        const hecho = con(cambios, posicion)
        expect(Buffer.compare(await word(hecho, partes), await word(hecho, NO_PARTS))).toBe(0)
      }),
      { numRuns: 8 },
    )
    expect(partes.halladas()).toBeGreaterThan(antes + 8)
  })

  test('is drawn again only where it changed', async () => {
    const nuevas = enMemoria()
    const guardadas: string[] = []
    /** What is kept of a block and of a row of a table says another word of the same length. */
    const marcada = (valor: unknown): unknown =>
      typeof valor === 'object' && valor !== null && 'before' in valor && typeof valor.before === 'string'
        ? {
            ...valor,
            before: valor.before.replaceAll('Primero esto.', 'Primero ESTO.').replaceAll('Jornada número 7 ', 'Jornada NÚMERO 7 '),
          }
        : valor
    const anotada: PartStore = {
      ...nuevas,
      keep: (of, parte) => {
        guardadas.push(...('section' in Object(of) ? [(of as { section: string }).section] : []))
        nuevas.keep(of, marcada(parte))
      },
    }
    await word(con([], SALUD), anotada)
    // All but the cover, which is not kept.
    expect(guardadas).toEqual(base().sections.flatMap(({ id }) => (id === 'portada' ? [] : [id])))
    guardadas.length = 0
    const corregido = await word(con(['palabra', 'una fila menos'], SALUD), anotada)
    expect(guardadas).toEqual(['contexto', 'salud'])
    const xml = strFromU8(unzipSync(corregido)['word/document.xml'] ?? Buffer.of())
    expect(xml).toContain('Se corrigió.')
    // Nothing was drawn again of what stands beside what changed.
    expect(xml).not.toMatch(/Primero esto\.|Jornada número 7 /u)
    expect(xml.match(/Primero ESTO\./gu)).toHaveLength(base().sections.length - 2)
    expect(xml).toContain('Jornada NÚMERO 7 ')
  })
})
