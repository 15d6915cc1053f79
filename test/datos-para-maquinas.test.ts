/** datos.json, the CSV of each table and the manifest, as the programs that read them find them. */
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { exact } from '../src/exact/index.js'
import { aNumero, calcularIndicadores } from '../src/indicators/index.js'
import { csv, datosJson, huellasDeSalidas, manifiesto } from '../src/outputs/index.js'
import type { CeldaTabla, Colocacion, FilaTabla } from '../src/report/index.js'
import { construirReport, publicar } from '../src/report/index.js'
import { unLibroEnMemoria } from './un-libro-en-memoria.js'

const libro = unLibroEnMemoria({
  '1.1.1': { metaFinal: 40, metas: { 2022: 10, 2023: 8 }, avances: { 2022: 3, 2023: 6 } },
  '2.1.2': { sector: 'Ambiente', unidad: 'Porcentaje', tipo: 'Constante', metaFinal: 1, inicio: 2025, metas: { 2025: 1 } },
  '2.1.10': {
    sector: 'Ambiente',
    tipo: 'Decreciente',
    lineaBase: 90,
    metaFinal: 30,
    metas: { 2023: 60, 2029: 30 },
    avances: { 2023: 80 },
  },
})
const report = construirReport(libro, calcularIndicadores(libro))
const COLOCACIONES: readonly Colocacion[] = [
  { clase: 'tabla', id: 'productos-por-sector', titulo: 'Productos por sector', fuente: 'Fuente: los sectores.', extra: false },
  { clase: 'grafica', id: 'estado-ambiente', titulo: 'Productos del sector Ambiente', fuente: 'Fuente: los sectores.', extra: false },
  { clase: 'tabla', id: 'cumplimiento-salud', titulo: 'Cumplimiento del sector Salud', fuente: 'Fuente: los sectores.', extra: false },
]
const publicado = publicar(report, COLOCACIONES)

