/** The same workbook as different programs write it, and in every form that the file format allows, is the same policy. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { readLibro, redactar } from '../src/workbook/index.js'
import { convertir, herramienta, siHay } from './herramientas.js'
import { dicho } from './lo-dicho.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { ERROR_REF, formula, porcentaje, serial, unLibro } from './un-libro.js'
import { escribirXlsx, type Forma, libroPlano } from './un-xlsx.js'

const EDICION = new Uint8Array(readFileSync(new URL('../inputs/ppasp-2023.xlsx', import.meta.url)))

/** What is hard for a writer: formats, formulas, merged titles, hidden things, spaces, dates and text that looks like a number. */
const DIFICIL = unLibro()
  .politica('Fecha de corte', serial(45_291))
  .politica('Vigencia', formula('2020+3', 2023))
  .objetivo(1, '  Con un salto\nde línea, «comillas», <ángulos> & 👩‍👩‍👧 日本 a\u0301 A&B  ')
  .producto('1.1.1', {
    metas: { 2022: 10, 2023: 0.1 },
    avances: { 2022: '1.234,5', 2023: formula('1/10', 0.1) },
    logros: formula('"Así "&"y así."', 'Así y así.'),
  })
  .producto('1.1.2', {
    tipo: 'Constante',
    unidad: 'Porcentaje',
    metaFinal: porcentaje(0.35),
    metas: { 2023: porcentaje(0.35) },
    avances: { 2023: porcentaje(0.285) },
  })
  .hoja('Reuniones', [
    ['Entidad o sector', 'Fecha'],
    ['Movilidad', serial(44_950)],
    ['Salud', serial(45_000, 'd "de" mmmm "de" yyyy')],
  ])
  .ocultarHoja('Metas')
  .ocultarFila('Avances', 2)
  .ocultarColumna('Avances', 'B')
  .combinar('Semáforo', 'A5:C5')

const DIFICIL_ESCRITO = DIFICIL.bytes()

const LIBROS = [
  ['el de siete productos', POLITICA_DEL_AGUA.bytes()],
  ['el de 2023', EDICION],
  ['uno difícil', DIFICIL_ESCRITO],
] as const

const FORMAS: readonly (readonly [string, Partial<Forma>])[] = [
  ['textos compartidos', { textos: 'compartidos' }],
  ['textos en línea', { textos: 'en-linea' }],
  ['textos como resultado de una fórmula', { textos: 'guardados' }],
  ['textos con formato por trozos', { textos: 'con-formato' }],
  ['textos en línea con formato por trozos', { textos: 'en-linea-con-formato' }],
  ['textos con su pronunciación', { textos: 'con-fonetica' }],
  ['fechas de 1904', { fecha1904: true }],
  ['fechas ISO', { fechasIso: true }],
  ['fechas ISO y de 1904', { fechasIso: true, fecha1904: true }],
  ['la norma estricta', { estricto: true, fechasIso: true }],
  ['todo con prefijo', { prefijo: 'x:' }],
  ['rutas absolutas', { rutas: 'absolutas' }],
  ['hojas en otro orden que sus archivos', { archivosAlReves: true }],
  ['celdas sin dirección', { direcciones: 'de-filas' }],
  ['ni filas ni celdas con dirección', { direcciones: 'ninguna', dimension: false }],
  ['sin dimensión', { dimension: false }],
  ['cada valor como resultado de una fórmula', { formulas: true }],
  ['formatos lejos, paneles, filtros, validaciones y nombres', { adornos: true }],
  ['letras por su número', { escapes: true }],
  ['letras por su número en resultados de fórmulas', { escapes: true, textos: 'guardados' }],
  ['con marca de orden', { codificacion: 'utf-8-bom' }],
]

