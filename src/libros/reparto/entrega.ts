/** The sheet `Entrega` of a sector's workbook: who fills it in, and what the program must know of it when it comes back. */
import { normalizarNombre } from '../../model/index.js'
import type { CeldaLeida, Tabla } from '../../workbook/index.js'
import { celdaDeTexto, VACIA } from '../celda.js'
import { columna } from '../forma/columnas.js'
import type { Hoja } from '../hoja.js'
import { celdaBajo, dichoEn, tablaDe } from '../tablas.js'
import { type Huellas, huellasDeTexto, huellasEnTexto } from './huellas.js'
import { enPalabras, periodoPedido } from './periodo.js'
import type { Encargo } from './tablas-de-sector.js'

/** One of the workbooks that were made of one. */
export interface Reparto extends Encargo {
  /** Its place among them, from 1. */
  readonly numero: number
  readonly de: number
  readonly huellas: Huellas
}

/** What a workbook that came back says of itself. */
export interface Entrega extends Reparto {
  /** As typed; empty where nobody did. */
  readonly quien: CeldaLeida
  readonly fecha: CeldaLeida
  /** The cell of its sector: the place of what is wrong with the file as one of the set. */
  readonly celda: string
}

const [QUIEN, FECHA, SECTOR, PERIODO, LIBRO, CONTROL] = [
  'Quién lo diligencia',
  'Fecha de entrega',
  'Sector',
  'Período',
  'Libro',
  'Control',
] as const

export function hojaDeEntrega({ sector, periodo, numero, de, huellas }: Reparto): Hoja {
  const pedida = { abierta: true, aspecto: 'pedida' } as const
  const mostrada = (campo: string, valor: string) => [fija(campo), { ...celdaDeTexto(valor), aspecto: 'mostrada' as const }]
  return {
    nombre: 'Entrega',
    titulo: 'Quién entrega este libro, y cuándo',
    nota: 'Escriba su nombre y la fecha en las celdas amarillas. Lo demás identifica el libro y no se cambia.',
    columnas: [columna('Campo', 'texto', 24), columna('Valor', 'texto', 90)],
    filas: [
      [fija(QUIEN), { ...VACIA, ...pedida, nota: 'Nombre y cargo de quien diligencia. Queda en el registro del libro consolidado.' }],
      [fija(FECHA), { ...VACIA, ...pedida, formato: 'dd/mm/yyyy', clase: 'fecha', nota: 'El día en que lo entrega: día/mes/año.' }],
      mostrada(SECTOR, sector),
      mostrada(PERIODO, periodo),
      mostrada(LIBRO, `${numero} de ${de}`),
      ...huellasEnTexto(huellas).map((texto, i) => mostrada(i === 0 ? CONTROL : `${CONTROL} ${i}`, texto)),
    ],
    proteccion: 'todo-menos-abiertas',
  }
}

const fija = (campo: string) => ({ ...celdaDeTexto(campo), aspecto: 'mostrada' as const })

/** What the sheet `Entrega` says. Null where there is no such sheet; the cell and the name of the field where one is not as it was written. */
export function entregaDe(tablas: readonly Tabla[]): Entrega | { readonly campo: string; readonly celda: string } | null {
  const tabla = tablaDe(tablas, 'Entrega')
  if (tabla === undefined) return null
  const valores = new Map(
    tabla.filas.map((fila) => [
      normalizarNombre(dichoEn(celdaBajo(tabla, fila, 'Campo'))),
      celdaBajo(tabla, fila, 'Valor') ?? { celda: tabla.hoja, tipo: 'vacia' as const },
    ]),
  )
  const valor = (campo: string): CeldaLeida => valores.get(normalizarNombre(campo)) ?? { celda: tabla.hoja, tipo: 'vacia' }
  const periodo = periodoPedido(dichoEn(valor(PERIODO)))
  const [, numero, de] = /^(\d{1,4}) de (\d{1,4})$/u.exec(dichoEn(valor(LIBRO))) ?? []
  const controles = [...valores].filter(([campo]) => campo.startsWith(normalizarNombre(CONTROL))).map(([, celda]) => dichoEn(celda))
  const huellas = huellasDeTexto(controles)
  const malo = (campo: string) => ({ campo, celda: valor(campo).celda })
  if (dichoEn(valor(SECTOR)) === '') return malo(SECTOR)
  if (periodo === null) return malo(PERIODO)
  if (numero === undefined || de === undefined) return malo(LIBRO)
  if (huellas === null) return malo(CONTROL)
  return {
    quien: valor(QUIEN),
    fecha: valor(FECHA),
    sector: dichoEn(valor(SECTOR)),
    celda: valor(SECTOR).celda,
    periodo,
    numero: Number(numero),
    de: Number(de),
    huellas,
  }
}

/** `Ambiente, trimestre 2 de 2031`. */
export const deQuienYCuando = ({ sector, periodo }: Encargo): string => `${sector}, ${enPalabras(periodo)}`
