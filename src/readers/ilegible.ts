/** Why a document could not be read, in words for whoever brought it. */
const WORDS = {
  vacio: 'El archivo está vacío.',
  'muy-grande': 'El archivo es demasiado grande: se leen documentos de hasta 100 MB.',
  'se-infla': 'El archivo se infla demasiado al abrirlo: no es un documento de Word como los que se leen aquí.',
  'formato-desconocido': 'El archivo no es un documento de Word (.docx), un PDF ni un texto.',
  'no-es-word':
    'El archivo no es un documento de Word (.docx): solo en uno de Word están las marcas que dicen de qué celda viene cada texto.',
  'otro-formato': 'El contenido del archivo no es del formato que dice su nombre. Cámbiele la extensión por la que le corresponde.',
  'word-antiguo': 'El archivo es un documento de Word antiguo (.doc) o tiene contraseña. Guárdelo como .docx, sin contraseña.',
  cifrado: 'El PDF tiene contraseña. Guárdelo sin ella y vuelva a intentarlo.',
  'solo-imagenes': 'El PDF no tiene texto: sus páginas son imágenes. Use el PDF original o páselo antes por un reconocedor de texto.',
  'muchas-paginas': 'El PDF tiene demasiadas páginas: se leen documentos de hasta 2.000.',
  danado: 'El archivo está dañado o incompleto y no se puede abrir.',
} as const

export type ReglaIlegible = keyof typeof WORDS

/** A file that is no document that can be read. `message` says why, in Spanish. */
export class DocumentoIlegible extends Error {
  override readonly name = 'DocumentoIlegible'

  constructor(
    readonly regla: ReglaIlegible,
    options?: ErrorOptions,
  ) {
    super(WORDS[regla], options)
  }
}

/** The largest file that is read, in bytes. Whoever has the file's size should ask before reading it. */
export const MAX_BYTES = 100 * 1024 * 1024
