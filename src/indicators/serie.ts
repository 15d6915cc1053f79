import type Fraction from 'fraction.js'
import { exact } from '../exact/index.js'
import type { Avance, Dato, Producto } from '../model/index.js'
import { avanceQueVale, metaQueVale } from './anualizacion.js'

/** A year of a product: its goal and what was achieved, in the product's unit; null where there is none, or none to be told as fact. */
export interface AnioDeSerie {
  readonly anio: number
  readonly meta: Fraction | null
  readonly logro: Fraction | null
  /** The last period that `logro` counts, where the year's periods are not all there. */
  readonly hasta: Avance['hasta']
}

/**
 * The years of a product, from the first to the last of which something can be told, those between without a gap. Of a series that is
 * *reconstruida* only the vigencia was published: neither the years before it nor those after are told. Source: contract, `Procedencia`.
 */
export function serieAnual(p: Producto, vigencia: number): readonly AnioDeSerie[] {
  const seDice = (anio: number, reconstruida: boolean) => anio === vigencia || !reconstruida
  const metas = decibles(p.metas, (anio, meta) => seDice(anio, p.reconstruidas.metas) && metaQueVale(p, anio, meta))
  const avances = decibles(
    p.avances,
    (anio, avance) => anio <= vigencia && seDice(anio, p.reconstruidas.avances) && avanceQueVale(p, anio, avance),
  )
  const anios = [...metas.keys(), ...avances.keys()]
  if (anios.length === 0) return []
  const primero = Math.min(...anios)
  return Array.from({ length: Math.max(...anios) - primero + 1 }, (_, i) => {
    const anio = primero + i
    const [meta, avance] = [metas.get(anio), avances.get(anio)]
    return {
      anio,
      meta: meta === undefined ? null : exact(meta.valor),
      logro: avance === undefined ? null : exact(avance.valor),
      hasta: avance?.hasta ?? null,
    }
  })
}

function decibles<D extends Dato>(serie: ReadonlyMap<number, D>, seDice: (anio: number, dato: D) => boolean): ReadonlyMap<number, D> {
  return new Map([...serie].filter(([anio, dato]) => seDice(anio, dato)))
}
