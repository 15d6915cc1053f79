export { conComentarios } from './docx/comments.js'
export { DocumentoIlegible, MAX_BYTES } from './ilegible.js'
export type { DocumentoLeido, Place, ReadBlock, ReadCell, ReadEntry, ReadMark } from './leido.js'
export { leerDocumento } from './read.js'
