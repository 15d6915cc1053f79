/** A workbook before it is a file: its sheets as data, which one function writes (`escribirLibro`). */

/**
 * What a column holds: decides the format, the alignment and what may be typed in its cells. `cantidad`: an amount in the unit of its
 * product, a fraction shown as `35 %` where that is Porcentaje. `prosa`: Markdown.
 */
export type Clase = 'texto' | 'prosa' | 'codigo' | 'entero' | 'anio' | 'cantidad' | 'peso' | 'fecha'

/** What a cell may be chosen from: the values themselves, or what another sheet lists. */
export type Lista = readonly string[] | 'sectores' | 'productos'

export interface Columna {
  readonly titulo: string
  readonly clase: Clase
  /** In characters, as Excel measures it. */
  readonly ancho: number
  /** Where the values are closed: a drop-down list, and nothing else may be typed. */
  readonly lista?: Lista
  /** A row that has begun must fill it: until then the cell is coloured. */
  readonly obligatoria?: boolean
  /** What it holds, in Spanish, for whoever fills it in: the comment on its header. */
  readonly ayuda?: string
}

/** How a cell looks apart from the others: of a row to be deleted, only shown, or asked of whoever fills the workbook in. */
export type Aspecto = 'ejemplo' | 'mostrada' | 'pedida'

export interface Celda {
  /** A Date is a calendar day, at midnight UTC. */
  readonly valor: string | number | Date | null
  /** Number format; null for that of its column. */
  readonly formato: string | null
  /** Where it is not that of its column. */
  readonly clase?: Clase
  /** May be changed in a sheet where nothing else may. */
  readonly abierta?: boolean
  /** Sheet that it leads to. */
  readonly enlace?: string
  /** A comment on it. */
  readonly nota?: string
  readonly aspecto?: Aspecto
}

/** What nobody may change without taking the protection off, which asks for no password: the title and the headers, or all but open cells. */
export type Proteccion = 'encabezado' | 'todo-menos-abiertas'

/** A sheet ready to be written: title, note, headers, rows. Each row has a cell a column. */
export interface Hoja {
  readonly nombre: string
  readonly titulo: string
  readonly nota: string
  readonly columnas: readonly Columna[]
  readonly filas: readonly (readonly Celda[])[]
  /** None unless told. */
  readonly proteccion?: Proteccion
  /** Whether it is to be read and not filled in: a table of Excel, with a button to filter each column. Without rows it is none. */
  readonly tabla?: boolean
}

/** Row of the headers in every sheet: title, note, headers. */
export const FILA_ENCABEZADO = 3
