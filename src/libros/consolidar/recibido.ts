/** A workbook that came back from a sector: what it says of itself, and its rows. */
import type { FaltaRedactada, Guardado, Tabla } from '../../workbook/index.js'
import { type Entrega, entregaDe } from '../reparto/entrega.js'
import { type Huellas, huellasDe } from '../reparto/huellas.js'
import { soloConocidas } from '../reparto/tablas-de-sector.js'
import { type FilaLeida, filasDeTabla } from '../tablas.js'
import { falta, lugarEn } from './palabras.js'

/** A file as the reader gives it. */
export interface ArchivoRecibido {
  /** Its name, as people are told it. */
  readonly archivo: string
  /** Null where it could not be opened as a workbook. */
  readonly tablas: readonly Tabla[] | null
  readonly errores: readonly FaltaRedactada[]
  readonly avisos: readonly FaltaRedactada[]
  readonly guardado: Guardado
}

/** A sector's workbook. */
export interface LibroDeSector extends ArchivoRecibido {
  readonly entrega: Entrega
  /** Of its sheets, the columns that the program wrote or knows. */
  readonly tablas: readonly Tabla[]
  /** Of what it holds now. */
  readonly huellas: Huellas
  /** The rows of a sheet by what they are of. */
  filas(hoja: string): ReadonlyMap<string, FilaLeida>
}

/** What the file is, or why it is not a sector's workbook. */
export function recibir(recibido: ArchivoRecibido): LibroDeSector | FaltaRedactada | null {
  const { archivo, tablas } = recibido
  // Why it could not be opened is among its errors.
  if (tablas === null) return null
  const entrega = entregaDe(tablas)
  if (entrega === null) return falta('sin-entrega', archivo, 'un libro sin ella')
  if ('campo' in entrega) return falta('entrega-danada', lugarEn(archivo, entrega.celda), 'otra cosa, o nada', { campo: entrega.campo })
  const conocidas = tablas.map((tabla) => soloConocidas(tabla))
  const filas = new Map(conocidas.map((tabla) => [tabla.hoja, filasDeTabla(tabla)]))
  return {
    ...recibido,
    entrega,
    tablas: conocidas,
    huellas: huellasDe(conocidas, entrega.periodo),
    filas: (hoja) => filas.get(hoja) ?? new Map(),
  }
}

/** The codes that were handed out to it. */
export function repartidos({ entrega }: LibroDeSector): readonly string[] {
  return [...new Set([...entrega.huellas.keys()].flatMap((nombre) => nombre.split(' ')[1] ?? []))]
}
