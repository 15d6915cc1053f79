import { type ColumnaDeFormulas, columnaDe, en, letra } from './hoja.js'
import { anios, type Plan, type Tabla } from './plan.js'

/** Sheet with the goal and the achievement of each year of each product, in the order of `Productos`. Empty text where there is none. */
export const POR_ANIO = 'Año a año'

export const meta = (anio: number): string => `Meta ${anio}`
export const logro = (anio: number): string => `Logro ${anio}`

/**
 * Source: contract, «Avances» and «Computation». A goal of 0 is a goal for `Decreciente` only. Where there are periods, the year is their
 * sum for `Suma` and the last one reported for the other types.
 */
export function porAnio(plan: Plan): readonly ColumnaDeFormulas[] {
  const { productos } = plan
  const producto = en(productos.titulos)
  const tipo = (fila: number) => `Productos!${producto('Tipo de anualización', fila)}`
  return [
    { titulo: 'Código', formula: (fila) => `Productos!${producto('Código', fila)}` },
    ...anios(plan.inicio, plan.fin).map((anio) => ({
      titulo: meta(anio),
      formula: (fila: number) => {
        const celda = buscada('Metas', plan.metas, String(anio), fila)
        return conFila(plan.metas, 'Metas', fila, `IF(ISNUMBER(${celda}),IF(AND(${celda}=0,${tipo(fila)}<>"Decreciente"),"",${celda}),"")`)
      },
    })),
    ...anios(plan.inicio, plan.vigencia).map((anio) => ({
      titulo: logro(anio),
      formula: (fila: number) => {
        const celda = buscada('Avances', plan.avances, String(anio), fila)
        const delAnio = `IF(ISNUMBER(${celda}),${celda},"")`
        const periodos = periodosDe(plan, anio, fila)
        const conPeriodos =
          periodos === null
            ? delAnio
            : `IF(COUNT(${periodos})=0,${delAnio},IF(${tipo(fila)}="Suma",SUM(${periodos}),${ultimoDe(periodos)}))`
        return conFila(plan.avances, 'Avances', fila, conPeriodos)
      },
    })),
  ]
}

/** The last number of a range of one row. */
export function ultimoDe(rango: string): string {
  return `INDEX(${rango},1,SUMPRODUCT(MAX(ISNUMBER(${rango})*(COLUMN(${rango})-MIN(COLUMN(${rango}))+1))))`
}

/** The formula, or empty text for a product without a row in the sheet. */
function conFila(tabla: Tabla, hoja: string, fila: number, formula: string): string {
  return `IF(COUNTIF(${columnaDe(hoja, tabla.titulos, 'Código', tabla.filas.length)},$A${fila})=0,"",${formula})`
}

/** The cell of another sheet in the row of this product's code. */
function buscada(hoja: string, tabla: Tabla, titulo: string, fila: number): string {
  return `INDEX(${columnaDe(hoja, tabla.titulos, titulo, tabla.filas.length)},${puesto(hoja, tabla, fila)})`
}

function puesto(hoja: string, tabla: Tabla, fila: number): string {
  return `MATCH($A${fila},${columnaDe(hoja, tabla.titulos, 'Código', tabla.filas.length)},0)`
}

/** The row of the periods of a year that the sheet has, or null where it has none. */
function periodosDe({ avances }: Plan, anio: number, fila: number): string | null {
  const columnas = avances.titulos.flatMap((titulo, i) => (titulo.startsWith(`${anio}-`) ? [letra(i)] : []))
  if (columnas.length === 0) return null
  return `INDEX(Avances!$${columnas[0]}$2:$${columnas.at(-1)}$${avances.filas.length + 1},${puesto('Avances', avances, fila)},0)`
}
