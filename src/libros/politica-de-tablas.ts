/** What the tables of a workbook say of its policy, for whoever has no model of it. */
import { type Fecha, normalizarNombre } from '../model/index.js'
import { diaDeTexto, type Tabla } from '../workbook/index.js'
import type { Plan } from './forma/columnas.js'
import { celdaBajo, dichoEn, filasDeTabla, tablaDe } from './tablas.js'

export interface PoliticaDeTablas {
  readonly nombre: string
  readonly entidad: string
  /** Day of the corte; null where there is none. */
  readonly corte: Fecha | null
  /** Null where any of its years is missing. */
  readonly plan: Plan | null
}

/** The fields of `Política` that are asked for without reading the whole workbook. Empty where there is none. */
export function politicaDeTablas(tablas: readonly Tabla[]): PoliticaDeTablas {
  const politica = tablaDe(tablas, 'Política')
  const filas = filasDeTabla(politica)
  const valor = (campo: string): string => {
    const fila = filas.get(normalizarNombre(campo))
    return politica === undefined || fila === undefined ? '' : dichoEn(celdaBajo(politica, fila, 'Valor'))
  }
  // A year typed as text may have the point of thousands.
  const anio = (campo: string) => Number(valor(campo).replace('.', ''))
  const plan = { inicio: anio('Año inicial del plan'), fin: anio('Año final del plan'), vigencia: anio('Vigencia') }
  return {
    nombre: valor('Nombre'),
    entidad: valor('Entidad líder'),
    corte: diaDeTexto(valor('Fecha de corte')),
    plan: Object.values(plan).every((uno) => Number.isInteger(uno) && uno > 0) ? plan : null,
  }
}
