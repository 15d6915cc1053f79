import type { Firma } from '../src/charts/index.js'

/** A title and a source as long as those of a report. */
export const PALABRAS = {
  rotulo: 'Gráfica A12',
  titulo: 'Número de productos del sector Desarrollo Económico, Industria y Turismo según su cumplimiento, vigencia 2031',
  fuente: 'Fuente: elaboración propia con base en los reportes oficiales de los sectores sobre el Plan de Acción, vigencia 2031.',
} as const

export const FIRMA: Firma = {
  titulo: 'Gráfica A12. Número de productos',
  textoAlternativo: 'Barras: «verde», 6; rojo, 1.',
  fuente: PALABRAS.fuente,
  libro: '0123456789abcdef'.repeat(4),
  programa: 'informe 9.9.9',
  corte: '2031-12-31',
}
