/** The stretches of text of a document beside those that the workbook gives. */

import { comunes, huecos, masParecidas } from '../align/index.js'
import type { Place, ReadBlock } from '../readers/index.js'
import type { TextoEsperado } from './esperado.js'
import { esqueleto, fichas, parecido } from './fichas.js'
import { EN_NINGUNA } from './lugar.js'

/** A stretch of a document: a paragraph, a title, a note. */
export interface TextoLeido {
  readonly texto: string
  readonly titulo: number | null
  readonly en: Place
}

/** Its text, and what was expected there; null where nothing was. */
export interface Pareja {
  readonly leido: TextoLeido
  readonly esperado: TextoEsperado | null
}

export interface Emparejados {
  /** Every stretch of the document, in order. */
  readonly parejas: readonly Pareja[]
  /** What was expected and is nowhere. */
  readonly ausentes: readonly TextoEsperado[]
}

/** The stretches of a document. Tables that hold no data (`sueltas`) are frames around text. */
export function textosLeidos(bloques: readonly ReadBlock[], sueltas: ReadonlySet<ReadBlock>): readonly TextoLeido[] {
  return bloques.flatMap((b): readonly TextoLeido[] => {
    if (b.type === 'paragraph' || b.type === 'note') return [{ texto: b.text, titulo: null, en: b.place }]
    if (b.type === 'heading') return [{ texto: b.text, titulo: b.depth, en: b.place }]
    if (b.type !== 'table' || !sueltas.has(b)) return []
    return [b.header, ...b.rows]
      .flat()
      .flatMap(({ text, parts = [text], place }) => parts.filter((t) => t !== '').map((texto) => ({ texto, titulo: null, en: place })))
  })
}

/** Less alike than this, two stretches are about other things. */
const PARECIDO = 0.75
/** A stretch moved far away must be more alike. */
const LEJOS = 0.85
/** Words below which a stretch says too little to be known anywhere but in its place. */
const POCAS = 4

export function emparejar(leidos: readonly TextoLeido[], esperados: readonly TextoEsperado[]): Emparejados {
  const { unas, otras } = fundidos(leidos, esperados)
  return emparejarUnoAUno(unas, otras)
}

/** Stretches that a format runs together, or parts, are made so in both before they are paired. */
function fundidos(leidos: readonly TextoLeido[], esperados: readonly TextoEsperado[]) {
  const pares = comunes(
    leidos.map(({ texto }) => esqueleto(texto)),
    esperados.map(({ texto }) => esqueleto(texto)),
  )
  const [unas, otras] = [[...leidos] as (TextoLeido | null)[], [...esperados] as (TextoEsperado | null)[]]
  for (const hueco of huecos(pares, leidos.length, esperados.length)) {
    const [[a, b], [c, d]] = [hueco.unas, hueco.otras]
    fundir(otras, c, d, leidos.slice(a, b), juntosEsperados)
    fundir(unas, a, b, esperados.slice(c, d), juntosLeidos)
  }
  return { unas: unas.filter((t) => t !== null), otras: otras.filter((t) => t !== null) }
}

/** So alike a stretch and two or three of the others run together must be, and more than any of these alone. */
const CASI_IGUAL = 0.92

/** Runs together neighbours (the first takes the rest's place) that one stretch of the other side is made of. */
function fundir<T extends { readonly texto: string }>(
  lista: (T | null)[],
  desde: number,
  hasta: number,
  deEnfrente: readonly { readonly texto: string }[],
  juntar: (partes: readonly T[]) => T,
): void {
  for (let i = desde; i < hasta; i++) {
    for (const cuantos of [3, 2]) {
      const partes = lista.slice(i, i + cuantos).filter((t) => t !== null)
      if (partes.length < cuantos || i + cuantos > hasta) continue
      const junto = juntar(partes)
      const alcanza = ({ texto }: { readonly texto: string }) =>
        parecido(texto, junto.texto) >= CASI_IGUAL && partes.every((p) => parecido(texto, p.texto) < parecido(texto, junto.texto))
      if (!deEnfrente.some(alcanza)) continue
      lista.splice(i, cuantos, junto, ...Array.from({ length: cuantos - 1 }, () => null))
      break
    }
  }
}

function juntosLeidos(partes: readonly TextoLeido[]): TextoLeido {
  const [primero] = partes
  return { texto: partes.map(({ texto }) => texto).join(' '), titulo: primero?.titulo ?? null, en: primero?.en ?? EN_NINGUNA }
}

function juntosEsperados(partes: readonly TextoEsperado[]): TextoEsperado {
  let texto = ''
  const cifras = partes.flatMap((parte) => {
    const inicio = texto === '' ? 0 : texto.length + 1
    texto = texto === '' ? parte.texto : `${texto} ${parte.texto}`
    return parte.cifras.map((c) => ({ ...c, desde: c.desde + inicio, hasta: c.hasta + inicio }))
  })
  return { texto, cifras, escrito: partes.some(({ escrito }) => escrito), titulo: partes[0]?.titulo ?? null }
}

function emparejarUnoAUno(leidos: readonly TextoLeido[], esperados: readonly TextoEsperado[]): Emparejados {
  const pares = new Map<number, number>(
    comunes(
      leidos.map(({ texto }) => esqueleto(texto)),
      esperados.map(({ texto }) => esqueleto(texto)),
    ),
  )
  const enSuLugar = huecos([...pares], leidos.length, esperados.length)
  for (const { unas, otras } of enSuLugar) anotar(pares, leidos, esperados, lista(...unas), lista(...otras), PARECIDO)
  const libres = (total: number, tomados: Iterable<number>) => {
    const vistos = new Set(tomados)
    return lista(0, total).filter((i) => !vistos.has(i))
  }
  const [sueltos, faltan] = [libres(leidos.length, pares.keys()), libres(esperados.length, pares.values())]
  const conPalabras = (textos: readonly { readonly texto: string }[]) => (i: number) => fichas(textos[i]?.texto ?? '').length >= POCAS
  anotar(pares, leidos, esperados, sueltos.filter(conPalabras(leidos)), faltan.filter(conPalabras(esperados)), LEJOS)
  for (const i of solas(pares, leidos)) pares.delete(i)
  const tomados = new Set(pares.values())
  return {
    parejas: leidos.map((leido, i) => ({ leido, esperado: esperados[pares.get(i) ?? -1] ?? null })),
    ausentes: esperados.filter((_, j) => !tomados.has(j)),
  }
}

/** Figures without a word, whose neighbours are not what they should be, may be any figures. */
function solas(pares: ReadonlyMap<number, number>, leidos: readonly TextoLeido[]): readonly number[] {
  const junto = (i: number, j: number, paso: number) => pares.get(i + paso) === j + paso && /\p{L}{2}/u.test(leidos[i + paso]?.texto ?? '')
  return [...pares].flatMap(([i, j]) => (/\p{L}{2}/u.test(leidos[i]?.texto ?? '') || junto(i, j, 1) || junto(i, j, -1) ? [] : [i]))
}

const lista = (desde: number, hasta: number) => Array.from({ length: Math.max(0, hasta - desde) }, (_, i) => desde + i)

function anotar(
  pares: Map<number, number>,
  leidos: readonly TextoLeido[],
  esperados: readonly TextoEsperado[],
  unas: readonly number[],
  otras: readonly number[],
  minimo: number,
): void {
  const cuanto = (i: number, j: number) => parecido(leidos[i]?.texto ?? '', esperados[j]?.texto ?? '')
  for (const [a, b] of masParecidas(unas, otras, cuanto, minimo)) pares.set(unas[a] ?? -1, otras[b] ?? -1)
}
