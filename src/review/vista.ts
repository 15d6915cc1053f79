/** What a page of the review shows, chosen by its address: one workbook, all of it or one sector, and one chapter of its report. */
import type { Comparacion } from '../compare/index.js'
import type { Block, Section } from '../document/index.js'
import { codigo, normalizarNombre } from '../model/index.js'
import type { Examinado } from '../pipeline/index.js'
import type { Revision } from '../revision/index.js'
import type { Theme } from '../theme/index.js'
import type { Puesto } from './sesion.js'

/** What a page is asked for in its address. */
export interface Seleccion {
  /** Name of a sector; null for the whole policy. */
  readonly sector: string | null
  /** Section of the report; null for the first with something changed. */
  readonly capitulo: string | null
}

export interface Vista {
  /** Address of the session, which ends in `/`, and that of this page within it. */
  readonly raiz: string
  readonly pagina: string
  readonly puesto: Puesto
  /** Names of the workbooks that can be opened. */
  readonly libros: readonly string[]
  readonly seleccion: Seleccion
  readonly revision: Revision
  readonly theme: Theme
  /** Name and version. */
  readonly programa: string
  /** What was just done, to be told first; none most times. */
  readonly mensajes: readonly string[]
}

/** A change with its place among those of its kind, by which a form names it. */
export type Numerado<T> = T & { readonly n: number }

export interface Cambios {
  readonly celdas: readonly Numerado<Comparacion['celdas'][number]>[]
  readonly cifras: readonly Numerado<Comparacion['cifras'][number]>[]
  readonly clases: Comparacion['clases']
}

/** The changes of a sector, or all of them. */
export function cambiosDe({ comparacion, sectorDe }: Examinado, sector: string | null): Cambios {
  if (comparacion === null) return { celdas: [], cifras: [], clases: [] }
  const numerados = <T>(lista: readonly T[]) => lista.map((uno, n) => ({ ...uno, n }))
  const todos = { celdas: numerados(comparacion.celdas), cifras: numerados(comparacion.cifras), clases: comparacion.clases }
  if (sector === null) return todos
  return {
    celdas: todos.celdas.filter(({ clave }) => esDe(clave, sector, sectorDe)),
    cifras: todos.cifras.filter((c) => c.sector === sector || (c.codigo !== undefined && esDe(c.codigo, sector, sectorDe))),
    clases: todos.clases.filter((c) => c.sector === sector),
  }
}

/** Whether a row is of a sector: by its product's code, or by its own name. */
function esDe(clave: string, sector: string, sectorDe: Examinado['sectorDe']): boolean {
  const suyo = codigo(clave)
  return suyo === null ? normalizarNombre(clave) === normalizarNombre(sector) : sectorDe.get(suyo) === sector
}

/** A chapter of the report, as the list of chapters names it. */
export interface Capitulo {
  readonly section: Section
  readonly titulo: string
  readonly cambios: number
}

/** The chapters to choose from: those of a sector, or all. The cover has nothing to review. */
export function capitulosDe({ documento, deSector, cambiados }: Examinado, sector: string | null): readonly Capitulo[] {
  const suyas = sector === null ? null : (deSector.get(sector) ?? [])
  return documento.sections
    .filter(({ id, blocks }) => (suyas === null || suyas.includes(id)) && blocks.every(({ type }) => type !== 'cover'))
    .map((section) => ({ section, titulo: tituloDe(section), cambios: cambiados.get(section.id)?.length ?? 0 }))
}

/** The chapter asked for, or the first with something changed, or the first of all. */
export function elegido(capitulos: readonly Capitulo[], pedido: string | null): Capitulo | null {
  return capitulos.find(({ section }) => section.id === pedido) ?? capitulos.find(({ cambios }) => cambios > 0) ?? capitulos[0] ?? null
}

/** The blocks of a section that changed. */
export function marcadosDe({ cambiados }: Examinado, { id, blocks }: Section): ReadonlySet<Block> {
  return new Set((cambiados.get(id) ?? []).flatMap((i) => blocks[i] ?? []))
}

function tituloDe({ id, footer, blocks }: Section): string {
  const titulo = blocks.find((block) => block.type === 'heading')
  const palabras = titulo?.type === 'heading' ? titulo.children.flatMap((nodo) => ('value' in nodo ? [nodo.value] : [])).join('') : ''
  return palabras || footer || id
}

/** The address of a page of the same workbook with another choice. */
export function enlace({ pagina }: Vista, { sector, capitulo }: Partial<Seleccion>, ancla = ''): string {
  const preguntas = new URLSearchParams()
  if (sector !== null && sector !== undefined) preguntas.set('sector', sector)
  if (capitulo !== null && capitulo !== undefined) preguntas.set('capitulo', capitulo)
  const escritas = preguntas.toString()
  return `${pagina}${escritas === '' ? '' : `?${escritas}`}${ancla === '' ? '' : `#${ancla}`}`
}
