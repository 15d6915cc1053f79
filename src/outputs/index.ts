export { csv } from './csv.js'
export { cuadroDeGrafica } from './cuadro.js'
export { datosJson } from './datos.js'
export { csvDeGrafica, xlsxDeGrafica } from './datos-de-grafica.js'
export {
  type ArchivoDeGrafica,
  graficasDelManifiesto,
  huellasDeSalidas,
  manifiesto,
  manifiestoDeGraficas,
  sha256,
} from './manifiesto.js'
export { procedenciaJson } from './procedencia.js'
