/**
 * What each kind of cell must hold, as zod schemas from a cell to its value; null is an empty cell. A schema says which rule a cell
 * breaks in the `params` of its issue, and `rows.ts` makes the fault of it: no wording and no addresses here.
 */

import * as z from 'zod'
import { type Codigo, codigo, type Fecha, normalizarNombre, type Unidad } from '../model/index.js'
import type { Cell, Content } from './cell.js'
import { dateOfSerial, diaDeTexto, MESES } from './dates.js'
import type { Params } from './faults.js'
import { listed, nearest } from './nearest.js'
import { parseNumber, showNumber, showPercent, significant, type TypedNumber } from './numbers.js'
import type { FaultRule } from './wording.js'

/** A schema of a cell. */
export type Field<T> = z.ZodType<T, Cell>

/** What an issue of these schemas carries: the rule broken, and what completes its wording. */
export interface Broken {
  readonly rule: FaultRule
  readonly params?: Params
}

/** What reading gives: a value, or the rule that stands against it. */
type Reading<T> = { readonly value: T } | Broken

/** A cell that holds something readable: a number as stored, or a text that is no empty mark. */
type Filled = Extract<Content, { kind: 'number' }> | { readonly kind: 'text'; readonly value: string }

const EMPTY_MARKS: ReadonlySet<string> = new Set(['-', '–', '—', 'n/a', 'no aplica'])
/** Longer than any of them with what spaces and accents it may have: a long text is not compared. */
const LONGEST_MARK = 50

/** The filled content of a cell; null where it is empty or says so. Source: contract, «General rules». */
function filled({ content }: Cell): Reading<Filled | null> {
  switch (content.kind) {
    case 'empty':
      return { value: null }
    case 'boolean':
      return { rule: 'valor-logico' }
    case 'error':
      return { rule: 'valor-de-error' }
    case 'uncalculated':
      return { rule: 'formula-sin-calcular' }
    case 'long':
      return {
        rule: content.what === 'text' ? 'texto-muy-largo' : 'palabra-muy-larga',
        params: { maximo: content.most.toLocaleString('es-CO') },
      }
    case 'number':
      return { value: content }
    case 'text':
      return { value: isMark(content.value.trim()) ? null : { kind: 'text', value: content.value.trim() } }
  }
}

function isMark(text: string): boolean {
  return text.length <= LONGEST_MARK && EMPTY_MARKS.has(normalizarNombre(text))
}

function step<I, T>(read: (input: I) => Reading<T>): z.ZodType<T, I> {
  return z.transform<I, T>((input, ctx) => {
    const reading = read(input)
    if ('value' in reading) return reading.value
    ctx.issues.push({ code: 'custom', input, params: { ...reading } })
    return z.NEVER
  })
}

/** A field that may be empty, from what a filled cell gives. */
function optional<T>(read: (content: Filled, cell: Cell) => Reading<T>): Field<T | null> {
  return step((cell: Cell): Reading<T | null> => {
    const reading = filled(cell)
    if (!('value' in reading)) return reading
    return reading.value === null ? { value: null } : read(reading.value, cell)
  })
}

/** The same field, where an empty cell is an error. */
export function required<T>(field: Field<T | null>): Field<T> {
  return field.pipe(step((value: T | null): Reading<T> => (value === null ? { rule: 'celda-vacia' } : { value })))
}

/** The same field, where a value must satisfy something more. */
function where<T>(field: Field<T | null>, holds: (value: T) => boolean, broken: Broken): Field<T | null> {
  return field.pipe(step((value: T | null) => (value === null || holds(value) ? { value } : broken)))
}

/** Whether the cell is empty or holds an empty mark; a cell that cannot be read is not empty. */
export function isEmpty(cell: Cell): boolean {
  const reading = filled(cell)
  return 'value' in reading && reading.value === null
}

/** Text, written as `write` says. A number is its digits; a date is an error, because nobody knows how it was meant to read. */
function words(write: (text: string) => string): Field<string | null> {
  return optional<string>((content) => {
    if (content.kind === 'text') return { value: write(content.value) }
    if (content.format === 'date') return { rule: 'fecha-en-texto' }
    return { value: content.format === 'percent' ? showPercent(content.value) : showNumber(significant(content.value)) }
  })
}

/** Any text, in one line: a break within a cell is a space. */
export const texto = words((text) => text.replace(/\s+/gu, ' '))

/** Markdown: text with its line breaks, which mean something. */
export const prosa = words((text) => text.replace(/\r\n?/g, '\n'))

/** The name of a month, or any text in its place. Excel turns «marzo 2023» into a date: its month counts. */
export const mes = optional<string>((content, cell) => {
  if (content.kind === 'text') return { value: content.value }
  const date = content.format === 'date' ? dateOfSerial(content.value, cell.date1904) : null
  return date === null ? { rule: 'no-es-fecha' } : { value: MESES[Number(date.slice(5, 7)) - 1] ?? '' }
})

/** A product's code. Only text counts, because Excel keeps no final zero of a number and no code of a date. */
export const codigoDeProducto = optional<Codigo>((content) => {
  if (content.kind === 'number') return { rule: 'codigo-numerico' }
  const value = codigo(content.value)
  return value === null ? { rule: 'codigo-invalido' } : { value }
})

