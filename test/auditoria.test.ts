/** What an audit finds, and what it leaves alone: planted errors and tempting right sentences of an invented policy. */
import { describe, expect, test } from 'vitest'
import { ACIERTOS, libroSembrado, SEMBRADOS } from './auditoria/sembrado.js'

describe('el informe sembrado', () => {
  test('tiene al menos 40 errores, de todas las clases, y 40 aciertos', () => {
    expect(SEMBRADOS.length).toBeGreaterThanOrEqual(40)
    expect(ACIERTOS.length).toBeGreaterThanOrEqual(40)
    expect(new Set(SEMBRADOS.map(({ clase }) => clase))).toEqual(
      new Set([
        'porcentaje',
        'cantidad',
        'sentido',
        'codigo',
        'recuento',
        'nombre',
        'referencia',
        'fecha',
        'aritmetica',
        'suma',
        'dato-personal',
      ]),
    )
  })

  test('es un libro que se lee sin errores, y cada error está en su oración', () => {
    expect(libroSembrado().libro().productos).toHaveLength(12)
    expect(SEMBRADOS.filter(({ oracion, dice }) => oracion !== '' && !oracion.includes(dice))).toEqual([])
  })
})
