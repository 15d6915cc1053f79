/** What is typed in a workbook against its own figures. */
import { type Auditoria, auditar, hechosDe, type Separados, separar } from '../audit/index.js'
import type { Assets, PartStore } from '../document/index.js'
import { paginaDeAuditoria, recuento } from '../hallazgos/index.js'
import { sha256 } from '../hash/index.js'
import type { Politica } from '../model/index.js'
import { identificador, type Publicado, type Report } from '../report/index.js'
import type { Theme } from '../theme/index.js'
import type { Limites } from '../workbook/index.js'
import { textos, utf8 } from './files.js'
import { armarLibro, leerValido } from './prepare.js'
import { leerTema } from './theme.js'

/** The findings of a workbook, those accepted apart, and how much was looked at. */
export interface LibroAuditado extends Separados {
  readonly politica: Politica
  readonly revisado: Auditoria['revisado']
}

/**
 * Audits a workbook.
 * @throws InvalidInput where the workbook or a template has errors
 * @throws PedidoInvalido where the workbook has not that period
 */
export function auditarLibro(
  bytes: Uint8Array,
  archivos: ReadonlyMap<string, Uint8Array>,
  limites?: Limites,
  corte: string | null = null,
): LibroAuditado {
  const { libro, problemas } = leerValido(bytes, limites, corte)
  const { report, publicado } = armarLibro(libro, problemas, archivos)
  return auditarReport(report, publicado)
}

/** The same of a report that is computed already. `partes`: where what was read before is kept. */
export function auditarReport(report: Report, publicado: Publicado, partes?: PartStore): LibroAuditado {
  const { hallazgos, revisado } = auditar(hechosDe(report, publicado), partes)
  return { politica: report.libro.politica, revisado, ...separar(hallazgos, report.libro.aceptaciones) }
}

/** Thrown by whoever was asked not to let findings through. `message` counts them. */
export class HayHallazgos extends Error {
  override readonly name = 'HayHallazgos'

  constructor(hallazgos: LibroAuditado['pendientes']) {
    super(`La auditoría del libro encontró ${recuento(hallazgos)} sin aceptar`)
  }
}

export interface EntradaDePagina {
  readonly libro: { readonly nombre: string; readonly bytes: Uint8Array }
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  readonly tema: string
  readonly fuentes: { readonly familias: readonly string[]; readonly leer: (tema: Theme) => Promise<Assets['fonts']> }
  readonly version: string
}

/**
 * The audit of a workbook as a page, and the name of its file.
 * @throws InvalidInput where the theme is not valid
 */
export async function paginaDeLibro(
  auditado: LibroAuditado,
  { libro, plantillas, tema, fuentes, version }: EntradaDePagina,
): Promise<{ readonly nombre: string; readonly pagina: Uint8Array }> {
  const theme = leerTema(textos(plantillas), tema, fuentes.familias)
  const { sigla, vigencia } = auditado.politica
  const pagina = await paginaDeAuditoria({
    ...auditado,
    theme,
    fonts: await fuentes.leer(theme),
    libro: { nombre: libro.nombre, sha256: sha256(libro.bytes) },
    programa: `informe ${version}`,
  })
  return { nombre: `auditoria-${identificador(`${sigla} ${vigencia}`)}.html`, pagina: utf8(pagina) }
}
