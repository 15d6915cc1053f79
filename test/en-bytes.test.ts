/** A document on its way to the threads that write it: `src/cli/packed.ts`. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pack, unpacker } from '../src/cli/packed.js'
import type { Documento, Section } from '../src/document/index.js'
import { unDocumento } from './un-documento.js'

/** A document whose sections have these names; two of one name are alike. */
function conSecciones(nombres: readonly string[]): Documento {
  const documento = unDocumento()
  const [section] = documento.sections as readonly [Section]
  return { ...documento, sections: nombres.map((id) => ({ ...structuredClone(section), id })) }
}

describe('un documento en bytes', () => {
  test('sale igual cada vez, cambie lo que cambie, y cada lugar con una sección suya', () => {
    const documentos = fc.array(fc.array(fc.constantFrom('una', 'dos', 'tres'), { maxLength: 6 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(documentos, (todos) => {
        const unpack = unpacker()
        for (const nombres of todos) {
          const documento = conSecciones(nombres)
          const hecho = unpack(pack(documento))
          expect(hecho).toEqual(documento)
          expect(new Set(hecho.sections).size).toBe(nombres.length)
        }
      }),
    )
  })

  test('una sección que no cambió es la misma, aunque otras sí, y se pasa a bytes una vez', () => {
    const unpack = unpacker()
    const antes = conSecciones(['una', 'dos'])
    expect(pack(antes)).toBe(pack(antes))
    const [una] = unpack(pack(antes)).sections
    const despues = unpack(pack(conSecciones(['tres', 'una']))).sections
    expect(despues[1]).toBe(una)
    expect(despues[0]).not.toBe(una)
  })
})
