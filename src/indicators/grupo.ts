import type { Estado } from '../model/index.js'
import { mediaPonderada } from './avance.js'
import { balance } from './balance.js'
import type { IndicadoresGrupo, IndicadoresProducto } from './indicadores.js'
import { porcentajeEntero, redondear } from './redondeo.js'
import { estadoDe } from './situacion.js'

/** Figures of a group of products: means, counts by state, balance by the unrounded diferencia unless the year goes on; all 0 of no products. */
export function indicadoresDeGrupo(productos: readonly IndicadoresProducto[], enCurso: boolean): IndicadoresGrupo {
  const avance = mediaPonderada(productos, (p) => p.avance)
  const planeado = mediaPonderada(productos, (p) => p.planeado)
  const diferencia = avance.sub(planeado)
  const cuantos = (estado: Estado) => productos.filter((p) => estadoDe(p) === estado).length
  return {
    productos: productos.length,
    conMeta: productos.filter((p) => p.situacion === 'con-meta').length,
    avance,
    planeado,
    diferencia,
    balance: enCurso ? 'en-curso' : balance(diferencia),
    verde: cuantos('verde'),
    amarillo: cuantos('amarillo'),
    rojo: cuantos('rojo'),
    sinMeta: cuantos('sin-meta'),
    cumplidos: cuantos('cumplido'),
  }
}

/**
 * Whether a reader who takes the printed planeado from the printed avance gets other whole points than those of the diferencia, which
 * is rounded by itself; a note then says so. Source: contract, «In print».
 */
export function restaImpresaDifiere(grupo: IndicadoresGrupo): boolean {
  return porcentajeEntero(grupo.avance) - porcentajeEntero(grupo.planeado) !== redondear(grupo.diferencia.mul(100), 0).valueOf()
}
