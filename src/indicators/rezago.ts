import type Fraction from 'fraction.js'
import { compararCodigos } from '../model/index.js'
import { cumplimiento } from './cumplimiento.js'
import { UNO } from './exacto.js'
import type { IndicadoresProducto } from './indicadores.js'

/**
 * Share of what was due by the vigencia that is missing (1 = all of it): what the accumulated goal lacks of its own cumplimiento, so that
 * Decreciente counts the way down from the línea base, and one that went up lacks more than all. Null of a product without rezago.
 */
function parteQueFalta({ producto, balance, metaAcumulada, logroAcumulado }: IndicadoresProducto): Fraction | null {
  if (balance !== 'rezago') return null
  const hecho = cumplimiento(producto, metaAcumulada, logroAcumulado)
  return hecho && UNO.sub(hecho)
}

/** A product in rezago and the share of what was due that is missing. */
export interface Rezago {
  readonly de: IndicadoresProducto
  readonly falta: Fraction
}

/** The products in rezago, largest share missing first; equal ones by code. At most so many. */
export function rezagosMayores(productos: readonly IndicadoresProducto[], maximo: number): readonly Rezago[] {
  return productos
    .flatMap((de) => {
      const falta = parteQueFalta(de)
      return falta === null ? [] : [{ de, falta }]
    })
    .sort((a, b) => b.falta.compare(a.falta) || compararCodigos(a.de.producto.codigo, b.de.producto.codigo))
    .slice(0, maximo)
}
