/** Every figure of the contract's «Computation», against sums done by hand. */
import { describe, expect, test } from 'vitest'
import { exact } from '../src/exact/index.js'
import type { Fraction, IndicadoresProducto } from '../src/indicators/index.js'
import {
  balanceImpreso,
  calcularIndicadores,
  celdasDeGrupo,
  celdasDeProducto,
  estadoDe,
  porcentajeEntero,
  proporcion,
  puntosPorcentuales,
  redondear,
  restaImpresaDifiere,
  sumarDatos,
} from '../src/indicators/index.js'
import { type ProductoDePrueba, unLibroEnMemoria } from './un-libro-en-memoria.js'

/** The figures of a single product, vigencia 2023 of a plan 2020–2029. */
function cifras(producto: ProductoDePrueba): IndicadoresProducto {
  const [unico] = calcularIndicadores(unLibroEnMemoria({ '1.1.1': producto })).productos
  if (unico === undefined) throw new Error('sin productos')
  return unico
}

const enTexto = (f: Fraction | null) => (f === null ? null : f.toFraction())

describe('tipo de anualización', () => {
  test('Suma adds goals and achievements of each year up to the vigencia', () => {
    const c = cifras({
      tipo: 'Suma',
      metaFinal: 129,
      metas: { 2020: 10, 2021: 12, 2023: 8, 2024: 99 },
      avances: { 2020: 4, 2022: 3, 2023: 6 },
    })
    expect(enTexto(c.metaAcumulada)).toBe('30') // 10 + 12 + 8; 2022 has none; 2024 is still to come
    expect(enTexto(c.logroAcumulado)).toBe('13') // 4 + 3 + 6
    expect(enTexto(c.diferenciaAcumulada)).toBe('-17') // 13 − 30
    expect(c.balance).toBe('rezago')
    expect(enTexto(c.cumplimiento)).toBe('3/4') // 6 ÷ 8
    expect(enTexto(c.avance)).toBe('13/129')
    expect(enTexto(c.planeado)).toBe('10/43') // 30 ÷ 129
  })

  test.each(['Constante', 'Creciente'] as const)('%s takes the last goal stated and the last achievement reported', (tipo) => {
    const c = cifras({ tipo, metaFinal: 50, metas: { 2020: 10, 2022: 40, 2029: 50 }, avances: { 2020: 30, 2021: 45 } })
    expect(enTexto(c.metaAcumulada)).toBe('40') // 2022, the last up to 2023
    expect(enTexto(c.logroAcumulado)).toBe('45') // 2021
    expect(enTexto(c.diferenciaAcumulada)).toBe('5')
    expect(c.balance).toBe('sobre-ejecucion')
    expect(enTexto(c.avance)).toBe('9/10') // 45 ÷ 50
    expect(enTexto(c.planeado)).toBe('4/5') // 40 ÷ 50
  })

  test('Decreciente counts the way down from the línea base and reverses the label, not the sign', () => {
    const c = cifras({ tipo: 'Decreciente', lineaBase: 80, metaFinal: 30, metas: { 2022: 60, 2023: 50, 2029: 30 }, avances: { 2023: 44 } })
    expect(enTexto(c.cumplimiento)).toBe('6/5') // (80 − 44) ÷ (80 − 50)
    expect(c.cumplimientoPorcentaje).toBe(120)
    expect(enTexto(c.diferenciaAcumulada)).toBe('-6') // 44 − 50: six under the goal
    expect(c.balance).toBe('sobre-ejecucion')
    expect(enTexto(c.avance)).toBe('18/25') // (80 − 44) ÷ (80 − 30)
    expect(enTexto(c.planeado)).toBe('3/5') // (80 − 50) ÷ (80 − 30)
  })

  test('a Decreciente that rose above its línea base is printed below 0, classified as 0, and has no avance', () => {
    const c = cifras({ tipo: 'Decreciente', lineaBase: 100, metaFinal: 0, metas: { 2023: 50, 2029: 0 }, avances: { 2023: 106 } })
    expect(c.cumplimientoPorcentaje).toBe(-12) // (100 − 106) ÷ (100 − 50)
    expect(c.semaforo).toBe('rojo')
    expect(c.balance).toBe('rezago')
    expect(enTexto(c.diferenciaAcumulada)).toBe('56') // 106 − 50
    expect(enTexto(c.avance)).toBe('0')
  })

  test.each([
    [100, 100],
    [99, 100],
    [101, 0],
  ])('a Decreciente whose goal is its línea base of 100 and that achieved %i complies at %i %%', (logro, porcentaje) => {
    const c = cifras({ tipo: 'Decreciente', lineaBase: 100, metaFinal: 40, metas: { 2023: 100, 2029: 40 }, avances: { 2023: logro } })
    expect(c.cumplimientoPorcentaje).toBe(porcentaje)
  })

  test('a goal of 0 is a goal for Decreciente', () => {
    const c = cifras({ tipo: 'Decreciente', lineaBase: 20, metaFinal: 0, metas: { 2023: 0 }, avances: { 2023: 5 } })
    expect(enTexto(c.metaVigencia)).toBe('0')
    expect(enTexto(c.cumplimiento)).toBe('3/4') // (20 − 5) ÷ (20 − 0)
    expect(enTexto(c.metaAcumulada)).toBe('0')
    expect(c.balance).toBe('rezago')
  })

  test.each(['Suma', 'Constante', 'Creciente'] as const)('a goal of 0 is no goal for %s', (tipo) => {
    const c = cifras({ tipo, metas: { 2023: 0 }, avances: { 2023: 5 } })
    expect([
      c.metaVigencia,
      c.cumplimiento,
      c.cumplimientoPorcentaje,
      c.semaforo,
      c.metaAcumulada,
      c.diferenciaAcumulada,
      c.balance,
    ]).toEqual(Array(7).fill(null))
    expect(c.situacion).toBe('sin-meta')
    expect(enTexto(c.logroAcumulado)).toBe('5')
  })

  test('a Constante with a 0 after its last goal still has that goal', () => {
    expect(enTexto(cifras({ tipo: 'Constante', fin: 2021, metas: { 2021: 7, 2022: 0, 2023: 0 } }).metaAcumulada)).toBe('7')
  })

  test('a 0 typed outside the years of a Decreciente is neither its goal nor its best achievement', () => {
    const c = cifras({
      tipo: 'Decreciente',
      lineaBase: 90,
      inicio: 2025,
      metaFinal: 30,
      metas: { 2022: 0, 2023: 0, 2029: 30 },
      avances: { 2022: 0, 2023: 0 },
    })
    expect(c.situacion).toBe('no-iniciado')
    expect([c.metaVigencia, c.metaAcumulada, c.logroVigencia, c.logroAcumulado]).toEqual([null, null, null, null])
    expect([enTexto(c.avance), enTexto(c.planeado)]).toEqual(['0', '0'])
  })
})

