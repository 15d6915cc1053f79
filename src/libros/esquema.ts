/** The form of the workbook: every sheet of the contract, with what each column holds. */
import { celdaDeTexto } from './celda.js'
import { columna, type EsquemaHoja, type Plan } from './forma/columnas.js'
import { HOJA_PRODUCTOS, HOJA_REPORTES, HOJA_SEMAFORO, hojaDeAvances, hojaDeMetas } from './forma/plan.js'
import { HOJA_CREDITOS, HOJA_OBJETIVOS, HOJA_POLITICA, HOJA_SECTORES } from './forma/politica.js'
import { HOJA_AUDITORIA, HOJA_CAPACITACIONES, HOJA_JORNADAS, HOJA_REGISTRO, HOJA_REUNIONES, HOJA_TEXTOS } from './forma/seguimiento.js'
import type { Hoja } from './hoja.js'

/** The sheets of the contract in their order, without rows; those of years by the plan. `Instrucciones` is apart. Source: contract, «Sheets». */
export function esquema(plan: Plan): readonly EsquemaHoja[] {
  return [
    HOJA_POLITICA,
    HOJA_CREDITOS,
    HOJA_OBJETIVOS,
    HOJA_SECTORES,
    HOJA_PRODUCTOS,
    hojaDeMetas(plan),
    hojaDeAvances(plan),
    HOJA_REPORTES,
    HOJA_SEMAFORO,
    HOJA_CAPACITACIONES,
    HOJA_JORNADAS,
    HOJA_REUNIONES,
    HOJA_TEXTOS,
    HOJA_AUDITORIA,
    HOJA_REGISTRO,
  ]
}

/** A line of `Instrucciones`. */
export interface Instruccion {
  readonly hoja: string
  readonly contiene: string
  readonly diligencia: string
}

export const COLUMNAS_DE_INSTRUCCIONES = [
  columna('Hoja', 'texto', 18),
  columna('Qué contiene', 'texto', 48),
  columna('Cómo se diligencia', 'texto', 95),
]

const DE_TODO: Instruccion = {
  hoja: 'Todo el libro',
  contiene: 'Es la única fuente del informe anual de seguimiento: de aquí salen todas las cifras, las tablas, las gráficas y los textos.',
  diligencia:
    'No cambie los nombres de las hojas ni los encabezados morados; cada uno dice qué espera al pasar por él. Puede cambiar el orden de hojas, columnas y filas. Una celda vacía significa «sin dato»; el cero es un dato. No use fórmulas donde baste un número. En amarillo, lo que falta; en rojo, lo que no está en la hoja que debe tenerlo.',
}

/** The sheet `Instrucciones`: what is true of the whole workbook, what this one adds, and a line for each of its sheets. */
export function instrucciones(hojas: readonly EsquemaHoja[], propias: readonly Instruccion[] = []): Hoja {
  const lineas = [DE_TODO, ...propias, ...hojas.map(({ nombre, contiene, diligencia }) => ({ hoja: nombre, contiene, diligencia }))]
  return {
    nombre: 'Instrucciones',
    titulo: 'Libro consolidado para el informe anual de seguimiento',
    nota: 'Lea esta hoja antes de diligenciar las demás.',
    columnas: COLUMNAS_DE_INSTRUCCIONES,
    filas: lineas.map(({ hoja, contiene, diligencia }) => [hoja, contiene, diligencia].map(celdaDeTexto)),
  }
}
