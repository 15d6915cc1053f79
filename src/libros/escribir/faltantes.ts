/** What is missing, coloured as long as it is: conditional formats, which no program has to run. */
import type ExcelJS from 'exceljs'
import type { Hoja } from '../hoja.js'
import { relleno } from './estilo.js'
import { type Columnas, filasDe, letras } from './nombres.js'

/** Missing: amber. Not where it should be: red. Both light enough for black text. */
const [AMARILLO, ROJO] = ['FFFFE699', 'FFF8CBC6']

interface Regla {
  readonly columnas: readonly number[]
  readonly formula: string
  readonly color: string
}

/** Colours what a sheet lacks: what its rows must fill, and what other sheets must know. */
export function marcarFaltantes(ws: ExcelJS.Worksheet, hoja: Hoja, columnas: Columnas): void {
  const { primera, ultima } = filasDe(hoja)
  reglasDe(hoja, primera, ultima, columnas).forEach(({ columnas: lugares, formula, color }, i) => {
    const ref = lugares.map((j) => `${letras(j)}${primera}:${letras(j)}${ultima}`).join(' ')
    ws.addConditionalFormatting({
      ref,
      // The fill of a conditional format is its background colour.
      rules: [
        {
          type: 'expression',
          priority: i + 1,
          formulae: [formula],
          style: { fill: { ...relleno(color), bgColor: { argb: color } } as ExcelJS.Fill },
        },
      ],
    })
  })
}

function reglasDe(hoja: Hoja, primera: number, ultima: number, columnas: Columnas): readonly Regla[] {
  const lugar = (titulo: string) => hoja.columnas.findIndex((columna) => columna.titulo === titulo)
  const celda = (titulo: string) => `$${letras(lugar(titulo))}${primera}`
  const tiene = (...titulos: readonly string[]) => titulos.every((titulo) => lugar(titulo) >= 0)
  const ultimaColumna = letras(hoja.columnas.length - 1)
  const empezada = `COUNTA($A${primera}:$${ultimaColumna}${primera})>0`
  const obligatorias = hoja.columnas.flatMap(({ obligatoria }, j) => (obligatoria === true ? [j] : []))
  const reglas: Regla[] = []
  // Of the first of them; in each of the others the formula moves to it.
  if (obligatorias[0] !== undefined)
    reglas.push({ columnas: obligatorias, formula: `AND(${empezada},LEN(TRIM(${letras(obligatorias[0])}${primera}))=0)`, color: AMARILLO })
  const noEsta = (titulo: string, entre: string | null): void => {
    if (entre === null || !tiene(titulo)) return
    reglas.push({
      columnas: [lugar(titulo)],
      formula: `AND(LEN(TRIM(${celda(titulo)}))>0,ISNA(MATCH(${celda(titulo)},${entre},0)))`,
      color: ROJO,
    })
  }
  if (hoja.nombre === 'Productos') {
    noEsta('Sector', columnas('Sectores', 'Sector'))
    noEsta('Código', columnas('Metas', 'Código'))
    const objetivos = columnas('Objetivos', 'Objetivo')
    if (objetivos !== null && tiene('Código'))
      reglas.push({
        columnas: [lugar('Código')],
        formula: `AND(LEN(TRIM(${celda('Código')}))>0,ISERROR(MATCH(VALUE(LEFT(${celda('Código')},FIND(".",${celda('Código')})-1)),${objetivos},0)))`,
        color: ROJO,
      })
    if (tiene('Tipo de anualización', 'Línea base'))
      reglas.push({
        columnas: [lugar('Línea base')],
        formula: `AND(${celda('Tipo de anualización')}="Decreciente",LEN(TRIM(${celda('Línea base')}))=0)`,
        color: AMARILLO,
      })
    if (tiene('Código', 'Importancia relativa')) {
      const pesos = celda('Importancia relativa').replace(/\d+$/u, '')
      reglas.push({
        columnas: [lugar('Importancia relativa')],
        formula: `AND(COUNT(${pesos}$${primera}:${pesos}$${ultima})>0,LEN(TRIM(${celda('Código')}))>0,LEN(TRIM(${celda('Importancia relativa')}))=0)`,
        color: AMARILLO,
      })
    }
  }
  if (['Metas', 'Avances', 'Reportes'].includes(hoja.nombre)) noEsta('Código', columnas('Productos', 'Código'))
  if (hoja.nombre === 'Metas') {
    const anios = hoja.columnas.flatMap(({ titulo }, j) => (/^\d{4}$/u.test(titulo) ? [j] : []))
    const [desde, hasta] = [anios[0], anios.at(-1)]
    if (desde !== undefined && hasta !== undefined && tiene('Código'))
      reglas.push({
        columnas: anios,
        formula: `AND(LEN(TRIM(${celda('Código')}))>0,COUNTA($${letras(desde)}${primera}:$${letras(hasta)}${primera})=0)`,
        color: AMARILLO,
      })
  }
  return reglas
}
