/**
 * The consolidated workbook as a typed, immutable value. Every amount keeps the cells it came from, every piece of typed
 * prose its sheet and key, so that whatever is computed or printed can be traced back. Source: contract of the workbook.
 */

import type { Codigo } from './codigo.js'

export const TIPOS_ANUALIZACION = ['Suma', 'Constante', 'Creciente', 'Decreciente'] as const
export type TipoAnualizacion = (typeof TIPOS_ANUALIZACION)[number]

/** In the order in which the contract lists them, which is the order of Tabla 7. */
export const PERIODICIDADES = ['Anual', 'Semestral', 'Cuatrimestral', 'Trimestral', 'Bimestral', 'Mensual'] as const
export type Periodicidad = (typeof PERIODICIDADES)[number]

export const UNIDADES = ['Número', 'Porcentaje'] as const
export type Unidad = (typeof UNIDADES)[number]

/** Classes of the semáforo, best first. */
export const COLORES = ['verde', 'amarillo', 'rojo'] as const
export type Color = (typeof COLORES)[number]

/** What counts and charts tell apart once the year has ended, in their fixed order. `sin-meta` takes in sin meta, no iniciado and vencido. */
export const ESTADOS = ['verde', 'amarillo', 'rojo', 'sin-meta', 'cumplido'] as const
export type EstadoAlCierre = (typeof ESTADOS)[number]

/** And before it ends, when a product with a goal has no colour yet. */
export const ESTADOS_EN_CURSO = ['en-curso', 'sin-meta', 'cumplido'] as const
export type Estado = EstadoAlCierre | (typeof ESTADOS_EN_CURSO)[number]

export const SITUACIONES = ['con-meta', 'cumplido', 'vencido', 'no-iniciado', 'sin-meta'] as const
export type Situacion = (typeof SITUACIONES)[number]

/** `en-curso`: the year has not ended, so that its goal is not due yet. */
export const BALANCES = ['rezago', 'en-cumplimiento', 'sobre-ejecucion', 'en-curso'] as const
export type Balance = (typeof BALANCES)[number]

/** Address of a cell, `Hoja!B12`. */
export type Celda = string

/** A calendar day as ISO text, `2023-12-31`. */
export type Fecha = string

/** An amount as the workbook gives it (its shortest decimal of at most 15 digits; fraction for Porcentaje, 1 = 100 %). */
export interface Dato {
  readonly valor: number
  readonly celdas: readonly Celda[]
}

/** A kind of period and its number within the year: `T` 4 is the fourth trimestre. S, C, T, B, M as the headers of `Avances`. */
export interface Periodo {
  readonly tipo: 'S' | 'C' | 'T' | 'B' | 'M'
  readonly numero: number
}

/** What was achieved in a period of a year. */
export interface AvanceDePeriodo {
  readonly periodo: Periodo
  readonly valor: number
  readonly celda: Celda
}

/** What was achieved in a year. `hasta` is the last period reported, where the year is given by periods and not all are there. */
export interface Avance extends Dato {
  readonly hasta: Periodo | null
  /** Those reported, in order; none where only the year as a whole is given. */
  readonly periodos: readonly AvanceDePeriodo[]
}

/** Up to where a follow-up within the year counts. Never the last period of a year, with which the year itself ends. */
export interface Corte {
  readonly periodo: Periodo
  /** The last day of the period. */
  readonly fecha: Fecha
}

/** Typed Markdown with its place: sheet, key within the sheet (a code, a sector, an objetivo, a clave) and column. */
export interface Prosa {
  readonly texto: string
  readonly hoja: string
  readonly clave: string
  readonly columna: string
  readonly celda: Celda
}

/** Prose of `Textos`, with the cell of its Clave. */
export interface Texto extends Prosa {
  readonly celdaDeClave: Celda
}

