/** Policies by chance, each a whole workbook without errors: of every type of annualisation and unit, with periods, weights, events and prose. */
import fc from 'fast-check'
import { type OpcionesProducto, porcentaje, serial, type UnLibro, unLibro, type Valor } from './un-libro.js'

const [INICIO, FIN, VIGENCIA] = [2041, 2046, 2043]
const ANIOS = Array.from({ length: FIN - INICIO + 1 }, (_, i) => INICIO + i)
const SECTORES = ['Agua', 'Salud pública', 'Educación', 'Gobierno & «paz»']

/** What people type: breaks, Markdown, what looks like a formula, a code of Excel, a number. */
const prosa = fc.constantFrom(
  'Se hizo.',
  '- uno\n- dos\n\n**Fin**',
  '=1+1',
  '_x0041_ y _x000D_',
  'a  b\ttab',
  "'comillas' «y» <ángulos> & más",
  '👩‍👩‍👧 日本 á',
  '1.300.231',
)
const quiza = <T>(valor: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(valor, { nil: null, freq: 2 })

/** Amounts as people type them: whole, with decimals, with 15 digits of noise, as text. */
const monto = fc.oneof(
  fc.integer({ min: 1, max: 5000 }),
  fc.integer({ min: 1, max: 4000 }).map((n) => n / 8),
  fc.integer({ min: 1, max: 99 }).map((n) => n / 10 + 1e-16),
)
const comoSeEscribe = (valor: number): fc.Arbitrary<Valor> =>
  fc.constantFrom<Valor>(valor, Number.isInteger(valor) ? valor.toLocaleString('es-CO', { useGrouping: true }) : valor)

/** Goals that the rules of a type let through, by year, and the final one. */
const metas = fc
  .record({
    tipo: fc.constantFrom('Suma', 'Constante', 'Creciente', 'Decreciente' as const),
    valores: fc.array(monto, { minLength: 1, maxLength: 6 }),
    desde: fc.nat(2),
  })
  .map(({ tipo, valores, desde }) => {
    const sentido = { Suma: 0, Constante: 0, Creciente: 1, Decreciente: -1 }[tipo]
    const distintos = sentido === 0 ? valores : [...new Set(valores)].sort((a, b) => sentido * (a - b))
    const suyos = distintos.slice(0, ANIOS.length - desde)
    const final = tipo === 'Suma' ? suyos.reduce((a, b) => a + b, 0) : (suyos.at(-1) ?? 0)
    return {
      tipo,
      inicio: INICIO + desde,
      metas: Object.fromEntries(suyos.map((valor, i) => [INICIO + desde + i, valor])),
      final,
      base: Math.max(...suyos) + 1,
    }
  })

const PERIODOS = { Anual: [], Semestral: ['S1', 'S2'], Trimestral: ['T1', 'T2', 'T3'], Mensual: ['M01', 'M02'] } as const

/** A product of any kind. */
const unProducto: fc.Arbitrary<OpcionesProducto> = fc
  .record({
    plan: metas,
    porcentual: fc.boolean(),
    sector: fc.constantFrom(...SECTORES),
    periodicidad: fc.constantFrom('Anual', 'Semestral', 'Trimestral', 'Mensual' as const),
    logrados: fc.array(monto, { minLength: 3, maxLength: 3 }),
    textos: fc.record({
      logros: quiza(prosa),
      dificultades: quiza(prosa),
      observaciones: quiza(prosa),
      procedencia: quiza(fc.constant('Serie reconstruida')),
      entidad: quiza(prosa),
      singular: quiza(fc.constant('mesa')),
    }),
  })
  .map(({ plan, porcentual, sector, periodicidad, logrados, textos }) => {
    // A percentage is a fraction: thousandths of the same amounts, shown as such.
    const medida = (valor: number): Valor => (porcentual ? porcentaje(valor / 10_000) : valor)
    const deUnAnio = plan.inicio <= VIGENCIA ? PERIODOS[periodicidad].map((periodo) => `${VIGENCIA}-${periodo}`) : []
    const lugares = [
      ...ANIOS.filter((anio) => anio >= plan.inicio && anio <= VIGENCIA - (deUnAnio.length > 0 ? 1 : 0)).map(String),
      ...deUnAnio,
    ]
    return {
      ...textos,
      tipo: plan.tipo as NonNullable<OpcionesProducto['tipo']>,
      unidad: porcentual ? 'Porcentaje' : 'Número',
      sector,
      periodicidad,
      inicio: plan.inicio,
      lineaBase: plan.tipo === 'Decreciente' ? medida(plan.base) : null,
      metaFinal: medida(plan.final),
      metas: Object.fromEntries(Object.entries(plan.metas).map(([anio, valor]) => [anio, medida(valor)])),
      avances: Object.fromEntries(lugares.map((lugar, i) => [lugar, medida(logrados[i % 3] ?? 0)])),
    } as const
  })

/** A policy of one to eight products; half of them with weights, half with events. */
export const unaPolitica: fc.Arbitrary<UnLibro> = fc
  .record({
    productos: fc.array(unProducto, { minLength: 1, maxLength: 8 }),
    pesos: fc.boolean(),
    eventos: fc.boolean(),
    conclusiones: quiza(prosa),
    asistentes: fc.nat(5000).chain(comoSeEscribe),
  })
  .map(({ productos, pesos, eventos, conclusiones, asistentes }) => {
    const libro = unLibro({ inicio: INICIO, fin: FIN, vigencia: VIGENCIA }).objetivo(1, 'Cuidar.', { conclusiones }).objetivo(2, 'Mejorar.')
    for (const sector of SECTORES) libro.sector(sector, { conclusiones })
    productos.forEach((producto, i) => {
      libro.producto(`${1 + (i % 2)}.${1 + (i % 3)}.${10 + i}`, { ...producto, ...(pesos ? { importancia: (i + 1) / 4 } : {}) })
    })
    if (!eventos) return libro
    return libro
      .hoja('Jornadas', [
        ['Fecha', 'Lugar', 'Asistentes'],
        [serial(52_000), 'Casa', asistentes],
        ['2043-05-06', 'Plaza', 3],
      ])
      .hoja('Capacitaciones', [
        ['Estación de policía', 'Participantes', 'Sesiones', 'Mes'],
        ['Norte', 5, 1, serial(52_000)],
        ['Sur', 6, 2, 'abril'],
      ])
      .hoja('Auditoría', [
        ['Hallazgo', 'Motivo', 'Responsable'],
        ['A-1', null, 'Ana'],
      ])
      .columna('Productos', 'Nota interna', ['x', serial(52_000), true])
  })
