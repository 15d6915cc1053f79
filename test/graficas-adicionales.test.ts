/** The charts that no edition published, as data: their values worked out by hand. */
import { describe, expect, test } from 'vitest'
import { calcularIndicadores } from '../src/indicators/index.js'
import { construirReport, type Grafica } from '../src/report/index.js'
import { type UnLibro, unLibro } from './un-libro.js'

const PLAN = { inicio: 2021, fin: 2025, vigencia: 2023 }

function graficas(libro: UnLibro): ReadonlyMap<string, Grafica> {
  const leido = libro.libro()
  return construirReport(leido, calcularIndicadores(leido)).graficas
}

function una<T extends Grafica['tipo']>(libro: UnLibro, id: string, tipo: T): Extract<Grafica, { tipo: T }> {
  const grafica = graficas(libro).get(id)
  if (grafica?.tipo !== tipo) throw new Error(`no ${tipo}: ${id}`)
  return grafica as Extract<Grafica, { tipo: T }>
}

/** Salud: 15 of 40 achieved, 30 due; half of the goal of the year. Ambiente: fulfilled, and one not begun. */
const plan = () =>
  unLibro(PLAN)
    .producto('1.1.1', { sector: 'Salud', metas: { 2021: 10, 2022: 10, 2023: 10, 2024: 10 }, avances: { 2021: 5, 2022: 5, 2023: 5 } })
    .producto('1.1.2', { sector: 'Ambiente', metas: { 2021: 4, 2022: 4 }, avances: { 2021: 4, 2022: 4 }, fin: 2022 })
    .producto('2.1.1', { sector: 'Ambiente', metas: { 2024: 6 }, inicio: 2024 })

describe('el avance contra lo planeado', () => {
  test('tiene una fila por sector y la última de la política, con el signo del rezago', () => {
    const { etiquetas, balances, series } = una(plan(), 'avance-contra-lo-planeado', 'avance')
    expect(etiquetas).toEqual(['Salud', 'Ambiente', 'Toda la política'])
    // Salud: 15 ÷ 40 against 30 ÷ 40. Ambiente: (8 ÷ 8 + 0) ÷ 2 in both. All three: (0.375 + 1 + 0) ÷ 3 against (0.75 + 1 + 0) ÷ 3.
    expect(series[0]?.valores).toEqual([0.375, 0.5, 1.375 / 3])
    expect(series[1]?.valores).toEqual([0.75, 0.5, 1.75 / 3])
    expect(balances).toEqual(['rezago', 'en-cumplimiento', 'rezago'])
    expect(series[0]?.rotulos).toEqual(['▼\u00a038\u00a0%', '50\u00a0%', '▼\u00a046\u00a0%'])
    expect(series[1]?.rotulos).toEqual(['75\u00a0%', '50\u00a0%', '58\u00a0%'])
  })
})

describe('el mapa de los productos', () => {
  test('tiene una casilla por producto, en el estado que le toca', () => {
    const { etiquetas, celdas, series, estados } = una(plan(), 'mapa-de-los-productos', 'mapa')
    expect(etiquetas).toEqual(['Salud', 'Ambiente'])
    expect(celdas).toEqual([
      [{ codigo: '1.1.1', estado: 'amarillo' }],
      [
        { codigo: '1.1.2', estado: 'cumplido' },
        { codigo: '2.1.1', estado: 'sin-meta' },
      ],
    ])
    expect(estados.map((estado, k) => [estado, series[k]?.valores])).toEqual([
      ['verde', [0, 0]],
      ['amarillo', [1, 0]],
      ['rojo', [0, 0]],
      ['sin-meta', [0, 1]],
      ['cumplido', [0, 1]],
    ])
  })
})

describe('el cumplimiento por objetivo', () => {
  test('reparte los productos de cada objetivo entre los estados', () => {
    const { etiquetas, series } = una(plan(), 'cumplimiento-por-objetivo', 'apilada')
    expect(etiquetas).toEqual(['Objetivo 1', 'Objetivo 2'])
    expect(series.map(({ valores }) => valores)).toEqual([
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 1],
      [1, 0],
    ])
  })
})

