/** A chart of the report as the document holds it: its numbers and their printed words, without the parts that only a picture draws. */
import type { ChartData } from '../document/index.js'
import type { Grafica } from '../report/index.js'

const KINDS = {
  estados: 'states',
  avance: 'progress',
  mapa: 'map',
  apilada: 'stacked',
  serie: 'years',
  rezagos: 'backlogs',
  metas: 'goals',
} as const satisfies Record<Grafica['tipo'], ChartData['kind']>

export function chartData(chart: Grafica): ChartData {
  return {
    kind: KINDS[chart.tipo],
    categories: chart.etiquetas,
    series: chart.series.map(({ nombre, valores, rotulos }) => ({ name: nombre, values: valores, labels: rotulos })),
    states: 'estados' in chart ? chart.estados : [],
    shares:
      chart.tipo === 'avance' ||
      chart.tipo === 'rezagos' ||
      chart.tipo === 'metas' ||
      (chart.tipo === 'serie' && chart.unidad === 'Porcentaje'),
  }
}
