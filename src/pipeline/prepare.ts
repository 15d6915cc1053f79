/** From the bytes of a workbook and the texts of the templates to a composed report, or everything that is wrong with them. */
import { type ComposeOptions, type Composition, componer, type TemplateFiles } from '../compose/index.js'
import { type Documento, NO_PARTS, type PartStore } from '../document/index.js'
import { calcularIndicadores } from '../indicators/index.js'
import type { Libro } from '../model/index.js'
import { construirReport, type Publicado, type Report } from '../report/index.js'
import { type Hojas, type Limites, readLibro, redactar } from '../workbook/index.js'
import { type Cortado, cortar } from './corte.js'
import { textos } from './files.js'
import { rutasDeImagenes } from './pictures.js'
import { avisoDeTexto, InvalidInput, type Problema, type Problemas, problemaDePlantilla } from './problems.js'

export interface Lectura {
  /** Null where the workbook has errors. */
  readonly libro: Libro | null
  readonly hojas: Hojas | null
  readonly problemas: Problemas
}

/** Reads and validates a workbook. */
function leer(bytes: Uint8Array, limites?: Limites): Lectura {
  const { libro, hojas, errores, avisos } = readLibro(bytes, limites)
  return { libro, hojas, problemas: { errores: errores.map(redactar), avisos: avisos.map(redactar) } }
}

/** Everything computed from a valid workbook. */
export function calcular(libro: Libro): Report {
  return construirReport(libro, calcularIndicadores(libro))
}

/** The document, with the problems of the templates added to those of the workbook. */
function armar(
  report: Report,
  plantillas: TemplateFiles,
  opciones: ComposeOptions,
): { readonly composicion: Composition; readonly problemas: Problemas } {
  const composicion = componer(report, plantillas, opciones)
  return {
    composicion,
    problemas: { errores: composicion.faults.map(problemaDePlantilla), avisos: composicion.notices.map(avisoDeTexto) },
  }
}

/** A workbook without errors, and what its cells hold. */
export interface Leido {
  readonly libro: Libro
  readonly hojas: Hojas
  readonly problemas: Problemas
}

/**
 * `corte`: the period of the vigencia up to which it counts, as somebody asks for it; null for the whole year.
 * @throws InvalidInput where the workbook has errors
 * @throws PedidoInvalido where it has no such period
 */
export function leerValido(bytes: Uint8Array, limites?: Limites, corte: string | null = null): Leido {
  const { libro, hojas, problemas } = leer(bytes, limites)
  if (libro === null || hojas === null) throw new InvalidInput(problemas)
  const cortado = cortar(libro, corte)
  return { libro: cortado.libro, hojas, problemas: alCortar(problemas, cortado) }
}

/** Notices on how the year ended, which a cut says nothing of. */
const DEL_ANIO_ENTERO = new Set(['meta-sin-logro', 'salto-del-logro'])

function alCortar({ errores, avisos }: Problemas, { libro, avisos: suyos }: Cortado): Problemas {
  if (libro.corte === null) return { errores, avisos }
  return { errores, avisos: [...avisos.filter(({ regla }) => !DEL_ANIO_ENTERO.has(regla)), ...suyos] }
}

/** The composed document, and the problems so far with those of the templates. @throws InvalidInput where the templates have errors */
export function armarValido(report: Report, plantillas: TemplateFiles, opciones: ComposeOptions, anteriores: Problemas) {
  const { composicion, problemas: suyos } = armar(report, plantillas, opciones)
  const problemas = juntar(anteriores, suyos)
  if (composicion.documento === null) throw new InvalidInput(problemas)
  return { documento: composicion.documento, publicado: composicion.publicado, chapters: composicion.chapters, problemas }
}

/** A workbook with everything computed and composed, as the templates say it without being asked for anything else. */
export interface LibroArmado {
  readonly report: Report
  readonly documento: Documento
  readonly publicado: Publicado
  readonly chapters: Composition['chapters']
  readonly problemas: Problemas
}

/**
 * `parts`: where what was read before is kept.
 * @throws InvalidInput where the templates have errors
 */
export function armarLibro(
  libro: Libro,
  problemas: Problemas,
  plantillas: ReadonlyMap<string, Uint8Array>,
  parts: PartStore = NO_PARTS,
): LibroArmado {
  const report = calcular(libro)
  const opciones = { pictures: rutasDeImagenes(plantillas), switches: new Map<string, boolean>(), parts }
  return { report, ...armarValido(report, textos(plantillas), opciones, problemas) }
}

/**
 * All the problems of a workbook, and, where it has no errors, of the templates with it, up to a cut where one is asked for.
 * @throws PedidoInvalido where the workbook has no such period
 */
export function revisar(
  bytes: Uint8Array,
  archivos: ReadonlyMap<string, Uint8Array>,
  limites?: Limites,
  corte: string | null = null,
): Problemas {
  const { libro, problemas } = leer(bytes, limites)
  if (libro === null) return problemas
  const cortado = cortar(libro, corte)
  const opciones = { pictures: rutasDeImagenes(archivos), switches: new Map<string, boolean>() }
  return juntar(alCortar(problemas, cortado), armar(calcular(cortado.libro), textos(archivos), opciones).problemas)
}

/** The section that places the charts which the report leaves out unless it is asked for them. */
export const SECCION_DE_ADICIONALES = 'graficas-adicionales'

/**
 * Every chart, as the report numbers and titles them with its additional ones on, which are those of `graficas`.
 * @throws InvalidInput where the templates have errors
 */
export function todasLasGraficas(report: Report, archivos: ReadonlyMap<string, Uint8Array>): Publicado['graficas'] {
  const opciones = { pictures: rutasDeImagenes(archivos), switches: new Map([[SECCION_DE_ADICIONALES, true]]) }
  const { composicion, problemas } = armar(report, textos(archivos), opciones)
  if (composicion.documento === null) throw new InvalidInput(problemas)
  return composicion.publicado.graficas
}

/** Problems of two stages as one list, first come first. */
function juntar(...todos: readonly Problemas[]): Problemas {
  const de = (clase: keyof Problemas): readonly Problema[] => todos.flatMap((p) => p[clase])
  return { errores: de('errores'), avisos: de('avisos') }
}
