/** The clock of what is made: SOURCE_DATE_EPOCH for whoever wants the same bytes again, otherwise the machine's. */
import { UsageError } from './errors.js'

/** The moment that comments and tracked changes bear. @throws UsageError where SOURCE_DATE_EPOCH is no number of seconds */
export function instante(): Date {
  return epoca() ?? new Date()
}

/**
 * The day that a draft bears, `2031-03-04`: that of SOURCE_DATE_EPOCH, in UTC, so that it is one day everywhere; without it, today where
 * the person is. @throws UsageError where SOURCE_DATE_EPOCH is no number of seconds
 */
export function dia(): string {
  const fija = epoca()
  if (fija !== null) return fija.toISOString().slice(0, 10)
  const hoy = new Date()
  return [hoy.getFullYear(), hoy.getMonth() + 1, hoy.getDate()].map((parte) => String(parte).padStart(2, '0')).join('-')
}

/** https://reproducible-builds.org/specs/source-date-epoch/ */
function epoca(): Date | null {
  const segundos = process.env.SOURCE_DATE_EPOCH
  if (segundos === undefined || segundos === '') return null
  if (!/^\d{1,11}$/u.test(segundos))
    throw new UsageError(
      `La variable de entorno SOURCE_DATE_EPOCH debe ser un número entero de segundos desde 1970, como 1720409400; se encontró «${segundos}». Corríjala o quítela.`,
    )
  return new Date(Number(segundos) * 1000)
}
