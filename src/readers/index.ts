export { DocumentoIlegible, MAX_BYTES, type ReglaIlegible } from './ilegible.js'
export type { DocumentoLeido, FormatoLeido, Place, ReadBlock, ReadCell, ReadEntry } from './leido.js'
export { leerDocumento } from './read.js'
