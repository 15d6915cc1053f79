/** A document on its way to the threads that write it: `src/cli/packed.ts`. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, unpacker } from '../src/cli/packed.js'
import type { Assets, Documento, Section } from '../src/document/index.js'
import { cargarRecursos } from './recursos.js'
import { unDocumento } from './un-documento.js'

/** A document whose sections have these names; two of one name are alike. */
function conSecciones(nombres: readonly string[]): Documento {
  const documento = unDocumento()
  const [section] = documento.sections as readonly [Section]
  return { ...documento, sections: nombres.map((id) => ({ ...structuredClone(section), id })) }
}

const { theme, assets } = cargarRecursos()

/** What a thread makes of documents that come one after another, each with its own copy of fonts and pictures, as a message brings them. */
function enUnHilo(): (documento: Documento) => Documento {
  const unpack = unpacker()
  return (documento) => unpack(structuredClone(pack(documento, theme, assets)))[0]
}

describe('un documento en bytes', () => {
  test('sale igual cada vez, cambie lo que cambie, y cada lugar con una sección suya', () => {
    const documentos = fc.array(fc.array(fc.constantFrom('una', 'dos', 'tres'), { maxLength: 6 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(documentos, (todos) => {
        const llega = enUnHilo()
        for (const nombres of todos) {
          const documento = conSecciones(nombres)
          const hecho = llega(documento)
          expect(hecho).toEqual(documento)
          expect(new Set(hecho.sections).size).toBe(nombres.length)
        }
      }),
    )
  })

  test('una sección que no cambió es la misma, aunque otras sí, y se pasa a bytes una vez', () => {
    const llega = enUnHilo()
    const antes = conSecciones(['una', 'dos'])
    for (const n of [0, 1]) expect(pack(antes, theme, assets)[0].sections[n]).toBe(pack(antes, theme, assets)[0].sections[n])
    const [una] = llega(antes).sections
    const despues = llega(conSecciones(['tres', 'una'])).sections
    expect(despues[1]).toBe(una)
    expect(despues[0]).not.toBe(una)
  })

  test('las fuentes y las imágenes que llegan con los mismos bytes son las mismas', () => {
    const unpack = unpacker()
    const llega = (suyos: Assets) => unpack(structuredClone(pack(unDocumento(), theme, suyos)))[2]
    const antes = llega(assets)
    const [otra = ''] = assets.images.keys()
    const imagen = { png: Uint8Array.of(1, 2, 3), width: 1, height: 1 }
    const despues = llega({ ...assets, images: new Map([...assets.images, [otra, imagen]]) })
    expect(Buffer.compare(antes.fonts.title.bold, assets.fonts.title.bold)).toBe(0)
    expect(despues.fonts.title.bold).toBe(antes.fonts.title.bold)
    expect(despues.images.get(otra)).toEqual(imagen)
    for (const [clave, { png }] of despues.images) if (clave !== otra) expect(png).toBe(antes.images.get(clave)?.png)
  })
})
