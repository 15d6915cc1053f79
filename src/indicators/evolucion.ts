import type Fraction from 'fraction.js'
import type { Celda, Libro, Producto } from '../model/index.js'
import { acumulado, avancesQueCuentan, metasQueCuentan } from './anualizacion.js'
import { avance, mediaPonderada } from './avance.js'
import { celdasDeAvance } from './celdas.js'

/** Where a group of products stood at the end of a year, as shares of their final goals; null where it is not to be told as fact. */
export interface AnioDeEvolucion {
  readonly anio: number
  readonly avance: Fraction | null
  readonly planeado: Fraction | null
  /** The cells on which each rests. */
  readonly celdas: Readonly<Record<'avance' | 'planeado', readonly Celda[]>>
}

/**
 * Avance and planeado of a group at the end of each year, from the plan's first to the vigencia, by the rules of each of them. A year before
 * the vigencia is told only where no product of the group has a series that is *reconstruida*, and something was stated or reported by
 * then. Source: contract, `Procedencia`.
 */
export function evolucion({ politica: { inicio, vigencia } }: Libro, productos: readonly Producto[]): readonly AnioDeEvolucion[] {
  const supuesta = productos.some(({ reconstruidas }) => reconstruidas.metas || reconstruidas.avances)
  const conProducto = productos.map((producto) => ({ producto }))
  const seDice = (anio: number) =>
    anio === vigencia || (!supuesta && productos.some((p) => metasQueCuentan(p, anio).length + avancesQueCuentan(p, anio).length > 0))
  const media = (de: (p: Producto) => Fraction) => mediaPonderada(conProducto, ({ producto }) => de(producto))
  return Array.from({ length: vigencia - inicio + 1 }, (_, i) => inicio + i).map((anio) => ({
    anio,
    avance: seDice(anio) ? media((p) => avance(p, acumulado(avancesQueCuentan(p, anio)))) : null,
    planeado: seDice(anio) ? media((p) => avance(p, acumulado(metasQueCuentan(p, anio)))) : null,
    celdas: celdasDeAvance(anio, productos),
  }))
}
