/** Charts on their own: which are made, what their files are called and bear, and what a second run does to the first. */
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import { leerFirma } from '../src/firma/index.js'
import { sha256 } from '../src/hash/index.js'
import { huellasDeSalidas } from '../src/outputs/index.js'
import { type EntradaDeGraficas, graficar, PedidoInvalido } from '../src/pipeline/index.js'
import { cargarRecursos } from './recursos.js'
import { unDibujante } from './un-dibujante.js'
import { unLibro } from './un-libro.js'

const texto = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

let plantillas: ReadonlyMap<string, Uint8Array>
beforeAll(async () => {
  plantillas = await readTree(new URL('../templates', import.meta.url).pathname)
})

/** Two sectors; the name of the second begins as a formula would. `logro`: what the first product achieved. */
const unLibroDeDosSectores = (logro = 8) =>
  unLibro()
    .producto('1.1.1', { sector: 'Salud', metas: { 2022: 10, 2023: 10 }, avances: { 2022: 10, 2023: logro } })
    .producto('1.1.2', { sector: '=Cultura; Deporte', metas: { 2023: 5 }, avances: { 2023: 5 } })
    .bytes()
const LIBRO = unLibroDeDosSectores()

type Cambios = Partial<Omit<EntradaDeGraficas, 'seleccion' | 'estilo'>> & {
  readonly seleccion?: Partial<EntradaDeGraficas['seleccion']>
  readonly estilo?: Partial<EntradaDeGraficas['estilo']>
}

/** The files of a request, by name; and the drawer's pictures. Unless told: the charts 1 to 3, one use, PNG. */
async function hacer(cambios: Cambios = {}, anterior: ReadonlyMap<string, Uint8Array> | null = null) {
  const { pedidos, dibujantes } = unDibujante()
  const { archivos, ...hechas } = await graficar(
    {
      libro: { nombre: 'libro.xlsx', bytes: LIBRO },
      plantillas,
      tema: 'institucional',
      fuentes: { familias: ['Work Sans', 'Source Sans 3'], leer: async () => cargarRecursos().assets.fonts },
      version: '9.8.7',
      datos: [],
      dibujantes,
      ...cambios,
      seleccion: { numeros: ['1-3'], sectores: [], ...cambios.seleccion },
      estilo: { usos: ['cuadrada'], formatos: ['png'], modo: 'claro', fondo: 'blanco', ppp: null, texto: 'texto', ...cambios.estilo },
    },
    async (_, trabajo) => trabajo(),
  )
  const salidas = new Map<string, Uint8Array>()
  const manifest = anterior?.get('manifiesto.json')
  const previo = manifest === undefined ? null : { manifest, present: new Set(anterior?.keys()) }
  for await (const [ruta, bytes] of archivos(previo, () => undefined)) salidas.set(ruta, bytes)
  return { ...hechas, salidas, pedidos }
}

const imagenes = ({ salidas }: { salidas: ReadonlyMap<string, unknown> }) =>
  [...salidas.keys()].filter((ruta) => ruta.startsWith('grafica'))
const numeros = (hechas: { salidas: ReadonlyMap<string, unknown> }) => imagenes(hechas).map((ruta) => ruta.split('-')[1])

describe('qué gráficas', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['una', ['2'], ['02']],
    ['varias, en su orden', ['A2', '1'], ['01', 'a2']],
    ['un tramo', ['1-3'], ['01', '02', '03']],
    ['un tramo de adicionales, en minúsculas', ['a1-a3'], ['a1', 'a2', 'a3']],
    ['tramos que se cruzan', ['1-2', '2-3'], ['01', '02', '03']],
  ])('%s', async (_, pedidas, hechas) => {
    expect(numeros(await hacer({ seleccion: { numeros: pedidas } }))).toEqual(hechas)
  })

  test('sin pedir ninguna, todas las del informe y las adicionales', async () => {
    const todas = numeros(await hacer({ seleccion: { numeros: [] } }))
    expect(todas.slice(0, 6)).toEqual(['01', '02', '03', 'a1', 'a2', 'a3'])
  })

  test('las de un sector, sin mirar mayúsculas ni tildes', async () => {
    const { pedidos } = await hacer({ seleccion: { numeros: [], sectores: ['  SÁLUD '] } })
    expect(pedidos[0]?.[0]).toMatchObject({ rotulo: 'Gráfica 2', grafica: { id: 'estado-salud' } })
    const deProductos = pedidos.flatMap(([{ grafica }]) => (grafica.tipo === 'serie' ? [grafica.producto] : []))
    expect(new Set(deProductos)).toEqual(new Set(['1.1.1']))
    expect(pedidos.every(([{ grafica }]) => ['estados', 'serie'].includes(grafica.tipo))).toBe(true)
  })

  test.each<[Cambios, string]>([
    [{ seleccion: { numeros: ['99'] } }, 'No hay una gráfica 99; están 1 a 3 y A1 a A'],
    [{ seleccion: { numeros: ['2-99'] } }, 'No hay una gráfica 99; están 1 a 3 y A1 a A'],
    [{ seleccion: { numeros: ['3-1'] } }, '«3-1» no va de una gráfica a otra posterior; están 1 a 3'],
    [{ seleccion: { numeros: ['1-A2'] } }, '«1-A2» no va de una gráfica a otra posterior; están 1 a 3'],
    [{ seleccion: { numeros: ['x'] } }, 'No hay una gráfica X; están 1 a 3'],
    [{ seleccion: { numeros: [], sectores: ['Defensa'] } }, 'No hay un sector «Defensa»; están Salud y =Cultura; Deporte.'],
    [{ estilo: { usos: ['afiche'] } }, 'El tema no tiene un uso «afiche»; están impreso, diapositiva, cuadrada, historia, horizontal.'],
  ])('%j no se puede, y se dice lo que hay', async (cambios, mensaje) => {
    const error: unknown = await hacer(cambios).then(null, (e: unknown) => e)
    expect(error).toBeInstanceOf(PedidoInvalido)
    expect(String(error)).toContain(mensaje)
  })
})

