/** How a workbook looks. */
import type ExcelJS from 'exceljs'
import type { Aspecto, Celda, Clase, Columna } from '../hoja.js'
import { FILA_ENCABEZADO } from '../hoja.js'

const [MORADO, BLANCO, GRIS, LINEA] = ['FF4B2A7B', 'FFFFFFFF', 'FF595959', 'FFD9D3E3']
const FONDO: Readonly<Record<Aspecto, string>> = { ejemplo: 'FFF3F0F8', mostrada: 'FFF2F2F2', pedida: 'FFFFF9DB' }
/** Points of a line of text, and the tallest row that Excel admits. */
const LINEA_PT = 15
const ALTURA_MAXIMA = 409
/** Of the title, its note and the headers, in points. */
export const ALTURAS_DE_ARRIBA = [26, 18, 34] as const

export const relleno = (argb: string): ExcelJS.Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
const letra = (mas: Partial<ExcelJS.Font>): Partial<ExcelJS.Font> => ({ name: 'Calibri', size: 11, ...mas })

const ALINEAR: Readonly<Record<Clase, 'left' | 'right' | 'center'>> = {
  texto: 'left',
  prosa: 'left',
  codigo: 'left',
  entero: 'right',
  cantidad: 'right',
  peso: 'right',
  anio: 'center',
  fecha: 'center',
}

/** What a person types in an empty cell of that class is taken as this: a paragraph that begins with a hyphen would be a formula. */
const FORMATO: Partial<Record<Clase, string>> = { codigo: '@', prosa: '@', fecha: 'dd/mm/yyyy' }

export const formatoDe = (clase: Clase): string => FORMATO[clase] ?? 'General'

export function alineacion(clase: Clase): Partial<ExcelJS.Alignment> {
  return { vertical: 'top', horizontal: ALINEAR[clase], wrapText: true, ...(ALINEAR[clase] === 'center' ? {} : { indent: 1 }) }
}

/** The looks of a sheet's tab, window and printed pages. */
export function vistaDe(nombre: string, fijaPrimera: boolean): Partial<ExcelJS.AddWorksheetOptions> {
  return {
    properties: { tabColor: { argb: nombre === 'Instrucciones' ? GRIS : MORADO } },
    views: [{ state: 'frozen', ySplit: FILA_ENCABEZADO, xSplit: fijaPrimera ? 1 : 0, showGridLines: false }],
    pageSetup: {
      paperSize: 1 as ExcelJS.PaperSize,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${FILA_ENCABEZADO}:${FILA_ENCABEZADO}`,
    },
    headerFooter: { oddFooter: `&L${nombre}&RPágina &P de &N` },
  }
}

export function vestirTitulo(celda: ExcelJS.Cell): void {
  celda.font = letra({ size: 16, bold: true, color: { argb: MORADO } })
  celda.alignment = { vertical: 'middle', wrapText: false }
}

export function vestirNota(celda: ExcelJS.Cell): void {
  celda.font = letra({ italic: true, color: { argb: GRIS } })
  celda.alignment = { vertical: 'top', wrapText: false }
}

export function vestirEncabezado(celda: ExcelJS.Cell, clase: Clase): void {
  celda.numFmt = 'General'
  celda.font = letra({ bold: true, color: { argb: BLANCO } })
  celda.fill = relleno(MORADO)
  celda.alignment = { ...alineacion(clase), vertical: 'middle' }
}

/** A cell of data; in a row of one line it stands in the middle, and in a taller one at the top, where reading begins. */
export function vestirDato(destino: ExcelJS.Cell, { formato, clase, aspecto }: Celda, alta: boolean): void {
  if (formato !== null) destino.numFmt = formato
  destino.alignment = {
    ...destino.alignment,
    ...(clase === undefined ? {} : { horizontal: 'left', indent: 1 }),
    vertical: alta ? 'top' : 'middle',
  }
  destino.border = { bottom: { style: 'thin', color: { argb: LINEA } } }
  if (aspecto === undefined) return
  if (aspecto !== 'pedida') destino.font = letra({ italic: aspecto === 'ejemplo', color: { argb: GRIS } })
  destino.fill = relleno(FONDO[aspecto])
}

/** Height in points that shows the row's longest text whole; LibreOffice does not fit a wrapped row to its text by itself. */
export function alturaDe(columnas: readonly Columna[], fila: readonly Celda[]): number {
  const lineas = fila.map(({ valor }, j) => (typeof valor === 'string' ? lineasDe(valor, (columnas[j]?.ancho ?? 1) - 1) : 1))
  return Math.min(ALTURA_MAXIMA, Math.max(1, ...lineas) * LINEA_PT + 4)
}

/** Letters of a text in the width of one digit, which is how columns are measured. */
const POR_DIGITO = 1.08

/** Whether a row of that height has more than one line. */
export const esAlta = (altura: number): boolean => altura > 2 * LINEA_PT

/** Lines that a text takes in a column of so many characters. */
export function lineasDe(texto: string, ancho: number): number {
  const caben = Math.max(1, ancho) * POR_DIGITO
  return texto.split('\n').reduce((n, linea) => n + Math.max(1, Math.ceil(linea.length / caben)), 0)
}
