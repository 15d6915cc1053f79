/** The figures that a chart draws, by the names that prose gives them. */
import type { CampoGrupo, Estado } from '../model/index.js'
import type { Grafica, Report } from '../report/index.js'
import { ID_GRAFICA_POLITICA, idGraficaDeSector } from '../report/index.js'

const CAMPO: Readonly<Record<Estado, CampoGrupo>> = {
  verde: 'verde',
  amarillo: 'amarillo',
  rojo: 'rojo',
  'en-curso': 'con meta',
  'sin-meta': 'sin meta',
  cumplido: 'cumplidos',
}

/** Names of figures, in the order in which the chart tells them. */
export function cifrasDeGrafica(grafica: Grafica, { indicadores }: Report): readonly string[] {
  const sectores = indicadores.sectores.map(({ nombre }) => nombre)
  const porEstado = (sujetos: readonly string[], estados: readonly Estado[]) =>
    sujetos.flatMap((sujeto) => estados.map((estado) => `${sujeto} ${CAMPO[estado]}`))
  switch (grafica.tipo) {
    case 'estados': {
      const sujeto = grafica.id === ID_GRAFICA_POLITICA ? 'política' : sectores.find((sector) => idGraficaDeSector(sector) === grafica.id)
      return sujeto === undefined ? [] : porEstado([sujeto], grafica.estados)
    }
    case 'avance':
      return [...sectores, 'política'].flatMap((sujeto) => [`${sujeto} avance`, `${sujeto} planeado`])
    case 'mapa':
      return porEstado(sectores, grafica.estados)
    case 'apilada': {
      const conProductos = indicadores.objetivos.filter(({ grupo }) => grupo.productos > 0)
      return porEstado(
        conProductos.map(({ numero }) => `objetivo ${numero}`),
        grafica.estados,
      )
    }
    case 'serie':
      return grafica.producto === null ? [] : [`${grafica.producto} meta`, `${grafica.producto} logro`]
    case 'metas':
      return grafica.codigos.map((codigo) => `${codigo} cumplimiento`)
    case 'rezagos':
      return grafica.codigos.flatMap((codigo) => [`${codigo} diferencia`, `${codigo} meta acumulada`])
  }
}
