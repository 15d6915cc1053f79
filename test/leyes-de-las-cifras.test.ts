/** Laws of the domain that hold for every workbook, tried on random ones. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exact } from '../src/exact/index.js'
import type { IndicadoresGrupo, IndicadoresProducto } from '../src/indicators/index.js'
import { balanceImpreso, calcularIndicadores, porcentajeEntero, puntosPorcentuales, redondear } from '../src/indicators/index.js'
import { TIPOS_ANUALIZACION } from '../src/model/index.js'
import { type ProductoDePrueba, unLibroEnMemoria } from './un-libro-en-memoria.js'

/** Amounts with up to two decimals, as people type them. */
const monto = fc.integer({ min: 0, max: 500_000 }).map((n) => n / 100)
const positivo = fc.integer({ min: 1, max: 500_000 }).map((n) => n / 100)
const serie = (hasta: number) =>
  fc.dictionary(fc.integer({ min: 2020, max: hasta }).map(String), monto) as fc.Arbitrary<Record<number, number>>

const producto = fc
  .record({
    tipo: fc.constantFrom(...TIPOS_ANUALIZACION),
    sector: fc.constantFrom('Salud', 'Ambiente', 'Mujeres'),
    metaFinal: positivo,
    margen: positivo,
    anios: fc.tuple(fc.integer({ min: 2020, max: 2029 }), fc.integer({ min: 2020, max: 2029 })),
    metas: serie(2029),
    avances: serie(2023),
  })
  .map(({ margen, anios, ...p }) => ({ ...p, lineaBase: p.metaFinal + margen, inicio: Math.min(...anios), fin: Math.max(...anios) }))

const productos = fc.array(producto, { minLength: 1, maxLength: 8 })
const conCodigos = (lista: readonly ProductoDePrueba[]) => Object.fromEntries(lista.map((p, i) => [`${(i % 3) + 1}.1.${i + 1}`, p]))
const indicadores = (lista: readonly ProductoDePrueba[]) => calcularIndicadores(unLibroEnMemoria(conCodigos(lista)))

function unico(p: ProductoDePrueba): IndicadoresProducto {
  const [cifras] = indicadores([p]).productos
  if (cifras === undefined) throw new Error('sin productos')
  return cifras
}

const grupos = (lista: readonly ProductoDePrueba[]): readonly IndicadoresGrupo[] => {
  const { politica, sectores, objetivos } = indicadores(lista)
  return [politica, ...sectores.map((s) => s.grupo), ...objetivos.map((o) => o.grupo)]
}

const sinFormato = (g: IndicadoresGrupo) => ({
  ...g,
  avance: g.avance.toFraction(),
  planeado: g.planeado.toFraction(),
  diferencia: g.diferencia.toFraction(),
})

describe('achieving more', () => {
  const mas = (p: ProductoDePrueba, cuanto: number) => {
    const antes = p.avances?.[2023] ?? 0
    const despues = p.tipo === 'Decreciente' ? antes - cuanto : antes + cuanto
    return [unico({ ...p, avances: { ...p.avances, 2023: antes } }), unico({ ...p, avances: { ...p.avances, 2023: despues } })] as const
  }
  const enCurso = producto.map((p) => ({ ...p, inicio: 2020, fin: 2029 }))

  test('never lowers the cumplimiento', () => {
    fc.assert(
      fc.property(enCurso, positivo, positivo, (p, meta, cuanto) => {
        const metas = { ...p.metas, 2023: p.tipo === 'Decreciente' ? p.lineaBase - Math.min(meta, p.lineaBase) : meta }
        const [antes, despues] = mas({ ...p, metas }, cuanto)
        expect(antes.cumplimiento).not.toBeNull()
        expect(despues.cumplimiento?.gt(antes.cumplimiento ?? 0)).toBe(true)
        expect(despues.cumplimientoPorcentaje).toBeGreaterThanOrEqual(antes.cumplimientoPorcentaje ?? Number.NaN)
      }),
    )
  })

  test('never lowers the avance', () => {
    fc.assert(
      fc.property(enCurso, positivo, (p, cuanto) => {
        const [antes, despues] = mas(p, cuanto)
        expect(despues.avance.gte(antes.avance)).toBe(true)
        expect(despues.planeado.equals(antes.planeado)).toBe(true)
      }),
    )
  })
})

