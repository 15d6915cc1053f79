import { parse } from 'csv-parse/sync'
import type { Fuentes } from '../libro/fuentes.js'

/** A CSV: its headers in their order, which an object with years for keys would not keep, and its rows by header. */
export interface Tabla {
  readonly titulos: readonly string[]
  readonly filas: readonly Readonly<Record<string, string>>[]
}

/** What the formulas are written over: the plain sources of a policy, as they are. */
export interface Plan {
  readonly inicio: number
  readonly fin: number
  readonly vigencia: number
  readonly productos: Tabla
  readonly metas: Tabla
  readonly avances: Tabla
  readonly semaforo: Tabla
  readonly sectores: readonly string[]
  readonly objetivos: readonly string[]
}

export function leerPlan(fuentes: Fuentes): Plan {
  const csv = (archivo: string): Tabla => {
    const [titulos = [], ...filas] = parse(fuentes.get(archivo) ?? '', { trim: true, skip_empty_lines: true }) as string[][]
    return { titulos, filas: filas.map((fila) => Object.fromEntries(titulos.map((titulo, j) => [titulo, fila[j] ?? '']))) }
  }
  const politica = new Map(csv('politica.csv').filas.map(({ Campo, Valor }) => [Campo, Valor]))
  return {
    inicio: Number(politica.get('Año inicial del plan')),
    fin: Number(politica.get('Año final del plan')),
    vigencia: Number(politica.get('Vigencia')),
    productos: csv('productos.csv'),
    metas: csv('metas.csv'),
    avances: csv('avances.csv'),
    semaforo: csv('semaforo.csv'),
    sectores: csv('sectores.csv').filas.map(({ Sector = '' }) => Sector),
    objetivos: csv('objetivos.csv').filas.map(({ Objetivo = '' }) => Objetivo),
  }
}

/** Both ends included. */
export function anios(desde: number, hasta: number): number[] {
  return Array.from({ length: hasta - desde + 1 }, (_, i) => desde + i)
}
