export { type PaginaDeAuditoria, paginaDeAuditoria } from './auditoria.js'
export { contado, cortado, dichoYEsperado, recuento, SEVERIDADES } from './palabras.js'
export { type PaginaDeVerificacion, paginaDeVerificacion } from './verificacion.js'
