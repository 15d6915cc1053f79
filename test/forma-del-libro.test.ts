/** The form of the workbook: what is read from one and written again says the same, and Excel has nothing to repair in it. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escribirLibro, hojasDeTablas } from '../src/libros/index.js'
import { leerHojas, readLibro, tablasDelLibro } from '../src/workbook/index.js'
import { convertir, siHay } from './herramientas.js'
import { dicho } from './lo-dicho.js'
import { paqueteExcel } from './paquete-excel.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { serial, unLibro } from './un-libro.js'
import { unaPolitica } from './una-politica.js'

const META = { titulo: 'Libro', autor: 'Secretaría', fecha: new Date(Date.UTC(2032, 0, 1)) }
const EDICION = new Uint8Array(readFileSync(new URL('../inputs/ppasp-2023.xlsx', import.meta.url)))

/** The workbook written again from what its cells hold. */
async function otraVez(bytes: Uint8Array): Promise<Uint8Array> {
  const { libro, hojas } = readLibro(bytes)
  if (libro === null || hojas === null) throw new Error('un libro con errores')
  return escribirLibro(hojasDeTablas(tablasDelLibro(hojas), libro.politica), META)
}

describe('un libro que se lee y se vuelve a escribir', () => {
  test.each([
    ['el de 2023', EDICION],
    ['el de siete productos', POLITICA_DEL_AGUA.bytes()],
    ['uno con las fechas de 1904', unLibro({ fecha1904: true }).politica('Fecha de corte', serial(43_829)).bytes()],
  ])('%s dice lo mismo, y Excel no tiene nada que reparar', async (_, bytes) => {
    const otro = await otraVez(bytes)
    expect(dicho(otro)).toEqual(dicho(bytes))
    expect(paqueteExcel(otro).reparos).toEqual([])
  })

  test('una política cualquiera dice lo mismo', async () => {
    await fc.assert(
      fc.asyncProperty(unaPolitica, async (politica) => {
        const bytes = politica.bytes()
        const otro = await otraVez(bytes)
        expect(dicho(otro)).toEqual(dicho(bytes))
        expect(paqueteExcel(otro).reparos).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  test('conserva las columnas que nadie lee, y lo que se escribió en cada una', async () => {
    const bytes = unLibro()
      .columna('Productos', 'Nota interna', ['de Ana', serial(45_000), true])
      .bytes()
    const tablas = (libro: Uint8Array) => {
      const hojas = leerHojas(libro)
      return (hojas === null ? [] : tablasDelLibro(hojas)).find(({ hoja }) => hoja === 'Productos')
    }
    const propias = tablas(await otraVez(bytes))
    expect(propias?.columnas.at(-1)).toBe('Nota interna')
    // Day 45000 of Excel is 15 March 2023; a truth value, which no column of the contract admits, is its word.
    expect(propias?.filas.map((fila) => fila.at(-1))).toEqual([
      { celda: 'Productos!Q4', tipo: 'texto', valor: 'de Ana' },
      { celda: 'Productos!Q5', tipo: 'fecha', valor: '2023-03-15' },
      { celda: 'Productos!Q6', tipo: 'texto', valor: 'VERDADERO' },
    ])
  })

  siHay('soffice')('dice lo mismo cuando LibreOffice lo guarda', async () => {
    const otro = await otraVez(POLITICA_DEL_AGUA.bytes())
    expect(dicho(await convertir(otro, 'xlsx', 'xlsx'))).toEqual(dicho(POLITICA_DEL_AGUA.bytes()))
  })
})