describe('every group', () => {
  test('has an avance and a planeado between 0 and 1, whose difference is its diferencia and gives its balance', () => {
    fc.assert(
      fc.property(productos, (lista) => {
        for (const g of grupos(lista)) {
          expect([g.avance, g.planeado].every((f) => f.gte(0) && f.lte(1))).toBe(true)
          expect(g.planeado.add(g.diferencia).equals(g.avance)).toBe(true)
          expect(g.balance === 'rezago').toBe(g.diferencia.lt(0))
          expect(g.balance === 'sobre-ejecucion').toBe(g.diferencia.gt(0))
        }
      }),
    )
  })

  test('has as many products as its states add up to', () => {
    fc.assert(
      fc.property(productos, (lista) => {
        for (const g of grupos(lista)) {
          expect(g.verde + g.amarillo + g.rojo).toBe(g.conMeta)
          expect(g.conMeta + g.sinMeta + g.cumplidos).toBe(g.productos)
        }
      }),
    )
  })

  test('counts each product once: sectors and objetivos both add up to the política', () => {
    fc.assert(
      fc.property(productos, (lista) => {
        const { politica, sectores, objetivos } = indicadores(lista)
        for (const partes of [sectores, objetivos]) {
          for (const campo of ['productos', 'conMeta', 'verde', 'amarillo', 'rojo', 'sinMeta', 'cumplidos'] as const) {
            expect(partes.reduce((n, p) => n + p.grupo[campo], 0)).toBe(politica[campo])
          }
        }
      }),
    )
  })

  test('is the same with equal weights as with none', () => {
    fc.assert(
      fc.property(productos, positivo, (lista, importancia) => {
        expect(grupos(lista.map((p) => ({ ...p, importancia }))).map(sinFormato)).toEqual(grupos(lista).map(sinFormato))
      }),
    )
  })

  test('a product that weighs twice counts as two', () => {
    fc.assert(
      fc.property(producto, producto, (a, b) => {
        const pesado = indicadores([
          { ...a, importancia: 2 },
          { ...b, importancia: 1 },
        ]).politica
        const repetido = indicadores([a, a, b]).politica
        expect([pesado.avance.toFraction(), pesado.planeado.toFraction()]).toEqual([
          repetido.avance.toFraction(),
          repetido.planeado.toFraction(),
        ])
      }),
    )
  })

  test('does not depend on the order of the rows', () => {
    const barajado = productos.chain((lista) =>
      fc.tuple(
        fc.constant(Object.entries(conCodigos(lista))),
        fc.shuffledSubarray(Object.entries(conCodigos(lista)), { minLength: lista.length }),
      ),
    )
    fc.assert(
      fc.property(barajado, ([uno, otro]) => {
        const [a, b] = [uno, otro].map((filas) => calcularIndicadores(unLibroEnMemoria(Object.fromEntries(filas))))
        expect(a && sinFormato(a.politica)).toEqual(b && sinFormato(b.politica))
        const porNombre = (i: typeof a) => new Map(i?.sectores.map((s) => [s.nombre, sinFormato(s.grupo)]))
        expect(porNombre(a)).toEqual(porNombre(b))
      }),
    )
  })
})

describe('every product', () => {
  test('has a cumplimiento, its percentage and its colour exactly where it has a goal', () => {
    fc.assert(
      fc.property(producto, (p) => {
        const c = unico(p)
        const conMeta = c.situacion === 'con-meta'
        expect([c.metaVigencia, c.cumplimiento, c.cumplimientoPorcentaje, c.semaforo].map((x) => x !== null)).toEqual(
          Array(4).fill(conMeta),
        )
      }),
    )
  })

  test('has a difference that leads from its meta to its logro', () => {
    fc.assert(
      fc.property(producto, (p) => {
        const { metaAcumulada, logroAcumulado, diferenciaAcumulada } = unico(p)
        fc.pre(metaAcumulada !== null && logroAcumulado !== null)
        expect(diferenciaAcumulada && metaAcumulada?.add(diferenciaAcumulada).equals(logroAcumulado ?? 0)).toBe(true)
      }),
    )
  })
})

describe('rounding', () => {
  const fraccion = fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([n, d]) => exact(n).div(d))

  test('moves a number by half a unit at most, and its opposite to the opposite', () => {
    fc.assert(
      fc.property(fraccion, fc.integer({ min: 0, max: 3 }), (f, decimales) => {
        const redondo = redondear(f, decimales)
        expect(
          redondo
            .sub(f)
            .abs()
            .mul(2 * 10 ** decimales)
            .lte(1),
        ).toBe(true)
        expect(redondear(f.neg(), decimales).equals(redondo.neg())).toBe(true)
      }),
    )
  })

  test('of points keeps the sign, or is 0 and reads as en cumplimiento', () => {
    fc.assert(
      fc.property(fraccion, (f) => {
        const { valor } = puntosPorcentuales(f)
        expect(valor.equals(0) || valor.lt(0) === f.lt(0)).toBe(true)
        expect(balanceImpreso(f) === 'en-cumplimiento').toBe(valor.equals(0))
      }),
    )
  })

  test('of a whole percentage is that percentage', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000, max: 10_000 }), (n) => {
        expect(porcentajeEntero(exact(n).div(100))).toBe(n)
      }),
    )
  })
})
