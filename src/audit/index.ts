export type { Auditoria, Calculado, Hallazgo, Pasaje, Severidad } from './hallazgo.js'
export type { Hechos, HechosGrupo } from './hechos.js'
export { hechosDe } from './hechos.js'
export { revisarProsa } from './prosa.js'
