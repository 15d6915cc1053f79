export type { CampoGrupo, CampoPolitica, CampoProducto } from './cifras.js'
export { CAMPOS_EVENTOS, CAMPOS_GRUPO, CAMPOS_POLITICA, CAMPOS_PRODUCTO, nombresDeCifras, normalizarNombre } from './cifras.js'
export type { Codigo } from './codigo.js'
export { codigo, compararCodigos, objetivoDe } from './codigo.js'
export type {
  Aceptacion,
  Avance,
  Balance,
  Capacitacion,
  Celda,
  Color,
  Corte,
  Credito,
  Dato,
  Estado,
  EstadoAlCierre,
  Fecha,
  Jornada,
  Libro,
  Objetivo,
  Periodicidad,
  Periodo,
  Politica,
  Producto,
  Prosa,
  RangoSemaforo,
  Reunion,
  Sector,
  Situacion,
  Texto,
  TipoAnualizacion,
  Unidad,
} from './libro.js'
export { BALANCES, COLORES, ESTADOS, ESTADOS_EN_CURSO, PERIODICIDADES, SITUACIONES, TIPOS_ANUALIZACION, UNIDADES } from './libro.js'
export { cierraElAnio, codigoDePeriodo, mesDeCierre, PERIODOS_DEL_ANIO } from './periodo.js'
export { prosasDe } from './prosas.js'
export { unaVezPorCada } from './una-vez.js'
