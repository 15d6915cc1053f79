import type { Celda, Dato, Producto, RangoSemaforo } from '../model/index.js'
import { avanceDeLaVigencia, avancesQueCuentan, metaDeLaVigencia, metasQueCuentan } from './anualizacion.js'
import type { IndicadoresGrupo, IndicadoresProducto } from './indicadores.js'

/** Cells on which each figure of a product rests. */
export type CeldasProducto = Readonly<Record<Exclude<keyof IndicadoresProducto, 'producto'>, readonly Celda[]>>

/** Cells on which each figure of a group rests; a count rests on its products' situación and semáforo. */
export type CeldasGrupo = Readonly<Record<keyof IndicadoresGrupo, readonly Celda[]>>

/**
 * The cells of the workbook on which each figure of a product rests, chosen by the very rules that compute it: goals and achievements
 * that count, the línea base of a Decreciente, the final goal, the ranges of the semáforo. A figure that is null for want of a cell
 * rests on the product's own cell.
 */
export function celdasDeProducto(p: Producto, vigencia: number, rangos: readonly RangoSemaforo[]): CeldasProducto {
  const meta = celdasDe(metaDeLaVigencia(p, vigencia))
  const logro = celdasDe(avanceDeLaVigencia(p, vigencia))
  const metas = metasQueCuentan(p, vigencia).flatMap(celdasDe)
  const avances = avancesQueCuentan(p, vigencia).flatMap(celdasDe)
  const final = celdasDe(p.metaFinal)
  const base = p.tipo === 'Decreciente' ? celdasDe(p.lineaBase) : []
  const cumplimiento = meta.length === 0 ? [] : [...meta, ...logro, ...base]
  const diferencia = metas.length === 0 ? [] : [...avances, ...metas, ...base]
  const celdas = {
    situacion: meta.length > 0 ? meta : [p.celda, ...avances, ...final],
    metaVigencia: meta,
    logroVigencia: logro,
    cumplimiento,
    cumplimientoPorcentaje: cumplimiento,
    semaforo: meta.length === 0 ? [] : [...cumplimiento, ...rangos.map((r) => r.celda)],
    metaAcumulada: metas,
    logroAcumulado: avances,
    metaFinal: final,
    diferenciaAcumulada: diferencia,
    balance: diferencia,
    avance: [...avances, ...final, ...base],
    planeado: [...metas, ...final, ...base],
  } satisfies CeldasProducto
  const conRespaldo = Object.entries(celdas).map(([cifra, suyas]) => [cifra, suyas.length === 0 ? [p.celda] : suyas])
  return Object.fromEntries(conRespaldo) as CeldasProducto
}

/** The cells on which each figure of a group rests: those of its products, each once, with the weights where they count. */
export function celdasDeGrupo(productos: readonly Producto[], vigencia: number, rangos: readonly RangoSemaforo[]): CeldasGrupo {
  const suyas = productos.map((p) => celdasDeProducto(p, vigencia, rangos))
  const reunir = (...cifras: readonly (keyof CeldasProducto)[]) => unicas(suyas.flatMap((c) => cifras.flatMap((cifra) => c[cifra])))
  const pesos = productos.flatMap((p) => celdasDe(p.importancia))
  const avance = unicas([...reunir('avance'), ...pesos])
  const planeado = unicas([...reunir('planeado'), ...pesos])
  const diferencia = unicas([...avance, ...planeado])
  const situacion = reunir('situacion')
  const color = reunir('semaforo')
  return {
    productos: productos.map((p) => p.celda),
    conMeta: situacion,
    avance,
    planeado,
    diferencia,
    balance: diferencia,
    verde: color,
    amarillo: color,
    rojo: color,
    sinMeta: situacion,
    cumplidos: situacion,
  }
}

function celdasDe(dato: Dato | null): readonly Celda[] {
  return dato === null ? [] : dato.celdas
}

function unicas(celdas: readonly Celda[]): readonly Celda[] {
  return [...new Set(celdas)]
}
