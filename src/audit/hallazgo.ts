/** What an audit says: each thing found, with its place, what is written there and what the data say. */

/** `contradiccion`: the data prove it wrong. `posible`: somebody must look. `estilo`: right, but written in two ways. */
export type Severidad = 'contradiccion' | 'posible' | 'estilo'

export interface Hallazgo {
  /** Id of the rule that found it. */
  readonly regla: string
  readonly severidad: Severidad
  /** `Hoja!Celda` of a workbook, `p. 34` of a paged document, or a line number. */
  readonly lugar: string
  /** The sentence or the cell, as it is written. */
  readonly texto: string
  /** The words of `texto` that are wrong, as written. Empty where what is wrong is an absence. */
  readonly dice: string
  /** What should stand in their place, worded as the report words it; empty where only a person can tell. */
  readonly esperado: string
  /** One sentence for whoever must mend it: what the data say and where. */
  readonly explicacion: string
}

export interface Auditoria {
  readonly hallazgos: readonly Hallazgo[]
  readonly revisado: { readonly cifras: number; readonly tablas: number; readonly parrafos: number }
}

/** A stretch of typed prose and what it is known to be about. */
export interface Pasaje {
  readonly lugar: string
  readonly texto: string
  /** Code of the product that the passage speaks of; null where it speaks of none or of several. */
  readonly producto: string | null
  /** Name of the sector that it speaks of; null where of none or of several. */
  readonly sector: string | null
  /** Number of the objetivo that it concludes on, where it does. */
  readonly objetivo?: number | null
  /** Stretches of `texto` that the report computed: they are right by construction, and may tell what the words around them speak of. */
  readonly calculados?: readonly Calculado[]
}

/** A computed figure within a text: from which character to before which, and the name by which prose asks for it. */
export interface Calculado {
  readonly desde: number
  readonly hasta: number
  readonly nombre: string
}
