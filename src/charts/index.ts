export { NoCabe } from './componer.js'
export type { Imagen } from './draw.js'
export { dibujante, laminas, medidas } from './draw.js'
export type { Firma, FormatoDeImagen, Lamina, Pedido } from './lamina.js'