describe('datos.json', () => {
  const texto = datosJson(report, publicado)
  const datos = JSON.parse(texto)

  test('has exactly the documented names, in their order', () => {
    const GRUPO = [
      'productos',
      'conMeta',
      'avance',
      'planeado',
      'diferencia',
      'balance',
      'verde',
      'amarillo',
      'rojo',
      'sinMeta',
      'cumplidos',
    ]
    expect(Object.keys(datos)).toEqual(['politica', 'productos', 'sectores', 'objetivos', 'tablas', 'graficas'])
    expect(Object.keys(datos.politica)).toEqual(['nombre', 'sigla', 'documento', 'vigencia', 'inicio', 'fin', ...GRUPO])
    expect(Object.keys(datos.sectores[0])).toEqual(['nombre', ...GRUPO])
    expect(Object.keys(datos.objetivos[0])).toEqual(['numero', ...GRUPO])
    expect(Object.keys(datos.productos[0])).toEqual([
      ...['codigo', 'nombre', 'sector', 'objetivo', 'tipoAnualizacion', 'periodicidad', 'unidad', 'metaVigencia', 'logroVigencia'],
      ...['cumplimiento', 'cumplimientoPorcentaje', 'semaforo', 'situacion', 'metaAcumulada', 'logroAcumulado', 'metaFinal'],
      ...['diferenciaAcumulada', 'balance'],
    ])
    expect(Object.keys(datos.tablas[0])).toEqual(['numero', 'id', 'titulo', 'columnas', 'filas'])
    expect(Object.keys(datos.graficas[0])).toEqual(['numero', 'id', 'titulo', 'textoAlternativo', 'etiquetas', 'series'])
    expect(Object.keys(datos.graficas[0].series[0])).toEqual(['nombre', 'valores'])
  })

  test('gives a product with a goal: amounts, ratio as a fraction, percentage whole', () => {
    expect(datos.productos[0]).toEqual({
      codigo: '1.1.1',
      nombre: 'Producto 1.1.1',
      sector: 'Salud',
      objetivo: 1,
      tipoAnualizacion: 'Suma',
      periodicidad: 'Anual',
      unidad: 'Número',
      metaVigencia: 8,
      logroVigencia: 6,
      cumplimiento: 0.75, // 6 ÷ 8
      cumplimientoPorcentaje: 75,
      semaforo: 'verde',
      situacion: 'con-meta',
      metaAcumulada: 18,
      logroAcumulado: 9,
      metaFinal: 40,
      diferenciaAcumulada: -9,
      balance: 'rezago',
    })
  })

  test('gives null where a product has no figure', () => {
    expect(datos.productos[1]).toMatchObject({
      codigo: '2.1.2',
      metaVigencia: null,
      logroVigencia: null,
      cumplimiento: null,
      cumplimientoPorcentaje: null,
      semaforo: null,
      situacion: 'no-iniciado',
      metaAcumulada: null,
      logroAcumulado: null,
      metaFinal: 1,
      diferenciaAcumulada: null,
      balance: null,
    })
  })

  test('gives the figures of the política, the sectors and the objetivos', () => {
    // avance: 9/40 and 0 and (90 − 80) ÷ (90 − 30); planeado: 18/40 and 0 and (90 − 60) ÷ (90 − 30)
    expect(datos.politica).toMatchObject({ vigencia: 2023, productos: 3, conMeta: 2, verde: 1, rojo: 1, sinMeta: 1, balance: 'rezago' })
    expect(datos.politica.avance).toBe(47 / 360) // (27/120 + 20/120) ÷ 3
    expect(datos.politica.planeado).toBe(19 / 60) // (9/20 + 10/20) ÷ 3
    expect(datos.politica.diferencia).toBe(-67 / 360)
    expect(datos.sectores.map((s: { nombre: string; avance: number }) => [s.nombre, s.avance])).toEqual([
      ['Salud', 9 / 40],
      ['Ambiente', 1 / 12],
    ])
    expect(datos.objetivos.map((o: { numero: number; productos: number }) => [o.numero, o.productos])).toEqual([
      [1, 1],
      [2, 2],
    ])
  })

  test('gives tables and charts by number, with raw values and the total row last', () => {
    expect(datos.tablas.map((t: { numero: number; id: string }) => [t.numero, t.id])).toEqual([
      [1, 'productos-por-sector'],
      [2, 'cumplimiento-salud'],
    ])
    expect(datos.tablas[0].filas).toEqual([
      ['Salud', 1],
      ['Ambiente', 2],
      ['Total', 3],
    ])
    expect(datos.tablas[1].filas).toEqual([['1.1.1 Producto 1.1.1', 18, 9, 8, 6]])
    expect(datos.graficas).toHaveLength(1)
    expect(datos.graficas[0]).toMatchObject({ numero: 1, id: 'estado-ambiente', titulo: 'Productos del sector Ambiente' })
    expect(datos.graficas[0].series).toEqual([{ nombre: 'Productos', valores: [0, 0, 1, 1, 0] }]) // verde, amarillo, rojo, sin meta, cumplidos
    expect(datos.graficas[0].etiquetas).toHaveLength(5)
  })

  test('is the same text for the same report, and ends with a line break', () => {
    expect(datosJson(report, publicado)).toBe(texto)
    expect(texto.endsWith('}\n')).toBe(true)
  })

  test('gives numbers where the exact fraction has more digits than a number holds', () => {
    // The mean of 400 products whose final goals share no factor: a denominator of some 1,300 digits.
    const primos: number[] = []
    for (let n = 1000; primos.length < 400; n++) {
      if (!Array.from({ length: 80 }, (_, i) => i + 2).some((d) => n % d === 0)) primos.push(n)
    }
    const grande = unLibroEnMemoria(
      Object.fromEntries(
        primos.map((metaFinal, i) => [`1.1.${i + 1}`, { metaFinal, metas: { 2023: metaFinal - 1 }, avances: { 2023: 1 } }]),
      ),
    )
    const { avance } = calcularIndicadores(grande).politica
    const enBinario = primos.reduce((suma, p) => suma + 1 / p, 0) / primos.length
    expect(avance.valueOf()).toBeNaN()
    expect(aNumero(avance)).toBeCloseTo(enBinario, 15)
    expect([0, 0.1, -2.5, 1e-7, 1.5e21, 0.1 + 0.2].map((n) => aNumero(exact(n)))).toEqual([0, 0.1, -2.5, 1e-7, 1.5e21, 0.1 + 0.2])
  })
})

