import type { Periodo } from './libro.js'

/** How many periods of each kind a year has. */
export const PERIODOS_DEL_ANIO: Readonly<Record<Periodo['tipo'], number>> = { S: 2, C: 3, T: 4, B: 6, M: 12 }

const MESES_DEL_ANIO = 12

/** The month in which a period ends: 6 for the second trimestre, the third bimestre and June. */
export function mesDeCierre({ tipo, numero }: Periodo): number {
  return (numero * MESES_DEL_ANIO) / PERIODOS_DEL_ANIO[tipo]
}

/** Whether a period is the last one of its year. */
export function cierraElAnio({ tipo, numero }: Periodo): boolean {
  return numero === PERIODOS_DEL_ANIO[tipo]
}

/** A period as a header of `Avances` writes it after its year: `T1`, `M05`. */
export function codigoDePeriodo({ tipo, numero }: Periodo): string {
  return `${tipo}${tipo === 'M' ? String(numero).padStart(2, '0') : numero}`
}
