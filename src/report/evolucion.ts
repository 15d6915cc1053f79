/** How far the policy, its objetivos and its sectors had got at the end of each year: what charts and tables of it have in common. */
import type { AnioDeEvolucion, Indicadores, IndicadoresProducto } from '../indicators/index.js'
import { evolucion } from '../indicators/index.js'
import type { Libro } from '../model/index.js'
import { hastaCuando } from './corte.js'
import { identificador } from './format.js'

/** A group and its years. */
export interface Evolucion {
  /** As prose names it: `política`, `objetivo 2`, `Salud`. */
  readonly sujeto: string
  readonly anios: readonly AnioDeEvolucion[]
  /** Name of its chart. */
  readonly grafica: string
}

export interface EvolucionDelPlan {
  readonly politica: Evolucion
  readonly objetivos: readonly Evolucion[]
  readonly sectores: readonly Evolucion[]
}

/** Of fewer years there is no course to be shown. */
const ANIOS_DE_UN_CURSO = 2

/** Null where of no sector two years can be told as fact. Groups without products are left out. */
export function evolucionDelPlan(libro: Libro, { objetivos, sectores, productos }: Indicadores): EvolucionDelPlan | null {
  const de = (sujeto: string, suyos: readonly IndicadoresProducto[]): Evolucion => ({
    sujeto,
    anios: evolucion(
      libro,
      suyos.map(({ producto }) => producto),
    ),
    grafica: `evolucion-${identificador(sujeto)}`,
  })
  const deSectores = sectores.map((s) => de(s.nombre, s.productos))
  if (!deSectores.some(tieneCurso)) return null
  return {
    politica: de('política', productos),
    objetivos: objetivos.filter(({ grupo }) => grupo.productos > 0).map((o) => de(`objetivo ${o.numero}`, o.productos)),
    sectores: deSectores,
  }
}

/** Whether enough of its years can be told as fact. */
export function tieneCurso({ anios }: Evolucion): boolean {
  return anios.filter(({ avance }) => avance !== null).length >= ANIOS_DE_UN_CURSO
}

/** `2024`; of a vigencia that goes on, `junio de 2025`. */
export function nombreDeAnio(libro: Libro, anio: number): string {
  return anio === libro.politica.vigencia ? hastaCuando(libro) : String(anio)
}
