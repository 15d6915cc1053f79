/** What a text that was edited says otherwise than the workbook: figures, codes and the words that tell a goal met from one missed. */

import { comunes, huecos } from '../align/index.js'
import type { Severidad } from '../audit/index.js'
import type { TextoEsperado, Tramo } from './esperado.js'
import { type Ficha, fichas } from './fichas.js'

export interface Diferencia {
  readonly clase: 'cifra' | 'codigo' | 'sentido' | 'cifra-quitada'
  readonly severidad: Severidad
  readonly dice: string
  readonly esperado: string
  /** The computed figure that it is about; null where it is one that somebody typed in the workbook. */
  readonly cifra: Tramo | null
}

/** Words that say on which side of a goal something is. In plain form. */
const SENTIDO =
  /^(?:rezagos?|sobre|ejecucion|cumpli[a-z]*|supera[a-z]*|supero|falta[n]?|faltaron|encima|debajo|mas|menos|verde|amarillo|rojo|si|no|dia|en)$/u
const PROPIAS = /^(?:rezagos?|cumplimiento|supera[a-z]*|supero|falta[n]?|encima|debajo|mas|menos|verde|amarillo|rojo|no|sobre)$/u
const CODIGO = /^\d{1,2}\.\d{1,2}\.\d{1,3}$/u

/** The differences between what is read and what was expected there, in order. */
export function diferencias(leido: string, { texto, cifras }: TextoEsperado): readonly Diferencia[] {
  const [unas, otras] = [fichas(leido), fichas(texto)]
  const clavesDe = (lista: readonly Ficha[]) => lista.map(({ clave }) => clave)
  const pares = comunes(clavesDe(unas), clavesDe(otras))
  const enLeido = new Map(pares.map(([i, j]) => [j, i]))
  return huecos(pares, unas.length, otras.length).flatMap(({ unas: [a, b], otras: [c, d] }) => {
    const clase = claseDe(unas.slice(a, b), otras.slice(c, d))
    if (clase === null) return []
    const cifra = cifras.find((t) => otras.slice(c, d).some((f) => dentro(f, t))) ?? null
    // What is around the difference within the same figure (its unit, its sign) is told with it.
    const suyas = cifra === null ? [] : otras.flatMap((f, j) => (dentro(f, cifra) ? [j] : []))
    const [j0, j1] = [Math.min(c, ...suyas), Math.max(d - 1, ...suyas)]
    const i = suyas.flatMap((j) => enLeido.get(j) ?? [])
    const [i0, i1] = [Math.min(a, ...i), Math.max(b - 1, ...i)]
    const [dice, esperado] = [palabrasDe(leido, unas.slice(i0, i1 + 1)), palabrasDe(texto, otras.slice(j0, j1 + 1))]
    // A difference beside a computed figure, within it or not, is the workbook's word against the document's.
    const probada = (cifra !== null || clase === 'codigo' || clase === 'sentido') && clase !== 'cifra-quitada'
    return [{ clase, severidad: probada ? 'contradiccion' : 'posible', dice, esperado, cifra } as const]
  })
}

const dentro = ({ desde, hasta }: Ficha, tramo: Tramo) => desde < tramo.hasta && hasta > tramo.desde

function claseDe(dichas: readonly Ficha[], debidas: readonly Ficha[]): Diferencia['clase'] | null {
  const numeros = (lista: readonly Ficha[]) => lista.filter(({ clase }) => clase === 'numero')
  const [suyos, debidos] = [numeros(dichas), numeros(debidas)]
  if (debidos.some(({ clave }) => CODIGO.test(clave)) && suyos.some(({ clave }) => /\./u.test(clave))) return 'codigo'
  // Other words in the place of a figure say the same in another way, or something else: nobody can tell which.
  if (debidos.length > 0) return suyos.length > 0 ? 'cifra' : dichas.length === 0 ? 'cifra-quitada' : null
  const de = (lista: readonly Ficha[], forma: RegExp) => lista.filter(({ clave }) => forma.test(clave)).map(({ clave }) => clave)
  const soloSentido = [...dichas, ...debidas].every(({ clave, clase }) => clase === 'signo' || SENTIDO.test(clave))
  const otros = de(dichas, PROPIAS).join(' ') !== de(debidas, PROPIAS).join(' ')
  if (dichas.length > 0 && debidas.length > 0 && soloSentido && otros) return 'sentido'
  const signos = (lista: readonly Ficha[]) => lista.some(({ clave }) => clave === '-' || clave === '+')
  return signos(debidas) !== signos(dichas) && dichas.length + debidas.length === 1 ? 'cifra' : null
}

function palabrasDe(texto: string, lista: readonly Ficha[]): string {
  const [primera, ultima] = [lista[0], lista.at(-1)]
  return primera === undefined || ultima === undefined ? '' : texto.slice(primera.desde, ultima.hasta)
}

/** The computed figures of an expected text, where they stand in the one that was read; those that say something else there are left out. */
export function cifrasEn(leido: string, { texto, cifras }: TextoEsperado): readonly Tramo[] {
  const [unas, otras] = [fichas(leido), fichas(texto)]
  const pares = new Map(
    comunes(
      unas.map(({ clave }) => clave),
      otras.map(({ clave }) => clave),
    ).map(([i, j]) => [j, i]),
  )
  return cifras.flatMap((tramo) => {
    const suyas = otras.flatMap((f, j) => (f.desde < tramo.hasta && f.hasta > tramo.desde ? [pares.get(j)] : []))
    const [primera, ultima] = [suyas[0], suyas.at(-1)]
    if (suyas.includes(undefined) || primera === undefined || ultima === undefined) return []
    return [{ desde: unas[primera]?.desde ?? 0, hasta: unas[ultima]?.hasta ?? 0, nombre: tramo.nombre, marca: tramo.marca }]
  })
}