describe('los archivos', () => {
  const una = (estilo: Cambios['estilo'], tema = 'institucional') => hacer({ seleccion: { numeros: ['1'] }, estilo: estilo ?? {}, tema })

  test('sin pedir un uso, uno por cada uso del tema', async () => {
    expect(imagenes(await una({ usos: [] }))).toEqual(
      ['impreso', 'diapositiva', 'cuadrada', 'historia', 'horizontal'].map((uso) => `grafica-01-${uso}.png`),
    )
  })

  test.each<[Cambios['estilo'], string]>([
    [{ modo: 'oscuro' }, 'grafica-01-cuadrada-oscuro.png'],
    [{ fondo: 'transparente' }, 'grafica-01-cuadrada-transparente.png'],
    [{ modo: 'oscuro', fondo: 'transparente', formatos: ['svg'] }, 'grafica-01-cuadrada-oscuro-transparente.svg'],
    [{ texto: 'trazado', formatos: ['svg'] }, 'grafica-01-cuadrada-trazado.svg'],
    [{ texto: 'trazado', formatos: ['png'] }, 'grafica-01-cuadrada.png'],
    [{ usos: ['impreso'], ppp: 600 }, 'grafica-01-impreso-600ppp.png'],
    [{ usos: ['impreso'], ppp: 300 }, 'grafica-01-impreso.png'],
    [{ usos: ['cuadrada'], ppp: 600 }, 'grafica-01-cuadrada.png'],
    [{ usos: ['impreso'], ppp: 600, formatos: ['pdf'] }, 'grafica-01-impreso.pdf'],
  ])('%j se llama %s', async (estilo, nombre) => {
    expect(imagenes(await una(estilo))).toEqual([nombre])
  })

  test('otro tema no pisa lo del primero', async () => {
    expect(imagenes(await una({}, 'sobrio'))).toEqual(['grafica-01-cuadrada-sobrio.png'])
  })

  test('la resolución que se pide llega al dibujo, solo en lo que se mide en milímetros', async () => {
    const { pedidos } = await una({ usos: ['impreso', 'cuadrada'], ppp: 600 })
    expect(pedidos.slice(0, 2).map(([, { uso, ppp }]) => [uso, ppp])).toEqual([
      ['impreso', 600],
      ['cuadrada', null],
    ])
  })

  test('cada imagen lleva su título, su texto alternativo, su fuente y su libro', async () => {
    const { salidas, pedidos } = await una({ formatos: ['png', 'svg'] })
    const firma = {
      titulo: 'Gráfica 1. Cumplimiento de las metas programadas de los productos de la PPB, vigencia 2023',
      textoAlternativo: pedidos[0]?.[0].grafica.textoAlternativo,
      fuente: expect.stringMatching(/^Fuente: \S/u),
      libro: sha256(LIBRO),
      programa: 'informe 9.8.7',
      corte: '2023-12-31',
    }
    expect(await leerFirma(salidas.get('grafica-01-cuadrada.png') ?? new Uint8Array())).toEqual({ tipo: 'png', firma })
    expect(await leerFirma(salidas.get('grafica-01-cuadrada.svg') ?? new Uint8Array())).toEqual({ tipo: 'svg', firma })
  })

  test('el manifiesto nombra todos los demás, con su huella', async () => {
    const { salidas } = await hacer({ datos: ['csv'] })
    const huellas = huellasDeSalidas(salidas.get('manifiesto.json') ?? new Uint8Array())
    const demas = [...salidas].filter(([ruta]) => ruta !== 'manifiesto.json')
    expect(huellas).toEqual(new Map(demas.map(([ruta, bytes]) => [ruta, sha256(bytes)])))
    expect([...salidas.keys()].slice(-2)).toEqual(['catalogo.html', 'manifiesto.json'])
  })

  test('son los mismos, byte por byte, en dos corridas', async () => {
    const cambios: Cambios = { datos: ['csv', 'xlsx'], estilo: { formatos: ['png', 'svg'] } }
    const primera = await hacer(cambios)
    expect((await hacer(cambios)).salidas).toEqual(primera.salidas)
    expect((await hacer(cambios, primera.salidas)).salidas).toEqual(primera.salidas)
  })
})

