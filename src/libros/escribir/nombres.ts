/** Names that the workbook gives to some of its ranges, so that its sheets can ask one another: lists to choose from, codes that exist. */
import { FILA_ENCABEZADO, type Hoja } from '../hoja.js'

/** Rows under the data that are ready to be filled in: formats, lists and rules reach them. */
const FILAS_LIBRES = 500

export interface Nombre {
  readonly nombre: string
  /** As the file writes a formula: functions in English, arguments parted by commas. */
  readonly formula: string
}

/** First and last row that is ready to be filled in. */
export const filasDe = (hoja: Hoja): { readonly primera: number; readonly ultima: number } => ({
  primera: FILA_ENCABEZADO + 1,
  ultima: FILA_ENCABEZADO + hoja.filas.length + FILAS_LIBRES,
})

/** The letters of a column, from 0: A, B… AA. */
export function letras(columna: number): string {
  const letra = String.fromCharCode(65 + (columna % 26))
  return columna < 26 ? letra : letras(Math.floor(columna / 26) - 1) + letra
}

/** The name of a column of data, by its sheet and header; null for a workbook that has none. */
export type Columnas = (hoja: string, titulo: string) => string | null

const RANGOS: readonly (readonly [nombre: string, hoja: string, titulo: string])[] = [
  ['Objetivos_numeros', 'Objetivos', 'Objetivo'],
  ['Sectores_nombres', 'Sectores', 'Sector'],
  ['Productos_codigos', 'Productos', 'Código'],
  ['Productos_unidades', 'Productos', 'Unidad'],
  ['Metas_codigos', 'Metas', 'Código'],
]

/** The names of a workbook's ranges: its columns that others look into, and those without their empty end, to choose from. */
export function nombresDe(hojas: readonly Hoja[]): { readonly nombres: readonly Nombre[]; readonly columnas: Columnas } {
  const presentes = RANGOS.flatMap(([nombre, titulo, columna]) => {
    const hoja = hojas.find((una) => una.nombre === titulo)
    const lugar = hoja?.columnas.findIndex((una) => una.titulo === columna) ?? -1
    if (hoja === undefined || lugar < 0) return []
    const { primera, ultima } = filasDe(hoja)
    return [{ nombre, titulo, columna, formula: `'${hoja.nombre}'!$${letras(lugar)}$${primera}:$${letras(lugar)}$${ultima}` }]
  })
  const listas = presentes.filter(({ nombre }) => nombre === 'Sectores_nombres' || nombre === 'Productos_codigos')
  return {
    nombres: [
      ...presentes.map(({ nombre, formula }) => ({ nombre, formula })),
      ...listas.map(({ nombre, formula }) => ({
        nombre: `Lista_${nombre}`,
        // Between two INDEX, not from a fixed cell: whoever deletes the first row deletes that cell.
        formula: `INDEX(${formula},1):INDEX(${formula},MAX(1,COUNTA(${formula})))`,
      })),
    ].toSorted((a, b) => (a.nombre < b.nombre ? -1 : 1)),
    columnas: (hoja, columna) => presentes.find((uno) => uno.titulo === hoja && uno.columna === columna)?.nombre ?? null,
  }
}
