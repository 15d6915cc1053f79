/** Where the comments of a sheet stand, and how large: the library gives them all one size, which cuts the longer ones. */
import type { Celda, Hoja } from '../hoja.js'
import { FILA_ENCABEZADO } from '../hoja.js'
import { ALTURAS_DE_ARRIBA, alturaDe, lineasDe } from './estilo.js'

/** Width of a comment in pixels, and in characters of its text. */
const [ANCHO, CARACTERES, LINEA] = [300, 44, 18]
/** Pixels of a character, of a cell's padding, of a column and a row beyond the data. */
const [CARACTER, BORDE, COLUMNA, FILA] = [7, 5, 64, 20]

/** A comment by its cell, rows and columns from 0. */
export interface Nota {
  readonly fila: number
  readonly columna: number
  readonly texto: string
}

/** The comments of a sheet, in the order of its cells. */
export function notasDe({ columnas, filas }: Hoja): readonly Nota[] {
  const deCelda = (celda: Celda, fila: number, columna: number): readonly Nota[] =>
    celda.nota === undefined ? [] : [{ fila, columna, texto: celda.nota }]
  return [
    ...columnas.flatMap(({ ayuda }, columna) => (ayuda === undefined ? [] : [{ fila: FILA_ENCABEZADO - 1, columna, texto: ayuda }])),
    ...filas.flatMap((fila, i) => fila.flatMap((celda, columna) => deCelda(celda, FILA_ENCABEZADO + i, columna))),
  ]
}

/** The box of a comment as the drawing writes it: column and pixels within it, row and pixels, of its first corner and of its last. */
export function cajaDe({ fila, columna, texto }: Nota, { columnas, filas }: Hoja): string {
  const ancho = (j: number) => (j < columnas.length ? (columnas[j]?.ancho ?? 0) * CARACTER + BORDE : COLUMNA)
  const alto = (i: number) => puntos(i) / 0.75
  const puntos = (i: number) =>
    i < FILA_ENCABEZADO
      ? (ALTURAS_DE_ARRIBA[i] ?? FILA)
      : i - FILA_ENCABEZADO < filas.length
        ? alturaDe(columnas, filas[i - FILA_ENCABEZADO] ?? [])
        : FILA * 0.75
  const derecha = despues(columna + 1, 12, ANCHO, ancho)
  const abajo = despues(Math.max(0, fila - 1), 6, lineasDe(texto, CARACTERES) * LINEA + 14, alto)
  return [columna + 1, 12, Math.max(0, fila - 1), 6, ...derecha, ...abajo].join(', ')
}

/** What stands so many pixels after a place: the column or row, and the pixels within it. */
function despues(desde: number, dentro: number, pixeles: number, tamano: (i: number) => number): readonly [number, number] {
  let [i, resto] = [desde, dentro + pixeles]
  while (resto > tamano(i)) {
    resto -= tamano(i)
    i++
  }
  return [i, Math.floor(resto)]
}
