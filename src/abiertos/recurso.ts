/** A table of the open data, declared once: its columns with their meaning and its rows. Every format and the dictionary are drawn from it. */

/** A value for machines; null where there is none. Dates as ISO text, years as numbers. */
export type Valor = string | number | null

/** Types of Table Schema that the columns have. */
export type TipoDeCampo = 'string' | 'integer' | 'number' | 'date' | 'year'

/** Unit of what is a share. */
export const PROPORCION = 'proporción (1 = 100 %)'

/** A column, in words for people and in terms for machines. */
export interface Campo {
  /** Lower case, no accents, joined by `_`; one in the table. */
  readonly nombre: string
  readonly titulo: string
  readonly descripcion: string
  readonly tipo: TipoDeCampo
  /** Empty where it has none. */
  readonly unidad: string
  /** What an empty cell says; null where none is empty. */
  readonly vacio: string | null
  /** Where its values come from. */
  readonly regla: string
  /** The values that there can be, where they are a closed list. */
  readonly valores?: readonly string[]
  /** What each value looks like, as a regular expression. */
  readonly patron?: string
  readonly minimo?: number
}

export interface Celda {
  readonly valor: Valor
  /** Whether it is a share, which people read as a percentage. */
  readonly proporcion: boolean
}

/** Columns whose values are, row by row, those of the key of another table. */
export interface Foranea {
  readonly campos: readonly string[]
  readonly recurso: string
  readonly suyos: readonly string[]
}

export interface Recurso {
  /** Lower case, no accents, joined by `-`; one in the set. Of the tidy tables, the same in every edition. */
  readonly nombre: string
  readonly titulo: string
  /** Its sheet in the workbook: at most 31 characters, none of `[]:*?/\`. */
  readonly hoja: string
  readonly descripcion: string
  readonly campos: readonly Campo[]
  readonly filas: readonly (readonly Celda[])[]
  /** The columns that tell its rows apart; none where two rows may be equal. */
  readonly clave: readonly string[]
  readonly foraneas: readonly Foranea[]
}

/** A column that says what a row has in it. */
export interface CampoDe<Fila> extends Campo {
  readonly valor: (fila: Fila) => Valor
  /** Whether it is a share in this row; unless told, by the unit of the column. */
  readonly proporcion?: (fila: Fila) => boolean
}

interface Declaracion<Fila> extends Pick<Recurso, 'nombre' | 'titulo' | 'descripcion' | 'clave'> {
  /** Its title, unless told. */
  readonly hoja?: string
  readonly campos: readonly CampoDe<Fila>[]
  readonly filas: readonly Fila[]
  readonly foraneas?: readonly Foranea[]
}

export function recurso<Fila>({ hoja, campos, filas, foraneas = [], ...suyo }: Declaracion<Fila>): Recurso {
  return {
    ...suyo,
    hoja: hoja ?? suyo.titulo,
    foraneas,
    campos: campos.map(({ valor: _, proporcion: __, ...campo }) => campo),
    filas: filas.map((fila) =>
      campos.map((campo) => ({ valor: campo.valor(fila), proporcion: campo.proporcion?.(fila) ?? campo.unidad === PROPORCION })),
    ),
  }
}

/** A column of `de` that points to the column of the same meaning, which is the key of another table. */
export function foranea(campo: string, de: string, suyo = campo): Foranea {
  return { campos: [campo], recurso: de, suyos: [suyo] }
}
