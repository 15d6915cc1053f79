export { conArticulo, conDel } from './articulo.js'
export { construirReport } from './build.js'
export { ID_GRAFICA_POLITICA, idGraficaDeSector } from './charts/estados.js'
export type { Contexto, ContextoGrupo, ContextoObjetivo, ContextoProducto, ContextoSector } from './context.js'
export type { ContextoDecision, ContextoRevision, ContextoVersion } from './contexto-revision.js'
export { type ContextoCorte, nombreDeCorte } from './corte.js'
export { cuadrosEnPalabras } from './cuadros.js'
export { cantidad } from './figures.js'
export { entero, fechaEnColombia, fechaLarga, identificador, lista, numero, porcentaje, porcentajeDe, porcentajeSuelto } from './format.js'
export { publicar } from './numbering.js'
export type {
  CeldaTabla,
  Cifra,
  Colocacion,
  ColumnaTabla,
  Ficha,
  FilaTabla,
  Frase,
  Grafica,
  GraficaDeEstados,
  GraficaDeMapa,
  GraficaDeSerie,
  Origen,
  Publicado,
  Report,
  Tabla,
  Trozo,
} from './report.js'
export { rango } from './tables/semaforo.js'
