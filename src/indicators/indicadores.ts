import type Fraction from 'fraction.js'
import type { Balance, Color, Producto, Situacion } from '../model/index.js'

/** Figures of one product. Amounts as exact fractions in the product's unit (Porcentaje: 1 = 100 %); null where there is none. */
export interface IndicadoresProducto {
  readonly producto: Producto
  readonly situacion: Situacion
  /** Goal of the vigencia; null where there is none (or a 0 that is no goal). */
  readonly metaVigencia: Fraction | null
  /** Achievement of the vigencia as reported; null where none was. */
  readonly logroVigencia: Fraction | null
  /** As a fraction, uncapped; null without a goal. */
  readonly cumplimiento: Fraction | null
  /** Whole percentage as printed, half away from zero; may be negative. */
  readonly cumplimientoPorcentaje: number | null
  readonly semaforo: Color | null
  readonly metaAcumulada: Fraction | null
  readonly logroAcumulado: Fraction | null
  readonly metaFinal: Fraction
  readonly diferenciaAcumulada: Fraction | null
  readonly balance: Balance | null
  /** Share of the final goal reached, held between 0 and 1. */
  readonly avance: Fraction
  /** Share of the final goal planned up to the vigencia, held between 0 and 1. */
  readonly planeado: Fraction
}

/** Figures of a group of products: a sector, an objetivo, the policy. avance, planeado, diferencia as fractions, unrounded. */
export interface IndicadoresGrupo {
  readonly productos: number
  readonly conMeta: number
  readonly avance: Fraction
  readonly planeado: Fraction
  readonly diferencia: Fraction
  readonly balance: Balance
  readonly verde: number
  readonly amarillo: number
  readonly rojo: number
  /** sin meta, no iniciado and vencido together. */
  readonly sinMeta: number
  readonly cumplidos: number
}

export interface Indicadores {
  readonly politica: IndicadoresGrupo
  /** In the contract's order: sector by `Orden`, then code. */
  readonly productos: readonly IndicadoresProducto[]
  /** Sectors with products, by `Orden`. */
  readonly sectores: readonly {
    readonly nombre: string
    readonly grupo: IndicadoresGrupo
    readonly productos: readonly IndicadoresProducto[]
  }[]
  /** All objetivos of the workbook, by number; one without products has zeros. */
  readonly objetivos: readonly {
    readonly numero: number
    readonly grupo: IndicadoresGrupo
    readonly productos: readonly IndicadoresProducto[]
  }[]
}
