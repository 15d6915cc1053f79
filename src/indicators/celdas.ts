import { type CampoGrupo, type CampoProducto, type Celda, type Dato, type Libro, type Producto, unaVezPorCada } from '../model/index.js'
import { avanceDeLaVigencia, avancesQueCuentan, metaDeLaVigencia, metasQueCuentan } from './anualizacion.js'

type CeldasDeProducto = Readonly<Record<CampoProducto, readonly Celda[]>>

/**
 * The cells of the workbook on which each figure of a product rests, by the field that names it, chosen by the very rules that compute
 * it: goals and achievements that count, the línea base of a Decreciente, the final goal, the ranges of the semáforo. A figure that
 * has no cell (none was typed) rests on the product's own.
 */
export const celdasDeProducto = unaVezPorCada((libro: Libro, p: Producto): CeldasDeProducto => {
  const { vigencia } = libro.politica
  const meta = celdasDe(metaDeLaVigencia(p, vigencia))
  const logro = celdasDe(avanceDeLaVigencia(p, vigencia))
  const { metas, avances, final, base } = celdasAcumuladas(vigencia, p)
  const oLaSuya = (celdas: readonly Celda[]) => (celdas.length === 0 ? [p.celda] : celdas)
  const cumplimiento = meta.length === 0 ? [p.celda] : [...meta, ...logro, ...base]
  const diferencia = metas.length === 0 ? [p.celda] : [...avances, ...metas, ...base]
  return {
    meta: oLaSuya(meta),
    logro: oLaSuya(logro),
    cumplimiento,
    semáforo: meta.length === 0 ? [p.celda] : [...cumplimiento, ...libro.semaforo.map((r) => r.celda)],
    situación: meta.length === 0 ? [p.celda, ...avances, ...final] : meta,
    'meta acumulada': oLaSuya(metas),
    'logro acumulado': oLaSuya(avances),
    'meta final': final,
    diferencia,
    balance: diferencia,
  }
})

/** The cells on which each figure of a group rests, by the field that names it: those of its products, each once, and their weights. */
export function celdasDeGrupo(libro: Libro, productos: readonly Producto[]): Readonly<Record<CampoGrupo, readonly Celda[]>> {
  const porProducto = productos.map((p) => celdasDeProducto(libro, p))
  const situacion = unicas(porProducto.flatMap((c) => c.situación))
  const color = unicas(porProducto.flatMap((c) => c.semáforo))
  const { avance, planeado } = celdasDeAvance(libro.politica.vigencia, productos)
  const diferencia = unicas([...avance, ...planeado])
  return {
    productos: productos.map((p) => p.celda),
    'con meta': situacion,
    avance,
    planeado,
    diferencia,
    balance: diferencia,
    verde: color,
    amarillo: color,
    rojo: color,
    'sin meta': situacion,
    cumplidos: situacion,
  }
}

/** The cells on which avance and planeado of a group at the end of a year rest, each once: those of its products, and their weights. */
export function celdasDeAvance(anio: number, productos: readonly Producto[]): Readonly<Record<'avance' | 'planeado', readonly Celda[]>> {
  const acumuladas = productos.map((p) => celdasAcumuladas(anio, p))
  const pesos = productos.flatMap((p) => celdasDe(p.importancia))
  return {
    avance: unicas([...acumuladas.flatMap((c) => [...c.avances, ...c.final, ...c.base]), ...pesos]),
    planeado: unicas([...acumuladas.flatMap((c) => [...c.metas, ...c.final, ...c.base]), ...pesos]),
  }
}

/** The cells of what is accumulated up to a year. */
function celdasAcumuladas(vigencia: number, p: Producto) {
  return {
    metas: metasQueCuentan(p, vigencia).flatMap(celdasDe),
    avances: avancesQueCuentan(p, vigencia).flatMap(celdasDe),
    final: celdasDe(p.metaFinal),
    base: p.tipo === 'Decreciente' ? celdasDe(p.lineaBase) : [],
  }
}

function celdasDe(dato: Dato | null): readonly Celda[] {
  return dato === null ? [] : dato.celdas
}

function unicas(celdas: readonly Celda[]): readonly Celda[] {
  return [...new Set(celdas)]
}
