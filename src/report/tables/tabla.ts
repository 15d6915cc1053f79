/** How a table is declared: columns as data, each saying what a row shows in it. One declaration feeds DOCX, PDF, CSV and datos.json. */
import { MARCA_REZAGO } from '../format.js'
import type { CeldaTabla, Cifra, ColumnaTabla, FilaTabla, Frase, Tabla } from '../report.js'

export interface Columna<Fila> extends ColumnaTabla {
  readonly celda: (fila: Fila) => CeldaTabla
}

interface Declaracion<Fila> {
  readonly id: string
  readonly columnas: readonly Columna<Fila>[]
  readonly filas: readonly Fila[]
  /** Cells of the closing row, one a column. Left out for a table without total. */
  readonly total?: readonly CeldaTabla[]
  readonly notas?: readonly Frase[]
}

export function tabla<Fila>({ id, columnas, filas, total, notas = [] }: Declaracion<Fila>): Tabla {
  const cuerpo = filas.map((fila): FilaTabla => ({ tipo: 'cuerpo', celdas: columnas.map((c) => c.celda(fila)) }))
  return {
    id,
    columnas: columnas.map(({ titulo, alinear, ancho }) => ({ titulo, alinear, ancho })),
    filas: total === undefined ? cuerpo : [...cuerpo, { tipo: 'total', celdas: total }],
    notas,
  }
}

/** Words of the workbook or of the table itself. */
export function texto(valor: string): CeldaTabla {
  return { valor, texto: valor, origen: null }
}

/** Nothing: null for machines, an empty cell for people. */
export const VACIA: CeldaTabla = { valor: null, texto: '', origen: null }

/** A computed figure. */
export function figura(cifra: Cifra): CeldaTabla {
  return { valor: cifra.valor, texto: cifra.texto, origen: cifra.origen }
}

/** A cell with the sign of a backlog where there is one. */
export function conSenal(celda: CeldaTabla, rezago: boolean): CeldaTabla {
  return rezago ? { ...celda, texto: `${MARCA_REZAGO}${celda.texto}`, tono: 'rezago' } : celda
}

/** A computed count whose zero is printed as a dash, so that the other counts stand out. */
export function cuentaConGuion(cifra: Cifra): CeldaTabla {
  return { ...figura(cifra), texto: cifra.valor === 0 ? '–' : cifra.texto }
}
