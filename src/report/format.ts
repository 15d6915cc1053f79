/** How figures read in Colombian Spanish. The only user of Intl. */

import { exact } from '../exact/index.js'
import type { Fraction } from '../indicators/index.js'
import { redondear } from '../indicators/index.js'
import type { Fecha, Periodo } from '../model/index.js'

/** No-break space: a number stays with its unit. */
export const NBSP = '\u00a0'
/** Sign of a backlog. */
export const SENAL_REZAGO = '▼'
/** The sign as it stands before a figure or words, from which no line break parts it. */
export const MARCA_REZAGO = `${SENAL_REZAGO}${NBSP}`

const MINUS = '−'
/** Amounts are printed with as many decimals as the workbook gives, at most two. Source: contract, «Computation», print. */
const MAX_DECIMALS = 2

const numbers = new Intl.NumberFormat('es-CO', { useGrouping: 'always', maximumFractionDigits: MAX_DECIMALS })
const numbersWithDecimal = new Intl.NumberFormat('es-CO', {
  useGrouping: 'always',
  minimumFractionDigits: 1,
  maximumFractionDigits: MAX_DECIMALS,
})
const longDates = new Intl.DateTimeFormat('es-CO', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
const datesInColombia = new Intl.DateTimeFormat('es-CO', { dateStyle: 'long', timeZone: 'America/Bogota' })
const months = new Intl.DateTimeFormat('es-CO', { month: 'long', timeZone: 'UTC' })

/** `1.300.231`, `5,7`, `−12`. `minimo`: decimals shown even where they are 0 (`1,0`). */
export function numero(f: Fraction, minimo: 0 | 1 = 0): string {
  const rounded = redondear(f, MAX_DECIMALS)
  const format = minimo === 0 ? numbers : numbersWithDecimal
  return (rounded.s < 0n ? MINUS : '') + format.format(rounded.abs().toString() as Intl.StringNumericLiteral)
}

/** A number that is no figure of the workbook: `2.115`, `1.300.231,5`. */
export function entero(n: number): string {
  return numero(exact(n))
}

/** A fraction that is no figure of the workbook, as a percentage. */
export function porcentajeSuelto(n: number): string {
  return porcentaje(exact(n))
}

/** A fraction as a percentage, at most two decimals: `35 %`, `12,5 %`. */
export function porcentaje(f: Fraction): string {
  return `${numero(f.mul(100))}${NBSP}%`
}

/** A whole percentage: `513 %`, `−12 %`. */
export function porcentajeDe(n: number): string {
  return `${entero(n)}${NBSP}%`
}

/** `31 de diciembre de 2023`. */
export function fechaLarga(fecha: Fecha): string {
  return longDates.format(asDate(fecha))
}

/** The day that an ISO instant is in Colombia: `31 de diciembre de 2023`. */
export function fechaEnColombia(instante: string): string {
  return datesInColombia.format(new Date(instante))
}

/** `Marzo`. */
export function mes(fecha: Fecha): string {
  return conMayuscula(months.format(asDate(fecha)))
}

/** `marzo`, of the third month. */
export function nombreDeMes(orden: number): string {
  return months.format(new Date(0).setUTCMonth(orden - 1))
}

/** With its first letter a capital. */
export function conMayuscula(texto: string): string {
  return texto.charAt(0).toUpperCase() + texto.slice(1)
}

/** Without the final point of a name that goes on in a sentence. */
export function sinPunto(texto: string): string {
  return texto.replace(/\.$/u, '')
}

/** Day of the month. */
export function dia(fecha: Fecha): number {
  return asDate(fecha).getUTCDate()
}

function asDate(fecha: Fecha): Date {
  return new Date(`${fecha}T00:00:00Z`)
}

/** `3 productos`, `1 producto`, `1,0 puntos`: the noun follows the number as it is printed, and stays with it. */
export function contado(impreso: string, singular: string, plural: string): string {
  return `${impreso}${NBSP}${enSingular(impreso) ? singular : plural}`
}

/** Whether a printed number takes the singular: only `1` does, also where it stands for 1,001. */
export function enSingular(impreso: string): boolean {
  return impreso === '1'
}

/** `a`, `a y b`, `a, b e Ibagué`: «y» turns to «e» before the sound i. Parts with commas of their own stand apart: `a; y b, c y d`. */
export function lista(partes: readonly string[]): string {
  const ultima = partes.at(-1)
  if (ultima === undefined) return ''
  if (partes.length === 1) return ultima
  const aparte = partes.some((parte) => /,| [ye] /u.test(parte))
  return `${partes.slice(0, -1).join(aparte ? '; ' : ', ')}${aparte ? ';' : ''} ${conjuncion(ultima)} ${ultima}`
}

/** «e» before a word that begins with the sound i (Ibagué, historia), else «y» (hielo and ionio begin with another sound). */
function conjuncion(siguiente: string): 'y' | 'e' {
  return /^h?[ií](?![aeoáéó])/iu.test(siguiente) ? 'e' : 'y'
}

const PERIODOS: Record<Exclude<Periodo['tipo'], 'M'>, string> = { S: 'semestre', C: 'cuatrimestre', T: 'trimestre', B: 'bimestre' }
const ORDINALES = ['primer', 'segundo', 'tercer', 'cuarto', 'quinto', 'sexto']

/** `el tercer trimestre`, `octubre`. */
export function periodo({ tipo, numero: orden }: Periodo): string {
  if (tipo === 'M') return nombreDeMes(orden)
  return `el ${ORDINALES[orden - 1] ?? orden} ${PERIODOS[tipo]}`
}

/** A name as an id: lower case, no accents, words joined by hyphens. */
export function identificador(nombre: string): string {
  return nombre
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
}
