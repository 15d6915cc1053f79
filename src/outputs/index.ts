export { csv } from './csv.js'
export { datosJson } from './datos.js'
export { huellasDeSalidas, manifiesto, sha256 } from './manifiesto.js'
