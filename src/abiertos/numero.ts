import { aNumero, type Fraction } from '../indicators/index.js'

/** Digits that a spreadsheet keeps of a number: more would come back changed from the first program that saves the file. */
const DIGITOS = 15

/** An exact figure as the shortest decimal of at most 15 significant digits; null stays null. */
export function decimal(f: Fraction | null): number | null {
  return f === null ? null : numeroDeMaquina(aNumero(f))
}

/** A number as the nearest one of at most 15 significant digits. */
export function numeroDeMaquina(n: number): number {
  return Number(n.toPrecision(DIGITOS))
}
