/** What `npm run bench` makes of what it measured. No figure of speed: those are of a machine and of a day. */
import './semilla.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { corregir } from '../scripts/bench/corregir.js'
import { tamanosDe } from '../scripts/bench/escala.js'
import { cubierto, mediana, razones, resumenSiHay } from '../scripts/bench/estadistica.js'
import { graficaDeEscala } from '../scripts/bench/grafica.js'
import { emparejar, type Lado } from '../scripts/bench/parejas.js'
import { type Gasto, medir, medirSeguidas } from '../scripts/bench/proceso.js'
import { type Punto, porEtapas, type Salida } from '../scripts/bench/resultado.js'
import { filasPorClave, leerHojas } from '../src/workbook/index.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { leerXml, type Nodo } from './xml.js'

const gasto = (ms: number, etapas: Gasto['etapas'] = []): Gasto => ({ ms, cpu: 2 * ms, megas: 100, etapas })

describe('las estadísticas', () => {
  test('la mediana es la de en medio, o la mitad entre las dos', () => {
    expect(mediana([9, 1, 4])).toBe(4)
    expect(mediana([9, 1, 4, 6])).toBe(5)
    expect(() => mediana([])).toThrow('No hay de qué sacar la mediana.')
  })

  test('una razón es la de cada par, no la de las medianas', () => {
    // 2/1, 3/6, 10/10: ratios 2, 0.5 and 1. Medians would give 3/6.
    expect(
      razones([
        [2, 1],
        [3, 6],
        [10, 10],
      ]),
    ).toEqual({ mediana: 1, minimo: 0.5, maximo: 2 })
  })

  test('lo que una vez no se pudo medir no se resume', () => {
    expect(resumenSiHay([3, null, 5])).toBeNull()
    expect(resumenSiHay([3, 5])).toEqual({ mediana: 4, minimo: 3, maximo: 5 })
  })

  test('los tramos que se cruzan cuentan una vez', () => {
    // 0–10 and 5–12 cover 12; 20–25, 5 more; 21–22 is within.
    const tramos = [
      { desde: 20, ms: 5 },
      { desde: 0, ms: 10 },
      { desde: 21, ms: 1 },
      { desde: 5, ms: 7 },
    ]
    expect(cubierto(tramos)).toBe(17)
    const tramo = fc.record({ desde: fc.nat(60), ms: fc.nat(20) })
    fc.assert(
      fc.property(fc.array(tramo), (todos) => {
        const instantes = new Set(todos.flatMap(({ desde, ms }) => Array.from({ length: ms }, (_, i) => desde + i)))
        expect(cubierto(todos)).toBe(instantes.size)
      }),
    )
  })

  test('las etapas de varias corridas, con lo que no está en ninguna', () => {
    const una = [
      { nombre: 'lectura', desde: 100, ms: 50 },
      { nombre: 'docx', desde: 200, ms: 300 },
      { nombre: 'pdf', desde: 210, ms: 100 },
    ]
    const otra = una.map((etapa) => ({ ...etapa, ms: etapa.ms + 20 }))
    // 600 − 100 − (50 + 300) = 150; 600 − 100 − (70 + 320) = 110. In the middle, 130.
    expect(porEtapas([gasto(600, una), gasto(600, otra)])).toEqual({
      arranque: 100,
      etapas: [
        { nombre: 'lectura', desde: 100, ms: 60 },
        { nombre: 'docx', desde: 200, ms: 310 },
        { nombre: 'pdf', desde: 210, ms: 110 },
      ],
      resto: 130,
    })
  })
})

describe('las parejas', () => {
  test('corren por turnos, cada una primero una vez de dos, y la primera no cuenta', async () => {
    const orden: string[] = []
    const lado = (nombre: string, tiempos: readonly number[]): Lado => ({
      correr: async (i) => {
        orden.push(nombre)
        return gasto(tiempos[i] ?? Number.NaN)
      },
      extension: () => null,
    })
    const pareja = await emparejar('suelo', 2, lado('una', [900, 10, 30]), lado('otra', [1, 20, 20]), () => undefined)
    expect(orden).toEqual(['una', 'otra', 'otra', 'una', 'una', 'otra'])
    // 10/20 and 30/20.
    expect(pareja.razon).toEqual({ mediana: 1, minimo: 0.5, maximo: 1.5 })
    expect(pareja.una.ms).toEqual({ mediana: 20, minimo: 10, maximo: 30 })
    expect(pareja.otra.cpu).toEqual({ mediana: 40, minimo: 40, maximo: 40 })
  })
})

