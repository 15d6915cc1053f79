import type { GraficaDeEstados } from '../src/report/index.js'

const ESTADOS = ['verde', 'amarillo', 'rojo', 'sin-meta', 'cumplido'] as const
const ETIQUETAS = ['Verde: 75 % o más', 'Amarillo: 51 % a 74 %', 'Rojo: 50 % o menos', 'Sin meta en 2031', 'Cumplidos antes de 2031']

/** A chart with one bar a value, in the fixed order of states. */
export function unaGrafica(
  valores: readonly number[],
  { rotulos = valores.map(String), etiquetas = ETIQUETAS.slice(0, valores.length) }: { rotulos?: string[]; etiquetas?: string[] } = {},
): GraficaDeEstados {
  return {
    tipo: 'estados',
    id: 'una-grafica',
    estados: ESTADOS.slice(0, valores.length),
    etiquetas,
    series: [{ nombre: 'Productos', valores, rotulos }],
    textoAlternativo: '',
  }
}
