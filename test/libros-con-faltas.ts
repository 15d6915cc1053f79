/** Faulty workbooks: one at least for each rule, small enough to be read. Tests hold the reader to them; the guide of errors shows their messages. */
import { unzipSync, zipSync } from 'fflate'
import * as XLSX from 'xlsx'
import type { FaultRule } from '../src/workbook/index.js'
import { hoja, libroConHoja, MIL_MILLONES_DE_RISAS, piezasDeLibro, zip } from './bombas.js'
import { ERROR_REF, formula, porcentaje, serial, type UnLibro, unLibro } from './un-libro.js'

/** A faulty workbook: its rule, where it is told, and what is told as found. Rows and columns are those of `unLibro()`. */
export type Caso = readonly [regla: FaultRule, lugar: string, encontrado: string, libro: Pick<UnLibro, 'bytes'>]

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

/** Logros as no writer would let them be, in the cell itself: the program that makes workbooks here keeps texts within bounds. */
export function conTextoEnLinea(logros: string): Pick<UnLibro, 'bytes'> {
  return {
    bytes: () => {
      const partes = unzipSync(conLogros('AQUÍ VAN').bytes())
      for (const [nombre, datos] of Object.entries(partes)) {
        const xml = new TextDecoder().decode(datos)
        if (xml.includes('AQUÍ VAN')) partes[nombre] = new TextEncoder().encode(xml.replace('AQUÍ VAN', logros))
      }
      return zipSync(partes)
    },
  }
}

/** A good workbook with another part in its package. */
function conParte(nombre: string, datos = 'x'): Pick<UnLibro, 'bytes'> {
  return { bytes: () => zipSync({ ...unzipSync(unLibro().bytes()), [nombre]: new TextEncoder().encode(datos) }) }
}

const VINCULO = (que: string) =>
  `<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><${que} ddeService="cmd" ddeTopic="/c calc"/></externalLink>`

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
  ['fila-de-ejemplo', 'Productos!P3', '«Ejemplo: borre esta fila»', unLibro().celda('Productos!P3', 'Ejemplo: borre esta fila')],
  ['hoja-sin-filas', 'Semáforo', 'una hoja sin datos', unLibro().hoja('Semáforo', [['Color', 'Desde', 'Hasta']])],

  ['celda-vacia', 'Productos!B3', 'una celda vacía', unLibro().celda('Productos!B3', null)],
  ['celda-vacia', 'Política!B3', '«n/a»', unLibro().politica('Sigla', 'n/a')],
  ['valor-logico', 'Avances!C2', 'VERDADERO', unLibro().celda('Avances!C2', true)],
  ['valor-de-error', 'Avances!C2', '#¡REF!', unLibro().celda('Avances!C2', ERROR_REF)],
  ['formula-sin-calcular', 'Avances!C2', 'la fórmula =B2+1', unLibro().celda('Avances!C2', formula('B2+1'))],
  ['texto-muy-largo', 'Reportes!B2', 'un texto de 50.000 caracteres', conTextoEnLinea('a'.repeat(50_000))],
  [
    'palabra-muy-larga',
    'Productos!B2',
    'una palabra de 1.001 caracteres',
    unLibro().celda('Productos!B2', `Con ${'a'.repeat(1001)} letras`),
  ],
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
  ['libro-con-macros', 'Libro', 'un libro con macros', conParte('xl/vbaProject.bin')],
  [
    'vinculos-externos',
    'Libro',
    'un libro con vínculos a otros libros',
    conParte('xl/externalLinks/externalLink1.xml', VINCULO('externalBook')),
  ],
  ['objetos-incrustados', 'Libro', 'un libro con documentos u objetos dentro', conParte('xl/embeddings/oleObject1.bin')],
  ['controles-activex', 'Libro', 'un libro con controles o botones', conParte('xl/activeX/activeX1.xml')],
  ['conexiones-de-datos', 'Libro', 'un libro con conexiones a bases de datos o a páginas', conParte('xl/connections.xml')],
  [
    'llamadas-dde',
    'Libro',
    'un libro con fórmulas que piden datos a otro programa (DDE)',
    conParte('xl/externalLinks/externalLink1.xml', VINCULO('ddeLink')),
  ],
  [
    'llamadas-dde',
    'Libro',
    'un libro con fórmulas que piden datos a otro programa (DDE)',
    unLibro().celda('Avances!C2', formula("cmd|' /C calc'!A0", 8)),
  ],
  ['caracteres-invisibles', 'Reportes!B2', '«Va en 012.»', conLogros('Va en \u202E012\u202C.')],
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

