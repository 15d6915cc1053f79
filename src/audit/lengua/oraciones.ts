/** A passage cut into its sentences. */
import { type Lectura, leer } from './lectura.js'

export interface Oracion extends Lectura {
  /** Where it begins in the passage. */
  readonly inicio: number
}

/** After these a full stop ends nothing. */
const ABREVIATURAS =
  /(?:^|[\s(«"])(?:d|c|d\. ?c|sra?|dra?|ing|no|n|nums?|p|pp|pags?|art|arts|a|ee|uu|etc|ej|cra|cl|av|tel|cel|ext|aprox|vs|ibid|op|cit|ed|cap|s|st)\.$/iu

/** The sentences of a text, in order. A full stop within a number, after an abbreviation or an initial ends none. */
export function oraciones(texto: string): readonly Oracion[] {
  const cortes: number[] = [0]
  for (const { index, 0: fin } of texto.matchAll(/[.!?…]["»”)\]]*\s+(?=["«“¿¡(*[]*[\p{Lu}\d])|\n+/gu)) {
    const hasta = texto.slice(cortes.at(-1), index + 1)
    if (fin.includes('\n') || !(fin.startsWith('.') && (ABREVIATURAS.test(hasta) || /(?:^|\s)\p{Lu}\.$/u.test(hasta))))
      cortes.push(index + fin.length)
  }
  return cortes.flatMap((desde, i) => {
    const propia = texto.slice(desde, cortes[i + 1] ?? texto.length)
    const limpia = propia.trim()
    return limpia === '' ? [] : [{ ...leer(limpia), inicio: desde + propia.indexOf(limpia) }]
  })
}
