/** A workbook that is read after another one, of which most sheets are the same: `src/workbook/last-read.ts`. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { LIMITES, leerHojas, type NombreDeLimite, readLibro } from '../src/workbook/index.js'
import { formula, porcentaje, serial, unLibro, type Valor } from './un-libro.js'

/** A workbook of no policy: after it, nothing is known of any other. */
const OTRO = unLibro({ vigencia: 2031, inicio: 2030, fin: 2039 })
  .producto('9.9.9', { metas: { 2031: 77 } })
  .hoja('Otra', [['x', 7]])
  .bytes()

// Some differ only in how they look, or in a text that the sheet names by its number.
const VALORES: readonly Valor[] = [3, porcentaje(3), serial(3), 'doce', 'once', 'Suma', formula('1+1', 2), formula('1+1'), null]
const LUGARES = ['Productos!F2', 'Metas!B2', 'Metas!C2', 'Avances!B2', 'Semáforo!B2', 'Política!B3', 'Sectores!B2'] as const

/** What may be done to a workbook before it is saved again. */
const cambio = fc.oneof(
  fc.record({ lugar: fc.constantFrom(...LUGARES), valor: fc.constantFrom(...VALORES) }),
  fc.record({ oculta: fc.constantFrom('Metas', 'Avances'), que: fc.constantFrom('hoja', 'fila', 'columna') }),
)
type Cambio = typeof cambio extends fc.Arbitrary<infer T> ? T : never

function guardado(cambios: readonly Cambio[]): Uint8Array {
  const libro = unLibro({ vigencia: 2023 })
  for (const uno of cambios) {
    if ('lugar' in uno) libro.celda(uno.lugar, uno.valor)
    else if (uno.que === 'hoja') libro.ocultarHoja(uno.oculta)
    else if (uno.que === 'fila') libro.ocultarFila(uno.oculta, 2)
    else libro.ocultarColumna(uno.oculta, 'B')
  }
  return conTextosAparte(libro.bytes())
}

/** The same workbook, each text once and apart, as Excel writes it. */
function conTextosAparte(bytes: Uint8Array): Uint8Array {
  const libro = XLSX.read(bytes, { cellNF: true, cellFormula: true, cellStyles: true })
  return new Uint8Array(XLSX.write(libro, { type: 'array', bookType: 'xlsx', bookSST: true, cellStyles: true }) as ArrayBuffer)
}

/** Of each pair, the sheet has the same bytes: the looks, or the texts, stand apart. */
const SOLO_APARTE = [
  [porcentaje(3), serial(3)],
  ['doce', 'once'],
].map((valores): [Cambio[][]] => [valores.map((valor) => [{ lugar: 'Metas!B2', valor }])])

describe('las hojas que se leyeron antes', () => {
  test('se leen igual que si no, cambie lo que cambie de un libro al siguiente', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cambio, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), (guardados) => {
        const libros = guardados.map(guardado)
        const deNuevo = libros.map((bytes) => {
          leerHojas(OTRO)
          return readLibro(bytes)
        })
        expect(libros.map((bytes) => readLibro(bytes))).toEqual(deNuevo)
      }),
      { numRuns: 40, examples: SOLO_APARTE },
    )
  })

  test('la que no cambió es la misma, y la que cambió no', () => {
    const filasDe = (valor: Valor) => {
      const hojas = leerHojas(unLibro().celda('Metas!B2', valor).bytes())?.sheets ?? []
      return new Map(hojas.map(({ name, rows }) => [name, rows]))
    }
    const [antes, despues] = [filasDe(3), filasDe(4)]
    expect(despues.get('Avances')).toBe(antes.get('Avances'))
    expect(despues.get('Metas')).not.toBe(antes.get('Metas'))
  })

  test.each<NombreDeLimite>(['celdas', 'formulas'])('cuentan en el límite de %s como la primera vez', (limite) => {
    const libro = (hojas: readonly string[]) => {
      const suyo = unLibro()
      for (const nombre of hojas) suyo.hoja(nombre, [[formula('1', 1), formula('2', 2)]])
      return suyo.bytes()
    }
    const [una, dos] = [libro(['Una']), libro(['Una', 'Dos'])]
    const cabe = (bytes: Uint8Array, cuanto: number) => leerHojas(bytes, { ...LIMITES, [limite]: cuanto }) !== null
    let justo = 1
    while (!cabe(una, justo)) justo++
    expect([cabe(una, justo), cabe(dos, justo), cabe(una, justo), cabe(dos, justo + 2)]).toEqual([true, false, true, true])
  })
})
