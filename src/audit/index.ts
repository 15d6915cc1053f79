export type { Auditoria, Hallazgo, Pasaje, Severidad } from './hallazgo.js'
