/** A document that somebody edited against the workbook that it came from. */
import { type HallazgoNombrado, hechosDe, separar } from '../audit/index.js'
import { dichoYEsperado, paginaDeVerificacion } from '../hallazgos/index.js'
import { sha256 } from '../hash/index.js'
import type { Politica } from '../model/index.js'
import { conComentarios, type DocumentoLeido, leerDocumento } from '../readers/index.js'
import { type HallazgoEnDocumento, type Verificacion, verificar } from '../verify/index.js'
import type { Limites } from '../workbook/index.js'
import type { EntradaDePagina } from './audit.js'
import { textos, utf8 } from './files.js'
import { rutasDeImagenes } from './pictures.js'
import { armarValido, calcular, leerValido } from './prepare.js'
import { conFaltasDeRevision, conRevision } from './revision.js'
import { leerTema } from './theme.js'

export interface EntradaDeVerificacion {
  readonly documento: { readonly nombre: string; readonly bytes: Uint8Array }
  readonly libro: { readonly nombre: string; readonly bytes: Uint8Array }
  /** How much the workbook may ask for; those of always, unless told. */
  readonly limites?: Limites | undefined
  /** Period of the vigencia up to which the document counts; null, as when it is not given, for the whole year. */
  readonly corte?: string | null
  /** Bytes of the file beside the workbook; null where it is not there. */
  readonly revision: Uint8Array | null
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  /** Sections that the document has, or has not, whatever their templates say, by name. */
  readonly secciones: ReadonlyMap<string, boolean>
  /** Makes the Word file of the same workbook, which alone can tell the pages of another one; null to leave those alone. */
  readonly edicion: (() => Promise<Uint8Array>) | null
}

export interface DocumentoVerificado {
  readonly politica: Politica
  readonly leido: DocumentoLeido
  /** Those that nobody answers for, in the order of the document. */
  readonly hallazgos: readonly HallazgoNombrado<HallazgoEnDocumento>[]
  /** How many the workbook's `Auditoría` accepts. */
  readonly aceptados: number
  readonly revisado: Verificacion['revisado']
}

/**
 * Reads a DOCX, a PDF or a text, and checks it.
 * @throws InvalidInput where the workbook or a template has errors
 * @throws PedidoInvalido where the workbook has not that period
 * @throws DocumentoIlegible where the document cannot be read
 */
export async function verificarDocumento(entrada: EntradaDeVerificacion): Promise<DocumentoVerificado> {
  const { documento, plantillas, secciones } = entrada
  const leido = await leerDocumento(documento.bytes, documento.nombre)
  const { libro, hojas, problemas } = leerValido(entrada.libro.bytes, entrada.limites, entrada.corte)
  const { report, faltas } = conRevision(calcular(libro), hojas, entrada)
  const opciones = { pictures: rutasDeImagenes(plantillas), switches: secciones }
  const { documento: esperado, publicado } = armarValido(report, textos(plantillas), opciones, problemas)
  conFaltasDeRevision(problemas, faltas, esperado)
  const edicion = leido.format === 'docx' && entrada.edicion !== null ? await leerDocumento(await entrada.edicion(), 'edicion.docx') : null
  const { hallazgos, revisado } = verificar(leido, esperado, hechosDe(report, publicado), edicion)
  const { pendientes, aceptados } = separar(hallazgos, libro.aceptaciones)
  return { politica: libro.politica, leido, hallazgos: pendientes, aceptados: aceptados.length, revisado }
}

/**
 * What was found, as a page with the text of the document and each finding in its place.
 * @throws InvalidInput where the theme is not valid
 */
export async function paginaDeDocumento(
  { politica, leido, hallazgos, revisado }: DocumentoVerificado,
  documento: string,
  { libro, plantillas, tema, fuentes, version }: EntradaDePagina,
): Promise<Uint8Array> {
  const theme = leerTema(textos(plantillas), tema, fuentes.familias)
  const pagina = await paginaDeVerificacion({
    theme,
    fonts: await fuentes.leer(theme),
    politica,
    documento,
    bloques: leido.blocks,
    hallazgos,
    revisado,
    libro: { nombre: libro.nombre, sha256: sha256(libro.bytes) },
    programa: `informe ${version}`,
  })
  return utf8(pagina)
}

/** A copy of a Word document with a comment at each finding. */
export function documentoComentado(documento: Uint8Array, { hallazgos }: DocumentoVerificado, fecha: Date): Uint8Array {
  const comentarios = hallazgos.map((hallazgo) => ({
    parrafo: hallazgo.en.paragraph,
    palabras: hallazgo.dice,
    texto: [dichoYEsperado(hallazgo), hallazgo.explicacion, `Hallazgo ${hallazgo.hallazgo}`].filter((linea) => linea !== ''),
  }))
  return conComentarios(documento, comentarios, { autor: 'informe verificar', fecha })
}
