/** Pixels of the canvas as a picture: none changes, whatever way its row is written. */
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { decode } from 'fast-png'
import { expect, test } from 'vitest'
import { opaquePng } from '../src/png/index.js'

/** Rows of few colours, as in a drawing, or of any, as in a photograph; and each once or repeated, one under the other. */
const lienzo = fc.integer({ min: 1, max: 12 }).chain((ancho) => {
  const fila = (octeto: fc.Arbitrary<number>) => fc.array(octeto, { minLength: ancho * 4, maxLength: ancho * 4 })
  const filas = fc.array(fc.tuple(fc.oneof(fila(fc.constantFrom(0, 255)), fila(fc.nat(255))), fc.integer({ min: 1, max: 3 })), {
    minLength: 1,
    maxLength: 6,
  })
  return filas.map((cada) => ({ ancho, filas: cada.flatMap(([una, veces]) => Array.from({ length: veces }, () => una)) }))
})

test('una imagen opaca conserva el rojo, el verde y el azul de cada píxel, y no lleva transparencia', () => {
  fc.assert(
    fc.property(lienzo, ({ ancho, filas }) => {
      const leida = decode(opaquePng(Uint8Array.from(filas.flat()), ancho, filas.length))
      expect(leida).toMatchObject({ width: ancho, height: filas.length, channels: 3, depth: 8 })
      expect([...leida.data]).toEqual(filas.flat().filter((_, i) => i % 4 !== 3))
    }),
  )
})

test('los píxeles pueden venir en cualquier lugar de una memoria mayor', () => {
  const memoria = Uint8Array.from({ length: 9 }, (_, i) => i)
  expect([...decode(opaquePng(memoria.subarray(1), 1, 2)).data]).toEqual([1, 2, 3, 5, 6, 7])
})

/** A picture of 64 by 64 in grey, by the grey of each pixel. */
const gris = (tono: (x: number, y: number) => number) =>
  opaquePng(
    Uint8Array.from({ length: 64 * 64 * 4 }, (_, i) => tono((i >> 2) % 64, i >> 8)),
    64,
    64,
  )

/** Greys without order, the same at each run. */
const sinOrden = (n: number) => createHash('sha256').update(String(n)).digest()[0] ?? 0

test('una fila igual a la de arriba no pesa, y una que se le parece pesa poco', () => {
  const grano = gris((x, y) => sinOrden(x + 64 * y)).length
  expect(grano).toBeGreaterThan(64 * 64)
  expect(gris(sinOrden).length).toBeLessThan(grano / 10)
  expect(gris((x, y) => (sinOrden(x) + y * 3) % 256).length).toBeLessThan(grano / 10)
})
