/** The chapter on how far the plan had got at the end of each year. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calcularIndicadores } from '../src/indicators/index.js'
import type { Libro } from '../src/model/index.js'
import { construirReport } from '../src/report/index.js'
import { readLibro } from '../src/workbook/index.js'
import { type UnLibro, unLibro } from './un-libro.js'
import { componerCon } from './una-composicion.js'

/** Plan 2022–2025, vigencia 2024: two sectors of one objetivo, and one product of another that begins late. */
const LIBRO = (procedencia?: string): UnLibro =>
  unLibro({ inicio: 2022, fin: 2025, vigencia: 2024 })
    // Of 40: 10, 20 and 24 up to each year; planned 10, 20 and 30.
    .producto('1.1.1', { sector: 'Agua', metas: { 2022: 10, 2023: 10, 2024: 10, 2025: 10 }, avances: { 2022: 10, 2023: 10, 2024: 4 } })
    // From 100 down to 60: 0, 10 and 30 of 40; planned 0, 20 and 20 of 40.
    .producto('1.1.2', {
      sector: 'Agua',
      tipo: 'Decreciente',
      lineaBase: 100,
      metas: { 2023: 80, 2025: 60 },
      avances: { 2023: 90, 2024: 70 },
    })
    .producto('1.1.3', { sector: 'Suelo', metas: { 2022: 1, 2023: 1 }, avances: { 2022: 1, 2023: 0 }, ...(procedencia && { procedencia }) })
    .producto('2.1.1', { sector: 'Suelo', inicio: 2024, metas: { 2024: 5, 2025: 5 }, avances: { 2024: 5 } })

const reportDe = (libro: Libro) => construirReport(libro, calcularIndicadores(libro))
const tablaDe = (libro: Libro, id: string) =>
  reportDe(libro)
    .tablas.get(id)
    ?.filas.map(({ celdas }) => celdas.map(({ texto }) => texto.replace(/\u00a0/gu, ' ')))

test('por sector, el promedio de sus productos al cierre de cada año', () => {
  expect(tablaDe(LIBRO().libro(), 'evolucion-de-los-sectores')).toEqual([
    // (10/40 + 0) / 2; (20/40 + 10/40) / 2; (24/40 + 30/40) / 2; planned (30/40 + 20/40) / 2.
    ['Agua', '13 %', '38 %', '68 %', '63 %'],
    // (1/2 + 0) / 2, twice; (1/2 + 5/10) / 2; planned (2/2 + 5/10) / 2.
    ['Suelo', '25 %', '25 %', '50 %', '75 %'],
    ['Toda la política', '19 %', '31 %', '59 %', '69 %'],
  ])
})

test('por objetivo; de uno que empieza después no hay más que un año que contar, y se dice', () => {
  const libro = LIBRO().libro()
  expect(tablaDe(libro, 'evolucion-de-los-objetivos')?.map(([, ...cifras]) => cifras)).toEqual([
    // (10/40 + 0 + 1/2) / 3; (20/40 + 10/40 + 1/2) / 3; (24/40 + 30/40 + 1/2) / 3; planned (30/40 + 20/40 + 1) / 3.
    ['25 %', '42 %', '62 %', '75 %'],
    ['—', '—', '50 %', '50 %'],
    ['19 %', '31 %', '59 %', '69 %'],
  ])
  const { graficas, tablas } = reportDe(libro)
  // The achievement of 2022, the final goal, and those of the other two products, which have none by then but the línea base.
  expect(tablas.get('evolucion-de-los-sectores')?.filas[0]?.celdas[1]?.origen?.celdas).toEqual([
    'Avances!B2',
    'Productos!N2',
    'Productos!N3',
    'Productos!K3',
  ])
  expect([graficas.has('evolucion-objetivo-1'), graficas.has('evolucion-objetivo-2')]).toEqual([true, false])
  expect(tablas.get('evolucion-de-los-objetivos')?.notas.flat().join('')).toContain(
    'Sin años anteriores a 2024, porque alguna de sus series es reconstruida o todavía no tenían metas: objetivo 2.',
  )
  expect(graficas.get('evolucion-agua')).toMatchObject({
    etiquetas: ['2022', '2023', '2024'],
    series: [
      { nombre: 'Planeado', valores: [0.125, 0.5, 0.625] },
      { nombre: 'Avance', valores: [0.125, 0.375, 0.675] },
    ],
  })
})

test('una serie reconstruida esconde los años anteriores de su sector, de su objetivo y de la política', () => {
  expect(tablaDe(LIBRO('Serie reconstruida').libro(), 'evolucion-de-los-sectores')).toEqual([
    ['Agua', '13 %', '38 %', '68 %', '63 %'],
    ['Suelo', '—', '—', '50 %', '75 %'],
    ['Toda la política', '—', '—', '59 %', '69 %'],
  ])
})

const PLANTILLAS = {
  '10-antes.md': '# Antes',
  '75-evolucion.md': readFileSync('templates/75-evolucion.md', 'utf8').replace('incluir: no', 'incluir: sí'),
  'parciales/vigencia.md': readFileSync('templates/parciales/vigencia.md', 'utf8'),
}

test('el capítulo numera aparte sus tablas y sus gráficas', () => {
  const { documento, publicado } = componerCon(PLANTILLAS, LIBRO().libro())
  expect(documento?.sections.map(({ id }) => id)).toEqual(['antes', 'evolucion'])
  expect(publicado.tablas.map(({ numero, id }) => [numero, id])).toEqual([
    ['A1', 'evolucion-de-los-objetivos'],
    ['A2', 'evolucion-de-los-sectores'],
  ])
  expect(publicado.graficas.map(({ numero, id }) => [numero, id])).toEqual([
    ['A1', 'evolucion-politica'],
    ['A2', 'evolucion-objetivo-1'],
    ['A3', 'evolucion-agua'],
    ['A4', 'evolucion-suelo'],
  ])
})

test('con un libro cuyos años anteriores son reconstruidos no sale, aunque se pida', () => {
  const { libro } = readLibro(new Uint8Array(readFileSync('inputs/ppasp-2023.xlsx')))
  if (libro === null) throw new Error('el libro de ejemplo tiene errores')
  expect(reportDe(libro).contexto.evolucion).toBeNull()
  expect(componerCon(PLANTILLAS, libro).documento?.sections.map(({ id }) => id)).toEqual(['antes'])
})
