/** How a follow-up within the year is named: the whole vigencia, or as much of it as had passed. */
import type { Corte, Libro, Periodo } from '../model/index.js'
import { codigoDePeriodo, mesDeCierre } from '../model/index.js'
import { nombreDeMes, periodo } from './format.js'

/** What a template sees of a follow-up within the year. */
export interface ContextoCorte {
  /** `2025-T2`: as the command asks for it. */
  readonly nombre: string
  /** `trimestral`: of what kind of period. */
  readonly clase: string
  /** `segundo trimestre`, `mayo`. */
  readonly periodo: string
  /** `junio`: the last month that counts. */
  readonly mes: string
}

const CLASES: Readonly<Record<Periodo['tipo'], string>> = {
  S: 'semestral',
  C: 'cuatrimestral',
  T: 'trimestral',
  B: 'bimestral',
  M: 'mensual',
}

export function contextoDeCorte({ corte, politica }: Libro): ContextoCorte | null {
  if (corte === null) return null
  return {
    nombre: nombreDeCorte(corte, politica.vigencia),
    clase: CLASES[corte.periodo.tipo],
    periodo: periodo(corte.periodo).replace(/^el /u, ''),
    mes: mesDelCorte(corte),
  }
}

/** `2025-T2`. */
export function nombreDeCorte({ periodo: suyo }: Corte, vigencia: number): string {
  return `${vigencia}-${codigoDePeriodo(suyo)}`
}

/** `junio`: the last month that counts. */
export function mesDelCorte({ periodo: suyo }: Corte): string {
  return nombreDeMes(mesDeCierre(suyo))
}

/** Up to when the figures count, as it goes after «a»: `2025`; `junio de 2025`. */
export function hastaCuando({ corte, politica }: Libro): string {
  return corte === null ? String(politica.vigencia) : `${mesDelCorte(corte)} de ${politica.vigencia}`
}

/** The years that accumulated figures span: `2021–2025`, `2025` of a plan that begins in it; `2021 a junio de 2025`, `enero a junio de 2025`. */
export function tramoAcumulado(libro: Libro): string {
  const { inicio, vigencia } = libro.politica
  if (libro.corte !== null) return `${inicio === vigencia ? 'enero' : inicio} a ${hastaCuando(libro)}`
  return inicio === vigencia ? String(vigencia) : `${inicio}–${vigencia}`
}
