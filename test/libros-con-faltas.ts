/** Faulty workbooks: one at least for each rule, small enough to be read. Tests hold the reader to them; the guide of errors shows their messages. */
import * as XLSX from 'xlsx'
import type { FaultRule } from '../src/workbook/index.js'
import { ERROR_REF, formula, porcentaje, serial, type UnLibro, unLibro } from './un-libro.js'

/** A faulty workbook: its rule, where it is told, and what is told as found. Rows and columns are those of `unLibro()`. */
export type Caso = readonly [regla: FaultRule, lugar: string, encontrado: string, libro: UnLibro]

const periodos = (avances: Record<string, number | null>) =>
  unLibro().producto('1.1.1', { metas: { 2023: 20 }, avances: { 2022: null, 2023: null, ...avances } })
/** One product that goes down from a línea base of 100. */
export const decreciente = (opciones: object) =>
  unLibro().producto('1.1.1', {
    tipo: 'Decreciente',
    lineaBase: 100,
    metas: { 2022: 80, 2023: 60 },
    avances: { 2022: 80, 2023: 60 },
    ...opciones,
  })
const creciente = (metas: Record<number, number>) =>
  unLibro().producto('1.1.1', { tipo: 'Creciente', metas, avances: { 2022: 3, 2023: 5 } })
/** One product with these logros. */
export const conLogros = (logros: string) =>
  unLibro().producto('1.1.1', { metas: { 2022: 10, 2023: 10 }, avances: { 2022: 10, 2023: 8 }, logros })

