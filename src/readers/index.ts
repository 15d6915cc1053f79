export { conComentarios } from './docx/comments.js'
export { DocumentoIlegible, MAX_BYTES } from './ilegible.js'
export type {
  DocumentoLeido,
  FormattedParagraph,
  Place,
  ReadBlock,
  ReadCell,
  ReadEntry,
  ReadMark,
  TextoConFormato,
} from './leido.js'
export { leerConFormato, leerDocumento } from './read.js'
