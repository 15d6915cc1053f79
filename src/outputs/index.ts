export { csv } from './csv.js'
export { cuadroDeGrafica } from './cuadro.js'
export { datosJson } from './datos.js'
export { csvDeGrafica, xlsxDeGrafica } from './datos-de-grafica.js'
export { inofensivo } from './inofensivo.js'
export {
  type ArchivoDeGrafica,
  type ComoSeHizo,
  manifiesto,
  manifiestoDeDatos,
  manifiestoDeGraficas,
} from './manifiesto.js'
export { manifiestoDeReparto } from './manifiesto-de-reparto.js'
export { graficasDelManifiesto, huellasDeSalidas, leerManifiesto, type ManifiestoLeido } from './manifiesto-leido.js'
export { procedenciaJson } from './procedencia.js'
