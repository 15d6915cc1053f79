/** What a column holds: decides type, format and alignment of its cells. `cantidad`: a fraction shown as `35 %` in a Porcentaje product. */
export type Clase = 'texto' | 'prosa' | 'codigo' | 'entero' | 'anio' | 'cantidad' | 'fecha' | 'campo'

export interface Columna {
  readonly titulo: string
  readonly clase: Clase
  /** In characters, as Excel measures it. */
  readonly ancho: number
  /** Formula of the drop-down list, where the values are closed. */
  readonly lista?: string
}

export interface Celda {
  readonly valor: string | number | Date | null
  /** Number format; null for Excel's General. */
  readonly formato: string | null
}

/** A sheet ready to be written: the header row follows the title and its note. */
export interface Hoja {
  readonly nombre: string
  readonly titulo: string
  readonly nota: string
  readonly columnas: readonly Columna[]
  readonly filas: readonly (readonly Celda[])[]
}

/** Row of the headers in every sheet: title, note, headers. */
export const FILA_ENCABEZADO = 3

const FECHA = 'dd/mm/yyyy'

/** The cell for a source's text in a column of that class. Empty text is an empty cell; a text that is no number where one is due is an error. */
export function celda(clase: Clase, texto: string, esPorcentaje = false): Celda {
  if (texto === '') return { valor: null, formato: clase === 'codigo' ? '@' : null }
  if (clase === 'fecha') return { valor: fecha(texto), formato: FECHA }
  if (clase === 'entero') return { valor: numero(texto), formato: '#,##0' }
  if (clase === 'anio') return { valor: numero(texto), formato: '0' }
  if (clase === 'cantidad') return cantidad(numero(texto), esPorcentaje)
  if (clase === 'campo' && /^\d{4}-\d{2}-\d{2}$/.test(texto)) return { valor: fecha(texto), formato: FECHA }
  if (clase === 'campo' && /^\d+$/.test(texto)) return { valor: numero(texto), formato: '0' }
  return { valor: texto, formato: clase === 'codigo' ? '@' : null }
}

function cantidad(valor: number, esPorcentaje: boolean): Celda {
  if (esPorcentaje) return { valor, formato: Number.isInteger(Math.round(valor * 1e6) / 1e4) ? '0 %' : '0.0 %' }
  return { valor, formato: Number.isInteger(valor) ? '#,##0' : '#,##0.0' }
}

function numero(texto: string): number {
  const valor = Number(texto)
  if (!Number.isFinite(valor)) throw new Error(`«${texto}» no es un número`)
  return valor
}

function fecha(texto: string): Date {
  const valor = new Date(`${texto}T00:00:00Z`)
  if (Number.isNaN(valor.getTime())) throw new Error(`«${texto}» no es una fecha (2023-12-31)`)
  return valor
}
