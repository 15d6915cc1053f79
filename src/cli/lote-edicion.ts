/** One edition from the bytes of a workbook, made where it is asked for: no thread of its own, for whoever makes many at once. */
import { type Formato, generar, type Resultado } from '../pipeline/index.js'
import type { Limites } from '../workbook/index.js'
import { WRITERS } from '../writers/index.js'
import { FONT_FAMILIES, fonts, PACKAGE } from './resources.js'

/** What a workbook is made into a report with. */
export interface Receta {
  /** Every file of the templates' folder, by its path within it. */
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  readonly tema: string
  readonly formatos: readonly Formato[]
  /** Sections that are turned on or off, by name. */
  readonly secciones: ReadonlyMap<string, boolean>
  readonly limites: Limites
  /** Period of the vigencia up to which each counts; null for the whole year. */
  readonly corte: string | null
  readonly estricto: boolean
}

/** Makes it. @throws InvalidInput, PedidoInvalido, HayHallazgos */
export function hacerEdicion(
  libro: { readonly nombre: string; readonly bytes: Uint8Array },
  revision: Uint8Array | null,
  { plantillas, tema, formatos, secciones, limites, corte, estricto }: Receta,
): Promise<Resultado> {
  return generar(
    {
      ...{ libro, revision, plantillas, tema, secciones, limites, corte, estricto },
      ...{ sector: null, borrador: null, estilos: null, graficasEditables: false },
      escritores: new Map(formatos.map((formato) => [formato, WRITERS[formato]])),
      fuentes: { familias: FONT_FAMILIES, leer: fonts },
      version: PACKAGE.version,
    },
    async (_, trabajo) => await trabajo(),
  )
}
