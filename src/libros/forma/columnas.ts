/** Columns that several sheets have. */
import type { Columna } from '../hoja.js'

/** A sheet of the contract before its rows. */
export interface EsquemaHoja {
  readonly nombre: string
  readonly titulo: string
  /** One line under the title. */
  readonly nota: string
  /** What the sheet `Instrucciones` says of it: what it holds, and how it is filled in. */
  readonly contiene: string
  readonly diligencia: string
  readonly columnas: readonly Columna[]
}

/** The years of the plan, both ends included, and the year that the report is about. */
export interface Plan {
  readonly inicio: number
  readonly fin: number
  readonly vigencia: number
}

type Mas = Omit<Columna, 'titulo' | 'clase' | 'ancho'>

export const columna = (titulo: string, clase: Columna['clase'], ancho: number, mas: Mas = {}): Columna => ({
  titulo,
  clase,
  ancho,
  ...mas,
})

/** A code in a sheet that speaks of products: one of those of `Productos`. */
export const CODIGO = columna('Código', 'codigo', 11, {
  lista: 'productos',
  obligatoria: true,
  ayuda: 'El código del producto, como está en la hoja Productos. Elíjalo de la lista.',
})

/** Any sheet may have it. */
export const PROCEDENCIA = columna('Procedencia', 'texto', 44, {
  ayuda:
    'De dónde sale el dato (plan de acción, acta, informe del sector). No entra en ningún cálculo. «Serie reconstruida» impide que el informe cuente como hechos los años anteriores a la vigencia.',
})

/** The years from one to another as column headers, both included. */
export const anios = (desde: number, hasta: number, ayuda: (anio: number) => string): readonly Columna[] =>
  Array.from({ length: hasta - desde + 1 }, (_, i) => desde + i).map((anio) =>
    columna(String(anio), 'cantidad', 11, { ayuda: ayuda(anio) }),
  )