export interface Politica {
  readonly nombre: string
  readonly sigla: string
  readonly documento: string
  readonly fechaAprobacion: Fecha
  readonly inicio: number
  readonly fin: number
  readonly vigencia: number
  readonly fechaCorte: Fecha
  readonly entidad: string
  readonly siglaEntidad: string
  readonly dependencia: string
  readonly sectorLider: string
  readonly ciudad: string
  readonly anioPublicacion: number
  /** Cell of each field, by the field's printed name (`Vigencia`). */
  readonly celdas: Readonly<Record<string, Celda>>
}

export interface Credito {
  readonly grupo: string
  readonly cargo: string
  readonly nombre: string
  readonly celda: Celda
}

export interface Objetivo {
  readonly numero: number
  readonly enunciado: string
  readonly conclusiones: Prosa | null
  readonly celda: Celda
}

export interface Sector {
  readonly orden: number
  readonly nombre: string
  readonly conclusiones: Prosa | null
  readonly celda: Celda
}

export interface Producto {
  readonly codigo: Codigo
  readonly nombre: string
  /** Name of the sector as `Sectores` writes it. */
  readonly sector: string
  readonly objetivo: number
  readonly entidad: string | null
  readonly indicador: string | null
  readonly tipo: TipoAnualizacion
  readonly periodicidad: Periodicidad
  readonly unidad: Unidad
  readonly unidadSingular: string | null
  readonly unidadPlural: string | null
  readonly lineaBase: Dato | null
  readonly inicio: number
  readonly fin: number
  readonly metaFinal: Dato
  readonly importancia: Dato | null
  /** Goals stated, by year. A year without a goal has no entry. */
  readonly metas: ReadonlyMap<number, Dato>
  /** Achievements reported up to the vigencia, by year. A year without a report has no entry. */
  readonly avances: ReadonlyMap<number, Avance>
  /** Which of its year series a `Procedencia` calls *reconstruida* (that of `Productos`, both): years before the vigencia are never told as fact. */
  readonly reconstruidas: { readonly metas: boolean; readonly avances: boolean }
  readonly logros: Prosa | null
  readonly dificultades: Prosa | null
  readonly observaciones: Prosa | null
  /** Cell of the code in `Productos`. */
  readonly celda: Celda
}

/** Whole percentages, both ends included. `hasta` null: no limit. */
export interface RangoSemaforo {
  readonly color: Color
  readonly desde: number
  readonly hasta: number | null
  readonly celda: Celda
}

export interface Capacitacion {
  readonly estacion: string
  readonly participantes: Dato
  readonly sesiones: Dato
  readonly mes: string
  readonly celda: Celda
}

export interface Jornada {
  readonly fecha: Fecha
  readonly lugar: string
  readonly asistentes: Dato
  readonly celda: Celda
}

export interface Reunion {
  readonly entidad: string
  readonly fecha: Fecha
  readonly celda: Celda
}

/** A row of `Auditoría`. Without Motivo and Responsable nobody answers for it. */
export interface Aceptacion {
  /** As typed: the name that the audit gives to the finding. */
  readonly hallazgo: string
  readonly motivo: string | null
  readonly responsable: string | null
  readonly celda: Celda
}

export interface Libro {
  readonly politica: Politica
  /** Null for the whole vigencia. */
  readonly corte: Corte | null
  readonly creditos: readonly Credito[]
  /** By number. */
  readonly objetivos: readonly Objetivo[]
  /** By `Orden`; those without products too. */
  readonly sectores: readonly Sector[]
  /** By sector in `Orden`, then by code, numerically. */
  readonly productos: readonly Producto[]
  /** Best class first (verde, amarillo, rojo). */
  readonly semaforo: readonly RangoSemaforo[]
  /** Null where the workbook has no such sheet, or no row in it. */
  readonly capacitaciones: readonly Capacitacion[] | null
  readonly jornadas: readonly Jornada[] | null
  readonly reuniones: readonly Reunion[] | null
  /** Prose of `Textos`, by its Clave as typed. */
  readonly textos: ReadonlyMap<string, Texto>
  /** Findings of the audit that somebody answers for. Never part of the report. */
  readonly aceptaciones: readonly Aceptacion[]
}
