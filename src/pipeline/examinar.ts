/** A workbook as whoever reviews it must see it: its problems, what changed since another, what the audit finds, and the report with what changed told apart. */
import { setImmediate } from 'node:timers/promises'
import type { Comparacion } from '../compare/index.js'
import { type Block, type Documento, NO_PARTS, type PartStore } from '../document/index.js'
import { sha256 } from '../hash/index.js'
import type { Codigo } from '../model/index.js'
import type { Publicado } from '../report/index.js'
import type { Limites } from '../workbook/index.js'
import { auditarReport, type LibroAuditado } from './audit.js'
import { compararLeidos, type Leido, ladoDe } from './compare.js'
import { armarLibro, type LibroArmado, type Leido as LibroLeido, leerValido } from './prepare.js'
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

/** All that an examination read, computed and composed of a workbook: a report of the same bytes and templates need not do it again. */
export interface LoExaminado {
  readonly bytes: Uint8Array
  readonly plantillas: ReadonlyMap<string, Uint8Array>
  readonly limites: Limites | undefined
  readonly leido: LibroLeido
  /** Composed as the templates say it without being asked for anything else. */
  readonly armado: LibroArmado
  /** Audited once, when it is first asked for. */
  readonly auditoria: () => LibroAuditado
}

/** A workbook with its report and as a side of a comparison, or what keeps it from having any. */
type Armado = { readonly armado: LibroArmado; readonly leido: LibroLeido; readonly lado: () => Leido } | { readonly problemas: Problemas }

export interface Examinador {
  /**
   * Examines a workbook. `alArmar` is told that it is composed, and has no errors: what it begins, which is waited for, goes on while the
   * audit and the comparison are made.
   */
  readonly examinar: (libro: Dado, base: Dado, alArmar?: () => Promise<void>) => Promise<Examen>
  /** What was made of the last workbook that was composed; null before there is one, or where it has errors. */
  readonly ultimo: () => LoExaminado | null
}

/**
 * Examines workbooks with these templates. What was read of the last one that others were held against is kept: it is the same time and
 * again. `partes`: where the texts that were read before are.
 */
export function examinador(plantillas: ReadonlyMap<string, Uint8Array>, limites?: Limites, partes: PartStore = NO_PARTS): Examinador {
  let ultima: { readonly sha256: string; readonly base: Armado } | null = null
  let ultimo: LoExaminado | null = null

  function deBase({ bytes }: Dado, huella: string): Armado {
    if (ultima?.sha256 !== huella) ultima = { sha256: huella, base: armar(bytes, plantillas, limites, partes) }
    return ultima.base
  }

  async function examinar(libro: Dado, base: Dado, alArmar = async () => {}): Promise<Examen> {
    const huellas = { libro: sha256(libro.bytes), base: sha256(base.bytes) }
    const contra = deBase(base, huellas.base)
    const suyo = huellas.libro === huellas.base ? contra : armar(libro.bytes, plantillas, limites, partes)
    let examinado: Examinado | null = null
    ultimo = null
    if (!('problemas' in suyo)) {
      const { leido, armado } = suyo
      const auditoria = unaVez(() => auditarReport(armado.report, armado.publicado, partes))
      ultimo = { bytes: libro.bytes, plantillas, limites, leido, armado, auditoria }
      await alArmar()
      examinado = await examinadoDe(suyo, contra, auditoria)
    }
    return {
      libro: { nombre: libro.nombre, sha256: huellas.libro },
      base: { nombre: base.nombre, sha256: huellas.base },
      problemas: 'problemas' in suyo ? suyo.problemas : suyo.armado.problemas,
      examinado,
    }
  }
  return { examinar, ultimo: () => ultimo }
}

/** What else is under way in this thread has its turn between one piece of work and the next. */
async function examinadoDe(
  { armado, lado }: Exclude<Armado, { problemas: Problemas }>,
  base: Armado,
  auditar: () => LibroAuditado,
): Promise<Examinado> {
  const { report, documento, publicado, chapters } = armado
  await setImmediate()
  const auditoria = auditar()
  await setImmediate()
  const comparacion = 'problemas' in base ? null : compararLeidos(base.lado(), lado())
  await setImmediate()
  return {
    auditoria,
    comparacion,
    sectorDe: new Map(report.libro.productos.map(({ codigo, sector }) => [codigo, sector])),
    documento,
    deSector: new Map([...chapters].map(([sector, { sections }]) => [sector, sections.map(({ id }) => id)])),
    cambiados: 'problemas' in base ? new Map() : bloquesCambiados(base.armado.documento, documento),
    graficas: publicado.graficas,
  }
}

function unaVez<T>(hacer: () => T): () => T {
  let hecho: { readonly valor: T } | null = null
  return () => {
    hecho ??= { valor: hacer() }
    return hecho.valor
  }
}

function armar(bytes: Uint8Array, plantillas: ReadonlyMap<string, Uint8Array>, limites: Limites | undefined, partes: PartStore): Armado {
  try {
    const leido = leerValido(bytes, limites)
    const armado = armarLibro(leido.libro, leido.problemas, plantillas, partes)
    return { armado, leido, lado: unaVez(() => ladoDe(leido.hojas, armado)) }
  } catch (error) {
    if (error instanceof InvalidInput) return { problemas: error.problemas }
    throw error
  }
}

/** Places of the blocks of each section that its former edition has not. Those of which nothing changed are left out. */
function bloquesCambiados(antes: Documento, despues: Documento): ReadonlyMap<string, readonly number[]> {
  const viejas = new Map(antes.sections.map(({ id, blocks }) => [id, blocks]))
  return new Map(
    despues.sections.flatMap(({ id, blocks }) => {
      const viejos = viejas.get(id) ?? []
      const esta = (block: Block) => viejos.some((viejo) => diceLoMismo(viejo, block))
      // Most are where they were.
      const otros = blocks.flatMap((block, i) => (diceLoMismo(viejos[i], block) || esta(block) ? [] : [i]))
      return otros.length === 0 ? [] : [[id, otros] as const]
    }),
  )
}

/** Where a block's figures and words stand in the workbook, and the marks that are counted through the report, are not what it says. */
const DE_LUGAR = new Set(['mark', 'cell', 'cells'])

/** Whether two parts of a document, which are plain values, say the same. */
function diceLoMismo(uno: unknown, otro: unknown): boolean {
  if (typeof uno !== 'object' || typeof otro !== 'object' || uno === null || otro === null) return uno === otro
  if (Array.isArray(uno) || Array.isArray(otro)) {
    return Array.isArray(uno) && Array.isArray(otro) && uno.length === otro.length && uno.every((parte, i) => diceLoMismo(parte, otro[i]))
  }
  const [suyo, ajeno] = [uno as Readonly<Record<string, unknown>>, otro as Readonly<Record<string, unknown>>]
  for (const campo in suyo) if (!DE_LUGAR.has(campo) && !diceLoMismo(suyo[campo], ajeno[campo])) return false
  for (const campo in ajeno) if (!DE_LUGAR.has(campo) && suyo[campo] === undefined && ajeno[campo] !== undefined) return false
  return true
}
