/** What several tables say of the same columns. */
import { reglaDeGrupo, reglaDeProducto } from '../../explain/index.js'
import { BALANCES, type CampoGrupo, type CampoProducto } from '../../model/index.js'
import type { Campo } from '../recurso.js'

/** Where what is read as it stands is written. */
export function deHoja(hoja: string, columna: string): string {
  return `Se lee de la hoja ${hoja}, ${hoja === 'Política' ? 'campo' : 'columna'} ${columna}.`
}

export function porReglaDeProducto(campo: CampoProducto): string {
  const { enunciado, fuente } = reglaDeProducto(campo)
  return `${enunciado} (${fuente})`
}

export function porReglaDeGrupo(campo: CampoGrupo): string {
  const { enunciado, fuente } = reglaDeGrupo(campo)
  return `${enunciado} (${fuente})`
}

export const CODIGO: Campo = {
  nombre: 'codigo',
  titulo: 'Código',
  descripcion: 'Código del producto: objetivo, resultado y producto, separados por puntos.',
  tipo: 'string',
  unidad: '',
  vacio: null,
  regla: deHoja('Productos', 'Código'),
  patron: '^[0-9]+[.][0-9]+[.][0-9]+$',
}

export const VIGENCIA: Campo = {
  nombre: 'vigencia',
  titulo: 'Vigencia',
  descripcion: 'Año del que trata el seguimiento.',
  tipo: 'year',
  unidad: '',
  vacio: null,
  regla: deHoja('Política', 'Vigencia'),
}

export const SECTOR: Campo = {
  nombre: 'sector',
  titulo: 'Sector',
  descripcion: 'Sector de la administración.',
  tipo: 'string',
  unidad: '',
  vacio: null,
  regla: deHoja('Sectores', 'Sector'),
}

export const OBJETIVO: Campo = {
  nombre: 'objetivo',
  titulo: 'Objetivo',
  descripcion: 'Número del objetivo específico.',
  tipo: 'integer',
  unidad: '',
  vacio: null,
  regla: deHoja('Objetivos', 'Objetivo'),
}

export const BALANCE: Campo = {
  nombre: 'balance',
  titulo: 'Balance',
  descripcion: 'Si lleva rezago, va en cumplimiento o sobre-ejecuta.',
  tipo: 'string',
  unidad: '',
  vacio: null,
  regla: '',
  valores: BALANCES,
}

/** The order of a row in its sheet, which is all that tells apart two that are equal. */
export function orden(hoja: string): Campo {
  return {
    nombre: 'orden',
    titulo: 'Orden',
    descripcion: 'Posición de la fila, desde 1.',
    tipo: 'integer',
    unidad: '',
    vacio: null,
    regla: `Orden de las filas de la hoja ${hoja}.`,
    minimo: 1,
  }
}
