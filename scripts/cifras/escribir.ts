import ExcelJS from 'exceljs'
import type { ColumnaDeFormulas } from './hoja.js'
import type { Plan, Tabla } from './plan.js'
import { POR_ANIO, porAnio } from './por-anio.js'
import { grupos, POR_GRUPO, porGrupo } from './por-grupo.js'
import { POR_PRODUCTO, porProducto } from './por-producto.js'

const TITULO = {
  font: { bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF4B2A7B' } },
} as const

const LEEME = [
  'Cifras esperadas, calculadas con fórmulas de hoja de cálculo',
  'Productos, Metas, Avances y Semáforo son los datos de los archivos CSV de esta carpeta.',
  `«${POR_ANIO}», «${POR_PRODUCTO}» y «${POR_GRUPO}» son fórmulas: ninguna cifra está escrita a mano ni calculada por el programa del informe.`,
  'Las reglas son las de docs/libro.md, «Cómo se calcula». REDONDEAR lleva la mitad hacia afuera: 84,5 es 85.',
]

/** The .xlsx with the data of a policy and the formulas of its figures, without any result: whoever opens it calculates them. */
export async function escribirCifras(plan: Plan): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook()
  const leeme = libro.addWorksheet('Léame')
  LEEME.forEach((linea, i) => {
    leeme.getCell(i + 1, 1).value = linea
  })
  leeme.getColumn(1).width = 110
  leeme.getCell(1, 1).font = { bold: true }
  escribirDatos(libro, 'Productos', plan.productos)
  escribirDatos(libro, 'Metas', plan.metas)
  escribirDatos(libro, 'Avances', plan.avances)
  escribirDatos(libro, 'Semáforo', plan.semaforo)
  escribirFormulas(libro, POR_ANIO, porAnio(plan), plan.productos.filas.length)
  escribirFormulas(libro, POR_PRODUCTO, porProducto(plan), plan.productos.filas.length)
  escribirFormulas(libro, POR_GRUPO, porGrupo(plan), grupos(plan).length, { titulos: ['Grupo', 'Nombre'], filas: grupos(plan) })
  return new Uint8Array(await libro.xlsx.writeBuffer())
}

/** A CSV as it is: what reads as a number is one, save a code. */
function escribirDatos(libro: ExcelJS.Workbook, nombre: string, { titulos, filas }: Tabla): void {
  const ws = hoja(libro, nombre, titulos)
  filas.forEach((fila, i) => {
    titulos.forEach((titulo, j) => {
      const texto = fila[titulo] ?? ''
      const esNumero = titulo !== 'Código' && Number.isFinite(Number(texto))
      if (texto !== '') ws.getCell(i + 2, j + 1).value = esNumero ? Number(texto) : texto
    })
  })
}

/** `fijas`: columns of names before those of the formulas. */
function escribirFormulas(
  libro: ExcelJS.Workbook,
  nombre: string,
  columnas: readonly ColumnaDeFormulas[],
  filas: number,
  fijas: { readonly titulos: readonly string[]; readonly filas: readonly (readonly (string | number)[])[] } = { titulos: [], filas: [] },
): void {
  const ws = hoja(libro, nombre, [...fijas.titulos, ...columnas.map(({ titulo }) => titulo)])
  for (let fila = 2; fila <= filas + 1; fila++) {
    fijas.filas[fila - 2]?.forEach((valor, j) => {
      ws.getCell(fila, j + 1).value = valor
    })
    columnas.forEach(({ formula }, j) => {
      ws.getCell(fila, fijas.titulos.length + j + 1).value = { formula: formula(fila), date1904: false }
    })
  }
}

function hoja(libro: ExcelJS.Workbook, nombre: string, titulos: readonly string[]): ExcelJS.Worksheet {
  const ws = libro.addWorksheet(nombre, { views: [{ state: 'frozen', ySplit: 1, xSplit: 1 }] })
  titulos.forEach((titulo, j) => {
    const celda = ws.getCell(1, j + 1)
    celda.value = titulo
    celda.style = TITULO
    ws.getColumn(j + 1).width = Math.max(12, titulo.length + 2)
  })
  return ws
}
