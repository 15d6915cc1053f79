/** How figures read in Colombian Spanish. The only user of Intl. */

import { exact } from '../exact/index.js'
import type { Fraction } from '../indicators/index.js'
import { redondear } from '../indicators/index.js'
import type { Fecha, Periodo } from '../model/index.js'

/** No-break space: a number stays with its unit. */
export const NBSP = '\u00a0'
/** Sign of a backlog, set before the figure. */
export const SENAL_REZAGO = '▼'

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

/** `Marzo`. */
export function mes(fecha: Fecha): string {
  const nombre = months.format(asDate(fecha))
  return nombre.charAt(0).toUpperCase() + nombre.slice(1)
}

/** Day of the month. */
export function dia(fecha: Fecha): number {
  return asDate(fecha).getUTCDate()
}

function asDate(fecha: Fecha): Date {
  return new Date(`${fecha}T00:00:00Z`)
}

/** `3 productos`, `1 producto`: exactly 1 takes the singular. The number stays with its noun. */
export function contado(texto: string, esUno: boolean, singular: string, plural: string): string {
  return `${texto}${NBSP}${esUno ? singular : plural}`
}

/** `a`, `a y b`, `a, b e Ibagué`: «y» turns to «e» before the sound i. */
export function lista(partes: readonly string[]): string {
  const ultima = partes.at(-1)
  if (ultima === undefined) return ''
  if (partes.length === 1) return ultima
  return `${partes.slice(0, -1).join(', ')} ${conjuncion(ultima)} ${ultima}`
}

/** «e» before a word that begins with the sound i (Ibagué, historia), else «y» (hielo and ionio begin with another sound). */
function conjuncion(siguiente: string): 'y' | 'e' {
  return /^h?[ií](?![aeoáéó])/iu.test(siguiente) ? 'e' : 'y'
}

const MASCULINOS_EN_A = new Set(['programa', 'sistema', 'problema', 'mapa', 'dia', 'esquema', 'tema', 'clima', 'idioma'])

/** Whether a name begins with a feminine noun, by its ending: Política, Dirección, Unidad. */
function esFemenino(nombre: string): boolean {
  const primera = (nombre.trim().split(/\s+/u)[0] ?? '').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')
  return /(?:a|as|cion|ciones|sion|siones|dad|dades|tud)$/u.test(primera) && !MASCULINOS_EN_A.has(primera)
}

/** `del Instituto`, `de la Secretaría`. */
export function conDel(nombre: string): string {
  return `${esFemenino(nombre) ? 'de la' : 'del'} ${nombre}`
}

/** `el Instituto`, `la Secretaría`. */
export function conArticulo(nombre: string): string {
  return `${esFemenino(nombre) ? 'la' : 'el'} ${nombre}`
}

const PERIODOS: Record<Periodo['tipo'], string> = { S: 'semestre', C: 'cuatrimestre', T: 'trimestre', B: 'bimestre', M: 'mes' }
const ORDINALES = [
  'primer',
  'segundo',
  'tercer',
  'cuarto',
  'quinto',
  'sexto',
  'séptimo',
  'octavo',
  'noveno',
  'décimo',
  'undécimo',
  'duodécimo',
]

/** `el tercer trimestre`. */
export function periodo(p: Periodo): string {
  return `el ${ORDINALES[p.numero - 1] ?? p.numero} ${PERIODOS[p.tipo]}`
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
