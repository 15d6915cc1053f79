import ExcelJS from 'exceljs'
import type { Celda, Clase, Columna, Hoja } from './hoja.js'
import { FILA_ENCABEZADO } from './hoja.js'
import { fijarPaquete } from './paquete.js'

const MORADO = 'FF4B2A7B'
const BLANCO = 'FFFFFFFF'
const GRIS = 'FF595959'
const LINEA = 'FFD9D3E3'
/** Points of a line of text, and the tallest row that Excel admits. */
const LINEA_PT = 15
const ALTURA_MAXIMA = 409
/** Blank rows under the data that already have their formats and drop-down lists. */
const FILAS_LIBRES = 30

const ALINEAR: Record<Clase, 'left' | 'right' | 'center'> = {
  texto: 'left',
  prosa: 'left',
  codigo: 'left',
  campo: 'left',
  entero: 'right',
  cantidad: 'right',
  anio: 'center',
  fecha: 'center',
}

/** Bytes of the .xlsx with those sheets, the same on every run. `fecha` stands as its date of creation and of last change. */
export async function escribirExcel(hojas: readonly Hoja[], meta: { titulo: string; autor: string; fecha: Date }): Promise<Uint8Array> {
  const libro = new ExcelJS.Workbook()
  libro.title = meta.titulo
  libro.creator = meta.autor
  libro.lastModifiedBy = meta.autor
  libro.created = meta.fecha
  libro.modified = meta.fecha
  for (const hoja of hojas) escribirHoja(libro, hoja)
  return fijarPaquete(new Uint8Array(await libro.xlsx.writeBuffer()))
}

function escribirHoja(libro: ExcelJS.Workbook, hoja: Hoja): void {
  const ws = libro.addWorksheet(hoja.nombre, {
    properties: { tabColor: { argb: hoja.nombre === 'Instrucciones' ? GRIS : MORADO } },
    views: [{ state: 'frozen', ySplit: FILA_ENCABEZADO, xSplit: hoja.columnas[0]?.clase === 'codigo' ? 1 : 0, showGridLines: false }],
    pageSetup: {
      paperSize: 1 as ExcelJS.PaperSize,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
      printTitlesRow: `${FILA_ENCABEZADO}:${FILA_ENCABEZADO}`,
    },
    headerFooter: { oddFooter: `&L${hoja.nombre}&RPágina &P de &N` },
  })
  ws.columns = hoja.columnas.map((columna) => ({
    width: columna.ancho,
    style: { numFmt: columna.clase === 'codigo' ? '@' : 'General', alignment: alineacion(columna.clase) },
  }))
  escribirTitulo(ws, hoja)
  hoja.filas.forEach((fila, i) => {
    ws.getRow(FILA_ENCABEZADO + 1 + i).height = altura(hoja.columnas, fila)
    fila.forEach((celda, j) => {
      const destino = ws.getCell(FILA_ENCABEZADO + 1 + i, j + 1)
      destino.value = celda.valor
      if (celda.formato !== null) destino.numFmt = celda.formato
      destino.border = { bottom: { style: 'thin', color: { argb: LINEA } } }
    })
  })
  escribirListas(ws, hoja)
}

function escribirTitulo(ws: ExcelJS.Worksheet, hoja: Hoja): void {
  const titulo = ws.getCell(1, 1)
  titulo.value = hoja.titulo
  titulo.font = { name: 'Calibri', size: 16, bold: true, color: { argb: MORADO } }
  titulo.alignment = { vertical: 'middle', wrapText: false }
  ws.getRow(1).height = 26
  const nota = ws.getCell(2, 1)
  nota.value = hoja.nota
  nota.font = { name: 'Calibri', size: 11, italic: true, color: { argb: GRIS } }
  nota.alignment = { vertical: 'top', wrapText: false }
  hoja.columnas.forEach((columna, j) => {
    const celda = ws.getCell(FILA_ENCABEZADO, j + 1)
    // A year as text would carry Excel's green mark of a number stored as text.
    celda.value = /^\d{4}$/.test(columna.titulo) ? Number(columna.titulo) : columna.titulo
    celda.numFmt = 'General'
    celda.font = { name: 'Calibri', size: 11, bold: true, color: { argb: BLANCO } }
    celda.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: MORADO } }
    celda.alignment = { ...alineacion(columna.clase), vertical: 'middle' }
  })
  ws.getRow(FILA_ENCABEZADO).height = 34
}

function escribirListas(ws: ExcelJS.Worksheet, hoja: Hoja): void {
  hoja.columnas.forEach((columna, j) => {
    if (columna.lista === undefined) return
    for (let i = 1; i <= hoja.filas.length + FILAS_LIBRES; i++) {
      ws.getCell(FILA_ENCABEZADO + i, j + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [columna.lista],
        showErrorMessage: true,
        errorTitle: 'Valor no admitido',
        error: `Elija ${columna.titulo.toLowerCase()} de la lista.`,
      }
    }
  })
}

function alineacion(clase: Clase): Partial<ExcelJS.Alignment> {
  return { vertical: 'top', horizontal: ALINEAR[clase], wrapText: true, ...(ALINEAR[clase] === 'left' ? { indent: 1 } : {}) }
}

/** Height in points that shows the row's longest text whole; LibreOffice does not fit a wrapped row to its text by itself. */
function altura(columnas: readonly Columna[], fila: readonly Celda[]): number {
  const lineas = fila.map((celda, j) => {
    const ancho = Math.max(1, (columnas[j]?.ancho ?? 1) - 1)
    return typeof celda.valor === 'string' ? celda.valor.split('\n').reduce((n, l) => n + Math.max(1, Math.ceil(l.length / ancho)), 0) : 1
  })
  return Math.min(ALTURA_MAXIMA, Math.max(1, ...lineas) * LINEA_PT + 3)
}
