export type { Imagen } from './draw.js'
export { dibujante } from './draw.js'
