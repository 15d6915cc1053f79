export { frasesDistintas } from './frases.js'
export type { HallazgoEnDocumento } from './lugar.js'
export { type Verificacion, verificar } from './verificar.js'
