export type { Explicacion } from './explicacion.js'
export { explicar, explicarOrigen, parecidas } from './explicar.js'
export { reglaDeGrupo, reglaDeProducto } from './reglas.js'
