/** `procedencia.json`: every computed figure of the Word file, found by its mark, with the cells that it rests on. */
import { beforeAll, describe, expect, test } from 'vitest'
import { generarEnMemoria } from './generar-en-memoria.js'
import { leerDocx } from './leer-docx.js'
import { unLibro } from './un-libro.js'

interface Procedencia {
  readonly cifras: readonly { readonly marca: string; readonly texto: string; readonly lugar: string; readonly origen: number }[]
  readonly origenes: readonly {
    readonly figura: string
    readonly regla: { readonly fuente: string }
    readonly operacion: readonly string[]
    readonly celdas: readonly string[]
  }[]
  readonly celdas: Readonly<Record<string, string>>
}

const libro = (logro: number) =>
  unLibro()
    .producto('1.1.1', {
      sector: 'Movilidad',
      metas: { 2022: 4, 2023: 10 },
      avances: { 2022: 4, 2023: logro },
      singular: 'ruta',
      plural: 'rutas',
    })
    .producto('1.1.2', { sector: 'Salud', unidad: 'Porcentaje', tipo: 'Constante', metas: { 2023: 0.5 }, avances: { 2023: 0.4 } })

async function hacer(logro: number) {
  const { archivos } = await generarEnMemoria(libro(logro).bytes())
  const texto = (archivo: string) => new TextDecoder().decode(archivos.get(archivo))
  const docx = archivos.get('informe-ppb-2023.docx') ?? new Uint8Array()
  return {
    procedencia: JSON.parse(texto('procedencia.json')) as Procedencia,
    word: (await leerDocx(docx)).parts.get('word/document.xml') ?? '',
  }
}

let antes: Awaited<ReturnType<typeof hacer>>
beforeAll(async () => {
  antes = await hacer(16)
})

/** The words that each bookmark of the body holds, by its name. */
function marcadas(xml: string): ReadonlyMap<string, string> {
  const marcas = [...xml.matchAll(/<w:bookmarkStart w:name="(_[a-z0-9_]+_\d+)" w:id="(\d+)"\/>(.*?)<w:bookmarkEnd w:id="\2"\/>/gsu)]
  return new Map(
    marcas.map(([, nombre = '', , runs = '']) => [nombre, [...runs.matchAll(/<w:t[^>]*>([^<]*)</gu)].map(([, t]) => t).join('')]),
  )
}

describe('cada cifra calculada', () => {
  test('está en el Word entre su marca, con las palabras que dice procedencia.json', () => {
    const enWord = marcadas(antes.word)
    expect(antes.procedencia.cifras.length).toBeGreaterThan(100)
    expect(antes.procedencia.cifras.filter(({ marca, texto }) => enWord.get(marca) !== texto)).toEqual([])
  })

  test('tiene una marca que ninguna otra tiene y que Word admite y esconde', () => {
    const marcas = antes.procedencia.cifras.map(({ marca }) => marca)
    expect(new Set(marcas).size).toBe(marcas.length)
    expect(marcas.filter((marca) => !/^_[a-z0-9_]{1,39}$/u.test(marca))).toEqual([])
  })

  test('dice dónde está, de qué cifra es, con qué operación y qué dicen sus celdas', () => {
    const { cifras, origenes, celdas } = antes.procedencia
    const enTabla = cifras.find(({ marca }) => marca === '_1_1_1_logro_acumulado_1')
    expect(enTabla).toMatchObject({ texto: '20', lugar: expect.stringMatching(/^Movilidad › Tabla \d+$/u) })
    const origen = origenes[enTabla?.origen ?? -1]
    expect(origen).toMatchObject({ figura: '1.1.1 logro acumulado', celdas: ['Avances!B2', 'Avances!C2'] })
    expect(origen?.operacion.join(' ')).toContain('4 (2022) + 16 (2023) = 20')
    expect(origen?.regla.fuente).toMatch(/^docs\/libro\.md/u)
    expect([celdas['Avances!B2'], celdas['Avances!C2']]).toEqual(['4', '16'])
  })

  test('conserva su marca cuando el libro cambia', async () => {
    const despues = await hacer(17)
    const suya = ({ procedencia }: typeof antes) => procedencia.cifras.find(({ marca }) => marca === '_1_1_1_cumplimiento_1')?.texto
    expect([suya(antes), suya(despues)]).toEqual(['160\u00a0%', '170\u00a0%'])
    expect(despues.procedencia.cifras.map(({ marca }) => marca)).toEqual(antes.procedencia.cifras.map(({ marca }) => marca))
  })
})