/** Those that cannot be read as a report. */
export const ERRORES: readonly Caso[] = [
  ['falta-hoja', 'Semáforo', 'un libro sin esa hoja', unLibro().sinHoja('Semáforo')],
  ['hoja-repetida', 'METAS ', 'otra hoja «Metas»', unLibro().hoja('METAS ', [['Código', 2022]])],
  [
    'sin-encabezado',
    'Metas',
    'una hoja sin ninguno de sus títulos',
    unLibro().hoja('Metas', [
      ['Producto', 'Año'],
      ['1.1.1', 2],
    ]),
  ],
  ['falta-columna', 'Productos!A1', 'un encabezado incompleto', unLibro().celda('Productos!G1', null)],
  ['falta-columna', 'Metas!A1', 'un encabezado incompleto', unLibro().celda('Metas!D1', null)],
  ['falta-columna', 'Avances!A1', 'un encabezado incompleto', unLibro().celda('Avances!B1', null)],
  ['columna-repetida', 'Metas!F1', '«2023»', unLibro().columna('Metas', '2023')],
  ['hoja-sin-filas', 'Semáforo', 'una hoja sin datos', unLibro().hoja('Semáforo', [['Color', 'Desde', 'Hasta']])],

  ['celda-vacia', 'Productos!B3', 'una celda vacía', unLibro().celda('Productos!B3', null)],
  ['celda-vacia', 'Política!B3', '«n/a»', unLibro().politica('Sigla', 'n/a')],
  ['valor-logico', 'Avances!C2', 'VERDADERO', unLibro().celda('Avances!C2', true)],
  ['valor-de-error', 'Avances!C2', '#¡REF!', unLibro().celda('Avances!C2', ERROR_REF)],
  ['formula-sin-calcular', 'Avances!C2', 'la fórmula =B2+1', unLibro().celda('Avances!C2', formula('B2+1'))],
  ['fecha-en-texto', 'Productos!B2', 'la fecha 2023-01-24', unLibro().celda('Productos!B2', serial(44950))],
  ['no-es-numero', 'Avances!C2', '«ocho»', unLibro().celda('Avances!C2', 'ocho')],
  ['punto-decimal', 'Avances!C2', '«4.5»', unLibro().celda('Avances!C2', '4.5')],
  ['numero-con-fecha', 'Avances!C2', 'la fecha 2023-01-24', unLibro().celda('Avances!C2', serial(44950))],
  ['porcentaje-en-numero', 'Avances!C2', '35 %', unLibro().celda('Avances!C2', porcentaje(0.35))],
  ['porcentaje-en-numero', 'Avances!C2', '«35%»', unLibro().celda('Avances!C2', '35%')],
  ['porcentaje-mayor-que-diez', 'Avances!C3', '35', unLibro().celda('Avances!C3', 35)],
  ['no-es-entero', 'Sectores!A2', '1,5', unLibro().celda('Sectores!A2', 1.5)],
  ['no-es-entero', 'Semáforo!B2', '74,5', unLibro().celda('Semáforo!B2', 74.5)],
  ['cantidad-negativa', 'Avances!C2', '-8', unLibro().celda('Avances!C2', -8)],
  ['anio-invalido', 'Política!B15', '24', unLibro().politica('Año de publicación', 24)],
  ['no-es-fecha', 'Política!B5', '«31 de febrero de 2021»', unLibro().politica('Fecha de aprobación', '31 de febrero de 2021')],
  ['no-es-fecha', 'Política!B5', '44950', unLibro().politica('Fecha de aprobación', 44950)],
  ['codigo-numerico', 'Reportes!A2', '1,1', unLibro().celda('Reportes!A2', 1.1)],
  ['codigo-numerico', 'Reportes!A2', 'la fecha 2012-02-02', unLibro().celda('Reportes!A2', serial(40941))],
  ['codigo-invalido', 'Reportes!A2', '«1.1»', unLibro().celda('Reportes!A2', '1.1')],
  ['valor-fuera-de-lista', 'Productos!G2', '«Annual»', unLibro().celda('Productos!G2', 'Annual')],

  ['falta-campo', 'Política!A1', 'una hoja incompleta', unLibro().politica('Ciudad', undefined)],
  ['campo-repetido', 'Política!A16', '«VIGENCIA»', unLibro().politica('VIGENCIA', 2023)],
  ['plan-al-reves', 'Política!B7', '2021', unLibro().politica('Año final del plan', 2021)],
  ['vigencia-fuera-del-plan', 'Política!B8', '2031', unLibro().politica('Vigencia', 2031)],

  ['codigo-repetido', 'Metas!A5', '«1.1.1»', unLibro().celda('Metas!A5', '1.1.1')],
  ['objetivo-repetido', 'Objetivos!A4', '2', unLibro().celda('Objetivos!A4', 2).celda('Objetivos!B4', 'Otro.')],
  ['sector-repetido', 'Sectores!B4', '«MOVILIDAD»', unLibro().celda('Sectores!A4', 3).celda('Sectores!B4', 'MOVILIDAD')],
  ['orden-repetido', 'Sectores!A3', '1', unLibro().celda('Sectores!A3', 1)],
  ['color-repetido', 'Semáforo!A3', '«verde»', unLibro().celda('Semáforo!A3', 'verde')],
  [
    'clave-repetida',
    'Textos!A3',
    '«Cierre»',
    unLibro().hoja('Textos', [
      ['Clave', 'Texto'],
      ['cierre', 'Uno.'],
      ['Cierre', 'Dos.'],
    ]),
  ],

  [
    'objetivo-inexistente',
    'Productos!A2',
    '«3.1.1»',
    unLibro().celda('Productos!A2', '3.1.1').celda('Metas!A2', '3.1.1').celda('Avances!A2', '3.1.1').celda('Reportes!A2', '3.1.1'),
  ],
  ['sector-inexistente', 'Productos!C2', '«Mobilidad»', unLibro().celda('Productos!C2', 'Mobilidad')],
  ['producto-inexistente', 'Avances!A5', '«1.1.9»', unLibro().celda('Avances!A5', '1.1.9')],
  ['producto-sin-metas', 'Productos!A4', '«2.1.1»', unLibro().celda('Metas!A4', null).celda('Metas!B4', null).celda('Metas!C4', null)],
  ['nombre-de-cifra', 'Reportes!B2', '[[Mobilidad avance]]', conLogros('Va en [[Mobilidad avance]] y [[1.1.1 logro]].')],

  ['anio-fuera-del-plan', 'Productos!L2', '2020', unLibro().celda('Productos!L2', 2020)],
  ['fin-antes-del-inicio', 'Productos!M2', '2022', unLibro().celda('Productos!L2', 2023).celda('Productos!M2', 2022)],
  ['falta-linea-base', 'Productos!K2', 'una celda vacía', decreciente({ lineaBase: null })],
  ['falta-importancia', 'Productos!O3', 'una celda vacía', unLibro().celda('Productos!O2', 1).celda('Productos!O4', 2)],
  ['importancia-no-positiva', 'Productos!O3', '0', unLibro().celda('Productos!O2', 1).celda('Productos!O3', 0).celda('Productos!O4', 2)],
  ['meta-final-no-positiva', 'Productos!N2', '0', unLibro().celda('Productos!N2', 0)],
  ['cantidad-negativa', 'Productos!N2', '-1', decreciente({ metaFinal: -1 })],
  ['meta-final-sobre-linea-base', 'Productos!N2', '100', decreciente({ metaFinal: 100 })],
  ['meta-final-distinta-de-la-suma', 'Productos!N2', '21', unLibro().celda('Productos!N2', 21)],
  ['meta-final-distinta-de-la-ultima', 'Productos!N4', '6', unLibro().celda('Productos!N4', 6)],
  ['meta-fuera-de-los-anios', 'Metas!B2', '10', unLibro().celda('Productos!L2', 2023).celda('Avances!B2', null)],
  ['meta-fuera-de-los-anios', 'Metas!F2', '1', unLibro().columna('Metas', 2026, [1])],
  ['meta-que-baja', 'Metas!C2', '4', creciente({ 2022: 5, 2023: 4, 2024: 6 })],
  ['meta-que-sube', 'Metas!C2', '90', decreciente({ metas: { 2022: 80, 2023: 90, 2024: 60 } })],
  ['meta-sobre-linea-base', 'Metas!B2', '101', decreciente({ metas: { 2022: 101, 2023: 60 } })],
  ['avance-despues-de-la-vigencia', 'Avances!D2', '3', unLibro().columna('Avances', 2024, [3])],
  ['avance-antes-del-inicio', 'Avances!B3', '100 %', unLibro().celda('Productos!L3', 2023).celda('Avances!B3', porcentaje(1))],
  ['avance-contradice-periodos', 'Avances!C2', '11', periodos({ 2023: 11, '2023-S1': 4, '2023-S2': 6 })],
  ['dos-clases-de-periodo', 'Avances!E2', '6', periodos({ '2023-S1': 4, '2023-T4': 6 })],

  ['rango-al-reves', 'Semáforo!C3', '40', unLibro().celda('Semáforo!C3', 40)],
  ['semaforo-incompleto', 'Semáforo!B2', '76', unLibro().celda('Semáforo!B2', 76)],
  ['semaforo-incompleto', 'Semáforo!B4', '1', unLibro().celda('Semáforo!B4', 1)],
  ['semaforo-incompleto', 'Semáforo!C2', '200', unLibro().celda('Semáforo!C2', 200)],
  ['semaforo-traslapado', 'Semáforo!B2', '74', unLibro().celda('Semáforo!B2', 74)],
]