describe('nothing reported', () => {
  test('a goal without an achievement complies at 0 %, red; what was reported before still counts', () => {
    const c = cifras({ metas: { 2022: 10, 2023: 10 }, avances: { 2022: 8 } })
    expect(c.logroVigencia).toBeNull()
    expect(c.cumplimientoPorcentaje).toBe(0)
    expect(c.semaforo).toBe('rojo')
    expect(enTexto(c.logroAcumulado)).toBe('8')
    expect(enTexto(c.diferenciaAcumulada)).toBe('-12') // 8 − 20
  })

  test('nothing ever reported counts as 0 in the difference, and stays null as a figure', () => {
    const c = cifras({ metas: { 2023: 10 } })
    expect(c.logroAcumulado).toBeNull()
    expect(enTexto(c.diferenciaAcumulada)).toBe('-10')
    expect(enTexto(c.avance)).toBe('0')
  })

  test('for Decreciente nothing reported counts as the línea base, even where that is the goal', () => {
    const c = cifras({ tipo: 'Decreciente', lineaBase: 80, metaFinal: 30, metas: { 2023: 60 } })
    expect(enTexto(c.diferenciaAcumulada)).toBe('20') // 80 − 60
    expect(c.balance).toBe('rezago')
    expect([c.cumplimientoPorcentaje, enTexto(c.avance)]).toEqual([0, '0'])
    expect(cifras({ tipo: 'Decreciente', lineaBase: 80, metaFinal: 30, metas: { 2023: 80 } }).cumplimientoPorcentaje).toBe(0)
  })

  test('an achievement of 0 is a value', () => {
    const c = cifras({ metas: { 2023: 10 }, avances: { 2023: 0 } })
    expect(enTexto(c.logroVigencia)).toBe('0')
    expect(enTexto(c.logroAcumulado)).toBe('0')
  })
})

