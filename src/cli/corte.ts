/** The option by which people ask for a follow-up within the year. */
import { Option } from 'commander'
import { UsageError } from './errors.js'

export interface OpcionDeCorte {
  readonly corte?: string
}

/** `--corte 2025-T2`, for every command that takes part in an edition. */
export const opcionDeCorte = () =>
  new Option(
    '--corte <periodo>',
    'seguimiento hasta un periodo de la vigencia, en curso y sin semáforo: 2025-T2, 2025-S1, 2025-C1, 2025-B3 o 2025-M05',
  )

/**
 * The period that a command asks for, as headers of `Avances` are written; null for the whole year.
 * @throws UsageError where it is none
 */
export async function corteDe({ corte }: OpcionDeCorte): Promise<string | null> {
  if (corte === undefined) return null
  const [{ periodoDe }, { codigoDePeriodo }] = await Promise.all([import('../workbook/index.js'), import('../model/index.js')])
  const suyo = periodoDe(corte)
  if (suyo === null)
    throw new UsageError(
      `--corte es un año y uno de sus periodos, como 2025-S1, 2025-C2, 2025-T3, 2025-B4 o 2025-M05; se encontró «${corte}».`,
    )
  return `${suyo.anio}-${codigoDePeriodo(suyo.periodo)}`
}
