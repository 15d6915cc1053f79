export { NoCabe } from './componer.js'
export type { Imagen, Trazada } from './draw.js'
export { dibujante, dibujarTrazadas, laminas, trazador } from './draw.js'
export type { Firma, FormatoDeImagen, Lamina, Pedido } from './lamina.js'
