/** Texts that were read for a report before, used for the next one. */
import { readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import type { PartStore } from '../src/document/index.js'
import { examinador } from '../src/pipeline/index.js'
import { enMemoria } from './partes-en-memoria.js'
import { unLibro } from './un-libro.js'

/** A product whose report says this. */
const conPalabras = (palabras: string, logro = 2) =>
  unLibro()
    .producto('1.1.1', { metas: { 2023: 8 }, avances: { 2023: logro } })
    .hoja('Reportes', [
      ['Código', 'Logros'],
      ['1.1.1', palabras],
    ])
    .bytes()

let plantillas: ReadonlyMap<string, Uint8Array>
let edicion2023: Uint8Array
beforeAll(async () => {
  plantillas = await readTree(new URL('../templates', import.meta.url).pathname)
  edicion2023 = await readFile(new URL('../inputs/ppasp-2023.xlsx', import.meta.url))
})

/** The document and the findings of a workbook, with what the parts know. The templates are a map of their own: nothing is known of it. */
async function de(bytes: Uint8Array, partes?: PartStore, con = plantillas) {
  const libro = { nombre: 'libro.xlsx', bytes }
  const { examinado, problemas } = await examinador(new Map(con), undefined, partes).examinar(libro, libro)
  if (examinado === null) throw new Error(JSON.stringify(problemas.errores))
  return { documento: examinado.documento, hallazgos: examinado.auditoria.pendientes }
}

/** The same parts, for another process, and how many of those it makes anew are kept. */
function otroProceso(partes: PartStore) {
  const guardadas: unknown[] = []
  return { partes: { known: partes.known, keep: (of: unknown) => guardadas.push(of) } as PartStore, guardadas }
}

describe('lo que se leyó para otro informe', () => {
  test('da el mismo documento y los mismos hallazgos, y no se lee otra vez', async () => {
    const partes = enMemoria()
    const nuevo = await de(edicion2023)
    expect(await de(edicion2023, partes)).toEqual(nuevo)
    const otro = otroProceso(partes)
    expect(await de(edicion2023, otro.partes)).toEqual(nuevo)
    expect(otro.guardadas).toEqual([])
    // The trees of templates and of prose, and the passages: no programs, which would be run as they are found.
    expect(partes.halladas()).toBe(3)
  })

  test('de un texto que cambió no se usa', async () => {
    const partes = enMemoria()
    await de(conPalabras('Se hicieron **ocho** talleres.'), partes)
    const [uno, otro] = ['Se hicieron *dos* talleres.', 'Se hicieron [dos talleres](https://ejemplo.gov.co).'].map((palabras) =>
      conPalabras(palabras),
    ) as [Uint8Array, Uint8Array]
    expect(await de(uno, otroProceso(partes).partes)).toEqual(await de(uno))
    expect(await de(otro, otroProceso(partes).partes)).toEqual(await de(otro))
  })

  test('de una plantilla que cambió no se usa', async () => {
    const partes = enMemoria()
    const libro = conPalabras('Se hicieron ocho talleres.')
    await de(libro, partes)
    const conOtra = new Map([...plantillas, ['15-nueva.md', new TextEncoder().encode('# Nueva\n\n{{politica.sigla}} en *cursiva*.\n')]])
    expect(await de(libro, otroProceso(partes).partes, conOtra)).toEqual(await de(libro, undefined, conOtra))
  })

  test('no tapa lo que dicen otras cifras', async () => {
    const partes = enMemoria()
    const dice = 'La meta se cumplió: [[1.1.1 logro]] de ocho talleres.'
    await de(conPalabras(dice, 8), partes)
    const rezagado = conPalabras(dice, 2)
    const { hallazgos } = await de(rezagado, otroProceso(partes).partes)
    expect(hallazgos).toEqual((await de(rezagado)).hallazgos)
    expect(hallazgos.map(({ regla }) => regla)).toContain('sentido')
  })
})
