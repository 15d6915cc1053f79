/**
 * The page numbers of the Word document, found section by section with a library made faster as it is bundled, against those of the
 * library as it is published, which lays the whole document out.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { patchDocument } from 'docx'
import { estimatePageNumbersWith } from 'docx/layout'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import type { Documento, Section } from '../src/document/index.js'
import { type Measure, pageNumbers, writeDocx } from '../src/writers/docx/index.js'
import { carpetaDelInforme, DOCX } from './informe-2023/generado.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'

const { theme, assets } = cargarRecursos()

/** Each bookmark that an index names, with the number that is printed for it. */
function impresas(docx: Uint8Array): readonly string[] {
  const cuerpo = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
  const campos = cuerpo.matchAll(/<w:instrText[^>]*> PAGEREF (\S+) \\h <\/w:instrText>.*?<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gsu)
  return [...campos].map(([, marca, numero]) => `${marca} ${numero}`)
}

async function delDocumentoEntero(docx: Uint8Array): Promise<readonly string[]> {
  const pageNumbers = estimatePageNumbersWith({ guess: true })
  return impresas(await patchDocument({ outputType: 'uint8array', data: docx, patches: {}, pageNumbers }))
}

/** So many copies of the parts of the report, with other ids, between its indices and those parts. */
function repetida(documento: Documento, veces: number): Documento {
  const [portada, preliminares, ...partes] = documento.sections
  if (portada === undefined || preliminares === undefined) throw new Error('Faltan la portada y los preliminares.')
  const otra = (vez: number) => (clave: string, valor: unknown) => (clave === 'id' ? `${valor}-${vez}` : valor)
  const copias = Array.from({ length: veces }, (_, vez) => JSON.parse(JSON.stringify(partes, otra(vez))) as Section[])
  return { ...documento, sections: [portada, preliminares, ...copias.flat(), ...partes] }
}

test('in the report of 2023, written by the compiled program', async () => {
  const docx = readFileSync(join(await carpetaDelInforme(), DOCX))
  const numeros = impresas(docx)
  expect(numeros.length).toBeGreaterThan(60)
  expect(numeros).toEqual(await delDocumentoEntero(docx))
})

test('in a document with every kind of block, and in one whose page numbers have three digits', async () => {
  for (const documento of [unDocumento(), repetida(unDocumento(), 7)]) {
    const docx = await writeDocx(documento, theme, assets)
    expect(impresas(docx)).toEqual(await delDocumentoEntero(docx))
    expect(impresas(docx).some((impresa) => / \d{3}$/u.test(impresa))).toBe(documento.sections.length > 20)
  }
})

test('and a page that is known goes into the index as it is', async () => {
  const medir: Measure = async (documento, _theme, _assets, asked) =>
    asked.map(({ position }) => {
      const { blocks } = documento.sections[position] ?? { blocks: [] }
      return { pages: 10, places: new Map(blocks.flatMap((block) => ('id' in block ? [[block.id, 3] as const] : []))) }
    })
  const docx = await writeDocx(unDocumento(), theme, assets, () => pageNumbers(unDocumento(), theme, assets, medir))
  // Ten pages of cover, ten of indices, and then the parts, each with all that it has on its third page.
  const numeros = new Set(impresas(docx).map((impresa) => impresa.split(' ')[1]))
  expect([...numeros]).toEqual(expect.arrayContaining(['3', '13', '23', '33', '43', '53', '63']))
})
