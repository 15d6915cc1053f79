export type { FirmaLeida } from './campos.js'
export { leerFirma } from './leer.js'
export { firmarPng } from './png.js'
export { firmarSvg } from './svg.js'
