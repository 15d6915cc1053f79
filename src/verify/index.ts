export type { HallazgoEnDocumento } from './lugar.js'
export { type Verificacion, verificar } from './verificar.js'
