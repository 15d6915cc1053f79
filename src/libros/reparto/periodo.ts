/** The period that is asked of the sectors: a year, or a part of it, as a column of `Avances` names it. */

const FORMA = /^(\d{4})(?:-([SCTBM])0?(\d{1,2}))?$/u
const PARTES: Readonly<Record<string, { readonly nombre: string; readonly hay: number }>> = {
  S: { nombre: 'semestre', hay: 2 },
  C: { nombre: 'cuatrimestre', hay: 3 },
  T: { nombre: 'trimestre', hay: 4 },
  B: { nombre: 'bimestre', hay: 6 },
  M: { nombre: 'mes', hay: 12 },
}

/** The period that a text names, as the contract writes it (`2031`, `2031-T2`, `2031-M05`); null for any other text. */
export function periodoDe(texto: string): string | null {
  const [, anio, letra, numero] = FORMA.exec(texto.trim().toUpperCase()) ?? []
  if (anio === undefined) return null
  if (letra === undefined) return anio
  const [orden, parte] = [Number(numero), PARTES[letra]]
  if (parte === undefined || orden < 1 || orden > parte.hay) return null
  return `${anio}-${letra}${letra === 'M' ? String(orden).padStart(2, '0') : orden}`
}

export const anioDe = (periodo: string): number => Number(periodo.slice(0, 4))

/** `2031`, `trimestre 2 de 2031`. */
export function enPalabras(periodo: string): string {
  const [, anio = periodo, letra = '', numero] = FORMA.exec(periodo) ?? []
  const parte = PARTES[letra]
  return parte === undefined ? anio : `${parte.nombre} ${Number(numero)} de ${anio}`
}

/** Whether a cell of that column is filled in by the sector: the period, or all those of the year that is asked for, and what is told of it. */
export function sePide(hoja: string, columna: string, periodo: string): boolean {
  if (hoja === 'Reportes') return TEXTOS.includes(columna)
  return hoja === 'Avances' && (columna === periodo || columna.startsWith(`${periodo}-`))
}

/** What a sector tells of each product. */
export const TEXTOS: readonly string[] = ['Logros', 'Dificultades', 'Observaciones']
