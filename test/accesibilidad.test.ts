import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { writePdf } from '../src/writers/pdf/index.js'
import { carpetaDelInforme, PDF } from './informe-2023/generado.js'
import { cargarRecursos } from './recursos.js'
import { temas } from './temas.js'
import { AUSENCIAS, COMPROBACIONES, comprobarUa, type FallaUa } from './ua/comprobar-ua.js'
import { filasDelProtocolo, leerGuia, PROTOCOLO } from './ua/guia.js'
import { PRESENCIAS, ROTURAS } from './ua/roturas.js'
import { type Cambio, unPdf } from './ua/un-pdf.js'
import { unDocumento } from './un-documento.js'

const fallan = (...cambios: readonly Cambio[]): readonly string[] => [...new Set(comprobarUa(unPdf(...cambios)).map(({ id }) => id))]

describe('la comprobación de PDF/UA-1', () => {
  test('no halla falta en el PDF escrito a mano', () => expect(comprobarUa(unPdf())).toEqual([]))

  test('tiene una rotura para cada comprobación, y ninguna de más', () => {
    expect(Object.keys(ROTURAS).toSorted()).toEqual(Object.keys(COMPROBACIONES).toSorted())
    expect(Object.keys(PRESENCIAS).toSorted()).toEqual(Object.keys(AUSENCIAS).toSorted())
  })

  test.each(Object.entries({ ...ROTURAS, ...PRESENCIAS }))('señala «%s» en el PDF que se rompe para ello', (id, cambios) =>
    expect(fallan(...cambios)).toContain(id),
  )
})

describe('el PDF del informe de 2023', () => {
  let fallas: readonly FallaUa[] = []
  beforeAll(async () => {
    fallas = comprobarUa(readFileSync(join(await carpetaDelInforme(), PDF)))
  })
  const lugares = (id: string): readonly string[] => fallas.filter((falla) => falla.id === id).map(({ donde }) => donde)

  test.each(Object.keys(COMPROBACIONES))('cumple %s', (id) => expect(lugares(id)).toEqual([]))
  test.each(Object.keys(AUSENCIAS))('no tiene %s', (id) => expect(lugares(id)).toEqual([]))
})

describe.each(temas)('un informe con todo lo que puede llevar, con el tema %s,', (_, tema) => {
  test.each([
    ['terminado', null],
    ['en borrador', { mark: 'BORRADOR', detail: '15 de marzo de 2031 · libro 0a1b2c3d' }],
  ])('%s, cumple cada condición', async (_estado, draft) => {
    const { assets } = cargarRecursos()
    const { bytes, faults } = await writePdf({ ...unDocumento(), draft }, tema, assets)
    expect([comprobarUa(bytes), faults]).toEqual([[], []])
  })
})

describe('docs/accesibilidad.md', () => {
  const filas = filasDelProtocolo()
  const clases = ['la máquina la comprueba', 'no aplica', 'la revisa una persona']

  test('tiene una fila para cada número del protocolo, en su orden', () => {
    expect(filas.map(({ id }) => id)).toEqual(PROTOCOLO)
    expect(PROTOCOLO).toHaveLength(137)
  })

  test('dice que la máquina comprueba lo que la máquina comprueba, y nada más', () => {
    const dichas = filas.filter(({ quien }) => quien === 'la máquina la comprueba').map(({ id }) => id)
    expect(dichas).toEqual(PROTOCOLO.filter((id) => id in COMPROBACIONES))
  })

  test('da de cada una lo que dice, y de las otras el porqué o lo que se mira', () => {
    expect(filas.filter(({ quien }) => !clases.includes(quien))).toEqual([])
    expect(filas.filter(({ dice, quien, nota }) => dice === '' || (quien !== clases[0] && nota === ''))).toEqual([])
  })

  test('cuenta bien las de cada clase', () => {
    const guia = leerGuia()
    for (const clase of clases) expect(guia).toContain(`**${clase}** (${filas.filter(({ quien }) => quien === clase).length})`)
  })

  test('nombra cada cosa que las pruebas hallan ausente', () => {
    const notas = filas.map(({ nota }) => nota).join('\n')
    expect(Object.keys(AUSENCIAS).filter((nombre) => !notas.includes(nombre))).toEqual([])
  })
})
