/** The edition of 2023 against one of which twelve cells were corrected, with its changes tracked. */
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { beforeAll, expect, test } from 'vitest'
import { conControlDeCambios } from '../src/redline/index.js'
import { WRITERS } from '../src/writers/index.js'
import { lineas, palabrasDe, palabrasMarcadas, parrafosMarcados } from './cambios.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { siHay, textoResuelto } from './herramientas.js'
import { abrirPaquete, faltasDelPaquete } from './ooxml.js'

const LIBRO = readFileSync('inputs/ppasp-2023.xlsx')

/** Sheet, key and its column, column that is corrected, and what is put in the place of what: a number, or some words. */
type Correccion = readonly [hoja: string, clave: string, en: number, columna: number, valor: number | readonly [string, string]]

const CORRECCIONES: readonly Correccion[] = [
  ['Avances', '2.1.2', 1, 5, 9],
  ['Avances', '1.4.7', 1, 5, 40],
  ['Avances', '2.3.3', 1, 5, 0.7],
  ['Metas', '1.4.7', 1, 5, 12],
  ['Metas', '1.4.7', 1, 6, 8],
  ['Productos', '2.1.2', 1, 2, ['Visitas periódicas', 'Visitas regulares']],
  ['Reportes', '2.3.3', 1, 2, ['en su totalidad', 'casi todas']],
  ['Reportes', '1.4.7', 1, 2, ['fue la sede de', 'acogió']],
  ['Sectores', 'Ambiente', 2, 3, ['requirió por oficio', 'solicitó']],
  ['Sectores', 'Cultura, Recreación y Deporte', 2, 3, ['A la par, impulsó', 'Además, impulsó']],
  ['Textos', 'presentacion', 1, 2, ['pone en cabeza de', 'encarga a']],
  ['Textos', 'contexto-categoria', 1, 2, ['surgió durante', 'nació con']],
]

let viejo: Uint8Array
let nuevo: Uint8Array
let marcado: ReturnType<typeof conControlDeCambios>

beforeAll(async () => {
  expect(CORRECCIONES).toHaveLength(12)
  viejo = await wordDe(LIBRO)
  nuevo = await wordDe(await corregido())
  marcado = conControlDeCambios(viejo, nuevo, { author: 'Subsecretaría', date: new Date('2024-05-06T07:08:09Z') })
})

async function wordDe(libro: Uint8Array): Promise<Uint8Array> {
  const { archivos } = await generarEnMemoria(libro, new Map(), { escritores: new Map([['docx', WRITERS.docx]]) })
  return archivos.get('informe-ppasp-2023.docx') ?? new Uint8Array()
}

async function corregido(): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook()
  await libro.xlsx.load(LIBRO as never)
  for (const [hoja, clave, en, columna, valor] of CORRECCIONES) {
    const filas = libro.getWorksheet(hoja)?.getRows(1, 120) ?? []
    const celda = filas.find((fila) => fila.getCell(en).value === clave)?.getCell(columna)
    if (celda === undefined) throw new Error(`No está ${clave} en ${hoja}.`)
    const antes = celda.value
    celda.value = typeof valor === 'number' ? valor : String(antes).replace(...(valor as [string, string]))
    if (celda.value === antes) throw new Error(`${hoja}, ${clave}: no cambió.`)
  }
  return new Uint8Array(await libro.xlsx.writeBuffer())
}

test('todo aceptado es el informe nuevo, y todo rechazado, el anterior', () => {
  expect(lineas(nuevo, 'aceptar')).not.toEqual(lineas(viejo, 'aceptar'))
  expect(lineas(marcado.docx, 'aceptar')).toEqual(lineas(nuevo, 'aceptar'))
  expect(lineas(marcado.docx, 'rechazar')).toEqual(lineas(viejo, 'aceptar'))
  expect(faltasDelPaquete(abrirPaquete(marcado.docx))).toEqual([])
})

// LibreOffice computes the references again, and a space of theirs is then that of the caption.
const leido = async (docx: Uint8Array, orden: Parameters<typeof textoResuelto>[1]) =>
  (await textoResuelto(docx, orden)).replaceAll('\u00a0', ' ').split('\n')

siHay('soffice')('LibreOffice acepta todo y lee el informe nuevo; rechaza todo y lee el anterior', async () => {
  const [aceptado, esperado] = [await leido(marcado.docx, 'AcceptAllTrackedChanges'), await leido(nuevo, 'AcceptAllTrackedChanges')]
  expect(esperado.length).toBeGreaterThan(2000)
  expect(aceptado).toEqual(esperado)
  expect(await leido(marcado.docx, 'RejectAllTrackedChanges')).toEqual(await leido(viejo, 'RejectAllTrackedChanges'))
})

test('un párrafo marcado es uno que dice otra cosa, o se ve de otro modo', () => {
  const marcados = parrafosMarcados(marcado.docx)
  expect(marcados.length).toBeGreaterThan(40)
  expect(marcados.filter(({ antes, despues, formato }) => antes === despues && !formato)).toEqual([])
})

test('se marcan a lo sumo tres palabras por cada una que difiere', () => {
  // Those of one that the other has not, as many times: it takes no pairing of paragraphs, and gives no more than what truly differs.
  const veces = (docx: Uint8Array) => {
    const cuenta = new Map<string, number>()
    for (const palabra of lineas(docx, 'aceptar').flatMap(palabrasDe)) cuenta.set(palabra, (cuenta.get(palabra) ?? 0) + 1)
    return cuenta
  }
  const [antes, despues] = [veces(viejo), veces(nuevo)]
  const distintas = [...new Set([...antes.keys(), ...despues.keys()])].reduce(
    (sum, palabra) => sum + Math.abs((antes.get(palabra) ?? 0) - (despues.get(palabra) ?? 0)),
    0,
  )
  expect(distintas).toBeGreaterThan(100)
  expect(palabrasMarcadas(marcado.docx)).toBeLessThanOrEqual(3 * distintas)
})
