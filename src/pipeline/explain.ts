/** Where a figure of the report comes from, down to what its cells hold. */
import { type Explicacion, explicar, parecidas } from '../explain/index.js'
import type { Celda } from '../model/index.js'
import { contenidoDe, type Limites } from '../workbook/index.js'
import { textos } from './files.js'
import { rutasDeImagenes } from './pictures.js'
import { armarValido, calcular, leerValido, SECCION_DE_ADICIONALES } from './prepare.js'

/** An explanation whose cells say what they hold. */
export interface FiguraExplicada extends Omit<Explicacion, 'celdas'> {
  readonly celdas: readonly { readonly celda: Celda; readonly contenido: string }[]
}

/**
 * Explains the figures that `peticion` names. Where it names none, `figuras` is empty and `parecidas` are the nearest names.
 * @throws InvalidInput where the workbook or a template has errors
 * @throws PedidoInvalido where the workbook has not that period
 */
export function explicarFigura(
  bytes: Uint8Array,
  archivos: ReadonlyMap<string, Uint8Array>,
  peticion: string,
  limites?: Limites,
  corte: string | null = null,
): { readonly figuras: readonly FiguraExplicada[]; readonly parecidas: readonly string[] } {
  const { libro, hojas, problemas } = leerValido(bytes, limites, corte)
  const report = calcular(libro)
  const { publicado } = armarValido(
    report,
    textos(archivos),
    { pictures: rutasDeImagenes(archivos), switches: new Map([[SECCION_DE_ADICIONALES, true]]) },
    problemas,
  )
  const contenido = contenidoDe(hojas)
  const figuras = explicar(report, publicado, peticion).map((explicada) => ({
    ...explicada,
    celdas: explicada.celdas.map((celda) => ({ celda, contenido: contenido(celda) })),
  }))
  return { figuras, parecidas: figuras.length === 0 ? parecidas(report, peticion) : [] }
}
