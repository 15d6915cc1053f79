/** What a published picture carries inside, so that a loose one can be traced to its workbook. */
import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { decode, encode } from 'fast-png'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { firmarPng, firmarSvg, leerFirma } from '../src/firma/index.js'
import { sha256 } from '../src/hash/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { unLibro } from './un-libro.js'
import { leerXml } from './xml.js'

const FIRMA = {
  titulo: 'Gráfica 3. Productos del sector «Ñame & Ají» <a la fecha>',
  textoAlternativo: 'Barras: verde, 7; rojo, 0.\nEn total, 7 productos — «todos».',
  fuente: 'Fuente: elaboración propia.',
  libro: 'a'.repeat(64),
  programa: 'informe 0.1.0',
  corte: '2031-12-31',
}
const PPP = 300
const LIBRO = unLibro().bytes()

/** A small picture whose pixels are not all alike. */
const unPng = () => encode({ width: 3, height: 2, data: Uint8Array.from({ length: 18 }, (_, i) => i * 14), channels: 3, depth: 8 })
const unSvg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"><text>7</text></svg>'

/** Type and data of each chunk, read on its own account; throws where a checksum is wrong. */
function trozos(png: Uint8Array): readonly { readonly tipo: string; readonly datos: Buffer }[] {
  const bytes = Buffer.from(png)
  const leidos = []
  for (let en = 8; en < bytes.length; ) {
    const largo = bytes.readUInt32BE(en)
    if (crc32(bytes.subarray(en + 4, en + 8 + largo)) !== bytes.readUInt32BE(en + 8 + largo)) throw new Error(`suma mala en ${en}`)
    leidos.push({ tipo: bytes.toString('latin1', en + 4, en + 8), datos: bytes.subarray(en + 8, en + 8 + largo) })
    en += 12 + largo
  }
  return leidos
}

const sinFirma = (png: Uint8Array) => trozos(png).filter(({ tipo }) => tipo !== 'iTXt' && tipo !== 'pHYs')