/** Those that only give something to look at. */
export const AVISOS: readonly Caso[] = [
  [
    'hoja-desconocida',
    'Reporte',
    'la hoja «Reporte»',
    unLibro()
      .sinHoja('Reportes')
      .hoja('Reporte', [['Código', 'Logros']]),
  ],
  ['columna-desconocida', 'Metas!F1', '«Notas»', unLibro().columna('Metas', 'Notas', ['x'])],
  ['columna-desconocida', 'Metas!F1', '«2026»', unLibro().columna('Metas', 2026)],
  ['campo-desconocido', 'Política!A16', '«Teléfono»', unLibro().politica('Teléfono', '123')],
  ['hoja-oculta', 'Metas', 'una hoja oculta', unLibro().ocultarHoja('Metas')],
  ['fila-oculta', 'Metas!A3', 'la fila 3, oculta', unLibro().ocultarFila('Metas', 3)],
  ['columna-oculta', 'Metas!C1', 'la columna «2023», oculta', unLibro().ocultarColumna('Metas', 'C')],
  ['celdas-combinadas', 'Metas!B2', 'un bloque de 1 × 2 celdas combinadas', unLibro().combinar('Metas', 'B2:C2')],
  ['markdown-como-texto', 'Reportes!B2', '«# Título»', conLogros('# Título')],
  ['enlace-como-texto', 'Reportes!B2', '«[acta](acta.docx)»', conLogros('Ver el [acta](acta.docx).')],
  ['logros-vacios', 'Reportes!B2', 'el producto 1.1.1 sin logros', unLibro().celda('Reportes!B2', null)],
  [
    'reporte-sin-meta',
    'Reportes!B2',
    'un reporte del producto 1.1.1, sin meta en la vigencia',
    unLibro().producto('1.1.1', { metas: { 2022: 10, 2024: 10 }, avances: { 2022: 10 }, logros: 'Se abrieron rutas.' }),
  ],
  ['sector-sin-productos', 'Sectores!B4', '«Salud»', unLibro().celda('Sectores!A4', 3).celda('Sectores!B4', 'Salud')],
  ['meta-sin-logro', 'Avances!C2', 'una meta sin avance', unLibro().celda('Avances!C2', null)],
  ['logro-sin-meta', 'Avances!C2', '8', unLibro().celda('Metas!C2', null).celda('Productos!N2', 10)],
  ['cumplimiento-sobre-300', 'Avances!C4', '16 (320 %)', unLibro().celda('Avances!C4', 16)],
  ['salto-del-logro', 'Avances!C2', '0,9', unLibro().celda('Avances!C2', 0.9)],
  ['acumulado-sobre-meta-final', 'Avances!C2', '21', unLibro().celda('Avances!C2', 11)],
]

