/** What prose is checked against: the figures of the report and the tables and charts as they are published, ready to be looked up. */
import type { IndicadoresGrupo, IndicadoresProducto } from '../indicators/index.js'
import { normalizarNombre } from '../model/index.js'
import type { Publicado, Report } from '../report/index.js'

/** A sector, an objetivo or the policy: its name, its figures and its products. */
export interface HechosGrupo {
  /** As prose names it in double brackets: `Salud`, `objetivo 2`, `política`. */
  readonly nombre: string
  readonly grupo: IndicadoresGrupo
  readonly productos: readonly IndicadoresProducto[]
}

export interface Hechos {
  readonly report: Report
  readonly publicado: Publicado
  /** By code. */
  readonly productos: ReadonlyMap<string, IndicadoresProducto>
  /** By normalised name. Sectors with products only. */
  readonly sectores: ReadonlyMap<string, HechosGrupo>
  /** By number. */
  readonly objetivos: ReadonlyMap<number, HechosGrupo>
  readonly politica: HechosGrupo
}

/** The facts of a report and of what its templates published of it. */
export function hechosDe(report: Report, publicado: Publicado): Hechos {
  const { politica, productos, sectores, objetivos } = report.indicadores
  return {
    report,
    publicado,
    productos: new Map(productos.map((p) => [p.producto.codigo, p])),
    sectores: new Map(sectores.map((s) => [normalizarNombre(s.nombre), s])),
    objetivos: new Map(objetivos.map((o) => [o.numero, { nombre: `objetivo ${o.numero}`, grupo: o.grupo, productos: o.productos }])),
    politica: { nombre: 'política', grupo: politica, productos },
  }
}
