/** The tables of a workbook that was read, looked into by what their rows are of and by their columns. */
import { codigo, normalizarNombre } from '../model/index.js'
import type { CeldaLeida, Tabla } from '../workbook/index.js'

/** A row of a table. */
export type FilaLeida = readonly CeldaLeida[]

/** The column that tells the rows of a sheet apart. */
const CLAVE: Readonly<Record<string, string>> = {
  Política: 'Campo',
  Objetivos: 'Objetivo',
  Sectores: 'Sector',
  Productos: 'Código',
  Metas: 'Código',
  Avances: 'Código',
  Reportes: 'Código',
  Semáforo: 'Color',
  Entrega: 'Campo',
}

export const tablaDe = (tablas: readonly Tabla[], hoja: string): Tabla | undefined => tablas.find((una) => una.hoja === hoja)

/** The cell of a row under a header; undefined where there is no such column. */
export function celdaBajo({ columnas }: Tabla, fila: FilaLeida, titulo: string): CeldaLeida | undefined {
  const lugar = columnas.indexOf(titulo)
  return lugar < 0 ? undefined : fila[lugar]
}

/** What a cell says, as text; nothing for an empty one, or for none. */
export function dichoEn(celda: CeldaLeida | undefined): string {
  return celda === undefined || celda.tipo === 'vacia' ? '' : String(celda.valor).trim()
}

/** What tells a row apart from the others of its sheet: a code as the model writes it, else a name without case or accents. Null for what is none. */
export function claveDe(tabla: Tabla, fila: FilaLeida): string | null {
  const titulo = CLAVE[tabla.hoja]
  const celda = titulo === undefined ? undefined : celdaBajo(tabla, fila, titulo)
  if (celda === undefined || celda.tipo === 'vacia') return null
  if (titulo === 'Código') return celda.tipo === 'texto' ? codigo(celda.valor) : null
  return normalizarNombre(dichoEn(celda))
}

/** The rows of a table by what tells them apart, in order; of those that repeat it, the first. */
export function filasDeTabla(tabla: Tabla | undefined): ReadonlyMap<string, FilaLeida> {
  const filas = new Map<string, FilaLeida>()
  for (const fila of tabla?.filas ?? []) {
    const clave = tabla === undefined ? null : claveDe(tabla, fila)
    if (clave !== null && !filas.has(clave)) filas.set(clave, fila)
  }
  return filas
}

/**
 * What a cell holds, so that two that say the same are equal however a program saved them: numbers to the 15 digits that Excel keeps, shown
 * as a percentage or not; texts without the marks of their line ends. Empty for an empty cell.
 */
export function valorDe(celda: CeldaLeida | undefined): string {
  if (celda === undefined) return ''
  switch (celda.tipo) {
    case 'vacia':
      return ''
    case 'texto':
      return `"${celda.valor.replace(/\r\n?/gu, '\n').trim()}`
    case 'fecha':
      return celda.valor
    default:
      return String(Number(celda.valor.toPrecision(15)))
  }
}

/** What a cell holds, as a message shows it. */
export function mostrado(celda: CeldaLeida | undefined): string {
  if (celda === undefined || celda.tipo === 'vacia') return 'una celda vacía'
  if (celda.tipo === 'numero') return EN_ESPANOL.format(celda.valor)
  if (celda.tipo === 'porcentaje') return `${EN_ESPANOL.format(celda.valor * 100)} %`
  const texto = dichoEn(celda)
  return `«${texto.length > LARGO ? `${texto.slice(0, LARGO)}…` : texto}»`
}

const LARGO = 120
const EN_ESPANOL = new Intl.NumberFormat('es-CO', { maximumFractionDigits: 10 })

/** A cell that is nowhere yet, empty or with a text. */
export const celdaNueva = (texto: string | null): CeldaLeida =>
  texto === null ? { celda: '', tipo: 'vacia' } : { celda: '', tipo: 'texto', valor: texto }
