/** A short series of the fuzzer, with a seed of its own; the long one is `npm run fuzz`. */
import { expect, test } from 'vitest'
import { correrSerie } from './fuzz/serie.js'

const CASOS = 1000

test(`${CASOS} libros alterados acaban en un informe o en errores con su lugar`, { timeout: 600_000 }, async () => {
  const { total, niveles, fallos } = await correrSerie({
    semilla: 2031,
    numeros: Array.from({ length: CASOS }, (_, i) => i + 1),
    procesos: 2,
    cadaEntero: 50,
    // One in three, so that the series does not take longer than all other tests; the figures and words of a report come of each.
    cadaComposicion: 3,
    // What catches a hang, on a machine that may be busy.
    limite: 30_000,
    memoria: 1024 ** 3,
    cobertura: false,
  })
  expect(fallos).toEqual([])
  expect(total.casos).toBe(CASOS)
  expect(total.hojas + total.informe).toBeGreaterThanOrEqual(CASOS / 2)
  expect(total.informe).toBeGreaterThanOrEqual(CASOS / 5)
  expect(total.enteros).toBe(CASOS / 50)
  expect(total.enterosConInforme).toBeGreaterThan(0)
  // Each level reaches what it is for: damage is refused, and order changes nothing.
  expect(niveles.get('bytes')?.paquete).toBeGreaterThan(0)
  expect(niveles.get('orden')?.informe).toBe(niveles.get('orden')?.casos)
})