describe('situación', () => {
  test.each([
    ['con-meta', { metas: { 2023: 1 } }],
    ['con-meta', { fin: 2022, metas: { 2023: 1 } }],
    ['no-iniciado', { inicio: 2024, metas: { 2024: 1 } }],
    ['sin-meta', { metas: { 2022: 100 }, avances: { 2022: 100 } }],
    ['sin-meta', { fin: 2023, metas: { 2022: 100 } }],
    ['cumplido', { fin: 2022, metas: { 2022: 100 }, avances: { 2021: 60, 2022: 40 } }],
    ['vencido', { fin: 2022, metas: { 2022: 100 }, avances: { 2021: 60, 2022: 39 } }],
    ['vencido', { fin: 2022, metas: { 2022: 100 } }],
    ['cumplido', { tipo: 'Decreciente', lineaBase: 9, metaFinal: 4, fin: 2022, metas: { 2022: 4 }, avances: { 2022: 4 } }],
    ['vencido', { tipo: 'Decreciente', lineaBase: 9, metaFinal: 4, fin: 2022, metas: { 2022: 4 }, avances: { 2022: 5 } }],
  ] satisfies [string, ProductoDePrueba][])('%s: %o', (esperada, producto) => {
    expect(cifras(producto).situacion).toBe(esperada)
  })

  test('a late achievement completes a product that had ended', () => {
    expect(cifras({ fin: 2021, metas: { 2021: 100 }, avances: { 2021: 90, 2023: 10 } }).situacion).toBe('cumplido')
  })

  test('counts put sin meta, no iniciado and vencido together, and cumplido apart', () => {
    const libro = unLibroEnMemoria({
      '1.1.1': {},
      '1.1.2': { inicio: 2025 },
      '1.1.3': { fin: 2021 },
      '1.1.4': { fin: 2021, avances: { 2021: 100 } },
      '1.1.5': { metas: { 2023: 10 }, avances: { 2023: 10 } },
    })
    const { politica, productos } = calcularIndicadores(libro)
    expect(productos.map(estadoDe)).toEqual(['sin-meta', 'sin-meta', 'sin-meta', 'cumplido', 'verde'])
    expect(politica).toMatchObject({ productos: 5, conMeta: 1, verde: 1, amarillo: 0, rojo: 0, sinMeta: 3, cumplidos: 1 })
  })
})

describe('rounding and classes', () => {
  test.each([
    [201, 200, 101, 'verde'], // 100.5 %, which binary floating point makes 100.49999…
    [745, 1000, 75, 'verde'], // 74.5 → 75
    [744, 1000, 74, 'amarillo'],
    [505, 1000, 51, 'amarillo'], // 50.5 → 51
    [504, 1000, 50, 'rojo'],
    [57, 200, 29, 'rojo'], // 28.5 → 29; 0.285 × 100 is 28.499999999999996 in binary
    [513, 100, 513, 'verde'], // no cap
    [0.3, 0.4, 75, 'verde'],
  ])('%d of %d is %i %%, %s', (logro, meta, porcentaje, color) => {
    const c = cifras({ metas: { 2023: meta }, avances: { 2023: logro } })
    expect(c.cumplimientoPorcentaje).toBe(porcentaje)
    expect(c.semaforo).toBe(color)
  })

  test('sums are those of decimal numbers', () => {
    const c = cifras({ metas: { 2022: 0.1, 2023: 0.2 }, avances: { 2022: 0.15, 2023: 0.15 } })
    expect(c.metaAcumulada?.valueOf()).toBe(0.3) // 0.1 + 0.2 is 0.30000000000000004 in binary
    expect(c.balance).toBe('en-cumplimiento')
  })

  test.each([
    [2.5, 0, '3'],
    [-2.5, 0, '-3'],
    [-0.4, 0, '0'],
    [1.005, 2, '1.01'],
    [-0.745, 2, '-0.75'],
    [5.7, 2, '5.7'],
  ])('%d to %i decimals is %s, half away from zero', (valor, decimales, esperado) => {
    expect(redondear(exact(valor), decimales).toString()).toBe(esperado)
  })

  test('numbers that JavaScript writes with an exponent stay exact', () => {
    expect(exact(0.0000001).mul(10_000_000).toString()).toBe('1')
    expect(exact(1.5e21).div(3).toFraction()).toBe('500000000000000000000')
  })

  test.each([
    [0.2094, 21, 0],
    [-0.1949, -19, 0],
    [0.0067, 0.7, 1],
    [0.0097, 1, 1], // prints 1,0
    [-0.0067, -0.7, 1],
    [0.01, 1, 0],
    [0, 0, 0],
    [0.0004, 0, 1], // prints 0,0
  ])('a diferencia of %d is %d points with %i decimals', (diferencia, valor, decimales) => {
    const puntos = puntosPorcentuales(exact(diferencia))
    expect([puntos.valor.valueOf(), puntos.decimales]).toEqual([valor, decimales])
  })

  test('a diferencia that prints 0,0 reads as en cumplimiento', () => {
    expect([-0.0004, -0.0005, 0.0004, 0.0005, 0].map((d) => balanceImpreso(exact(d)))).toEqual([
      'en-cumplimiento',
      'rezago',
      'en-cumplimiento',
      'sobre-ejecucion',
      'en-cumplimiento',
    ])
  })

  test('a share is a fraction of its total, and none of nothing', () => {
    expect(porcentajeEntero(proporcion(56, 68) ?? exact(0))).toBe(82) // 82.35
    expect(proporcion(0, 0)).toBeNull()
    expect(
      sumarDatos([
        { valor: 0.1, celdas: [] },
        { valor: 0.2, celdas: [] },
      ]).toFraction(),
    ).toBe('3/10')
    expect(sumarDatos([]).toFraction()).toBe('0')
  })
})

