import { compararCodigos, type Dato, normalizarNombre, objetivoDe, type Politica, type Producto, type Sector } from '../model/index.js'
import { addressOf, type Cell } from './cell.js'
import { avancesOf } from './check-avances.js'
import type { Keys } from './keys.js'
import { complete } from './rows.js'
import type { ProductoLeido } from './sheets/productos.js'
import { type SerieLeida, saysReconstruida } from './sheets/series.js'
import { buildReporte, type FilaReporte } from './sheets/textos.js'

/** What is known of the products, sheet by sheet. */
export interface Piezas {
  readonly productos: Keys<ProductoLeido>
  readonly metas: Keys<SerieLeida>
  readonly avances: Keys<SerieLeida>
  readonly reportes: Keys<FilaReporte>
}

/** The products as the model keeps them: by sector in `Orden`, then by code, numerically. Only for a workbook without errors. */
export function buildProductos(piezas: Piezas, politica: Politica, sectores: readonly Sector[]): readonly Producto[] {
  const orden = new Map(sectores.map((sector) => [sector.nombre, sector.orden]))
  const nombres = new Map(sectores.map((sector) => [normalizarNombre(sector.nombre), sector.nombre]))
  return [...piezas.productos.items.values()]
    .map((leido) => productoOf(leido, piezas, politica, nombres))
    .sort((a, b) => (orden.get(a.sector) ?? 0) - (orden.get(b.sector) ?? 0) || compararCodigos(a.codigo, b.codigo))
}

function productoOf(leido: ProductoLeido, piezas: Piezas, politica: Politica, sectores: ReadonlyMap<string, string>): Producto {
  const { fila, lineaBase, metaFinal, anios } = leido
  const v = complete(fila)
  const metas = piezas.metas.items.get(v.Código)
  const avances = piezas.avances.items.get(v.Código)
  const reconstruida = saysReconstruida(v.Procedencia)
  if (metaFinal === undefined || lineaBase === undefined || anios === undefined) throw new TypeError(`Product ${v.Código} was not read.`)
  return {
    codigo: v.Código,
    nombre: v.Producto,
    sector: sectores.get(normalizarNombre(v.Sector)) ?? v.Sector,
    objetivo: objetivoDe(v.Código),
    entidad: v['Entidad responsable'],
    indicador: v.Indicador,
    tipo: v['Tipo de anualización'],
    periodicidad: v.Periodicidad,
    unidad: v.Unidad,
    unidadSingular: v['Unidad de medida (singular)'],
    unidadPlural: v['Unidad de medida (plural)'],
    lineaBase: dato(lineaBase, fila.cell('Línea base')),
    inicio: anios.inicio,
    fin: anios.fin,
    metaFinal: { valor: metaFinal, celdas: [addressOf(fila.cell('Meta final'))] },
    importancia: dato(v['Importancia relativa'], fila.cell('Importancia relativa')),
    metas: metas === undefined ? new Map() : metasOf(metas),
    avances: avances === undefined ? new Map() : avancesOf(avances, v['Tipo de anualización'], politica.vigencia),
    reconstruidas: { metas: reconstruida || metas?.reconstruida === true, avances: reconstruida || avances?.reconstruida === true },
    ...buildReporte(piezas.reportes.items.get(v.Código)),
    celda: addressOf(fila.cell('Código')),
  }
}

function metasOf({ entries }: SerieLeida): Producto['metas'] {
  return new Map(
    entries.flatMap(({ column, cell, value }) =>
      typeof value === 'number' ? [[column.year, { valor: value, celdas: [addressOf(cell)] }]] : [],
    ),
  )
}

function dato(valor: number | null, cell: Cell): Dato | null {
  return valor === null ? null : { valor, celdas: [addressOf(cell)] }
}
