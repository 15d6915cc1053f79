/** New paragraphs that belong to a stretch of prose by where they stand. */
import type { FormattedParagraph } from '../readers/index.js'
import type { Pieza, Texto } from './piezas.js'
import { finDe, impresionDe, type Rango, textoDeParrafo } from './rangos.js'
import { llano } from './unidades.js'

/** New paragraphs that go with a stretch: before it and after it. */
export interface Pegados {
  readonly antes: readonly number[]
  readonly despues: readonly number[]
}

/** What stands where a stretch was whose mark is gone: paragraphs, and letters of the first that are the template's. */
export interface Recuperado {
  readonly parrafos: readonly number[]
  readonly desde: number
}

/** The pieces of both documents, and which is which. */
export interface Cotejo {
  readonly suyas: readonly Pieza[]
  readonly debidas: readonly Pieza[]
  readonly pares: readonly (readonly [number, number])[]
}

/** New paragraphs in the place of a stretch whose mark is gone: between what stood before it and what stood after it. */
export function recuperar(
  perdidos: readonly Rango[],
  suyo: Texto,
  debido: Texto,
  nuevos: readonly number[],
  { suyas, debidas, pares }: Cotejo,
): ReadonlyMap<string, Recuperado> {
  const enSuyo = new Map(pares.map(([i, j]) => [debidas[j]?.parrafo, suyas[i]?.parrafo]))
  const suyosPorImpresion = new Map(suyo.rangos.map((rango) => [impresionDe(rango), rango]))
  for (const rango of debido.rangos) {
    const otro = suyosPorImpresion.get(impresionDe(rango))
    if (otro === undefined) continue
    enSuyo.set(rango.primero, otro.primero)
    enSuyo.set(rango.ultimo, otro.ultimo)
  }
  const buscar = (desde: number, paso: 1 | -1) => {
    for (let i = desde; i >= 0 && i < debido.leido.paragraphs.length; i += paso) {
      const hallado = enSuyo.get(i)
      if (hallado !== undefined) return hallado
    }
    return paso === 1 ? suyo.leido.paragraphs.length : -1
  }
  const { paragraphs } = suyo.leido
  return new Map(
    perdidos.flatMap((rango) => {
      const [antes, despues] = [buscar(rango.primero - 1, -1), buscar(rango.ultimo + 1, 1)]
      const parrafos = nuevos.filter((i) => i > antes && i < despues && esDeProsa(paragraphs[i]))
      const desde = finDe(textoDeParrafo(paragraphs[parrafos[0] ?? -1]), rango.antes)
      return parrafos.length === 0 || desde === null ? [] : [[impresionDe(rango), { parrafos, desde }] as const]
    }),
  )
}

const esDeProsa = (parrafo: FormattedParagraph | undefined) =>
  parrafo !== undefined && parrafo.kind !== 'title' && parrafo.kind !== 'index' && !parrafo.inTable

/** New paragraphs right after a stretch that ends its paragraph, or else right before one that begins its own, go with it. */
export function pegar(suyo: Texto, debido: Texto, nuevos: readonly number[]): ReadonlyMap<string, Pegados> {
  const { paragraphs } = suyo.leido
  const libres = new Set(nuevos.filter((i) => esDeProsa(paragraphs[i])))
  const seguidos = (desde: number, paso: 1 | -1) => {
    const hallados: number[] = []
    const sigue = (i: number) => paragraphs[i] !== undefined && (libres.has(i) || llano(textoDeParrafo(paragraphs[i])) === '')
    for (let i = desde; sigue(i); i += paso) if (libres.delete(i)) hallados.push(i)
    return hallados
  }
  const debidos = new Map(debido.rangos.map((rango) => [impresionDe(rango), rango]))
  const solo = (lado: 'antes' | 'despues') => (rango: Rango) => llano(debidos.get(impresionDe(rango))?.[lado] ?? NINGUNO) === ''
  const tras = suyo.rangos.filter(solo('despues')).map((rango) => [impresionDe(rango), seguidos(rango.ultimo + 1, 1)] as const)
  const ante = suyo.rangos.filter(solo('antes')).map((rango) => [impresionDe(rango), seguidos(rango.primero - 1, -1).reverse()] as const)
  const [despues, antes] = [new Map(tras), new Map(ante)]
  return new Map(
    suyo.rangos.flatMap((rango) => {
      const pegados = { antes: antes.get(impresionDe(rango)) ?? [], despues: despues.get(impresionDe(rango)) ?? [] }
      return pegados.antes.length + pegados.despues.length === 0 ? [] : [[impresionDe(rango), pegados] as const]
    }),
  )
}

/** A stretch that the report does not print now takes nothing. */
const NINGUNO = '∅'
