/** What changed between two editions, or two workbooks, of one report. */

export type Valor = number | string | null

/** What somebody said of a change. */
export interface DecisionTomada {
  readonly decision: 'aceptado' | 'anotado'
  readonly quien: string
  /** Empty for none. */
  readonly nota: string
  /** ISO instant, in UTC. */
  readonly fecha: string
}

/** A change, with what was said of it, where anything was. */
export interface Decidido {
  readonly decisiones?: readonly DecisionTomada[]
}

export interface CambioDeCelda extends Decidido {
  readonly hoja: string
  /** What the row is of: a code, a name. */
  readonly clave: string
  readonly columna: string
  /** As whoever opens the workbook sees it; null where the cell was empty or the row was not there. */
  readonly antes: string | null
  readonly despues: string | null
  /** Address of the cell after; before, where it is gone. */
  readonly celda: string
}

/** A figure of a product, a sector, an objetivo or the policy. Just one of them is named; of the policy, none. */
export interface CambioDeCifra extends Decidido {
  readonly codigo?: string
  readonly sector?: string
  readonly objetivo?: number
  /** As datos.json names it. */
  readonly campo: string
  readonly antes: Valor
  readonly despues: Valor
}

/** A product that passes to another colour, or to another situation. */
export interface CambioDeClase {
  readonly codigo: string
  readonly nombre: string
  readonly sector: string
  readonly antes: string
  readonly despues: string
  readonly cumplimiento: { readonly antes: number | null; readonly despues: number | null }
}

/** A table or a chart that is not as it was, as the later edition has it. */
export interface PuestaDistinta {
  readonly clase: 'tabla' | 'grafica'
  readonly numero: number
  readonly titulo: string
  /** As printed, `41`; null where nobody laid its pages out. */
  readonly pagina: string | null
}

/** A product, for whoever does not know it by its code. */
export interface ProductoNombrado {
  readonly codigo: string
  readonly nombre: string
  readonly sector: string
}

/** Who is in one edition only. */
export interface Ausencias {
  readonly productos: readonly string[]
  readonly sectores: readonly string[]
}

export interface Comparacion {
  readonly celdas: readonly CambioDeCelda[]
  readonly cifras: readonly CambioDeCifra[]
  readonly clases: readonly CambioDeClase[]
  /** Numbers of the tables and charts whose figures, titles or numbers are others, as the later edition numbers them. */
  readonly tablas: readonly number[]
  readonly graficas: readonly number[]
  readonly frases: readonly { readonly antes: string | null; readonly despues: string | null }[]
  /** The same tables and charts, in that order, by their titles and pages. */
  readonly puestas: readonly PuestaDistinta[]
  /** The products of which any figure changed. */
  readonly productos: readonly ProductoNombrado[]
  readonly nuevos: Ausencias
  readonly quitados: Ausencias
}
