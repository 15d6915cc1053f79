/**
 * Names by which typed prose asks for a computed figure, in double brackets: `[[Salud avance]]`, `[[2.1.2 logro]]`,
 * `[[política verde]]`, `[[objetivo 2 productos]]`, `[[jornadas asistentes]]`. A name is a subject and a field. Names match
 * without regard to case, accents or repeated spaces. Source: contract, «Markdown columns».
 */

import type { Objetivo, Producto, Sector } from './libro.js'

export const CAMPOS_PRODUCTO = [
  'meta',
  'logro',
  'cumplimiento',
  'semáforo',
  'situación',
  'meta acumulada',
  'logro acumulado',
  'meta final',
  'diferencia',
  'balance',
] as const
export type CampoProducto = (typeof CAMPOS_PRODUCTO)[number]

export const CAMPOS_GRUPO = [
  'productos',
  'con meta',
  'avance',
  'planeado',
  'diferencia',
  'balance',
  'verde',
  'amarillo',
  'rojo',
  'sin meta',
  'cumplidos',
] as const
export type CampoGrupo = (typeof CAMPOS_GRUPO)[number]

export const CAMPOS_POLITICA = [...CAMPOS_GRUPO, 'vigencia', 'inicio', 'fin'] as const
export type CampoPolitica = (typeof CAMPOS_POLITICA)[number]

export const CAMPOS_EVENTOS = {
  capacitaciones: ['total', 'participantes', 'sesiones'],
  jornadas: ['total', 'asistentes'],
  reuniones: ['total'],
} as const

/** The form in which names are compared: lower case, no accents, single spaces. */
export function normalizarNombre(nombre: string): string {
  return nombre.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** What of a workbook decides which names there are: so much is known even while it is being read. */
export interface Nombrables {
  readonly objetivos: readonly Pick<Objetivo, 'numero'>[]
  readonly sectores: readonly Pick<Sector, 'nombre'>[]
  readonly productos: readonly Pick<Producto, 'codigo' | 'sector'>[]
  readonly capacitaciones: readonly unknown[] | null
  readonly jornadas: readonly unknown[] | null
  readonly reuniones: readonly unknown[] | null
}

/** Every name that the prose of this workbook may use, as the user guide writes them. Sectors without products have none. */
export function nombresDeCifras(libro: Nombrables): readonly string[] {
  const conProductos = new Set(libro.productos.map((p) => p.sector))
  const nombres = CAMPOS_POLITICA.map((campo) => `política ${campo}`)
  for (const o of libro.objetivos) nombres.push(...CAMPOS_GRUPO.map((campo) => `objetivo ${o.numero} ${campo}`))
  for (const s of libro.sectores) {
    if (conProductos.has(s.nombre)) nombres.push(...CAMPOS_GRUPO.map((campo) => `${s.nombre} ${campo}`))
  }
  for (const p of libro.productos) nombres.push(...CAMPOS_PRODUCTO.map((campo) => `${p.codigo} ${campo}`))
  for (const hoja of ['capacitaciones', 'jornadas', 'reuniones'] as const) {
    if (libro[hoja] !== null) nombres.push(...CAMPOS_EVENTOS[hoja].map((campo) => `${hoja} ${campo}`))
  }
  return nombres
}
