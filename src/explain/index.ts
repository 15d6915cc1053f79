export type { Explicacion, Regla } from './explicacion.js'
export { explicar, parecidas } from './explicar.js'
