export { type Comparada, compararPlantillas, type Diferencia } from './comparar.js'
export { copia, leerCopiado, REGISTRO } from './copia.js'