describe('sector, objetivo and política', () => {
  test('a product counts up to 100 % of its final goal and no further', () => {
    const libro = unLibroEnMemoria({
      '1.1.1': { metaFinal: 10, metas: { 2023: 4 }, avances: { 2023: 25 } },
      '1.1.2': { metaFinal: 10, metas: { 2023: 4 }, avances: { 2023: 1 } },
      '1.1.3': { inicio: 2025, metaFinal: 10, metas: { 2025: 10 } },
    })
    const { avance, planeado, diferencia, balance } = calcularIndicadores(libro).politica
    expect(enTexto(avance)).toBe('11/30') // (1 + 0.1 + 0) ÷ 3
    expect(enTexto(planeado)).toBe('4/15') // (0.4 + 0.4 + 0) ÷ 3
    expect(enTexto(diferencia)).toBe('1/10')
    expect(balance).toBe('sobre-ejecucion')
  })

  test('products weigh as their Importancia relativa', () => {
    const libro = unLibroEnMemoria({
      '1.1.1': { importancia: 3, metaFinal: 10, metas: { 2023: 5 }, avances: { 2023: 5 } },
      '1.1.2': { importancia: 1.5, metaFinal: 10, metas: { 2023: 5 }, avances: { 2023: 2 } },
    })
    const { politica } = calcularIndicadores(libro)
    expect(enTexto(politica.avance)).toBe('2/5') // (3 × 0.5 + 1.5 × 0.2) ÷ 4.5
    expect(enTexto(politica.diferencia)).toBe('-1/10')
  })

  test('the balance is the sign of the unrounded diferencia, however small', () => {
    const libro = unLibroEnMemoria({ '1.1.1': { metaFinal: 10_000, metas: { 2023: 5_001 }, avances: { 2023: 5_000 } } })
    const { diferencia, balance } = calcularIndicadores(libro).politica
    expect(enTexto(diferencia)).toBe('-1/10000')
    expect([balance, balanceImpreso(diferencia)]).toEqual(['rezago', 'en-cumplimiento'])
  })

  test('a note is due where printed avance − planeado is not the printed diferencia', () => {
    const grupo = (meta: number, logro: number) =>
      calcularIndicadores(unLibroEnMemoria({ '1.1.1': { metaFinal: 1000, metas: { 2023: meta }, avances: { 2023: logro } } })).politica
    expect(restaImpresaDifiere(grupo(486, 622))).toBe(true) // 62 − 49 = 13, but 13.6 prints 14
    expect(restaImpresaDifiere(grupo(700, 680))).toBe(false) // 68 − 70 = −2
    expect(restaImpresaDifiere(grupo(400, 407))).toBe(false) // 41 − 40 = 1, and 0.7 is 1 in whole points
  })

  test('sectors come in their order, those without products are left out, and objetivos without products have zeros', () => {
    const libro = unLibroEnMemoria({
      '2.1.1': { sector: 'Salud', metas: { 2023: 1 } },
      '1.1.10': { sector: 'Ambiente' },
      '1.1.9': { sector: 'Ambiente' },
    })
    const { sectores, objetivos } = calcularIndicadores({
      ...libro,
      sectores: [...libro.sectores, { orden: 9, nombre: 'Hacienda', conclusiones: null, celda: 'Sectores!A9' }],
      objetivos: [...libro.objetivos, { numero: 3, enunciado: 'Otro', conclusiones: null, celda: 'Objetivos!A4' }],
    })
    expect(sectores.map((s) => [s.nombre, s.productos.map((p) => p.producto.codigo)])).toEqual([
      ['Salud', ['2.1.1']],
      ['Ambiente', ['1.1.9', '1.1.10']],
    ])
    expect(objetivos.map((o) => [o.numero, o.grupo.productos, o.grupo.conMeta])).toEqual([
      [1, 2, 0],
      [2, 1, 1],
      [3, 0, 0],
    ])
    expect(objetivos[2]?.grupo).toMatchObject({ balance: 'en-cumplimiento', verde: 0, sinMeta: 0, cumplidos: 0 })
    expect(enTexto(objetivos[2]?.grupo.avance ?? null)).toBe('0')
  })
})