describe('una imagen PNG', () => {
  test('lleva lo que la identifica, y se lee de vuelta', async () => {
    expect(await leerFirma(firmarPng(unPng(), FIRMA, PPP))).toEqual({ tipo: 'png', firma: FIRMA })
  })

  test('conserva sus píxeles y los demás trozos, en su orden y con su suma; lo nuevo va antes de los píxeles', () => {
    const firmado = firmarPng(unPng(), FIRMA, PPP)
    expect(decode(firmado).data).toEqual(decode(unPng()).data)
    expect(sinFirma(firmado)).toEqual(sinFirma(unPng()))
    expect(trozos(firmado).map(({ tipo }) => tipo)).toEqual([
      'IHDR',
      'pHYs',
      'iTXt',
      'iTXt',
      'iTXt',
      'iTXt',
      'iTXt',
      'iTXt',
      'IDAT',
      'IEND',
    ])
  })

  test('dice en UTF-8 y sin comprimir cada dato, con su clave', () => {
    const textos = trozos(firmarPng(unPng(), FIRMA, PPP)).filter(({ tipo }) => tipo === 'iTXt')
    const leidos = textos.map(({ datos }) => datos.toString('utf8').split('\0\0\0\0\0'))
    expect(leidos).toEqual([
      ['Title', FIRMA.titulo],
      ['Description', FIRMA.textoAlternativo],
      ['Fuente', FIRMA.fuente],
      ['Libro SHA-256', FIRMA.libro],
      ['Software', FIRMA.programa],
      ['Fecha de corte', FIRMA.corte],
    ])
  })

  test('dice su resolución: 300 por pulgada son 11.811 por metro', () => {
    expect(decode(firmarPng(unPng(), FIRMA, PPP)).resolution).toEqual({ x: 11_811, y: 11_811, unit: 1 })
    expect(decode(firmarPng(unPng(), FIRMA, null)).resolution).toBeUndefined()
  })

  test('firmada dos veces, lleva solo la segunda firma', async () => {
    const otra = { ...FIRMA, titulo: 'Gráfica 4. Otra' }
    const dos = firmarPng(firmarPng(unPng(), FIRMA, 72), otra, PPP)
    expect(dos).toEqual(firmarPng(unPng(), otra, PPP))
    expect((await leerFirma(dos)).firma).toEqual(otra)
  })

  test('cualquier texto y cualquier imagen van y vuelven', async () => {
    const texto = fc.string({ unit: 'binary', minLength: 1, maxLength: 60 })
    const firmas = fc.record({ titulo: texto, textoAlternativo: texto, fuente: texto, libro: texto, programa: texto, corte: texto })
    const imagenes = fc.uint8Array({ minLength: 12, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(firmas, imagenes, fc.integer({ min: 36, max: 2400 }), async (firma, data, ppp) => {
        const png = encode({ width: 2, height: 2, data, channels: 3, depth: 8 })
        const firmado = firmarPng(png, firma, ppp)
        expect((await leerFirma(firmado)).firma).toEqual(firma)
        expect(sinFirma(firmado)).toEqual(sinFirma(png))
      }),
    )
  })

  test('con un trozo dañado, lo demás se lee', async () => {
    const firmado = Buffer.from(firmarPng(unPng(), FIRMA, PPP))
    firmado[firmado.indexOf('elaboración')] = 0x58
    const { fuente: _, ...resto } = FIRMA
    expect((await leerFirma(firmado)).firma).toEqual(resto)
  })
})

describe('una imagen SVG', () => {
  test('lleva lo que la identifica, y se lee de vuelta', async () => {
    expect(await leerFirma(Buffer.from(firmarSvg(unSvg, FIRMA)))).toEqual({ tipo: 'svg', firma: FIRMA })
  })

  test('es XML bien formado, con título y descripción para quien no la ve, y su dibujo igual', () => {
    const raiz = leerXml(firmarSvg(unSvg, FIRMA))
    const hijos = raiz.children.map(({ name, attributes, text }) => [name, attributes.get('id'), text])
    expect([raiz.attributes.get('role'), raiz.attributes.get('aria-labelledby')]).toEqual(['img', 'informe-titulo informe-descripcion'])
    expect(hijos).toEqual([
      ['title', 'informe-titulo', 'Gráfica 3. Productos del sector «Ñame &amp; Ají» &lt;a la fecha&gt;'],
      ['desc', 'informe-descripcion', FIRMA.textoAlternativo],
      ['metadata', undefined, ''],
      ['text', undefined, '7'],
    ])
  })

  test('cualquier texto de un libro va y vuelve', async () => {
    // «Printable» text of a workbook: XML has no way to write control characters.
    const texto = fc.string({ unit: 'grapheme', minLength: 1 })
    await fc.assert(
      fc.asyncProperty(texto, texto, async (titulo, fuente) => {
        const firmado = firmarSvg(unSvg, { ...FIRMA, titulo, fuente })
        expect((await leerFirma(Buffer.from(firmado))).firma).toMatchObject({ titulo, fuente })
      }),
    )
  })

  test('no se firma lo que no es un SVG', () => {
    expect(() => firmarSvg('<html></html>', FIRMA)).toThrow(RangeError)
  })
})

describe('las imágenes que deja el informe', () => {
  let archivos: ReadonlyMap<string, Uint8Array>
  beforeAll(async () => {
    archivos = (await generarEnMemoria(LIBRO)).archivos
  })

  test('sueltas, llevan su origen y su resolución', async () => {
    const suelta = archivos.get('graficas/grafica-02.png') ?? new Uint8Array()
    expect(await leerFirma(suelta)).toEqual({
      tipo: 'png',
      firma: {
        titulo: 'Gráfica 2. Número de productos del sector Movilidad según su cumplimiento, vigencia 2023',
        textoAlternativo: expect.stringMatching(/^Barras con el número de productos por estado: .+ En total, 2\sproductos\.$/u),
        fuente: expect.stringMatching(/^Fuente: elaboración propia /u),
        libro: sha256(LIBRO),
        programa: 'informe 0.0.0',
        corte: '2023-12-31',
      },
    })
    // 3 pixels a point are 216 to the inch, 8.504 to the metre.
    expect(decode(suelta).resolution).toEqual({ x: 8504, y: 8504, unit: 1 })
  })

  test('dentro de Word, son las mismas sin ello', () => {
    const paquete = unzipSync(archivos.get('informe-ppb-2023.docx') ?? new Uint8Array())
    const dentro = Object.values(paquete).flatMap((bytes) => (bytes[0] === 0x89 ? [trozos(bytes)] : []))
    expect(dentro.length).toBeGreaterThanOrEqual(3)
    expect(dentro.flat().filter(({ tipo }) => tipo === 'iTXt' || tipo === 'pHYs')).toEqual([])
    expect(dentro).toContainEqual(sinFirma(archivos.get('graficas/grafica-02.png') ?? new Uint8Array()))
  })
})

describe('un archivo sin firma', () => {
  test.each([
    ['png', unPng()],
    ['svg', Buffer.from(unSvg)],
    ['pdf', Buffer.from('%PDF-1.7\nroto')],
    [null, Buffer.from('hola')],
    [null, new Uint8Array()],
  ])('de tipo %s no da nada', async (tipo, bytes) => {
    expect(await leerFirma(bytes)).toEqual({ tipo, firma: null })
  })
})
