/** The stretches of typed prose of a Word document: paragraphs and letters that each takes, and what stands around it. */
import { readStretchName, type StretchName } from '../document/index.js'
import type { FormattedParagraph, TextoConFormato } from '../readers/index.js'

export interface Rango {
  readonly nombre: StretchName
  /** First and last of its paragraphs, from 0, both its own. */
  readonly primero: number
  readonly ultimo: number
  /** Letters before it in the first, and where it ends in the last. */
  readonly desde: number
  readonly hasta: number
  /** Words of the template before it in its first paragraph and after it in its last. */
  readonly antes: string
  readonly despues: string
  /** Whether its mark is in the document; else it was found by what stands around it. */
  readonly marcado: boolean
}

/** The stretches of a document, in order. */
export function rangosDe({ paragraphs, stretches }: TextoConFormato): readonly Rango[] {
  return stretches.flatMap(({ name, from, to }): readonly Rango[] => {
    const nombre = readStretchName(name)
    if (nombre === null || from.paragraph >= paragraphs.length) return []
    // An end before the first letter of a paragraph is the end of the one before.
    const enElAnterior = to.paragraph > from.paragraph && to.at === 0
    const ultimo = enElAnterior ? to.paragraph - 1 : to.paragraph
    const suTexto = textoDeParrafo(paragraphs[ultimo])
    const hasta = enElAnterior ? suTexto.length : to.at
    const antes = textoDeParrafo(paragraphs[from.paragraph]).slice(0, from.at)
    return [{ nombre, primero: from.paragraph, ultimo, desde: from.at, hasta, antes, despues: suTexto.slice(hasta), marcado: true }]
  })
}

export const textoDeParrafo = (parrafo: FormattedParagraph | undefined): string => parrafo?.runs.map(({ text }) => text).join('') ?? ''

/** The print that a stretch is of: the same in every document of that text. */
export const impresionDe = ({ nombre: { origin, count } }: Rango): string => `${origin}|${count}`

/**
 * The stretch of a document where it is expected to begin and end: beside the same words of the template, whatever of it people or
 * programs left outside of its mark; at its mark where those words changed.
 */
export function ajustado(rango: Rango, esperado: Rango, parrafos: readonly FormattedParagraph[]): Rango {
  const [primero, ultimo] = [textoDeParrafo(parrafos[rango.primero]), textoDeParrafo(parrafos[rango.ultimo])]
  const desde = finDe(primero, esperado.antes) ?? rango.desde
  const cola = finDe(alReves(ultimo), alReves(esperado.despues))
  const hasta = cola === null ? rango.hasta : ultimo.length - cola
  return { ...rango, desde, hasta, antes: primero.slice(0, desde), despues: ultimo.slice(hasta) }
}

const alReves = (texto: string) => [...texto].reverse().join('')

/** How many letters of a text its beginning takes, spaces aside; null where it begins otherwise. */
export function finDe(texto: string, principio: string): number | null {
  const esperadas = [...principio].filter((letra) => /\S/u.test(letra))
  let i = 0
  let en = 0
  for (const letra of texto) {
    if (i === esperadas.length) break
    if (/\S/u.test(letra) && letra !== esperadas[i++]) return null
    en += letra.length
  }
  return i === esperadas.length ? en : null
}
