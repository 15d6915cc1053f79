export type { Imagen } from './draw.js'
export { dibujante } from './draw.js'
export type { Firma, FormatoDeImagen, Lamina, Pedido } from './lamina.js'