describe('tablas/*.csv', () => {
  const celda = (valor: CeldaTabla['valor'], codigo?: string): CeldaTabla => ({
    valor,
    texto: String(valor),
    origen: null,
    ...(codigo === undefined ? {} : { codigo }),
  })
  const fila = (...celdas: readonly CeldaTabla[]): FilaTabla => ({ tipo: 'cuerpo', celdas })
  const columnas = ['Producto', 'Logro'].map((titulo) => ({ titulo, alinear: 'izquierda' as const, ancho: 1 }))
  const bytesDe = (...filas: readonly FilaTabla[]) => csv({ columnas, filas })
  const textoDe = (...filas: readonly FilaTabla[]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytesDe(...filas))
  const leer = (bytes: Uint8Array): string[][] => parse(Buffer.from(bytes), { bom: true, delimiter: ';', record_delimiter: '\r\n' })

  test('are UTF-8 with a mark, semicolons, decimal commas and a line break after each row', () => {
    expect([...bytesDe().slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(textoDe(fila(celda('Atención en salud', '2.1.10'), celda(5.7)), fila(celda('Total'), celda(-1300231.25)))).toBe(
      '\uFEFFProducto;Logro\r\n2.1.10 Atención en salud;5,7\r\nTotal;-1300231,25\r\n',
    )
  })

  test('leave a cell without a value empty', () => {
    expect(leer(bytesDe(fila(celda('Estudio'), celda(null))))).toEqual([
      ['Producto', 'Logro'],
      ['Estudio', ''],
    ])
  })

  test.each(['con; punto y coma', 'con "comillas"', 'de dos\nlíneas', 'de dos\r\nlíneas', ' con espacios '])(
    'keep a text %j whole',
    (texto) => {
      expect(leer(bytesDe(fila(celda(texto), celda(1))))).toEqual([
        ['Producto', 'Logro'],
        [texto, '1'],
      ])
    },
  )

  test.each(['=1+1', '+57 601', '-2', '@SUMA(A1)', '\t=1+1', '=HIPERVINCULO("x";"y")'])('make the text %j harmless', (texto) => {
    expect(leer(bytesDe(fila(celda(texto), celda(-2))))[1]).toEqual([`'${texto}`, '-2'])
  })
})

describe('manifiesto.json', () => {
  const bytes = (texto: string) => new TextEncoder().encode(texto)
  // SHA-256 of «abc» and of nothing, as FIPS 180-2 and every sha256sum give them.
  const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  const NADA = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  const edicion = {
    version: '1.2.3',
    libro: { nombre: 'libro.xlsx', bytes: bytes('abc') },
    plantillas: new Map([
      ['parciales/b.md', bytes('')],
      ['a.md', bytes('abc')],
    ]),
    como: { formatos: ['pdf'], tema: 'sobrio', secciones: { b: true, a: false }, sector: null, borrador: null, graficasEditables: false },
    salidas: new Map([
      ['tablas/tabla-01.csv', bytes('abc')],
      ['datos.json', bytes('')],
    ]),
  }

  test('says the version and the SHA-256 of workbook, templates and outputs, by path', () => {
    expect(JSON.parse(manifiesto(edicion))).toEqual({
      version: '1.2.3',
      libro: { nombre: 'libro.xlsx', sha256: ABC },
      plantillas: { 'a.md': ABC, 'parciales/b.md': NADA },
      como: { formatos: ['pdf'], tema: 'sobrio', secciones: { a: false, b: true }, sector: null, borrador: null, graficasEditables: false },
      salidas: { 'datos.json': NADA, 'tablas/tabla-01.csv': ABC },
    })
  })

  test('does not depend on the order in which the files were made', () => {
    const alReves = { ...edicion, salidas: new Map([...edicion.salidas].reverse()), plantillas: new Map([...edicion.plantillas].reverse()) }
    expect(manifiesto(alReves)).toBe(manifiesto(edicion))
  })

  test('is read back to know whether an output is as it was written', () => {
    expect(huellasDeSalidas(bytes(manifiesto(edicion)))).toEqual(
      new Map([
        ['datos.json', NADA],
        ['tablas/tabla-01.csv', ABC],
      ]),
    )
  })

  test.each(['', '{', 'null', '[]', '{"salidas":3}', '{"salidas":{"a":1}}'])('is no manifest where it says %j', (texto) => {
    expect(huellasDeSalidas(bytes(texto))).toBeNull()
  })
})
