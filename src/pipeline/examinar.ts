/** A workbook as whoever reviews it must see it: its problems, what changed since another, what the audit finds, and the report with what changed told apart. */
import type { Comparacion } from '../compare/index.js'
import type { Block, Documento } from '../document/index.js'
import type { Codigo } from '../model/index.js'
import { sha256 } from '../outputs/index.js'
import type { Publicado } from '../report/index.js'
import { auditarReport, type LibroAuditado } from './audit.js'
import { compararLeidos, type Leido, ladoDe } from './compare.js'
import { armarLibro, leerValido } from './prepare.js'
import { InvalidInput, type Problemas } from './problems.js'

/** A workbook and what whoever gave it calls it. */
export interface Dado {
  readonly nombre: string
  readonly bytes: Uint8Array
}

/** The report of a workbook without errors. */
export interface Examinado {
  readonly auditoria: LibroAuditado
  /** Null where the workbook that it is held against has errors. */
  readonly comparacion: Comparacion | null
  /** Sector of each product. */
  readonly sectorDe: ReadonlyMap<Codigo, string>
  readonly documento: Documento
  /** Sections of each sector, by its name, in the report's order. */
  readonly deSector: ReadonlyMap<string, readonly string[]>
  /** Places of the blocks that the other report has not, by section. */
  readonly cambiados: ReadonlyMap<string, readonly number[]>
  readonly graficas: Publicado['graficas']
}

export interface Examen {
  readonly libro: { readonly nombre: string; readonly sha256: string }
  readonly base: { readonly nombre: string; readonly sha256: string }
  readonly problemas: Problemas
  /** Null where the workbook or a template has errors. */
  readonly examinado: Examinado | null
}

interface Armado {
  readonly leido: Leido
  readonly documento: Documento
}

/** Examines workbooks with these templates. What was read of the last one that others were held against is kept: it is the same time and again. */
export function examinador(plantillas: ReadonlyMap<string, Uint8Array>): (libro: Dado, base: Dado) => Examen {
  let ultima: { readonly sha256: string; readonly armado: Armado | null } | null = null

  function armadoDe({ bytes }: Dado, huella: string): Armado | null {
    if (ultima?.sha256 !== huella) ultima = { sha256: huella, armado: armar(bytes, plantillas) }
    return ultima.armado
  }

  return (libro, base) => {
    const huellas = { libro: sha256(libro.bytes), base: sha256(base.bytes) }
    const contra = armadoDe(base, huellas.base)
    return {
      libro: { nombre: libro.nombre, sha256: huellas.libro },
      base: { nombre: base.nombre, sha256: huellas.base },
      ...examinar(libro.bytes, contra, plantillas),
    }
  }
}

function examinar(
  bytes: Uint8Array,
  base: Armado | null,
  plantillas: ReadonlyMap<string, Uint8Array>,
): Pick<Examen, 'problemas' | 'examinado'> {
  try {
    const { libro, problemas: suyos } = leerValido(bytes)
    const armado = armarLibro(libro, suyos, plantillas)
    const { report, documento, publicado, chapters, problemas } = armado
    const examinado: Examinado = {
      auditoria: auditarReport(report, publicado),
      comparacion: base && compararLeidos(base.leido, ladoDe(bytes, armado)),
      sectorDe: new Map(libro.productos.map(({ codigo, sector }) => [codigo, sector])),
      documento,
      deSector: new Map([...chapters].map(([sector, { sections }]) => [sector, sections.map(({ id }) => id)])),
      cambiados: base === null ? new Map() : bloquesCambiados(base.documento, documento),
      graficas: publicado.graficas,
    }
    return { problemas, examinado }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    return { problemas: error.problemas, examinado: null }
  }
}

/** Null where the workbook has errors. */
function armar(bytes: Uint8Array, plantillas: ReadonlyMap<string, Uint8Array>): Armado | null {
  try {
    const { libro, problemas } = leerValido(bytes)
    const armado = armarLibro(libro, problemas, plantillas)
    return { leido: ladoDe(bytes, armado), documento: armado.documento }
  } catch (error) {
    if (error instanceof InvalidInput) return null
    throw error
  }
}

/** Places of the blocks of each section that its former edition has not. Those of which nothing changed are left out. */
function bloquesCambiados(antes: Documento, despues: Documento): ReadonlyMap<string, readonly number[]> {
  const viejas = new Map(antes.sections.map(({ id, blocks }) => [id, new Set(blocks.map(loQueDice))]))
  return new Map(
    despues.sections.flatMap(({ id, blocks }) => {
      const dichos = viejas.get(id)
      const otros = blocks.flatMap((block, i) => (dichos?.has(loQueDice(block)) === true ? [] : [i]))
      return otros.length === 0 ? [] : [[id, otros] as const]
    }),
  )
}

/** Where a block's figures and words stand in the workbook, and the marks that are counted through the report, are not what it says. */
const DE_LUGAR = new Set(['mark', 'cell', 'cells'])

function loQueDice(block: Block): string {
  return JSON.stringify(block, (campo, valor: unknown) => (DE_LUGAR.has(campo) ? undefined : valor))
}
