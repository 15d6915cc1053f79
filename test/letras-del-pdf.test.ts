/** Letters into glyphs: by HarfBuzz in the PDF, beside what fontkit, the shaper of PDFKit, makes of the same. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shaperOpener } from '../src/writers/pdf/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { cargarRecursos } from './recursos.js'

/** A font as PDFKit opens it. */
interface DePdfkit {
  readonly layout: (text: string) => {
    readonly glyphs: readonly { readonly id: number; readonly codePoints: readonly number[] }[]
    readonly positions: readonly Readonly<Record<'advanceWidth' | 'xAdvance' | 'xOffset' | 'yOffset', number>>[]
  }
}
type Pdfkit = new () => { readonly font: (bytes: Uint8Array) => { readonly _font: DePdfkit } }

const require = createRequire(import.meta.url)
const PDFDocument = require('pdfkit') as Pdfkit

const { fonts } = cargarRecursos().assets
const CARAS = [fonts.title, fonts.text].flatMap(({ name, regular, bold, italic, boldItalic }) => [
  { cara: name, bytes: regular },
  { cara: `${name}, negrita`, bytes: bold },
  { cara: `${name}, cursiva`, bytes: italic },
  { cara: `${name}, negrita cursiva`, bytes: boldItalic },
])

const openShaper = await shaperOpener()
const nuestras = (bytes: Uint8Array) => {
  const { shape } = openShaper(bytes)
  return (word: string) => shape(word).glyphs.map(({ id, width, advance, dx, dy, codePoints }) => [id, width, advance, dx, dy, codePoints])
}
const deFontkit = (bytes: Uint8Array) => {
  const { _font } = new PDFDocument().font(bytes)
  return (word: string) => {
    const { glyphs, positions } = _font.layout(word)
    return glyphs.map(({ id, codePoints }, i) => {
      const { advanceWidth = 0, xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {}
      return [id, advanceWidth, xAdvance, xOffset, yOffset, codePoints]
    })
  }
}

/** Every word of a report, with the blank after it. */
async function palabrasDe(libro: Uint8Array): Promise<string[]> {
  const words = new Set<string>()
  const take = (value: unknown): void => {
    if (typeof value === 'string') for (const [word] of value.matchAll(/\S+ ?/gu)) words.add(word)
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(take)
  }
  const escribir = async (documento: object) => {
    take(documento)
    return { bytes: new Uint8Array(), faults: [], pages: new Map() }
  }
  await generarEnMemoria(libro, new Map(), { escritores: new Map([['pdf', escribir]]) })
  return [...words]
}

const PALABRAS = Promise.all([
  palabrasDe(readFileSync(new URL('../inputs/ppasp-2023.xlsx', import.meta.url))),
  palabrasDe(POLITICA_DEL_AGUA.bytes()),
]).then((reports) => [...new Set(reports.flat())])

describe.each(CARAS)('las letras de $cara', ({ bytes }) => {
  const [una, otra] = [nuestras(bytes), deFontkit(bytes)]
  const distintas = (words: readonly string[]) => words.filter((word) => JSON.stringify(una(word)) !== JSON.stringify(otra(word)))

  test('son las mismas en toda palabra de los informes', async () => {
    const words = await PALABRAS
    expect(words.length).toBeGreaterThan(3000)
    expect(distintas(words)).toEqual([])
  })

  test('son las mismas en cualquier palabra en español, con cifras y signos', () => {
    const letra = fc.constantFrom(
      ...'aábcdeéfghiíjklmnñoópqrstuúüvwxyzAÁBCDEÉFGHIÍJKLMNÑOÓPQRSTUÚÜVWXYZ0123456789.,;:¿?¡!()«»“”‘’–—-/%$&°ºª+±×≤≥…',
    )
    const palabra = fc.string({ unit: letra, minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(palabra, (word) => {
        expect(una(word)).toEqual(otra(word))
      }),
    )
  })

  test('una ligadura dice todas sus letras', () => {
    const dicho = una('afirmación').flatMap((glyph) => glyph[5] as number[])
    expect(String.fromCodePoint(...dicho)).toBe('afirmación')
  })
})