/** The bytes of a compound file as Excel writes an encrypted workbook. */
function cifrado(): Uint8Array {
  const archivo = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(archivo, '/EncryptedPackage', [1, 2, 3])
  XLSX.CFB.utils.cfb_add(archivo, '/EncryptionInfo', [1, 2, 3])
  return new Uint8Array(XLSX.CFB.write(archivo, { type: 'array' }))
}

/** A workbook one of whose parts says that it is half a gigabyte once open. */
function desmedido(): Uint8Array {
  const bytes = unLibro().bytes()
  // Entry of the ZIP's directory: its signature, and 24 bytes on, the size of the part once open.
  const entrada = bytes.findIndex((_, i) => [0x50, 0x4b, 0x01, 0x02].every((byte, j) => bytes[i + j] === byte))
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(entrada + 24, 512 * 1024 * 1024, true)
  return bytes
}

const texto = (palabras: string) => new TextEncoder().encode(palabras)
/** Bytes that are no workbook. */
export const ARCHIVOS: readonly (readonly [string, FaultRule, Uint8Array])[] = [
  ['cero bytes', 'no-es-xlsx', new Uint8Array()],
  ['texto separado por comas', 'no-es-xlsx', texto('Código,2023\n1.1.1,3\n')],
  ['un ZIP que no es un libro', 'no-es-xlsx', XLSX.CFB.write(XLSX.CFB.utils.cfb_new(), { fileType: 'zip', type: 'array' })],
  ['un libro cortado', 'no-es-xlsx', unLibro().bytes().slice(0, 2000)],
  ['un ZIP de basura', 'no-es-xlsx', texto('PK\u0003\u0004 basura basura basura')],
  ['un libro de Excel 97', 'no-es-xlsx', XLSX.write(XLSX.read(unLibro().bytes()), { type: 'array', bookType: 'biff8' })],
  ['un libro de LibreOffice', 'no-es-xlsx', XLSX.write(XLSX.read(unLibro().bytes()), { type: 'array', bookType: 'ods' })],
  ['un libro cifrado', 'libro-cifrado', cifrado()],
  ['un libro que abierto ocupa medio gigabyte', 'libro-desmedido', desmedido()],
]
