export { paginaDeAuditoria } from './auditoria.js'
export { contado, dichoYEsperado, recuento, SEVERIDADES } from './palabras.js'
export { paginaDeVerificacion } from './verificacion.js'