describe('los mayores rezagos', () => {
  /** Twelve products that lack 1 to 12 of the 20 due, and one that lacks nothing. */
  const doce = () => {
    const libro = unLibro(PLAN).producto('2.1.1', { sector: 'Salud', metas: { 2023: 20 }, avances: { 2023: 20 } })
    for (let falta = 1; falta <= 12; falta++)
      libro.producto(`1.1.${falta}`, { sector: 'Salud', metas: { 2023: 20 }, avances: { 2023: 20 - falta } })
    return libro
  }

  test('son diez, por la parte que falta de lo previsto', () => {
    const { codigos, series } = una(doce(), 'rezagos-mayores', 'rezagos')
    expect(codigos).toEqual([12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((falta) => `1.1.${falta}`))
    expect(series[0]?.valores).toEqual([0.6, 0.55, 0.5, 0.45, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15])
    expect(series[0]?.rotulos[0]).toBe('▼\u00a060\u00a0% (faltan\u00a012)')
  })

  test('iguales, van por código; en Decreciente cuentan lo que no se bajó', () => {
    // Due: from 50 down to 40. It stands at 45: half of the way is missing.
    const libro = unLibro(PLAN)
      .producto('1.1.2', {
        sector: 'Salud',
        tipo: 'Decreciente',
        lineaBase: 50,
        metas: { 2023: 40, 2025: 30 },
        metaFinal: 30,
        avances: { 2023: 45 },
      })
      .producto('1.1.1', { sector: 'Salud', metas: { 2023: 10 }, avances: { 2023: 5 } })
    const { codigos, series } = una(libro, 'rezagos-mayores', 'rezagos')
    expect(codigos).toEqual(['1.1.1', '1.1.2'])
    expect(series[0]?.valores).toEqual([0.5, 0.5])
  })

  test('sin ninguno, no hay gráfica', () => {
    const libro = unLibro(PLAN).producto('1.1.1', { metas: { 2023: 10 }, avances: { 2023: 10 } })
    expect(graficas(libro).has('rezagos-mayores')).toBe(false)
  })
})

describe('la serie de un producto', () => {
  test('va del primero al último año que dice algo; sin dato no hay punto, y el cero es un dato', () => {
    const libro = unLibro(PLAN).producto('1.1.1', { metas: { 2021: 5, 2024: 5 }, avances: { 2021: 0, 2023: 3 } })
    const { etiquetas, series } = una(libro, 'serie-1-1-1', 'serie')
    expect(etiquetas).toEqual(['2021', '2022', '2023', '2024'])
    expect(series.map(({ nombre, valores }) => [nombre, valores])).toEqual([
      ['Meta', [5, null, null, 5]],
      ['Logro', [0, null, 3, null]],
    ])
    expect(series[1]?.rotulos).toEqual(['0', '—', '3', '—'])
  })

  test('de una serie reconstruida no cuenta años anteriores', () => {
    const libro = (procedencia: string) =>
      unLibro(PLAN).producto('1.1.1', { metas: { 2021: 5, 2022: 5, 2023: 5 }, avances: { 2021: 4, 2022: 4, 2023: 4 }, procedencia })
    expect(una(libro('Plan de Acción'), 'serie-1-1-1', 'serie').etiquetas).toEqual(['2021', '2022', '2023'])
    expect(graficas(libro('Serie reconstruida')).has('serie-1-1-1')).toBe(false)
  })
})

test('el texto alternativo de cada una dice sus cifras', () => {
  for (const id of ['avance-contra-lo-planeado', 'mapa-de-los-productos', 'cumplimiento-por-objetivo', 'rezagos-mayores', 'serie-1-1-1']) {
    const grafica = graficas(plan()).get(id)
    const cifras =
      id === 'mapa-de-los-productos'
        ? ['1.1.1', '1.1.2', '2.1.1']
        : (grafica?.series[0]?.rotulos.map((r) => r.replace('▼\u00a0', '')) ?? [])
    expect(cifras.length, id).toBeGreaterThan(0)
    for (const cifra of cifras) expect(grafica?.textoAlternativo, id).toContain(cifra.split(' (')[0])
  }
})