const texto = (palabras: string) => new TextEncoder().encode(palabras)
const letras = (...codigos: readonly number[]) => new Uint8Array([...codigos, ...Array<number>(600).fill(0)])
const conStream = (nombre: string) => {
  const archivo = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(archivo, `/${nombre}`, [1, 2, 3])
  return new Uint8Array(XLSX.CFB.write(archivo, { type: 'array' }))
}
/** A package of Office whose main part is of another program. */
const deOffice = (tipo: string) =>
  zip([{ nombre: '[Content_Types].xml', datos: `<Types><Override PartName="/x.xml" ContentType="application/vnd.${tipo}"/></Types>` }])
const deOtraOficina = (tipo: string) =>
  zipSync({ mimetype: texto(`application/vnd.oasis.opendocument.${tipo}`), 'content.xml': texto('<x/>') })
const escrito = (bookType: XLSX.BookType) => new Uint8Array(XLSX.write(XLSX.read(unLibro().bytes()), { type: 'array', bookType }))

/** Bytes that are no workbook that can be read, each with what is told of them. */
export const ARCHIVOS: readonly (readonly [string, FaultRule, Uint8Array])[] = [
  ['cero bytes', 'archivo-vacio', new Uint8Array()],
  ['un libro cifrado', 'libro-cifrado', cifrado()],
  ['un libro de Excel 97', 'es-xls', escrito('biff8')],
  ['un libro de Excel 5', 'es-xls', escrito('biff5')],
  ['un libro de Excel 2', 'es-xls', escrito('biff2')],
  ['un libro binario', 'es-xlsb', escrito('xlsb')],
  ['un libro de Excel 2003 en XML', 'es-xml', escrito('xlml')],
  ['un libro de LibreOffice', 'es-ods', escrito('ods')],
  ['un documento de Word', 'es-word', deOffice('openxmlformats-officedocument.wordprocessingml.document.main+xml')],
  ['un documento de Word 97', 'es-word', conStream('WordDocument')],
  ['un documento de LibreOffice', 'es-word', deOtraOficina('text')],
  ['un RTF', 'es-word', texto('{\\rtf1 hola}')],
  ['una presentación', 'es-presentacion', deOffice('openxmlformats-officedocument.presentationml.presentation.main+xml')],
  ['una presentación de 97', 'es-presentacion', conStream('PowerPoint Document')],
  ['una presentación de LibreOffice', 'es-presentacion', deOtraOficina('presentation')],
  ['un PDF', 'es-pdf', texto('%PDF-1.7\n%âãÏÓ\n')],
  ['una imagen PNG', 'es-imagen', letras(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
  ['una imagen JPEG', 'es-imagen', letras(0xff, 0xd8, 0xff, 0xe0)],
  ['una página web', 'es-html', texto('\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>1</td></tr></table>')],
  ['una página web sin su encabezado', 'es-html', texto('  <table border=1><tr><td>Código</td></tr></table>')],
  ['texto separado por comas', 'es-texto', texto('Código,2023\n1.1.1,3\n')],
  ['texto de Excel en UTF-16', 'es-texto', new Uint8Array([0xff, 0xfe, 0x43, 0, 0x09, 0])],
  ['un ZIP que no es un libro', 'no-es-xlsx', XLSX.CFB.write(XLSX.CFB.utils.cfb_new(), { fileType: 'zip', type: 'array' })],
  ['un programa', 'no-es-xlsx', letras(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1)],
  ['otro documento de 97', 'no-es-xlsx', conStream('Contents')],
  ['un libro cortado', 'libro-cortado', unLibro().bytes().slice(0, 2000)],
  ['un ZIP de basura', 'libro-cortado', texto('PK\u0003\u0004 basura basura basura')],
  ['un libro sin una de sus hojas', 'libro-danado', zip(piezasDeLibro().filter(({ nombre }) => !nombre.endsWith('sheet1.xml')))],
  ['dos partes con un nombre', 'libro-danado', zip([...piezasDeLibro(), { nombre: 'XL/Workbook.xml', datos: 'x' }])],
  ['un libro con un DOCTYPE', 'xml-con-declaraciones', libroConHoja(`${MIL_MILLONES_DE_RISAS}${hoja('')}`)],
  ['una fila de 2.001 celdas', 'libro-desmedido', libroConHoja(hoja(`<row>${'<c/>'.repeat(2_001)}</row>`))],
]

/** More faults than anybody reads, each with how many are told: the last one counts the rest. */
export const DEMASIADAS: readonly (readonly [FaultRule, UnLibro])[] = [
  [
    'mas-errores',
    unLibro().hoja('Capacitaciones', [
      ['Estación de policía', 'Participantes', 'Sesiones', 'Mes'],
      ...Array.from({ length: 1_200 }, () => ['Kennedy', 'muchos', 1, 'marzo']),
    ]),
  ],
  ['mas-avisos', Array.from({ length: 1_200 }, (_, i) => `Campo ${i}`).reduce((libro, campo) => libro.politica(campo, 'x'), unLibro())],
]
