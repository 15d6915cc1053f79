export { hallazgosDe, paginaDeAuditoria } from './auditoria.js'
export { ESTILO_DE_HALLAZGOS } from './estilo.js'
export { contado, dichoYEsperado, recuento, SEVERIDADES } from './palabras.js'
export { paginaDeVerificacion } from './verificacion.js'
