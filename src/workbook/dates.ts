import type { Fecha } from '../model/index.js'
import { normalizarNombre } from '../model/index.js'

export const MESES = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
] as const

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/
const SLASHES = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/
const WORDS = /^(\d{1,2}) (?:de )?([a-z]+) (?:del? )?(\d{4})$/

const DAY_MS = 86_400_000
/** Day 0 of each of Excel's two calendars. */
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)

/**
 * The calendar day of a serial number, without any time zone; null for what is no day that Excel shows. Before 1 March 1900 the
 * calendar of 1900 is one day off, because it takes 1900 for a leap year.
 */
export function dateOfSerial(serial: number, date1904: boolean): Fecha | null {
  const day = Math.floor(serial)
  if (day < (date1904 ? 0 : 1) || day > 2_957_003 || (!date1904 && day === 60)) return null
  const shift = !date1904 && day < 60 ? 1 : 0
  return new Date((date1904 ? EPOCH_1904 : EPOCH_1900) + (day + shift) * DAY_MS).toISOString().slice(0, 10)
}

/** The calendar day that a text states: ISO, `24 de enero de 2023`, `12 de octubre 2023`, `24/01/2023` (day first). Null for none. */
export function diaDeTexto(text: string): Fecha | null {
  const plain = normalizarNombre(text)
  const iso = ISO.exec(plain)
  if (iso !== null) return day(iso[1], iso[2], iso[3])
  const slashes = SLASHES.exec(plain)
  if (slashes !== null) return day(slashes[3], slashes[2], slashes[1])
  const words = WORDS.exec(plain)
  if (words === null) return null
  const month = MESES.indexOf((words[2] === 'setiembre' ? 'septiembre' : words[2]) as (typeof MESES)[number])
  return month < 0 ? null : day(words[3], String(month + 1), words[1])
}

/** The day as ISO text, or null where the calendar has none (31 de febrero). */
function day(year = '', month = '', dayOfMonth = ''): Fecha | null {
  const iso = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso
}
