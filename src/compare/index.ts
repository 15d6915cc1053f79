export type { Comparacion, DecisionTomada } from './cambio.js'
export { compararCeldas } from './celdas.js'
export { cifrasDe, compararDatos } from './cifras.js'
export { type Datos, leerDatos } from './datos.js'
export { palabraPorPalabra } from './diferencias.js'
export { porGrupos } from './grupos.js'
export { enPalabras, loPrimero, porGravedad } from './importancia.js'
export { paginaDeComparacion } from './pagina.js'
export {
  celdaEnPalabras,
  cifraEnPalabras,
  claseEnPalabras,
  cuantos,
  decisionesEnPalabras,
  deQuienEs,
  resumen,
  rotuloDe,
  tramosDistintos,
} from './palabras.js'
