/** What people said of the changes of a workbook, and the versions that it went through: what stands in the file beside it. */
import { type Comparacion, type DecisionTomada, deQuienEs } from '../compare/index.js'

/** A change that somebody may decide on: a cell or a figure, with both its values. */
export interface Decidible {
  readonly de: 'celda' | 'cifra'
  /** `Avances · 2.1.2 · 2023` of a cell; `2.1.2 · cumplimientoPorcentaje` of a figure. */
  readonly clave: string
  /** As the comparison gives them, numbers as text; null where there was nothing. */
  readonly antes: string | null
  readonly despues: string | null
}

export interface Decision extends Decidible, DecisionTomada {}

/** From the first draft to the one that is published. */
export const ESTADOS_DE_VERSION = ['borrador', 'en-revision', 'aprobado'] as const

export interface Version {
  /** From 1. */
  readonly numero: number
  /** ISO day. */
  readonly fecha: string
  readonly estado: (typeof ESTADOS_DE_VERSION)[number]
  /** SHA-256 of the workbook's bytes, in hexadecimal. */
  readonly libro: string
  readonly quien: string
  /** Empty for none. */
  readonly nota: string
}

export interface Revision {
  readonly versiones: readonly Version[]
  readonly decisiones: readonly Decision[]
}

export const REVISION_VACIA: Revision = { versiones: [], decisiones: [] }

/** Between the parts of a clave. */
export const SEPARADOR = ' · '

type Celda = Pick<Comparacion['celdas'][number], 'hoja' | 'clave' | 'columna'>
type Cifra = Pick<Comparacion['cifras'][number], 'codigo' | 'sector' | 'objetivo' | 'campo'>

/** `Avances · 2.1.2 · 2023`: a cell by its sheet, what its row is of, and its column. */
export function claveDeCelda({ hoja, clave, columna }: Celda): string {
  return [hoja, clave, columna].join(SEPARADOR)
}

/** `2.1.2 · cumplimientoPorcentaje`, `sector Salud · avance`, `política · verde`: a figure by whose it is and its name in datos.json. */
export function claveDeCifra(cifra: Cifra): string {
  return [deQuienEs(cifra), cifra.campo].join(SEPARADOR)
}

/** A change of a cell, to decide on it. */
export function deCelda(cambio: Comparacion['celdas'][number]): Decidible {
  return { de: 'celda', clave: claveDeCelda(cambio), antes: cambio.antes, despues: cambio.despues }
}

/** A change of a figure, to decide on it. */
export function deCifra(cambio: Comparacion['cifras'][number]): Decidible {
  const { antes, despues } = cambio
  return {
    de: 'cifra',
    clave: claveDeCifra(cambio),
    antes: antes === null ? null : String(antes),
    despues: despues === null ? null : String(despues),
  }
}
