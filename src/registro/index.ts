export { type Linea, linea, type Suceso } from './linea.js'
export { type Escrito, sucesos } from './sucesos.js'
