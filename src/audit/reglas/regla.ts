/** A rule of the audit, as data: what it catches, how grave that is, and examples that hold it to its word. */
import type { Severidad } from '../hallazgo.js'
import type { Hechos } from '../hechos.js'
import type { Leido, OracionLeida, Reparo } from '../leido.js'

/** A sentence of an invented report (Política Pública de Agricultura Urbana, vigencia 2027) and where it would stand. */
export interface EjemploDeProsa {
  readonly texto: string
  readonly producto?: string
  readonly sector?: string
  readonly objetivo?: number
  /** Other sentences of the same report, each a passage of its own. */
  readonly junto?: readonly string[]
}

/** Rows of a sheet of events. */
export interface EjemploDeFilas {
  readonly hoja: 'Jornadas' | 'Reuniones'
  readonly filas: readonly (readonly (string | number)[])[]
}

interface Comun<E> {
  readonly id: string
  /** The gravest that it gives. */
  readonly severidad: Severidad
  /** What it catches, for the guide. */
  readonly que: string
  /** What it must catch. */
  readonly debe: E
  /** What it must leave alone, however like. */
  readonly no: E
}

export interface ReglaDeProsa extends Comun<EjemploDeProsa> {
  readonly revisar: (leido: Leido, hechos: Hechos) => readonly Reparo[]
}

export interface ReglaDelLibro extends Comun<EjemploDeFilas> {
  readonly revisar: (hechos: Hechos) => readonly Reparo[]
}

/** A rule that looks at one sentence at a time. */
export function porOracion(revisar: (oracion: OracionLeida, hechos: Hechos) => readonly Reparo[]): ReglaDeProsa['revisar'] {
  return ({ oraciones }, hechos) => oraciones.flatMap((oracion) => revisar(oracion, hechos))
}
