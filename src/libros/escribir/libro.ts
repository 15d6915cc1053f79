/** Sheets as data → the bytes of an `.xlsx`. */
import type ExcelJS from 'exceljs'
import { type Celda, FILA_ENCABEZADO, type Hoja } from '../hoja.js'
import { textoDeExcel } from '../texto.js'
import {
  ALTURAS_DE_ARRIBA,
  alineacion,
  alturaDe,
  esAlta,
  formatoDe,
  vestirDato,
  vestirEncabezado,
  vestirNota,
  vestirTitulo,
  vistaDe,
} from './estilo.js'
import { marcarFaltantes } from './faltantes.js'
import { type Columnas, nombresDe } from './nombres.js'
import { notasDe } from './notas.js'
import { terminarPaquete } from './paquete.js'
import { escribirValidaciones } from './validaciones.js'

/** What the file says of itself. `fecha` stands as its date of creation and of last change. */
export interface MetaDelLibro {
  readonly titulo: string
  readonly autor: string
  readonly fecha: Date
}

/**
 * Bytes of the .xlsx with those sheets, in that order, the same on every run: headers, formats, drop-down lists, rules for what may be
 * typed, comments, colours for what is missing, and protection where a sheet asks for it.
 */
export async function escribirLibro(hojas: readonly Hoja[], meta: MetaDelLibro): Promise<Uint8Array> {
  // Only whoever writes a workbook waits for it to load.
  const { default: Excel } = await import('exceljs')
  const libro = new Excel.Workbook()
  libro.title = meta.titulo
  libro.creator = meta.autor
  libro.lastModifiedBy = meta.autor
  libro.created = meta.fecha
  libro.modified = meta.fecha
  const { nombres, columnas } = nombresDe(hojas)
  for (const [i, hoja] of hojas.entries()) {
    const ws = await escribirHoja(libro, hoja, columnas)
    if (hoja.tabla === true && hoja.filas.length > 0) hacerTabla(ws, hoja, `Datos${i + 1}`)
  }
  return terminarPaquete(new Uint8Array(await libro.xlsx.writeBuffer()), hojas, nombres, meta.autor)
}

async function escribirHoja(libro: ExcelJS.Workbook, hoja: Hoja, columnas: Columnas): Promise<ExcelJS.Worksheet> {
  const ws = libro.addWorksheet(hoja.nombre, vistaDe(hoja.nombre, hoja.columnas[0]?.clase === 'codigo'))
  const libre = hoja.proteccion === 'encabezado'
  ws.columns = [
    ...hoja.columnas.map(({ ancho, clase }) => ({
      width: ancho,
      style: { numFmt: formatoDe(clase), alignment: alineacion(clase), ...(libre ? { protection: { locked: false } } : {}) },
    })),
    ...(libre ? [{ style: { protection: { locked: false } } }] : []),
  ]
  escribirArriba(ws, hoja)
  hoja.filas.forEach((fila, i) => {
    const altura = alturaDe(hoja.columnas, fila)
    ws.getRow(FILA_ENCABEZADO + 1 + i).height = altura
    fila.forEach((celda, j) => {
      const destino = ws.getCell(FILA_ENCABEZADO + 1 + i, j + 1)
      destino.value = valorDe(celda)
      vestirDato(destino, celda, esAlta(altura))
      if (celda.abierta !== undefined) destino.protection = { locked: !celda.abierta }
    })
  })
  for (const { fila, columna, texto } of notasDe(hoja)) ws.getCell(fila + 1, columna + 1).note = textoDeExcel(texto)
  if (hoja.tabla !== true) {
    escribirValidaciones(ws, hoja, columnas)
    marcarFaltantes(ws, hoja, columnas)
  }
  if (hoja.proteccion !== undefined) await ws.protect('', PERMITIDO)
  return ws
}

function valorDe({ valor, enlace }: Celda): ExcelJS.CellValue {
  const suyo = typeof valor === 'string' ? textoDeExcel(valor) : valor
  return enlace === undefined ? suyo : { text: String(suyo ?? ''), hyperlink: `#'${enlace.replaceAll("'", "''")}'!A1` }
}

/** Makes a table of headers and rows that are written already. */
function hacerTabla(ws: ExcelJS.Worksheet, { columnas, filas }: Hoja, nombre: string): void {
  ws.addTable({
    name: nombre,
    ref: `A${FILA_ENCABEZADO}`,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: false },
    columns: columnas.map(({ titulo }) => ({ name: textoDeExcel(titulo), filterButton: true })),
    rows: filas.map((fila) => fila.map(valorDe)),
  })
}

/** All that protection can let through: what it keeps is what is in the cells that are locked. */
const PERMITIDO = {
  selectLockedCells: true,
  selectUnlockedCells: true,
  formatCells: true,
  formatColumns: true,
  formatRows: true,
  insertRows: true,
  insertColumns: true,
  deleteRows: true,
  sort: true,
  autoFilter: true,
}

/** Title, note and headers. */
function escribirArriba(ws: ExcelJS.Worksheet, { titulo, nota, columnas }: Hoja): void {
  ALTURAS_DE_ARRIBA.forEach((alto, i) => {
    ws.getRow(i + 1).height = alto
    columnas.forEach((_, j) => {
      ws.getCell(i + 1, j + 1).protection = { locked: true }
    })
  })
  const [celdaDelTitulo, celdaDeLaNota] = [ws.getCell(1, 1), ws.getCell(2, 1)]
  celdaDelTitulo.value = textoDeExcel(titulo)
  vestirTitulo(celdaDelTitulo)
  celdaDeLaNota.value = textoDeExcel(nota)
  vestirNota(celdaDeLaNota)
  columnas.forEach((columna, j) => {
    const celda = ws.getCell(FILA_ENCABEZADO, j + 1)
    // A year as text would carry Excel's green mark of a number stored as text.
    celda.value = /^\d{4}$/.test(columna.titulo) ? Number(columna.titulo) : textoDeExcel(columna.titulo)
    vestirEncabezado(celda, columna.clase)
  })
}