describe.each(LIBROS)('%s dice lo mismo', (_, bytes) => {
  const esperado = dicho(bytes)
  const plano = libroPlano(bytes)

  test.each(FORMAS)('con %s', (_, forma) => {
    expect(dicho(escribirXlsx(plano, forma))).toEqual(esperado)
  })

  test('escrito por ExcelJS', async () => {
    const libro = new ExcelJS.Workbook()
    await libro.xlsx.load(bytes.slice().buffer as ArrayBuffer)
    expect(dicho(new Uint8Array(await libro.xlsx.writeBuffer()))).toEqual(esperado)
  })

  test.each([true, false])('escrito por SheetJS, con textos compartidos: %s', (bookSST) => {
    const libro = XLSX.read(bytes, { cellNF: true, cellStyles: true, sheetStubs: true })
    expect(dicho(new Uint8Array(XLSX.write(libro, { type: 'array', bookType: 'xlsx', bookSST }) as ArrayBuffer))).toEqual(esperado)
  })

  siHay('soffice')('guardado por LibreOffice', async () => {
    expect(dicho(await convertir(bytes, 'xlsx', 'xlsx'))).toEqual(esperado)
  })

  siHay('soffice')('guardado por LibreOffice en su formato y de vuelta', async () => {
    // LibreOffice itself drops the line break of a text that is the result of a formula when it saves it as .ods: shared texts keep theirs.
    const compartidos = escribirXlsx(plano, { textos: 'compartidos' })
    expect(dicho(await convertir(await convertir(compartidos, 'xlsx', 'ods'), 'ods', 'xlsx'))).toEqual(esperado)
  })

  // Of a workbook with formulas it saves no results: that has its own test.
  for (const como of bytes === DIFICIL_ESCRITO
    ? (['escribir', 'escribir-1904'] as const)
    : (['guardar', 'escribir', 'escribir-1904'] as const))
    siHay('openpyxl')(`con openpyxl: ${como}`, () => {
      expect(dicho(conOpenpyxl(bytes, como))).toEqual(esperado)
    })
})

function conOpenpyxl(bytes: Uint8Array, como: string): Uint8Array {
  const carpeta = mkdtempSync(join(tmpdir(), 'informe-openpyxl-'))
  const [de, a] = [join(carpeta, 'de.xlsx'), join(carpeta, 'a.xlsx')]
  try {
    writeFileSync(de, bytes)
    execFileSync(herramienta('openpyxl') ?? '', [new URL('guardar-con-openpyxl.py', import.meta.url).pathname, como, de, a])
    return new Uint8Array(readFileSync(a))
  } finally {
    rmSync(carpeta, { recursive: true })
  }
}

describe('lo que está mal lo está en la misma celda, lo escriba quien lo escriba', () => {
  const malo = unLibro()
    .celda('Avances!C2', ERROR_REF)
    .celda('Metas!C3', true)
    .celda('Productos!F3', 'Sumatoria')
    .celda('Política!B5', '31/02/2021')
    .bytes()
  const faltas = (bytes: Uint8Array) => readLibro(bytes).errores.map(({ place, rule }) => `${place} ${rule}`)
  const esperadas = ['Política!B5 no-es-fecha', 'Productos!F3 valor-fuera-de-lista', 'Metas!C3 valor-logico', 'Avances!C2 valor-de-error']

  test.each(FORMAS)('con %s', (_, forma) => {
    expect(faltas(escribirXlsx(libroPlano(malo), forma))).toEqual(esperadas)
  })

  siHay('soffice')('guardado por LibreOffice', async () => {
    expect(faltas(await convertir(malo, 'xlsx', 'xlsx'))).toEqual(esperadas)
  })

  siHay('openpyxl')('con fórmulas sin resultado, como las guarda openpyxl', () => {
    const sinCalcular = ['Política!B8', 'Avances!C2', 'Reportes!B2'].map((lugar) => `${lugar} formula-sin-calcular`)
    expect(faltas(conOpenpyxl(DIFICIL_ESCRITO, 'guardar')).filter((falta) => falta.includes('formula'))).toEqual(sinCalcular)
  })

  siHay('openpyxl')('con openpyxl', () => {
    expect(faltas(conOpenpyxl(malo, 'guardar'))).toEqual(esperadas)
  })
})

