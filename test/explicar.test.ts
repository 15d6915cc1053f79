/** `informe explicar`: each figure's rule, its operation with numbers worked out by hand, and its cells. */
import { describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import { explicarFigura } from '../src/pipeline/index.js'
import { type OpcionesLibro, type UnLibro, unLibro } from './un-libro.js'

const plantillas = await readTree(new URL('../templates', import.meta.url).pathname)

const PLAN: OpcionesLibro = { inicio: 2022, fin: 2025, vigencia: 2023 }

function explicar(libro: UnLibro, peticion: string) {
  return explicarFigura(libro.bytes(), plantillas, peticion).figuras
}

/** The steps of the one figure that is asked for. */
function operacion(libro: UnLibro, peticion: string): readonly string[] {
  const figuras = explicar(libro, peticion)
  expect(figuras.map((f) => f.figura)).toEqual([peticion])
  return figuras[0]?.operacion ?? []
}

const suma = () =>
  unLibro(PLAN).producto('1.1.1', {
    sector: 'Movilidad',
    metas: { 2022: 10, 2023: 12, 2024: 8 },
    avances: { 2022: 7, 2023: 19 },
    singular: 'visita',
    plural: 'visitas',
  })

const decreciente = (meta: number, logro: number) =>
  unLibro(PLAN).producto('1.1.1', {
    tipo: 'Decreciente',
    lineaBase: 50,
    metas: { 2023: meta, 2025: 30 },
    metaFinal: 30,
    avances: { 2023: logro },
  })

describe('a figure of a product', () => {
  test('of Suma tells its operation year by year', () => {
    expect(operacion(suma(), '1.1.1 meta acumulada')).toEqual(['10 (2022) + 12 (2023) = 22'])
    expect(operacion(suma(), '1.1.1 logro acumulado')).toEqual(['7 (2022) + 19 (2023) = 26'])
    expect(operacion(suma(), '1.1.1 diferencia')).toEqual(['logro acumulado − meta acumulada = 26 − 22 = 4\u00a0visitas'])
    expect(operacion(suma(), '1.1.1 cumplimiento')).toEqual(['logro ÷ meta = 19 ÷ 12 ≈ 158,33\u00a0%'])
  })

  test('of Creciente tells the last year that counts', () => {
    const libro = unLibro(PLAN).producto('1.1.1', { tipo: 'Creciente', metas: { 2022: 3, 2025: 8 }, avances: { 2022: 2, 2023: 4 } })
    expect(operacion(libro, '1.1.1 meta acumulada')).toEqual(['La última meta es la de 2022: 3.'])
    expect(operacion(libro, '1.1.1 logro acumulado')).toEqual(['El último logro es el de 2023: 4.'])
  })

  test('of Decreciente counts the way down from the línea base', () => {
    expect(operacion(decreciente(45, 40), '1.1.1 cumplimiento')).toEqual([
      '(línea base − logro) ÷ (línea base − meta) = (50 − 40) ÷ (50 − 45) = 200\u00a0%',
    ])
    expect(operacion(decreciente(45, 40), '1.1.1 balance')).toEqual([
      'La diferencia acumulada es menos de cero, y en Decreciente bajar es avanzar: sobre-ejecución.',
    ])
  })

  test('of Decreciente whose goal is the línea base says whether it was held', () => {
    expect(operacion(decreciente(50, 50), '1.1.1 cumplimiento')).toEqual([
      'La meta es la misma línea base, 50, y el logro, 50, no la pasa: 100 %.',
    ])
    expect(operacion(decreciente(50, 52), '1.1.1 cumplimiento')).toEqual([
      'La meta es la misma línea base, 50, y el logro, 52, la pasa: 0 %.',
    ])
  })

  test('without an achievement says that nothing counts as achieved', () => {
    const libro = unLibro(PLAN).producto('1.1.1', { metas: { 2023: 12 } })
    expect(operacion(libro, '1.1.1 cumplimiento')).toEqual(['Sin logro reportado en 2023, la meta de 12 cuenta como nada logrado: 0 %.'])
    expect(operacion(libro, '1.1.1 diferencia')).toEqual([
      'Sin logro reportado cuenta como nada logrado.',
      'logro acumulado − meta acumulada = 0 − 12 = −12',
    ])
  })

  test('tells its rule, where it is written, and the cells with what they hold', () => {
    const [cumplimiento] = explicar(suma(), '1.1.1 cumplimiento')
    expect(cumplimiento?.texto).toBe('158\u00a0%')
    expect(cumplimiento?.regla.fuente).toBe('docs/libro.md, «De un producto»')
    expect(cumplimiento?.celdas.map((c) => c.contenido)).toEqual(['12', '19'])
    expect(cumplimiento?.celdas.map((c) => c.celda.split('!')[0])).toEqual(['Metas', 'Avances'])
  })

  test('a code alone asks for all of its figures', () => {
    expect(explicar(suma(), '1.1.1').map((f) => f.figura)).toEqual([
      '1.1.1 meta',
      '1.1.1 logro',
      '1.1.1 cumplimiento',
      '1.1.1 semáforo',
      '1.1.1 situación',
      '1.1.1 meta acumulada',
      '1.1.1 logro acumulado',
      '1.1.1 meta final',
      '1.1.1 diferencia',
      '1.1.1 balance',
    ])
  })
})

describe('a figure of a group', () => {
  // 26 of 30 is 86.67 %; 150 % of 100 % counts as 100 %; their mean is 93.33 %.
  const dos = () =>
    suma().producto('1.1.2', {
      sector: 'Movilidad',
      tipo: 'Constante',
      unidad: 'Porcentaje',
      metas: { 2023: 1 },
      avances: { 2023: 1.5 },
    })

  test('tells what each product adds to a mean, held at 100 %', () => {
    expect(operacion(dos(), 'Movilidad avance')).toEqual([
      '1.1.1: 26 ÷ 30 ≈ 86,67\u00a0%',
      '1.1.2: 150\u00a0% ÷ 100\u00a0% = 150\u00a0%, que cuenta como 100\u00a0%',
      'Promedio de 2 ≈ 93,33\u00a0%',
    ])
  })

  test('tells the weights where there are any', () => {
    // (1 × 10 ÷ 20 + 3 × 5 ÷ 5) ÷ 4 = 87.5 %
    const libro = unLibro(PLAN)
      .producto('1.1.1', { sector: 'Movilidad', importancia: 1, metas: { 2023: 20 }, avances: { 2023: 10 } })
      .producto('1.1.2', { sector: 'Movilidad', importancia: 3, metas: { 2023: 5 }, avances: { 2023: 5 } })
    expect(operacion(libro, 'Movilidad avance')).toEqual([
      '1.1.1: 10 ÷ 20 = 50\u00a0%, con peso 1',
      '1.1.2: 5 ÷ 5 = 100\u00a0%, con peso 3',
      'Promedio ponderado por la importancia relativa = 87,5\u00a0%',
    ])
  })

  test('tells the products that a count counts', () => {
    expect(operacion(dos(), 'Movilidad verde')).toEqual(['1.1.1, 1.1.2.'])
    expect(operacion(dos(), 'Movilidad rojo')).toEqual(['Ninguno.'])
  })

  test('tells a difference from unrounded values', () => {
    // Planned: 22 of 30 (73.33 %) and 100 %: 86.67 %. 93.33 − 86.67 = 6.67 points.
    expect(operacion(dos(), 'Movilidad diferencia')).toEqual([
      'avance − planeado = 93,33\u00a0% − 86,67\u00a0% ≈ 6,67 puntos: 7\u00a0puntos porcentuales.',
    ])
  })
})

describe('what is asked for', () => {
  test('may be written with other case, accents and quotes', () => {
    expect(explicar(suma(), '"movilidad"  AVANCE').map((f) => f.figura)).toEqual(['Movilidad avance'])
    expect(explicar(suma(), 'politica vigencia').map((f) => [f.figura, f.texto])).toEqual([['política vigencia', '2023']])
  })

  test('may be a row of a table, or a whole table', () => {
    expect(explicar(suma(), 'tabla 1 fila 1').map((f) => [f.figura, f.texto])).toEqual([
      ['Tabla 1, fila 1, «Productos»: Movilidad productos', '1'],
    ])
    expect(explicar(suma(), 'tabla 1')).toHaveLength(2)
  })

  test('may be a chart', () => {
    expect(explicar(suma(), 'gráfica 1').map((f) => [f.figura, f.texto])).toEqual([
      ['Gráfica 1: política verde', '1'],
      ['Gráfica 1: política amarillo', '0'],
      ['Gráfica 1: política rojo', '0'],
    ])
    expect(explicar(suma(), 'grafica 2').map((f) => f.figura)).toEqual(
      ['verde', 'amarillo', 'rojo', 'sin meta', 'cumplidos'].map((campo) => `Gráfica 2: Movilidad ${campo}`),
    )
    expect(explicar(suma(), 'grafica a1').map((f) => f.figura)).toEqual([
      'Gráfica A1: Movilidad avance',
      'Gráfica A1: Movilidad planeado',
      'Gráfica A1: política avance',
      'Gráfica A1: política planeado',
    ])
  })

  test('and where it names nothing, the nearest names are told', () => {
    const { figuras, parecidas } = explicarFigura(suma().bytes(), plantillas, '1.1.1 cumplimento')
    expect(figuras).toEqual([])
    expect(parecidas[0]).toBe('1.1.1 cumplimiento')
  })
})