describe('una segunda corrida', () => {
  /** Names of what the set has after a run over the files of another: what it made and what its manifest leaves in place. */
  const conjunto = ({ salidas }: { salidas: ReadonlyMap<string, Uint8Array> }) =>
    [...(huellasDeSalidas(salidas.get('manifiesto.json') ?? new Uint8Array())?.keys() ?? [])].filter((ruta) => ruta !== 'catalogo.html')

  test('con otras opciones agrega a lo de la primera, y el catálogo lo muestra todo', async () => {
    const primera = await hacer({ seleccion: { numeros: ['1'] } })
    const segunda = await hacer(
      { seleccion: { numeros: ['2'] }, estilo: { modo: 'oscuro' }, datos: ['csv'], tema: 'sobrio' },
      primera.salidas,
    )
    expect(imagenes(segunda)).toEqual(['grafica-02-cuadrada-sobrio-oscuro.png', 'grafica-02.csv'])
    const todos = ['grafica-01-cuadrada.png', 'grafica-02-cuadrada-sobrio-oscuro.png', 'grafica-02.csv']
    expect(conjunto(segunda)).toEqual(todos)
    for (const nombre of todos) expect(texto(segunda.salidas.get('catalogo.html'))).toContain(`href="${nombre}"`)
  })

  test('no conserva lo que ya no está, ni lo que hoy saldría distinto', async () => {
    const primera = await hacer({ seleccion: { numeros: ['1-2'] } })
    const sinUna = new Map([...primera.salidas].filter(([ruta]) => ruta !== 'grafica-01-cuadrada.png'))
    expect(conjunto(await hacer({ seleccion: { numeros: ['3'] } }, sinUna))).toEqual(['grafica-02-cuadrada.png', 'grafica-03-cuadrada.png'])
    const otroLibro = { nombre: 'libro.xlsx', bytes: unLibroDeDosSectores(9) }
    expect(conjunto(await hacer({ seleccion: { numeros: ['3'] }, libro: otroLibro }, primera.salidas))).toEqual(['grafica-03-cuadrada.png'])
    const otraVersion = await hacer({ seleccion: { numeros: ['3'] }, version: '9.9.0' }, primera.salidas)
    expect(conjunto(otraVersion)).toEqual(['grafica-03-cuadrada.png'])
  })
})

describe('las cifras de cada gráfica', () => {
  test('en CSV, las mismas del dibujo, y lo que parece fórmula no lo es', async () => {
    const { salidas } = await hacer({ seleccion: { numeros: ['1', 'A1', 'A2'] }, datos: ['csv'] })
    expect(texto(salidas.get('grafica-01.csv'))).toMatch(/^\uFEFF?Estado;Productos\r\n"?Verde: /u)
    const filas = texto(salidas.get('grafica-a1.csv')).split('\r\n')
    expect(filas[0]?.replace('\uFEFF', '')).toBe('Sector;Avance;Planeado')
    expect(filas.slice(1, 4).map((f) => f.replace(/;[\d.,]+;[\d.,]+$/u, ''))).toEqual([
      'Salud',
      '"\'=Cultura; Deporte"',
      'Toda la política',
    ])
    expect(texto(salidas.get('grafica-a2.csv'))).toContain('1.1.1')
  })

  test('en Excel, como números, con su formato y su procedencia', async () => {
    const { salidas, pedidos } = await hacer({ seleccion: { numeros: ['A1'] }, datos: ['xlsx'] })
    const libro = new ExcelJS.Workbook()
    await libro.xlsx.load(Buffer.from(salidas.get('grafica-a1.xlsx') ?? []) as never)
    expect(libro.worksheets.map(({ name }) => name)).toEqual(['Datos', 'Origen'])
    const datos = libro.getWorksheet('Datos')
    const [avance] = pedidos[0]?.[0].grafica.series ?? []
    expect([2, 3, 4].map((fila) => datos?.getCell(fila, 2).value)).toEqual(avance?.valores)
    expect(datos?.getCell(2, 2).numFmt).toBe('0%')
    expect([datos?.getCell(3, 1).value, datos?.getCell(3, 1).formula]).toEqual(["'=Cultura; Deporte", undefined])
    expect(libro.getWorksheet('Origen')?.getCell('B4').value).toBe(sha256(LIBRO))
  })
})
