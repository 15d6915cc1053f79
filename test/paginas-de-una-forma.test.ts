/** Sections that differ in nothing that a page of Word shows have its pages, and one that was laid out is not laid out again for the other. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Assets, Block, Documento, Inline } from '../src/document/index.js'
import { keptIn, measureSections, type SectionPages } from '../src/writers/docx/index.js'
import { shaperOpener } from '../src/writers/pdf/index.js'
import { enMemoria } from './partes-en-memoria.js'
import { cargarRecursos } from './recursos.js'
import './semilla.js'
import { unDocumento } from './un-documento.js'
import { unMembrete } from './un-membrete.js'

const { theme, assets } = cargarRecursos()

const texto = (value: string): Inline => ({ type: 'text', value })
const parrafo = (...children: readonly Inline[]): Block => ({ type: 'paragraph', role: 'normal', children })
const titulo = (id: string, value: string): Block => ({
  type: 'heading',
  id,
  depth: 2,
  children: [texto(value)],
  kicker: null,
  listed: true,
})
const cifra = (value: string, mark: string, hoja = 'Avances'): Inline => ({
  type: 'figure',
  value,
  mark,
  origin: { rule: 'logro', name: value, cells: [`${hoja}!F2`] },
})

const BASE = unDocumento()
const SALUD = 5
/** The report, with these blocks at the end of one of its sections. */
const con = (...blocks: readonly Block[]): Documento => ({
  ...BASE,
  sections: BASE.sections.map((section, i) => (i === SALUD ? { ...section, blocks: [...section.blocks, ...blocks] } : section)),
})
const pedida = [{ position: SALUD, printed: new Map<string, string>() }]
const medir = (documento: Documento, suyos: Assets = assets) => measureSections(documento, theme, suyos, pedida)

/** The same value, with each text changed. */
const cambiado = <T>(valor: T, de: (clave: string, valor: unknown) => unknown): T => JSON.parse(JSON.stringify(valor, de)) as T
/** The same block with other digits in its words: those of a table, in its rows. */
const conDigitos = (block: Block, digito: () => string): Block => {
  if (block.type === 'table') return { ...block, rows: enTextos(block.rows, digito) }
  return block.type === 'paragraph' ? enTextos(block, digito) : block
}
const enTextos = <T>(valor: T, digito: () => string): T =>
  cambiado(valor, (_, dentro) =>
    typeof dentro === 'object' &&
    dentro !== null &&
    'type' in dentro &&
    ['text', 'figure'].includes(String(dentro.type)) &&
    'value' in dentro
      ? { ...dentro, value: String(dentro.value).replace(/\d/gu, digito) }
      : dentro,
  )

/** Whether the second is taken from what was found for the first, and the pages that it is said to have. */
async function trasDe(primero: Documento, segundo: Documento, suyos: Assets = assets) {
  const partes = enMemoria()
  const medida = keptIn(partes, measureSections)
  await medida(primero, theme, suyos, pedida)
  const paginas: readonly SectionPages[] = await medida(segundo, theme, suyos, pedida)
  return { hallada: partes.halladas() > 0, paginas }
}

describe('the pages of a section that was laid out', () => {
  test('are those of another with other digits in its prose and its tables, wherever its lines end', async () => {
    const palabra = fc.constantFrom('obras', 'del', 'sector', '1.300.231', '55 %', '7', 'en 2031,', 'visitas', '(12)', '0,5', '3.451', 'a')
    const bloques = fc.array(fc.array(palabra, { minLength: 5, maxLength: 90 }), { minLength: 3, maxLength: 25 })
    await fc.assert(
      fc.asyncProperty(bloques, fc.infiniteStream(fc.constantFrom(...'0123456789')), async (dichas, digitos) => {
        const extra = dichas.flatMap((frases, i) => [titulo(`parte-${i}`, 'Parte'), parrafo(...frases.map((frase) => texto(`${frase} `)))])
        const primero = con(...extra)
        const digito = () => digitos.next().value ?? '0'
        const sections = primero.sections.map((section, i) =>
          i === SALUD ? { ...section, blocks: section.blocks.map((block) => conDigitos(block, digito)) } : section,
        )
        const segundo = { ...primero, sections }
        const { hallada, paginas } = await trasDe(primero, segundo)
        expect(hallada).toBe(true)
        expect(paginas).toEqual(await medir(segundo))
      }),
      { numRuns: 12 },
    )
  })

  test('are taken for one whose figures come from elsewhere, bear other marks and are other digits', async () => {
    const [primero, segundo] = [con(parrafo(cifra('12 visitas', '_a'))), con(parrafo(cifra('47 visitas', '_b', 'Metas')))]
    const { hallada, paginas } = await trasDe(primero, segundo)
    expect(hallada).toBe(true)
    expect(paginas).toEqual(await medir(segundo))
  })

  const NO: Readonly<Record<string, readonly [Block, Block]>> = {
    'other words': [parrafo(texto('Se hizo 1 obra.')), parrafo(texto('Se hizo 1 obra más.'))],
    'more digits': [parrafo(cifra('9', '_a')), parrafo(cifra('10', '_a'))],
    'other digits in italics': [
      parrafo({ type: 'emphasis', children: [texto('10')] }),
      parrafo({ type: 'emphasis', children: [texto('11')] }),
    ],
    'other digits in a title': [titulo('parte', 'Meta de 2030'), titulo('parte', 'Meta de 2031')],
    'a figure that bears no mark': [parrafo(cifra('9', '_a')), parrafo({ ...cifra('9', '_a'), mark: undefined } as unknown as Inline)],
  }
  test.each(Object.entries(NO))('are not taken for one with %s', async (_, [uno, otro]) => {
    expect((await trasDe(con(uno), con(otro))).hallada).toBe(false)
  })

  test('nor, with the styles of the entity, whose letters are not known, for one with other digits', async () => {
    const suyos = { ...assets, wordStyles: await unMembrete() }
    expect((await trasDe(con(parrafo(cifra('12', '_a'))), con(parrafo(cifra('13', '_a'))), suyos)).hallada).toBe(false)
  })
})

test('the digits of a family are said to be as wide as each other where they are, upright', async () => {
  const abrir = await shaperOpener()
  const anchos = (bytes: Uint8Array) => new Set([...'0123456789'].map((digito) => abrir(bytes).shape(digito).advance))
  for (const { evenDigits, regular, bold } of [assets.fonts.title, assets.fonts.text])
    expect([regular, bold].every((bytes) => anchos(bytes).size === 1)).toBe(evenDigits)
  expect(assets.fonts.text.evenDigits).toBe(true)
})
