/** A chart's data and the theme as a chart.js configuration. Every length in pixels, from the theme's points. */
import type { ChartConfiguration } from 'chart.js'
import type {} from 'chartjs-plugin-datalabels'
import type { GraficaDeEstados } from '../report/index.js'
import type { Theme } from '../theme/index.js'
import type { Fill } from './fills.js'
import { labelLines, type Measure, widest } from './labels.js'

/** Space between a label and the axis, and between a bar's end and its figure, in points. */
const GAP = 6

/** Size of a chart's picture in pixels: the theme's width, and a height that follows the number of bars. */
export function sizeOf(grafica: GraficaDeEstados, { grafica: look }: Theme): { readonly width: number; readonly height: number } {
  return {
    width: Math.round(look.ancho * look.densidad),
    height: Math.round(grafica.etiquetas.length * (look.barra + look.entreBarras) * look.densidad),
  }
}

/** Font of a chart's words as a canvas takes it. The family is quoted: «Source Sans 3» is no name in CSS without it. */
export function fontOf(family: string, theme: Theme, weight: 'normal' | 'bold') {
  return { family: `"${family}"`, size: theme.grafica.cuerpo * theme.grafica.densidad, weight }
}

/**
 * Horizontal bars in the order given, zeros kept, no grid and one axis line. A bar as long as the whole plot is the sum of the series, so that its length is read as a share of the whole.
 * `fills`: one a bar. `measures`: `normal` for the labels' font, `bold` for the figures'.
 */
export function barChart(
  grafica: GraficaDeEstados,
  theme: Theme,
  family: string,
  fills: readonly Fill[],
  measures: { readonly normal: Measure; readonly bold: Measure },
): ChartConfiguration<'bar', number[], string | readonly string[]> {
  const { width } = sizeOf(grafica, theme)
  const { barra, contorno, densidad } = theme.grafica
  const { tinta } = theme.colores
  const valores = grafica.series[0]?.valores.map((valor) => valor ?? 0) ?? []
  const rotulos = grafica.series[0]?.rotulos ?? []
  const labels = grafica.etiquetas.map((etiqueta) => labelLines(etiqueta, width, measures.normal))
  const gap = GAP * densidad
  const line = contorno * densidad
  return {
    type: 'bar',
    data: {
      labels: labels.map((lines) => (lines.length === 1 ? (lines[0] ?? '') : lines)),
      datasets: [
        {
          data: [...valores],
          backgroundColor: [...fills],
          borderColor: tinta,
          // A bar of nothing has no contour: the axis line and its figure say it.
          borderWidth: valores.map((valor) => (valor === 0 ? 0 : line)),
          borderSkipped: 'start',
          inflateAmount: 0,
          barThickness: Math.round(barra * densidad),
        },
      ],
    },
    options: {
      indexAxis: 'y',
      responsive: false,
      animation: false,
      devicePixelRatio: 1,
      events: [],
      layout: { padding: { right: Math.ceil(gap + widest(rotulos, measures.bold)) + 1 }, autoPadding: false },
      scales: {
        x: {
          display: false,
          min: 0,
          max: Math.max(
            1,
            valores.reduce((sum, valor) => sum + valor, 0),
          ),
        },
        y: {
          border: { color: tinta, width: line, z: 1 },
          grid: { display: false, tickLength: 0 },
          ticks: { color: tinta, font: fontOf(family, theme, 'normal'), padding: gap, autoSkip: false, crossAlign: 'near' },
          afterFit: (scale) => {
            // chart.js reserves half a label above and below, room that these labels do not need: they stand beside their bars.
            Object.assign(scale, { paddingTop: 0, paddingBottom: 0 })
            scale.width = Math.ceil(widest(labels.flat(), measures.normal) + gap + line)
          },
        },
      },
      plugins: {
        legend: { display: false },
        tooltip: { enabled: false },
        datalabels: {
          anchor: 'end',
          align: 'end',
          offset: gap,
          padding: 0,
          clip: false,
          color: tinta,
          font: fontOf(family, theme, 'bold'),
          formatter: (_valor, { dataIndex }) => rotulos[dataIndex] ?? '',
        },
      },
    },
  }
}
