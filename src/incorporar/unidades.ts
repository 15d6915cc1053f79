/** Typed prose as units, the same whether they were read in a Word document or in the Markdown of a cell. */
import type { FormattedParagraph } from '../readers/index.js'

/** A computed figure that prose asks for. */
export interface CifraEscrita {
  /** Name between the double brackets. */
  readonly nombre: string
  /** Name of its bookmark; null where it was read in a cell. */
  readonly marca: string | null
}

/** A figure that prose may ask for: its own name, and what it is printed as. */
export interface Nombrada {
  readonly nombre: string
  readonly texto: string
}

/** Words of one look. A figure or the call of a note is a stretch of its own. A line break is `\n`. */
export interface Tramo {
  readonly texto: string
  readonly fuerte: boolean
  readonly enfasis: boolean
  readonly enlace: string | null
  readonly cifra: CifraEscrita | null
  /** Paragraphs of the note that is called here; its text is then U+FFFC. */
  readonly nota: readonly Unidad[] | null
}

/** A paragraph, an item of a list, a paragraph that goes on within an item, or one of a quotation. */
export interface Unidad {
  readonly clase: 'parrafo' | 'vinieta' | 'numero' | 'continuacion' | 'cita'
  /** How deep in a list, from 0. */
  readonly nivel: number
  /** Number with which its list begins. */
  readonly inicio: number
  readonly tramos: readonly Tramo[]
}

export const LLAMADA = '\ufffc'

const CLASES: Readonly<Record<FormattedParagraph['kind'], Unidad['clase']>> = {
  text: 'parrafo',
  title: 'parrafo',
  index: 'parrafo',
  bullet: 'vinieta',
  number: 'numero',
  continues: 'continuacion',
  quote: 'cita',
}

const ENLACE_DE_PROSA = /^(https?:\/\/|mailto:)\S/iu

/** A paragraph of a Word document. An address that prose cannot link to leaves its words. */
export function unidadLeida({ kind, level, start, runs }: FormattedParagraph): Unidad {
  const tramos = runs.map(({ text, strong, emphasis, link, note }): Tramo => {
    const nota = note?.map(unidadLeida).map((unidad) => ({ ...unidad, tramos: recortar(unidad.tramos) })) ?? null
    const enlace = link !== null && ENLACE_DE_PROSA.test(link) ? link : null
    return { texto: text, fuerte: strong, enfasis: emphasis, enlace, cifra: null, nota }
  })
  return { clase: CLASES[kind], nivel: kind === 'title' ? 0 : level, inicio: start, tramos }
}

/**
 * The same units as a list can hold them: Word lets an item stand several levels in from the one before, or a paragraph go on with an
 * item where there is none.
 */
export function anidadas(unidades: readonly Unidad[]): readonly Unidad[] {
  let abiertos = 0
  return unidades.map((unidad) => {
    const sinLista = unidad.clase === 'parrafo' || unidad.clase === 'cita' || (unidad.clase === 'continuacion' && abiertos === 0)
    const nivel = sinLista ? 0 : Math.min(unidad.nivel, unidad.clase === 'continuacion' ? abiertos - 1 : abiertos)
    abiertos = sinLista ? 0 : nivel + 1
    return { ...unidad, clase: unidad.clase === 'continuacion' && sinLista ? 'parrafo' : unidad.clase, nivel }
  })
}

export function textoDe(tramos: readonly Tramo[]): string {
  return tramos.map(({ texto }) => texto).join('')
}

/** The letters from one place to another, with their look. */
export function cortar(tramos: readonly Tramo[], desde: number, hasta = Number.POSITIVE_INFINITY): readonly Tramo[] {
  let en = 0
  return tramos.flatMap((tramo) => {
    const [a, b] = [Math.max(desde - en, 0), Math.min(hasta - en, tramo.texto.length)]
    en += tramo.texto.length
    return a < b ? [{ ...tramo, texto: tramo.texto.slice(a, b) }] : []
  })
}

/** Without spaces or line breaks at the ends. */
export function recortar(tramos: readonly Tramo[]): readonly Tramo[] {
  const texto = textoDe(tramos)
  const desde = texto.length - texto.trimStart().length
  return cortar(tramos, desde, texto.trimEnd().length)
}

// Soft hyphens and marks without width: they stand between letters without being read.
const MUDOS = /\u00ad|\u200b|\u200c|\u200d|\u2060|\ufe0e|\ufe0f|\ufeff/gu

/** Words with plain single spaces: what tells two texts apart, however a program spaced them. */
export function llano(texto: string): string {
  return texto.normalize('NFC').replace(MUDOS, '').replace(/\s+/gu, ' ').trim()
}

/** All that tells a unit from another: kind, words, look, links, figures by name and notes. */
export function huella({ clase, nivel, tramos }: Unidad): string {
  return `${clase}${nivel}|${huellaDe(tramos)}`
}

function huellaDe(tramos: readonly Tramo[]): string {
  let dicha = ''
  let anterior = ''
  for (const { aspecto, letras } of juntos(recortar(tramos))) {
    // A space has no look of its own.
    for (const palabra of limpio(letras).split(/( )/u)) {
      if (palabra === '' || (palabra === ' ' && dicha.endsWith(' '))) continue
      if (palabra !== ' ' && aspecto !== anterior) {
        dicha += `{${aspecto}}`
        anterior = aspecto
      }
      dicha += palabra
    }
  }
  return dicha.replace(/ (\{[^}]*\}) /gu, ' $1')
}

/** Neighbours of one look as one, figures by their names and notes by what they say. */
function juntos(tramos: readonly Tramo[]): readonly { readonly aspecto: string; readonly letras: string }[] {
  return tramos.reduce<{ aspecto: string; letras: string }[]>((hechos, { texto, fuerte, enfasis, enlace, cifra, nota }) => {
    const aspecto = `${fuerte ? 'F' : ''}${enfasis ? 'E' : ''}${enlace ?? ''}`
    const letras = nota !== null ? `[^${nota.map(huella).join('/')}]` : cifra !== null ? `[[${cifra.nombre}]]` : texto
    const ultimo = hechos.at(-1)
    if (ultimo?.aspecto === aspecto) ultimo.letras += letras
    else hechos.push({ aspecto, letras })
    return hechos
  }, [])
}

// A number and its percent sign are printed with a space between, however they were typed.
const limpio = (texto: string) =>
  texto
    .normalize('NFC')
    .replace(MUDOS, '')
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/(\d)%/gu, '$1 %')

/** A list of units, for two lists to be compared. */
export const huellas = (unidades: readonly Unidad[]): string => unidades.map(huella).join('\n\n')