describe('where a figure comes from', () => {
  const libro = unLibroEnMemoria({
    '1.1.1': { importancia: 1, metas: { 2022: 3, 2023: 5 }, avances: { 2021: 1, 2023: 4 } },
    '1.1.2': {
      importancia: 2,
      tipo: 'Decreciente',
      lineaBase: 9,
      metaFinal: 3,
      metas: { 2022: 7, 2023: 6 },
      avances: { 2022: 8, 2023: 7 },
    },
    '1.1.3': { importancia: 1, inicio: 2025, metas: { 2025: 5 } },
  })
  const celdas = libro.productos.map((p) => celdasDeProducto(libro, p))

  test('Suma rests on every year up to the vigencia', () => {
    expect(celdas[0]).toMatchObject({
      meta: ['Metas!E2'],
      logro: ['Avances!E2'],
      cumplimiento: ['Metas!E2', 'Avances!E2'],
      semáforo: ['Metas!E2', 'Avances!E2', 'Semáforo!A2', 'Semáforo!A3', 'Semáforo!A4'],
      'meta acumulada': ['Metas!D2', 'Metas!E2'],
      'logro acumulado': ['Avances!C2', 'Avances!E2'],
      diferencia: ['Avances!C2', 'Avances!E2', 'Metas!D2', 'Metas!E2'],
      'meta final': ['Productos!O2'],
    })
  })

  test('Decreciente rests on the last year and on the línea base', () => {
    expect(celdas[1]).toMatchObject({
      cumplimiento: ['Metas!E3', 'Avances!E3', 'Productos!L3'],
      'meta acumulada': ['Metas!E3'],
      diferencia: ['Avances!E3', 'Metas!E3', 'Productos!L3'],
    })
  })

  test('what nobody typed rests on the product itself', () => {
    expect(celdas[2]).toMatchObject({
      meta: ['Productos!A4'],
      logro: ['Productos!A4'],
      cumplimiento: ['Productos!A4'],
      balance: ['Productos!A4'],
    })
    expect(celdas[2]?.situación).toEqual(['Productos!A4', 'Productos!O4'])
  })

  test('a group rests on its products and their weights, each cell once', () => {
    const grupo = celdasDeGrupo(libro, libro.productos)
    expect(grupo.productos).toEqual(['Productos!A2', 'Productos!A3', 'Productos!A4'])
    expect(grupo.avance).toEqual([
      ...['Avances!C2', 'Avances!E2', 'Productos!O2', 'Avances!E3', 'Productos!O3', 'Productos!L3', 'Productos!O4'],
      ...['Productos!P2', 'Productos!P3', 'Productos!P4'],
    ])
    expect(grupo.diferencia).toHaveLength(new Set(grupo.diferencia).size)
  })
})
