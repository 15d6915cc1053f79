export { CambiosPendientes, conControlDeCambios } from './redline.js'
export type { Changes } from './settle.js'
