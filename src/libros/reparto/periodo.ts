/** The period that is asked of the sectors: a year, or a part of it, as a column of `Avances` names it. */
import type { Periodo } from '../../model/index.js'
import { columnaDeAvances, periodoDe } from '../../workbook/index.js'

const NOMBRE: Readonly<Record<Periodo['tipo'], string>> = { S: 'semestre', C: 'cuatrimestre', T: 'trimestre', B: 'bimestre', M: 'mes' }

// Narrower than a header of `Avances`, in which people leave blanks.
const FORMA = /^\d{4}(?:-[SCTBM]0?\d{1,2})?$/iu

/** The period that a text names, as the contract writes it (`2031`, `2031-T2`, `2031-M05`); null for any other text. */
export function periodoPedido(texto: string): string | null {
  return FORMA.test(texto.trim()) ? columnaDeAvances(texto) : null
}

export const anioDe = (periodo: string): number => Number(periodo.slice(0, 4))

/** `2031`, `trimestre 2 de 2031`. */
export function enPalabras(periodo: string): string {
  const parte = periodoDe(periodo)
  return parte === null ? periodo : `${NOMBRE[parte.periodo.tipo]} ${parte.periodo.numero} de ${parte.anio}`
}

/** Whether a cell of that column is filled in by the sector: the period, or all those of the year that is asked for, and what is told of it. */
export function sePide(hoja: string, columna: string, periodo: string): boolean {
  if (hoja === 'Reportes') return TEXTOS.includes(columna)
  return hoja === 'Avances' && (columna === periodo || columna.startsWith(`${periodo}-`))
}

/** What a sector tells of each product. */
export const TEXTOS: readonly string[] = ['Logros', 'Dificultades', 'Observaciones']
