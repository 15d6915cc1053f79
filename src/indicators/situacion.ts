import type Fraction from 'fraction.js'
import type { Color, Estado, Producto, Situacion } from '../model/index.js'
import { recorrido } from './recorrido.js'

/** What the situación of a product depends on besides the product itself. */
interface Cifras {
  readonly metaVigencia: Fraction | null
  readonly logroAcumulado: Fraction | null
  readonly metaFinal: Fraction
}

/** Where a product stands in the vigencia: with a goal, or why it has none. Source: contract, «Computation», situación. */
export function situacion(p: Producto, vigencia: number, { metaVigencia, logroAcumulado, metaFinal }: Cifras): Situacion {
  if (metaVigencia !== null) return 'con-meta'
  if (p.inicio > vigencia) return 'no-iniciado'
  if (p.fin >= vigencia) return 'sin-meta'
  return logroAcumulado !== null && recorrido(p, logroAcumulado).gte(recorrido(p, metaFinal)) ? 'cumplido' : 'vencido'
}

/**
 * The class in which counts and charts put a product: its colour, or `en-curso` before there is one; without a goal, `cumplido` apart and
 * every other reason as `sin-meta`. Source: contract, «Computation», situación.
 */
export function estadoDe(p: { readonly situacion: Situacion; readonly semaforo: Color | null }): Estado {
  if (p.situacion === 'con-meta') return p.semaforo ?? 'en-curso'
  return p.situacion === 'cumplido' ? 'cumplido' : 'sin-meta'
}
