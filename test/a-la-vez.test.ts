/** Things done some at once: `src/disk/at-once.ts`. */
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eachAtOnce } from '../src/disk/at-once.js'

describe('de a varias a la vez', () => {
  test('cada una se hace una vez, y nunca más de las que se dijo a la vez', async () => {
    const caso = fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), async (esperas, most) => {
      const hechas: number[] = []
      let [ahora, alguna] = [0, 0]
      await eachAtOnce(
        esperas.entries(),
        async ([i, espera]) => {
          ahora++
          alguna = Math.max(alguna, ahora)
          await setTimeout(espera)
          hechas.push(i)
          ahora--
        },
        most,
      )
      expect(hechas.toSorted((a, b) => a - b)).toEqual([...esperas.keys()])
      expect(alguna).toBe(Math.min(most, esperas.length))
    })
    await fc.assert(caso, { numRuns: 30 })
  })

  test('si una falla, no empieza ninguna otra, se espera a las empezadas y se cierra lo que las daba', async () => {
    const [empezadas, terminadas]: [string[], string[]] = [[], []]
    let cerrado = false
    function* nombres() {
      try {
        yield* ['a', 'falla', 'b', 'c', 'd']
      } finally {
        cerrado = true
      }
    }
    const trabajo = async (nombre: string) => {
      empezadas.push(nombre)
      if (nombre === 'falla') throw new Error('no cabe')
      await setTimeout(20)
      terminadas.push(nombre)
    }
    await expect(eachAtOnce(nombres(), trabajo, 3)).rejects.toThrow('no cabe')
    expect(empezadas).toEqual(['a', 'falla', 'b'])
    expect(terminadas).toEqual(['a', 'b'])
    expect(cerrado).toBe(true)
  })
})
