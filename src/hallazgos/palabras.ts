/** How findings are named and counted, on a page as in a terminal. */
import type { Severidad } from '../audit/index.js'
import { entero } from '../report/index.js'

/** Gravest first. */
export const SEVERIDADES: readonly {
  readonly severidad: Severidad
  readonly uno: string
  readonly varios: string
  readonly que: string
}[] = [
  { severidad: 'contradiccion', uno: 'contradicción', varios: 'contradicciones', que: 'Los datos del libro prueban que está mal.' },
  { severidad: 'posible', uno: 'posible error', varios: 'posibles errores', que: 'Alguien debe mirarlo: puede estar bien.' },
  { severidad: 'estilo', uno: 'asunto de estilo', varios: 'asuntos de estilo', que: 'No es falso, pero está dicho de dos maneras.' },
]

/** `2 contradicciones, 1 posible error`; what there is none of is left out; `ningún hallazgo` where there is nothing. */
export function recuento(hallazgos: readonly { readonly severidad: Severidad }[]): string {
  const partes = SEVERIDADES.flatMap(({ severidad, uno, varios }) => {
    const n = hallazgos.filter((h) => h.severidad === severidad).length
    return n === 0 ? [] : [contado(n, uno, varios)]
  })
  return partes.length === 0 ? 'ningún hallazgo' : partes.join(', ')
}

/** `1 cifra`, `1.204 cifras`. */
export function contado(n: number, uno: string, varios: string): string {
  return `${entero(n)} ${n === 1 ? uno : varios}`
}

/** `Dice «160 %»; se espera «300 %».`, or as much of it as is known. */
export function dichoYEsperado({ dice, esperado }: { readonly dice: string; readonly esperado: string }): string {
  if (dice === '') return esperado === '' ? '' : `Se espera «${esperado}».`
  return esperado === '' ? `Dice «${dice}».` : `Dice «${dice}»; se espera «${esperado}».`
}

/** A text cut at the words that are wrong; null where they are not in it. */
export function cortado(
  texto: string,
  dice: string,
): { readonly antes: string; readonly marcado: string; readonly despues: string } | null {
  const i = dice === '' ? -1 : texto.indexOf(dice)
  return i === -1 ? null : { antes: texto.slice(0, i), marcado: dice, despues: texto.slice(i + dice.length) }
}