describe('lo que la norma permite y casi nadie escribe', () => {
  /** The workbook of seven products with its sheets written otherwise. */
  const con = (cambio: (xml: string) => string, partes = /worksheets\//u) =>
    zipSync(
      Object.fromEntries(
        Object.entries(unzipSync(escribirXlsx(libroPlano(POLITICA_DEL_AGUA.bytes())))).map(([nombre, datos]) => [
          nombre,
          partes.test(nombre) ? strToU8(cambio(strFromU8(datos))) : datos,
        ]),
      ),
    )
  const esperado = dicho(POLITICA_DEL_AGUA.bytes())

  test.each<[string, (xml: string) => string]>([
    ['un salto de línea antes de cada atributo', (xml) => xml.replace(/<(c|row) r=/gu, '<$1\n\tr=')],
    ['comillas sencillas', (xml) => xml.replace(/ (r|t|s)="([^"]*)"/gu, " $1='$2'")],
    ['atributos en otro orden', (xml) => xml.replace(/ r="([A-Z]+\d+)" t="s"/gu, ' t="s" r="$1"')],
    [
      'un enlace sobre toda la hoja',
      (xml) => xml.replace('</sheetData>', '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks>'),
    ],
    [
      'un formato en todas las columnas',
      (xml) => xml.replace('<sheetData>', '<cols><col min="1" max="16384" width="9"/></cols><sheetData>'),
    ],
    ['una dimensión que no es', (xml) => xml.replace(/<dimension[^>]*>/u, '<dimension ref="A1:A1"/>')],
    ['números con exponente', (xml) => xml.replaceAll('<v>0.9</v>', '<v>9.0E-1</v>')],
  ])('con %s', (_, cambio) => {
    expect(dicho(con(cambio))).toEqual(esperado)
  })

  test('una fila vacía sin número cuenta como una fila', () => {
    const partes = unzipSync(escribirXlsx(libroPlano(unLibro().celda('Avances!C3', true).bytes()), { direcciones: 'ninguna' }))
    const avances = 'xl/worksheets/sheet6.xml'
    partes[avances] = strToU8(strFromU8(partes[avances] as Uint8Array).replace('</row><row>', '</row><row/><row>'))
    expect(readLibro(zipSync(partes)).errores.map(({ place, rule }) => `${place} ${rule}`)).toEqual(['Avances!C4 valor-logico'])
  })

  test.each<[string, string, string]>([
    ['un número con coma', '<c r="B2"><v>1,5</v></c>', 'valor-de-error'],
    ['un número con letras', '<c r="B2"><v>12abc</v></c>', 'valor-de-error'],
    ['NaN', '<c r="B2"><v>NaN</v></c>', 'valor-de-error'],
    ['infinito', '<c r="B2"><v>1e999</v></c>', 'valor-de-error'],
    ['un tipo de celda que no hay', '<c r="B2" t="zz"><v>5</v></c>', 'valor-de-error'],
    ['un texto compartido a medias', '<c r="B2" t="s"><v>1.5</v></c>', 'valor-de-error'],
    ['una fecha que no es', '<c r="B2" t="d"><v>ayer</v></c>', 'valor-de-error'],
  ])('%s es un error en su celda, y no otra cifra', (_, celda, regla) => {
    const { errores } = readLibro(con((xml) => xml.replace(/<c r="B2">.*?<\/c>/u, celda), /sheet6/u))
    expect(errores.map(({ place, rule }) => `${place} ${rule}`)).toEqual([`Avances!B2 ${regla}`])
  })

  test('en UTF-16 no se lee, y se dice por qué', () => {
    const { errores } = readLibro(escribirXlsx(libroPlano(POLITICA_DEL_AGUA.bytes()), { codificacion: 'utf-16le' }))
    expect(errores.map(redactar)).toMatchObject([{ lugar: 'Libro', encontrado: expect.stringContaining('UTF-8') }])
  })

  test('lo que parece un escape de XML es texto, también como resultado de una fórmula', () => {
    const enunciado = 'x &lt; y &amp; &#243; z'
    expect(unLibro().objetivo(1, enunciado).libro().objetivos[0]?.enunciado).toBe(enunciado)
  })

  test('un número sin medida, escrito, es un error en su celda', () => {
    const { errores } = readLibro(unLibro().celda('Avances!C2', '9'.repeat(400)).celda('Avances!C3', 1.797_693_134_862_315_7e308).bytes())
    expect(errores.map(({ place, rule }) => `${place} ${rule}`)).toEqual(['Avances!C2 no-es-numero', 'Avances!C3 valor-de-error'])
  })
})
