import type { Grafica } from '../report/index.js'

/**
 * A chart as the text of a post: its title and, line by line, what it shows, in the words and figures that it prints. In charts of many
 * states, those that a line has none of are left out.
 */
export function publicacionDe(titulo: string, grafica: Grafica): string {
  return [titulo, ...grafica.etiquetas.map((etiqueta, i) => `${etiqueta} — ${cifras(grafica, i)}`)].join('\n')
}

function cifras({ tipo, series }: Grafica, i: number): string {
  if (series.length === 1) return series[0]?.rotulos[i] ?? ''
  const porEstado = tipo === 'mapa' || tipo === 'apilada'
  const suyas = series.filter(({ valores }) => !porEstado || valores[i] !== 0)
  return suyas.map(({ nombre, rotulos }) => `${nombre}: ${rotulos[i] ?? ''}`).join('; ')
}
