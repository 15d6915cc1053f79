import './semilla.js'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ampliar } from '../scripts/bench/ampliar.js'
import { calcularIndicadores } from '../src/indicators/index.js'
import type { Libro } from '../src/model/index.js'
import { type FilaConClave, filasPorClave, leerHojas, readLibro } from '../src/workbook/index.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { unLibro } from './un-libro.js'

function leido(bytes: Uint8Array): Libro {
  const { libro, errores } = readLibro(bytes)
  expect(errores).toEqual([])
  if (libro === null) throw new Error('El libro tiene errores.')
  return libro
}

const agua = POLITICA_DEL_AGUA.bytes()

/** The words of a cell of a row, by the row's key. */
function celda(filas: readonly FilaConClave[], hoja: string, clave: string, columna: string): string | undefined {
  return filas.find((fila) => fila.hoja === hoja && fila.clave === clave)?.celdas.get(columna)?.texto
}

describe('un libro ampliado', () => {
  test('es válido, con tantas veces los productos y los mismos avances de la política y de cada sector', () => {
    const { politica, sectores } = calcularIndicadores(leido(agua))
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (veces) => {
        const ampliado = calcularIndicadores(leido(ampliar(agua, { veces })))
        expect(ampliado.productos).toHaveLength(7 * veces)
        // The mean of equal copies is that of one.
        expect(ampliado.politica.avance.equals(politica.avance)).toBe(true)
        expect(ampliado.politica.diferencia.equals(politica.diferencia)).toBe(true)
        expect(ampliado.politica.rojo).toBe(politica.rojo * veces)
        expect(ampliado.sectores.map(({ nombre, grupo }) => [nombre, grupo.productos, grupo.avance.toFraction()])).toEqual(
          sectores.map(({ nombre, grupo }) => [nombre, grupo.productos * veces, grupo.avance.toFraction()]),
        )
      }),
      { numRuns: 12 },
    )
  })

  test('en más sectores, cada uno tiene productos del que copia', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 12 }), (sectores) => {
        const ampliado = leido(ampliar(agua, { veces: 4, sectores }))
        expect(ampliado.sectores).toHaveLength(sectores)
        const conProductos = new Set(ampliado.productos.map(({ sector }) => sector))
        expect(conProductos.size).toBe(sectores)
        const aire = ampliado.productos.filter(({ sector }) => sector.startsWith('Aire'))
        expect(new Set(aire.map(({ nombre }) => nombre.replace(/ \d+$/u, '')))).toEqual(
          new Set(['Estaciones de aire', 'Hogares con filtro']),
        )
      }),
      { numRuns: 10 },
    )
  })

  test('los textos de una copia nombran las cifras de la copia, y los de un sector, las suyas', () => {
    const bytes = unLibro()
      .objetivo(1, 'Rodar.')
      .sector('Movilidad', { conclusiones: 'Avanzó [[Movilidad avance]] y la política, [[política avance]].' })
      .producto('1.2.1', {
        sector: 'Movilidad',
        metas: { 2023: 4 },
        avances: { 2023: 2 },
        logros: 'Van [[1.2.1 logro]] de [[1.2.1 meta]], en [[Movilidad avance]]; no [[nada de esto',
      })
      .bytes()
    const filas = filasPorClave(leerHojas(ampliar(bytes, { veces: 3, sectores: 2 })))
    // Results 1 and 2 are of the workbook, 3 and 4 of the second copy, 5 and 6 of the third, which is of the first sector again.
    expect(celda(filas, 'Reportes', '1.4.1', 'Logros')).toBe(
      'Van [[1.4.1 logro]] de [[1.4.1 meta]], en [[Movilidad 2 avance]]; no [[nada de esto',
    )
    expect(celda(filas, 'Reportes', '1.6.1', 'Logros')).toBe(
      'Van [[1.6.1 logro]] de [[1.6.1 meta]], en [[Movilidad avance]]; no [[nada de esto',
    )
    expect(celda(filas, 'Sectores', 'Movilidad 2', 'Conclusiones')).toBe(
      'Avanzó [[Movilidad 2 avance]] y la política, [[política avance]].',
    )
    expect(celda(filas, 'Productos', '1.4.1', 'Sector')).toBe('Movilidad 2')
  })

  test('el libro de la política que trae el programa se amplía, y una vez lo deja como está', () => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, '..', 'inputs', 'ppasp-2023.xlsx')))
    expect(leido(ampliar(bytes, { veces: 1 }))).toEqual(leido(bytes))
    const antes = leido(bytes)
    const despues = leido(ampliar(bytes, { veces: 3, sectores: antes.sectores.length * 2 }))
    expect(despues.productos).toHaveLength(antes.productos.length * 3)
    expect(despues.sectores).toHaveLength(antes.sectores.length * 2)
  })

  test('un libro que guardó otro programa también', () => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'fuzz', 'agua-de-libreoffice.xlsx')))
    expect(leido(ampliar(bytes, { veces: 5 })).productos).toHaveLength(leido(bytes).productos.length * 5)
  })

  test('sale con los mismos bytes cada vez', () => {
    expect(ampliar(agua, { veces: 2 })).toEqual(ampliar(agua, { veces: 2 }))
  })

  test('dice lo que no se puede pedir', () => {
    expect(() => ampliar(agua, { veces: 2, sectores: 7 })).toThrow(
      'Se pidieron 7 sectores; con 3 y 2 veces los productos se puede desde 3 hasta 6.',
    )
    expect(() => ampliar(agua, { veces: 0.5 })).toThrow('Se pidieron 0.5 veces los productos; se esperaba un entero desde 1.')
    expect(() => ampliar(new Uint8Array([1, 2, 3]), { veces: 2 })).toThrow('El libro no tiene productos')
  })
})
