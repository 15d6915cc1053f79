/** The periods of a year, as the columns of `Avances` name them. */
import { codigoDePeriodo, PERIODOS_DEL_ANIO, type Periodicidad } from '../../model/index.js'

/** How often, where a year has periods. */
export type Periodos = Exclude<Periodicidad, 'Anual'>

const LETRA: Readonly<Record<Periodos, keyof typeof PERIODOS_DEL_ANIO>> = {
  Semestral: 'S',
  Cuatrimestral: 'C',
  Trimestral: 'T',
  Bimestral: 'B',
  Mensual: 'M',
}

/** `2031-T1`, `2031-T2`…; none where years are reported whole. Source: contract, «Avances». */
export function periodosDe(anio: number, periodos: Periodos | null): readonly string[] {
  if (periodos === null) return []
  const letra = LETRA[periodos]
  return Array.from({ length: PERIODOS_DEL_ANIO[letra] }, (_, i) => `${anio}-${codigoDePeriodo({ tipo: letra, numero: i + 1 })}`)
}
