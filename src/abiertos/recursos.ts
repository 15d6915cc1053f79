import type { Publicado, Report } from '../report/index.js'
import { diccionario } from './diccionario.js'
import type { Recurso } from './recurso.js'
import { cifrasDeProductos, indicadores } from './recursos/cifras.js'
import { estadosDeProductos } from './recursos/estados.js'
import { recursosDeEventos } from './recursos/eventos.js'
import { resultadosDeGrupos } from './recursos/grupos.js'
import { recursosDelPlan } from './recursos/plan.js'
import { recursosDeTablas } from './recursos/tablas.js'

/**
 * The open data of a report: the plan and its figures in tidy tables (one row an observation), then every table that the report prints,
 * then the dictionary of them all. Figures are those of the report, unrounded; nothing is computed here.
 */
export function recursosAbiertos(report: Report, publicado: Publicado): readonly Recurso[] {
  const { libro, indicadores: suyos } = report
  const { sigla, vigencia } = libro.politica
  const datos = [
    ...recursosDelPlan(libro),
    indicadores(),
    cifrasDeProductos(suyos, vigencia),
    estadosDeProductos(suyos, vigencia),
    ...resultadosDeGrupos(suyos, sigla, vigencia),
    ...recursosDeEventos(libro),
    ...recursosDeTablas(report, publicado),
  ]
  return [...datos, diccionario(datos)]
}
