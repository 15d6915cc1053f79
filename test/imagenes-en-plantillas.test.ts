/** A picture that someone puts in a template becomes a figure of the report, in both formats. */
import { decode, encode } from 'fast-png'
import { beforeAll, describe, expect, test } from 'vitest'
import { preparePicture } from '../src/pictures/index.js'
import { InvalidInput, type Resultado } from '../src/pipeline/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { leerDocx } from './leer-docx.js'
import { leerPdf } from './leer-pdf.js'
import { unLibro } from './un-libro.js'
import { componerCon } from './una-composicion.js'

/** A half-transparent green PNG. */
const png = (width: number, height: number) => {
  const data = new Uint8Array(width * height * 4)
  for (let i = 0; i < data.length; i += 4) data.set([0, 128, 0, 128], i)
  return encode({ width, height, data, channels: 4, depth: 8 })
}

const SECCION = `# Asamblea

Antes de la foto.

![Personas reunidas en un salón](fotos/asamblea.png "La asamblea de *diciembre*")

Después de la foto.
`

async function conImagen(imagen: Uint8Array): Promise<Resultado> {
  const plantillas = new Map([
    ['25-asamblea.md', new TextEncoder().encode(SECCION)],
    ['fotos/asamblea.png', imagen],
  ])
  return await generarEnMemoria(unLibro().bytes(), plantillas)
}

describe('una imagen en su carpeta', () => {
  let resultado: Resultado
  beforeAll(async () => {
    resultado = await conImagen(png(3000, 1000))
  })

  test('sale en Word con su texto alternativo y su pie', async () => {
    const leido = await leerDocx(resultado.archivos.get('informe-ppb-2023.docx') ?? new Uint8Array())
    expect(JSON.stringify(leido)).toContain('Personas reunidas en un salón')
    expect(JSON.stringify(leido)).toContain('La asamblea de ')
  })

  test('sale en el PDF entre sus párrafos', async () => {
    const pdf = await leerPdf(new Uint8Array(resultado.archivos.get('informe-ppb-2023.pdf') ?? new Uint8Array()))
    const leido = JSON.stringify(pdf)
    expect(leido).toContain('La asamblea de')
    expect(leido.indexOf('Antes de la foto')).toBeLessThan(leido.indexOf('Después de la foto'))
  })
})

test('una imagen que no está es un error con su línea y la más parecida', () => {
  const { faults } = componerCon({ '10-una.md': `---\npie: x\n---\n${SECCION}` })
  expect(faults).toEqual([
    {
      template: '10-una.md',
      line: 8,
      found: 'la imagen «fotos/asamblea.png», que no está en la carpeta de las plantillas',
      expected: 'la ruta de una imagen dentro de esa carpeta, como fotos/asamblea.jpg',
      remedy: 'Copie la imagen a la carpeta de las plantillas.',
    },
  ])
})

test('un archivo que no es imagen es un error que lo nombra', async () => {
  const danada = await conImagen(new TextEncoder().encode('no soy una imagen')).catch((error: unknown) => error)
  expect(danada).toBeInstanceOf(InvalidInput)
  expect((danada as InvalidInput).problemas.errores.map(({ lugar }) => lugar)).toEqual(['plantillas/fotos/asamblea.png'])
})

test('una imagen grande se reduce al ancho que se imprime, sobre papel y sin transparencia', async () => {
  const lista = await preparePicture(png(3000, 1000), 1500, '#FFFFFF')
  expect([lista?.width, lista?.height]).toEqual([1500, 500])
  const { channels, data } = decode(lista?.png ?? new Uint8Array())
  expect(channels).toBe(3)
  // Half green over white: (0 + 255) / 2, (128 + 255) / 2, give or take the rounding of the blend.
  expect(Math.abs((data[0] ?? 0) - 127)).toBeLessThanOrEqual(2)
  expect(Math.abs((data[1] ?? 0) - 191)).toBeLessThanOrEqual(2)
})

test('una imagen pequeña no se agranda', async () => {
  const lista = await preparePicture(png(300, 100), 1500, '#FFFFFF')
  expect([lista?.width, lista?.height]).toEqual([300, 100])
})