/** One of a closed list, as the list writes it. */
export function unoDe<T extends string>(options: readonly T[]): Field<T | null> {
  return texto.pipe(
    step((value: string | null) => {
      if (value === null) return { value: null }
      const found = options.find((option) => normalizarNombre(option) === normalizarNombre(value))
      if (found !== undefined) return { value: found }
      const [closest] = nearest(value, options)
      return {
        rule: 'valor-fuera-de-lista',
        params: { opciones: listed(options), ...(closest === undefined ? {} : { cercanos: `«${closest}»` }) },
      }
    }),
  )
}

/** A number as typed, and whether it was typed as a percentage. */
const numeroEscrito = optional<TypedNumber>((content) => {
  if (content.kind === 'number') {
    if (content.format === 'date') return { rule: 'numero-con-fecha' }
    return { value: { value: significant(content.value), percent: content.format === 'percent' } }
  }
  const typed = parseNumber(content.value)
  if (typed === 'point') return { rule: 'punto-decimal', ...suggestion(content.value) }
  return typed === null ? { rule: 'no-es-numero' } : { value: typed }
})

/** `4.5` was meant as `4,5`; where there are more points or commas, nobody knows. */
function suggestion(text: string): { readonly params?: Params } {
  return /^[^.,]*\.[^.,]*$/.test(text) ? { params: { sugerido: text.replace('.', ',') } } : {}
}

/** Zero or more. */
function noNegativo(field: Field<number | null>): Field<number | null> {
  return where(field, (value) => value >= 0, { rule: 'cantidad-negativa' })
}

const sinPorcentaje: Field<number | null> = numeroEscrito.pipe(
  step((typed: TypedNumber | null) => (typed?.percent ? { rule: 'porcentaje-en-numero' } : { value: typed?.value ?? null })),
)

/** Counted things: participants, sessions… 0 or more. */
export const cuenta = noNegativo(sinPorcentaje)

/** A whole number, 0 or more. */
export const entero = where(cuenta, Number.isInteger, { rule: 'no-es-entero' })

/** A year. The bounds keep a slip of a key from asking for thousands of columns. */
export const anio = where(entero, (value) => value >= 1900 && value <= 2200, { rule: 'anio-invalido' })

/** A relative weight, over 0; 35 % is 0.35. */
export const peso = where(
  numeroEscrito.pipe(step((typed: TypedNumber | null) => ({ value: typed?.value ?? null }))),
  (value) => value > 0,
  { rule: 'importancia-no-positiva' },
)

/** A whole percentage, 0 or more: 75 and 75 % are both 75. */
export const porcentajeEntero = where(
  noNegativo(
    numeroEscrito.pipe(
      step((typed: TypedNumber | null) => ({ value: typed === null ? null : significant(typed.value * (typed.percent ? 100 : 1)) })),
    ),
  ),
  Number.isInteger,
  { rule: 'no-es-entero' },
)

/** Amounts of a product by its unit, in that unit (Porcentaje: a fraction), with their sign. Source: contract, «Numbers». */
const conSigno: Readonly<Record<Unidad, Field<number | null>>> = {
  Número: sinPorcentaje,
  Porcentaje: numeroEscrito.pipe(
    step((typed: TypedNumber | null) => {
      if (typed === null || typed.value <= 10) return { value: typed?.value ?? null }
      return {
        rule: 'porcentaje-mayor-que-diez',
        ...(typed.percent ? {} : { params: { sugerido: `${showNumber(typed.value)} %` } }),
      }
    }),
  ),
}
const sinUnidad: Field<number | null> = numeroEscrito.pipe(step((typed: TypedNumber | null) => ({ value: typed?.value ?? null })))

/** A field for each unit, made once: to make a schema takes longer than to read hundreds of cells with it. */
export function porUnidad<T>(hacer: (unidad: Unidad | undefined) => Field<T>): (unidad: Unidad | undefined) => Field<T> {
  const hechos = new Map<Unidad | undefined, Field<T>>()
  return (unidad) => {
    const campo = hechos.get(unidad) ?? hacer(unidad)
    hechos.set(unidad, campo)
    return campo
  }
}

/** An amount of a product of this unit, negative ones too: its own rule decides. A unit that could not be read asks only for a number. */
export function cantidadConSigno(unidad: Unidad | undefined): Field<number | null> {
  return unidad === undefined ? sinUnidad : conSigno[unidad]
}

/** An amount of a product of this unit, 0 or more. */
export const cantidad = porUnidad((unidad) => noNegativo(cantidadConSigno(unidad)))

/** A calendar day: a real date of Excel, ISO text or Spanish text. Source: contract, «Dates». */
export const fecha = optional<Fecha>((content, { date1904 }) => {
  const value =
    content.kind === 'text' ? diaDeTexto(content.value) : content.format === 'date' ? dateOfSerial(content.value, date1904) : null
  return value === null ? { rule: 'no-es-fecha' } : { value }
})

/** A cell to be read later, when what it depends on is known. */
export const sinLeer: Field<Cell> = z.custom<Cell>()
