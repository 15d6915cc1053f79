import type { Azar } from './azar.js'

/** One change, by chance, of something of one kind. What cannot be changed so comes back as it was. */
export interface Mutacion<T> {
  readonly nombre: string
  /** Whether it must change no figure of the report. */
  readonly neutra?: boolean
  cambiar(cosa: T, azar: Azar): T
}

/** A list with one of its items replaced by none, one or many. */
export function conOtro<T>(lista: readonly T[], lugar: number, ...otros: readonly T[]): readonly T[] {
  return [...lista.slice(0, lugar), ...otros, ...lista.slice(lugar + 1)]
}
