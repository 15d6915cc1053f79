/** The figures of the 2023 workbook against the published report (test/referencia), figure by figure; each exception with its discrepancy. */
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import type { Fraction, IndicadoresProducto } from '../src/indicators/index.js'
import { calcularIndicadores, porcentajeEntero, puntosPorcentuales } from '../src/indicators/index.js'
import type { Situacion } from '../src/model/index.js'
import { readLibro } from '../src/workbook/index.js'

const { libro } = readLibro(readFileSync('inputs/ppasp-2023.xlsx'))
if (libro === null) throw new Error('inputs/ppasp-2023.xlsx no es válido')
const { politica, productos, sectores, objetivos } = calcularIndicadores(libro)

function filas(archivo: string): readonly Record<string, string>[] {
  return parse(readFileSync(`test/referencia/${archivo}`), { columns: true, bom: true })
}

/** What a printed cell says: an amount as exact text (100% is 1, 5,7 is 5.7); null where it gives a reason in words. */
function impreso(celda: string): string | null {
  const cifra = /^([\d.]+(?:,\d+)?)(%?)$/.exec(celda)
  if (cifra === null) return null
  const valor = Number(cifra[1]?.replaceAll('.', '').replace(',', '.'))
  return String(cifra[2] === '%' ? valor / 100 : valor)
}

const enTexto = (f: Fraction | null) => (f === null ? null : f.toString())

/** The situación that the words of a printed cell stand for. */
function situacionImpresa(celda: string): Situacion {
  if (impreso(celda) !== null) return 'con-meta'
  return celda.startsWith('Inicia') ? 'no-iniciado' : 'cumplido'
}

describe('tablas 10 a 23', () => {
  const impresas = filas('impreso-tablas-10-a-23.csv')
  const cifras = new Map<string, IndicadoresProducto>(productos.map((p) => [p.producto.codigo, p]))

  test('hold the 73 products of the workbook', () => {
    expect(impresas.map((f) => f.codigo).toSorted()).toEqual([...cifras.keys()].toSorted())
  })

  test.each(impresas)('$codigo (L$linea): $meta_acumulada, $logro_acumulado, $meta_2023, $logro_2023', (fila) => {
    const c = cifras.get(fila.codigo ?? '')
    expect(c?.producto.sector).toBe(fila.sector)
    expect([c?.metaAcumulada, c?.logroAcumulado, c?.metaVigencia, c?.logroVigencia].map((f) => enTexto(f ?? null))).toEqual(
      [fila.meta_acumulada, fila.logro_acumulado, fila.meta_2023, fila.logro_2023].map((celda) => impreso(celda ?? '')),
    )
    expect(c?.situacion).toBe(situacionImpresa(fila.meta_2023 ?? ''))
  })
})

describe('avance and diferencia of the sectors', () => {
  /** Printed figures that the workbook does not give, as the whole points that it does, with the discrepancy that says why. */
  const excepciones: Readonly<Record<string, { readonly avance: number; readonly diferencia: number; readonly discrepancia: string }>> = {
    Educación: { avance: 41, diferencia: 0.7, discrepancia: 'D037' }, // 40.67 truncated to 40
    Planeación: { avance: 59, diferencia: -3, discrepancia: 'D034' }, // its size, with the opposite sign
    Movilidad: { avance: 86, diferencia: 29, discrepancia: 'D035' }, // 100 − 86 printed as the difference
    'Desarrollo Económico, Industria y Turismo': { avance: 47, diferencia: -14, discrepancia: 'D129' },
    Gobierno: { avance: 62, diferencia: 14, discrepancia: 'D125' },
    Mujeres: { avance: 58, diferencia: 7, discrepancia: 'D130' },
    'Integración Social': { avance: 66, diferencia: -20, discrepancia: 'D131' },
  }
  const impresos = filas('impreso-sectores.csv')
  const obtenidos = new Map(
    sectores.map(({ nombre, grupo }) => [
      nombre,
      { avance: porcentajeEntero(grupo.avance), diferencia: puntosPorcentuales(grupo.diferencia).valor.valueOf() },
    ]),
  )

  test('are those of the 14 sectors, in the order of the report', () => {
    expect(sectores.map((s) => s.nombre)).toEqual(impresos.map((f) => f.sector))
  })

  test.each(impresos)('$sector: $avance_impreso_pct % and $diferencia_impresa_pct', ({ sector = '', ...fila }) => {
    const segunElInforme = { avance: Number(fila.avance_impreso_pct), diferencia: Number(fila.diferencia_impresa_pct) }
    const excepcion = excepciones[sector]
    expect(obtenidos.get(sector)).toEqual(excepcion ? { avance: excepcion.avance, diferencia: excepcion.diferencia } : segunElInforme)
  })

  test('differ from the printed ones only where a discrepancy says why', () => {
    const discrepancias = new Set(filas('discrepancias.csv').map((d) => d.id))
    for (const [sector, { discrepancia, ...cifras }] of Object.entries(excepciones)) {
      const fila = impresos.find((f) => f.sector === sector)
      expect(discrepancias).toContain(discrepancia)
      expect(cifras).not.toEqual({ avance: Number(fila?.avance_impreso_pct), diferencia: Number(fila?.diferencia_impresa_pct) })
    }
    expect(impresos.filter((f) => f.reproducible === 'no').every((f) => (f.sector ?? '') in excepciones)).toBe(true)
  })
})

describe('counts', () => {
  test('of the policy: 56 green and 11 red, where Tabla 9 prints 57 and 10 (D041, D042)', () => {
    expect(politica).toMatchObject({ productos: 73, conMeta: 68, verde: 56, amarillo: 1, rojo: 11, sinMeta: 1, cumplidos: 4 })
  })

  test('of the objetivos: 29 green and 8 red in the first, where Tabla 9 prints 30 and 7 (D043)', () => {
    expect(objetivos.map(({ numero, grupo: g }) => [numero, g.productos, g.verde, g.amarillo, g.rojo, g.sinMeta, g.cumplidos])).toEqual([
      [1, 37, 29, 0, 8, 0, 0],
      [2, 17, 14, 1, 2, 0, 0],
      [3, 10, 7, 0, 0, 1, 2],
      [4, 9, 6, 0, 1, 0, 2],
    ])
  })

  test('red products are the eleven of D042', () => {
    expect(
      productos
        .filter((p) => p.semaforo === 'rojo')
        .map((p) => p.producto.codigo as string)
        .toSorted(),
    ).toEqual(['1.1.2', '1.1.3', '1.4.3', '1.4.14', '1.4.16', '1.4.17', '1.3.3', '1.2.4', '2.2.6', '2.2.7', '4.2.10'].toSorted())
  })
})
