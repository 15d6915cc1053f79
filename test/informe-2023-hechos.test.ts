/**
 * The facts of each narrated product against what the report tells of it, from its heading to the next: nothing lost, no number
 * added. Where the published report contradicts itself, the exception names the discrepancy and what stands instead.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parteDelProducto } from './informe-2023/bloques.js'
import { carpetaDelInforme, informeLeido } from './informe-2023/generado.js'
import { cifrasDe, nombra, nombresDe, ordinalesDe, sinNotas } from './informe-2023/hechos.js'
import { referencia } from './informe-2023/referencia.js'

const excepciones = referencia('excepciones-de-hechos.csv', 'codigo', 'dato', 'informe', 'discrepancia')
const partidos = referencia('titulos-partidos.csv', 'codigo', 'titulo', 'partes')
const productos = referencia('hechos.csv', 'codigo', 'linea', 'hechos', 'dificultades').map(({ codigo, linea, hechos, dificultades }) => ({
  codigo,
  linea,
  hechos: sinNotas(`${hechos} ; ${dificultades}`),
}))

/** The figures of a product in datos.json that its part of the report may tell. */
interface Calculado {
  readonly codigo: string
  readonly unidad: 'Número' | 'Porcentaje'
  readonly cumplimientoPorcentaje: number | null
  readonly metaVigencia: number | null
  readonly logroVigencia: number | null
  readonly metaAcumulada: number | null
  readonly logroAcumulado: number | null
  readonly diferenciaAcumulada: number | null
}
const impresa = (cifra: number): string => cifra.toLocaleString('es-CO', { maximumFractionDigits: 2, useGrouping: 'always' })

/** As they are printed: percentages as whole points, a difference by its size. */
function calculadas(p: Calculado, anios: readonly number[]): readonly string[] {
  const unidad = p.unidad === 'Porcentaje' ? 100 : 1
  const cifras = [p.metaVigencia, p.logroVigencia, p.metaAcumulada, p.logroAcumulado, p.diferenciaAcumulada]
  const impresas = [p.cumplimientoPorcentaje, ...cifras.map((cifra) => cifra && Math.abs(cifra) * unidad)]
  return [...anios.map(String), ...impresas.flatMap((cifra) => (cifra === null ? [] : [impresa(cifra)]))]
}

const partes = new Map<string, string>()
const figuras = new Map<string, readonly string[]>()
beforeAll(async () => {
  const { docx } = await informeLeido()
  for (const { codigo } of productos) partes.set(codigo, parteDelProducto(docx, codigo) ?? '')
  const datos = JSON.parse(readFileSync(join(await carpetaDelInforme(), 'datos.json'), 'utf8')) as {
    readonly politica: { readonly inicio: number; readonly vigencia: number }
    readonly productos: readonly Calculado[]
  }
  const anios = [datos.politica.inicio, datos.politica.vigencia]
  for (const producto of datos.productos) figuras.set(producto.codigo, calculadas(producto, anios))
})
const parteDe = (codigo: string): string => partes.get(codigo) ?? ''
/** What may be missing from a product's part: its exceptions, and the titles that it quotes in two parts. */
const salvados = (codigo: string): readonly string[] => [
  ...excepciones.filter((e) => e.codigo === codigo).map(({ dato }) => dato),
  ...partidos.filter((e) => e.codigo === codigo).map(({ titulo }) => titulo),
]

test('son los 68 productos narrados', () => {
  expect(new Set(productos.map(({ codigo }) => codigo)).size).toBe(68)
})

describe.each(productos)('$codigo (L$linea)', ({ codigo, hechos }) => {
  test('trae todas sus cifras', () => {
    const parte = parteDe(codigo)
    const presentes = new Set([...cifrasDe(parte), ...ordinalesDe(parte), ...(/\bun[ao]?\b/i.test(parte) ? ['1'] : [])])
    const deLosHechos = [...cifrasDe(hechos), ...ordinalesDe(hechos)]
    expect(deLosHechos.filter((cifra) => !presentes.has(cifra) && !salvados(codigo).includes(cifra))).toEqual([])
  })

  test('trae todos sus nombres propios', () => {
    const ausentes = nombresDe(hechos).filter((nombre) => !nombra(parteDe(codigo), nombre))
    expect(ausentes.filter((nombre) => !salvados(codigo).includes(nombre))).toEqual([])
  })

  test('no trae otra cifra que las de sus hechos y las calculadas', () => {
    const deLosHechos = [...cifrasDe(hechos), ...ordinalesDe(hechos)].filter((cifra) => !salvados(codigo).includes(cifra))
    const conocidas = new Set([...deLosHechos, ...(figuras.get(codigo) ?? [])])
    expect([...cifrasDe(parteDe(codigo))].filter((cifra) => !conocidas.has(cifra))).toEqual([])
  })
})

describe('las excepciones', () => {
  const discrepancias = new Set(referencia('discrepancias.csv', 'id').map(({ id }) => id))

  test.each(excepciones)('$codigo: «$dato» ($discrepancia)', ({ codigo, dato, informe, discrepancia }) => {
    const parte = parteDe(codigo)
    const hechos = productos.find((p) => p.codigo === codigo)?.hechos ?? ''
    expect(discrepancias).toContain(discrepancia)
    expect([...cifrasDe(hechos), ...nombresDe(hechos)]).toContain(dato)
    expect(cifrasDe(parte).has(dato) || nombra(parte, dato)).toBe(false)
    expect(nombra(parte, informe)).toBe(true)
  })

  test.each(partidos)('$codigo cita por partes «$titulo»', ({ codigo, titulo, partes }) => {
    const parte = parteDe(codigo)
    expect(productos.find((p) => p.codigo === codigo)?.hechos).toContain(titulo)
    expect(nombra(parte, titulo)).toBe(false)
    for (const trozo of partes.split(' | ')) expect([trozo, nombra(titulo, trozo), nombra(parte, trozo)]).toEqual([trozo, true, true])
  })
})