describe('una orden medida', () => {
  const node = (guion: string) => ({ programa: process.execPath, args: ['-e', guion] })

  test('dice sus últimas etapas y su memoria', async () => {
    const dicho = (ms: number) => `console.error('{"etapas":[{"nombre":"lectura","desde":5,"ms":${ms}}]}');`
    const { ms, megas, etapas } = await medir(node(`${dicho(1)}${dicho(2)}console.error('otra cosa')`))
    expect(etapas).toEqual([{ nombre: 'lectura', desde: 5, ms: 2 }])
    expect(ms).toBeGreaterThan(0)
    expect(megas).toBeGreaterThan(1)
  })

  test('que falla dice cuál y por qué', async () => {
    await expect(medir(node("console.error('se acabó'); process.exit(3)"))).rejects.toThrow(/no terminó bien \(código 3\)\.\nse acabó/u)
    await expect(medir({ programa: 'no-existe-este-programa', args: [] })).rejects.toThrow(/«no-existe-este-programa».*ENOENT/su)
  })

  test('de varias seguidas, la memoria es la de la mayor, y una que falla las detiene', async () => {
    const grande = node('globalThis.lleno = Buffer.alloc(150e6, 1)')
    expect((await medirSeguidas([grande, node('0')])).megas).toBeGreaterThan(150)
    await expect(medirSeguidas([node('process.exit(3)'), node('process.exit(4)')])).rejects.toThrow('código 3')
  })
})

test('los tamaños de la serie se piden por veces y sectores', () => {
  expect(tamanosDe('1, 30,30/300')).toEqual([{ veces: 1 }, { veces: 30 }, { veces: 30, sectores: 300 }])
  expect(tamanosDe(undefined)).toEqual([])
  expect(() => tamanosDe('1,x')).toThrow('--escala: se encontró «x»')
})

test('una cifra corregida es una sola celda de la vigencia, cada vez otra, en un libro válido', () => {
  const bytes = POLITICA_DEL_AGUA.bytes()
  const textos = (libro: Uint8Array) =>
    filasPorClave(leerHojas(libro)).flatMap(({ hoja, clave, celdas }) =>
      [...celdas].map(([columna, { texto }]) => `${hoja} ${clave} ${columna}: ${texto}`),
    )
  const antes = new Set(textos(bytes))
  const cambios = [1, 2].map((vez) => textos(corregir(bytes, vez)).filter((texto) => !antes.has(texto)))
  // 10 pozos in 2031.
  expect(cambios).toEqual([['Avances 1.1.1 2031: 11'], ['Avances 1.1.1 2031: 12']])
})

describe('la gráfica de la serie', () => {
  const punto = (productos: number, ms: number, megas: number, sectores = 3, salida: Salida = 'todo'): Punto => {
    const de = (n: number) => ({ mediana: n, minimo: n, maximo: n })
    return { veces: 1, sectores, productos, salida, paginas: null, ms: de(ms), cpu: null, megas: de(megas) }
  }
  const elementos = (nodo: Nodo, nombre: string): readonly Nodo[] =>
    nodo.children.flatMap((hijo) => [...(hijo.name === nombre ? [hijo] : []), ...elementos(hijo, nombre)])

  test('pone cada punto a su altura: más arriba lo que más tarda por producto', () => {
    // 100, 40 and 20 ms a product, at powers of ten.
    const svg = leerXml(graficaDeEscala([punto(10, 1_000, 200), punto(100, 4_000, 300), punto(1_000, 20_000, 900)]))
    const [tiempo, memoria] = elementos(svg, 'polyline')
    const puntos = (linea: Nodo | undefined) => (linea?.attributes.get('points') ?? '').split(' ').map((par) => par.split(',').map(Number))
    const alturas = puntos(tiempo).map(([, y = 0]) => y)
    // The axis goes from 0 to 100, 250 units high, above y = 294.
    expect(alturas).toEqual([44, 194, 244])
    const [a = 0, b = 0, c = 0] = puntos(tiempo).map(([x]) => x)
    expect(b - a).toBeCloseTo(c - b, 0)
    const [abajo = 0, , arriba = 0] = puntos(memoria).map(([, y]) => y)
    expect(abajo).toBeGreaterThan(arriba)
  })

  test('lo que tiene más sectores va aparte, y todo se dice con palabras', () => {
    const svg = leerXml(graficaDeEscala([punto(10, 1_000, 200), punto(100, 4_000, 300), punto(100, 9_000, 500, 60)]))
    expect(elementos(svg, 'path')).toHaveLength(2)
    expect(elementos(svg, 'desc')[0]?.text).toContain(
      '100 products in 60 sectors, everything: Milliseconds per product: 90; Peak memory, MB: 500.',
    )
    expect(elementos(svg, 'text').map(({ text }) => text)).toContain('◇ 60 sectors')
  })

  test('los nombres no se pisan aunque las líneas terminen juntas', () => {
    const juntos = (['todo', 'docx', 'pdf'] as const).flatMap((salida) => [
      punto(10, 1_000, 200, 3, salida),
      punto(100, 1_000, 200, 3, salida),
    ])
    const svg = leerXml(graficaDeEscala(juntos))
    const nombres = elementos(svg, 'text').filter(({ text }) => /everything|alone/u.test(text))
    expect(nombres).toHaveLength(6)
    const alturas = nombres.slice(0, 3).map(({ attributes }) => Number(attributes.get('y')))
    for (const [i, y] of alturas.entries()) if (i > 0) expect(y - (alturas[i - 1] ?? y)).toBeGreaterThanOrEqual(12)
  })
})
