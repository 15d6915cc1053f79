/** The share of a batch that one machine does. */
import { createHash } from 'node:crypto'
import { llaveDeCarpeta, type Renglon } from './carpetas.js'

/** Part `i` of `n`, from 1. */
export interface Parte {
  readonly i: number
  readonly n: number
}

/** Bytes of a hash that fit in a number. */
const BYTES = 6

/**
 * Whether a workbook is of a part. By a hash of the name of its folder and not by its place in the list: machines that see a list with
 * one workbook more or less still share the others out alike, so that none is done twice or by nobody.
 */
export function esDeLaParte({ salida }: Pick<Renglon, 'salida'>, { i, n }: Parte): boolean {
  return createHash('sha256').update(llaveDeCarpeta(salida)).digest().readUIntBE(0, BYTES) % n === i - 1
}

/** `lote` for a whole batch, `lote-2-de-4` for a part: the stem of its summary and of its log. */
export function nombreDeLote(parte: Parte | null): string {
  return parte === null ? 'lote' : `lote-${parte.i}-de-${parte.n}`
}
