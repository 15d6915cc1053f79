import { describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { type FaultRule, REGLAS, readLibro, redactar } from '../src/workbook/index.js'
import { ERROR_REF, formula, porcentaje, serial, type UnLibro, unLibro } from './un-libro.js'

/** A faulty workbook: its rule, where it is told, and what is told as found. Rows and columns are those of `unLibro()`. */
type Caso = readonly [regla: FaultRule, lugar: string, encontrado: string, libro: UnLibro]

const periodos = (avances: Record<string, number | null>) =>
  unLibro().producto('1.1.1', { metas: { 2023: 20 }, avances: { 2022: null, 2023: null, ...avances } })
const decreciente = (opciones: object) =>
  unLibro().producto('1.1.1', {
    tipo: 'Decreciente',
    lineaBase: 100,
    metas: { 2022: 80, 2023: 60 },
    avances: { 2022: 80, 2023: 60 },
    ...opciones,
  })
const creciente = (metas: Record<number, number>) =>
  unLibro().producto('1.1.1', { tipo: 'Creciente', metas, avances: { 2022: 3, 2023: 5 } })
const conLogros = (logros: string) => unLibro().producto('1.1.1', { metas: { 2022: 10, 2023: 10 }, avances: { 2022: 10, 2023: 8 }, logros })

const ERRORES: readonly Caso[] = [
  ['falta-hoja', 'Semáforo', 'un libro sin ella', unLibro().sinHoja('Semáforo')],
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
  ['falta-columna', 'Productos!A1', 'un encabezado sin ella', unLibro().celda('Productos!G1', null)],
  ['falta-columna', 'Metas!A1', 'un encabezado sin ella', unLibro().celda('Metas!D1', null)],
  ['falta-columna', 'Avances!A1', 'un encabezado sin ella', unLibro().celda('Avances!B1', null)],
  ['columna-repetida', 'Metas!F1', '2023', unLibro().columna('Metas', '2023')],
  ['hoja-sin-filas', 'Semáforo', 'una hoja sin datos', unLibro().hoja('Semáforo', [['Color', 'Desde', 'Hasta']])],

  ['celda-vacia', 'Productos!B3', 'una celda vacía', unLibro().celda('Productos!B3', null)],
  ['celda-vacia', 'Política!B3', 'n/a', unLibro().politica('Sigla', 'n/a')],
  ['valor-logico', 'Avances!C2', 'VERDADERO', unLibro().celda('Avances!C2', true)],
  ['valor-de-error', 'Avances!C2', '#¡REF!', unLibro().celda('Avances!C2', ERROR_REF)],
  ['formula-sin-calcular', 'Avances!C2', '=B2+1', unLibro().celda('Avances!C2', formula('B2+1'))],
  ['fecha-en-texto', 'Productos!B2', 'la fecha 2023-01-24', unLibro().celda('Productos!B2', serial(44950))],
  ['no-es-numero', 'Avances!C2', 'ocho', unLibro().celda('Avances!C2', 'ocho')],
  ['punto-decimal', 'Avances!C2', '4.5', unLibro().celda('Avances!C2', '4.5')],
  ['numero-con-fecha', 'Avances!C2', 'la fecha 2023-01-24', unLibro().celda('Avances!C2', serial(44950))],
  ['porcentaje-en-numero', 'Avances!C2', '35 %', unLibro().celda('Avances!C2', porcentaje(0.35))],
  ['porcentaje-en-numero', 'Avances!C2', '35%', unLibro().celda('Avances!C2', '35%')],
  ['porcentaje-mayor-que-diez', 'Avances!C3', '35', unLibro().celda('Avances!C3', 35)],
  ['no-es-entero', 'Sectores!A2', '1,5', unLibro().celda('Sectores!A2', 1.5)],
  ['no-es-entero', 'Semáforo!B2', '74,5', unLibro().celda('Semáforo!B2', 74.5)],
  ['cantidad-negativa', 'Avances!C2', '-8', unLibro().celda('Avances!C2', -8)],
  ['anio-invalido', 'Política!B15', '24', unLibro().politica('Año de publicación', 24)],
  ['no-es-fecha', 'Política!B5', '31 de febrero de 2021', unLibro().politica('Fecha de aprobación', '31 de febrero de 2021')],
  ['no-es-fecha', 'Política!B5', '44950', unLibro().politica('Fecha de aprobación', 44950)],
  ['codigo-numerico', 'Reportes!A2', '1,1', unLibro().celda('Reportes!A2', 1.1)],
  ['codigo-numerico', 'Reportes!A2', 'la fecha 2012-02-02', unLibro().celda('Reportes!A2', serial(40941))],
  ['codigo-invalido', 'Reportes!A2', '1.1', unLibro().celda('Reportes!A2', '1.1')],
  ['valor-fuera-de-lista', 'Productos!G2', 'Annual', unLibro().celda('Productos!G2', 'Annual')],

  ['falta-campo', 'Política!A1', 'una hoja sin él', unLibro().politica('Ciudad', undefined)],
  ['campo-repetido', 'Política!A16', 'VIGENCIA', unLibro().politica('VIGENCIA', 2023)],
  ['plan-al-reves', 'Política!B7', '2021', unLibro().politica('Año final del plan', 2021)],
  ['vigencia-fuera-del-plan', 'Política!B8', '2031', unLibro().politica('Vigencia', 2031)],

  ['codigo-repetido', 'Metas!A5', '1.1.1', unLibro().celda('Metas!A5', '1.1.1')],
  ['objetivo-repetido', 'Objetivos!A4', '2', unLibro().celda('Objetivos!A4', 2).celda('Objetivos!B4', 'Otro.')],
  ['sector-repetido', 'Sectores!B4', 'MOVILIDAD', unLibro().celda('Sectores!A4', 3).celda('Sectores!B4', 'MOVILIDAD')],
  ['orden-repetido', 'Sectores!A3', '1', unLibro().celda('Sectores!A3', 1)],
  ['color-repetido', 'Semáforo!A3', 'verde', unLibro().celda('Semáforo!A3', 'verde')],
  [
    'clave-repetida',
    'Textos!A3',
    'Cierre',
    unLibro().hoja('Textos', [
      ['Clave', 'Texto'],
      ['cierre', 'Uno.'],
      ['Cierre', 'Dos.'],
    ]),
  ],

  [
    'objetivo-inexistente',
    'Productos!A2',
    '3.1.1',
    unLibro().celda('Productos!A2', '3.1.1').celda('Metas!A2', '3.1.1').celda('Avances!A2', '3.1.1').celda('Reportes!A2', '3.1.1'),
  ],
  ['sector-inexistente', 'Productos!C2', 'Mobilidad', unLibro().celda('Productos!C2', 'Mobilidad')],
  ['producto-inexistente', 'Avances!A5', '1.1.9', unLibro().celda('Avances!A5', '1.1.9')],
  ['producto-sin-metas', 'Productos!A4', '2.1.1', unLibro().celda('Metas!A4', null).celda('Metas!B4', null).celda('Metas!C4', null)],
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

const AVISOS: readonly Caso[] = [
  [
    'hoja-desconocida',
    'Reporte',
    'la hoja «Reporte»',
    unLibro()
      .sinHoja('Reportes')
      .hoja('Reporte', [['Código', 'Logros']]),
  ],
  ['columna-desconocida', 'Metas!F1', 'Notas', unLibro().columna('Metas', 'Notas', ['x'])],
  ['columna-desconocida', 'Metas!F1', '2026', unLibro().columna('Metas', 2026)],
  ['campo-desconocido', 'Política!A16', 'Teléfono', unLibro().politica('Teléfono', '123')],
  ['hoja-oculta', 'Metas', 'una hoja oculta', unLibro().ocultarHoja('Metas')],
  ['fila-oculta', 'Metas!A3', 'la fila 3, oculta', unLibro().ocultarFila('Metas', 3)],
  ['columna-oculta', 'Metas!C1', 'la columna «2023», oculta', unLibro().ocultarColumna('Metas', 'C')],
  ['celdas-combinadas', 'Metas!B2', '1 × 2 celdas combinadas', unLibro().combinar('Metas', 'B2:C2')],
  ['markdown-como-texto', 'Reportes!B2', '# Título', conLogros('# Título')],
  ['enlace-como-texto', 'Reportes!B2', '[acta](acta.docx)', conLogros('Ver el [acta](acta.docx).')],
  ['logros-vacios', 'Reportes!B2', 'ningún logro del producto 1.1.1', unLibro().celda('Reportes!B2', null)],
  ['sector-sin-productos', 'Sectores!B4', 'Salud', unLibro().celda('Sectores!A4', 3).celda('Sectores!B4', 'Salud')],
  ['meta-sin-logro', 'Avances!C2', 'ningún avance', unLibro().celda('Avances!C2', null)],
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
const ARCHIVOS: readonly (readonly [string, FaultRule, Uint8Array])[] = [
  ['cero bytes', 'no-es-xlsx', new Uint8Array()],
  ['texto separado por comas', 'no-es-xlsx', texto('Código,2023\n1.1.1,3\n')],
  ['un ZIP que no es un libro', 'no-es-xlsx', XLSX.CFB.write(XLSX.CFB.utils.cfb_new(), { fileType: 'zip', type: 'array' })],
  ['un libro cortado', 'no-es-xlsx', unLibro().bytes().slice(0, 2000)],
  ['un ZIP de basura', 'no-es-xlsx', texto('PK\u0003\u0004 basura basura basura')],
  ['un libro de Excel 97', 'no-es-xlsx', XLSX.write(XLSX.read(unLibro().bytes()), { type: 'array', bookType: 'biff8' })],
  ['un libro de LibreOffice', 'no-es-xlsx', XLSX.write(XLSX.read(unLibro().bytes()), { type: 'array', bookType: 'ods' })],
  ['un libro cifrado', 'libro-cifrado', cifrado()],
]

describe('cada falta se dice una sola vez, en su lugar', () => {
  test.each(ERRORES)('%s en %s', (rule, place, found, libro) => {
    const lectura = readLibro(libro.bytes())
    expect(lectura.errores.map((f) => [f.rule, f.place, f.found])).toEqual([[rule, place, found]])
    expect(lectura.libro).toBeNull()
  })

  test.each(AVISOS)('aviso %s en %s', (rule, place, found, libro) => {
    const lectura = readLibro(libro.bytes())
    expect(lectura.avisos.filter((f) => f.rule === rule).map((f) => [f.place, f.found])).toContainEqual([place, found])
  })

  test.each(ARCHIVOS)('%s', (_, rule, bytes) => {
    const lectura = readLibro(new Uint8Array(bytes))
    expect(lectura.errores.map((f) => f.rule)).toEqual([rule])
    expect(lectura.libro).toBeNull()
  })

  test('toda regla tiene su libro con faltas', () => {
    const vistas = new Set([...ERRORES, ...AVISOS].map(([rule]) => rule).concat(ARCHIVOS.map(([, rule]) => rule)))
    expect(REGLAS.filter((rule) => !vistas.has(rule))).toEqual([])
  })
})

describe('las palabras de una falta', () => {
  test.each([...ERRORES, ...AVISOS])('%s en %s se explica completa', (rule, _, __, libro) => {
    const { errores, avisos } = readLibro(libro.bytes())
    for (const falta of [...errores, ...avisos].filter((f) => f.rule === rule).map(redactar)) {
      for (const palabras of Object.values(falta)) expect(palabras).toMatch(/^[^{}[\]]+$|^\[/u)
      expect(falta.remedio).toMatch(/[.?]$/)
    }
  })

  test.each<[FaultRule, UnLibro, object]>([
    [
      'sector-inexistente',
      unLibro().celda('Productos!C2', 'Mobilidad'),
      {
        regla: 'sector-inexistente',
        lugar: 'Productos!C2',
        encontrado: 'Mobilidad',
        esperado: 'un sector de la hoja Sectores',
        remedio: 'Corrija el nombre o agregue el sector; el más parecido es «Movilidad».',
      },
    ],
    [
      'punto-decimal',
      unLibro().celda('Avances!C2', '4.5'),
      {
        regla: 'punto-decimal',
        lugar: 'Avances!C2',
        encontrado: '4.5',
        esperado: 'un número en el que el punto solo separa miles (1.300.231, 5,7)',
        remedio: 'Use la coma para los decimales (4,5) y el punto solo para los miles.',
      },
    ],
    [
      'porcentaje-mayor-que-diez',
      unLibro().celda('Avances!C3', 35),
      {
        regla: 'porcentaje-mayor-que-diez',
        lugar: 'Avances!C3',
        encontrado: '35',
        esperado: 'una fracción (1 = 100 %), de 10 como máximo',
        remedio: 'Un porcentaje se escribe con su signo, como 35 %, o como fracción, 0,35. ¿Quiso escribir 35 %?',
      },
    ],
    [
      'meta-final-distinta-de-la-suma',
      unLibro().celda('Productos!N2', 21),
      {
        regla: 'meta-final-distinta-de-la-suma',
        lugar: 'Productos!N2',
        encontrado: '21',
        esperado: 'la suma de las metas anuales (20)',
        remedio: 'Corrija la meta final o las metas de Metas!A2.',
      },
    ],
    [
      'valor-fuera-de-lista',
      unLibro().celda('Semáforo!A2', 'Berde'),
      {
        regla: 'valor-fuera-de-lista',
        lugar: 'Semáforo!A2',
        encontrado: 'Berde',
        esperado: 'uno de estos valores: «Verde», «Amarillo» o «Rojo»',
        remedio: 'Elija un valor de la lista; el más parecido es «Verde».',
      },
    ],
    [
      'nombre-de-cifra',
      conLogros('[[mobilidad avanse]]'),
      {
        regla: 'nombre-de-cifra',
        lugar: 'Reportes!B2',
        encontrado: '[[mobilidad avanse]]',
        esperado: 'el nombre de una cifra del informe',
        remedio:
          'Corrija el nombre entre corchetes dobles; los más parecidos son «Movilidad avance», «Movilidad balance» o «Movilidad verde».',
      },
    ],
    [
      'semaforo-incompleto',
      unLibro().celda('Semáforo!C2', 200),
      {
        regla: 'semaforo-incompleto',
        lugar: 'Semáforo!C2',
        encontrado: '200',
        esperado: 'un color para cada porcentaje entero desde 0; queda sin color: 201 en adelante',
        remedio: 'Ajuste los límites para que cada rango siga al anterior.',
      },
    ],
  ])('%s', (rule, libro, esperada) => {
    const { errores } = readLibro(libro.bytes())
    expect(errores.filter((f) => f.rule === rule).map(redactar)).toEqual([esperada])
  })
})

/** Twenty-five slips in nine sheets, none of which follows from another. */
function veinticincoFaltas(): UnLibro {
  return unLibro()
    .producto('1.1.1', { metas: { 2022: 10, 2023: 10 }, avances: { 2022: 10, 2023: 8, '2023-S1': 4, '2023-S2': 4 } })
    .producto('1.1.2', { tipo: 'Constante', unidad: 'Porcentaje', metas: { 2023: 1 }, avances: { 2023: 1 } })
    .producto('1.1.10', { tipo: 'Creciente', metas: { 2022: 3, 2023: 5 }, avances: { 2022: 3, 2023: 5 } })
    .producto('2.1.1', { tipo: 'Decreciente', lineaBase: 50, metas: { 2022: 40, 2023: 30 }, avances: { 2022: 40, 2023: 35 } })
    .producto('2.1.2', { sector: 'Salud', metas: { 2023: 4 }, avances: { 2023: 4 } })
    .producto('2.1.3', { sector: 'Salud', metas: { 2023: 4 }, avances: { 2023: 4 } })
    .politica('Sigla', null)
    .politica('Fecha de corte', '31/12')
    .celda('Objetivos!B2', true)
    .celda('Sectores!A3', 'dos')
    .celda('Productos!B2', null)
    .celda('Productos!F2', 'Sumatoria')
    .celda('Productos!C3', 'Mobilidad')
    .celda('Productos!L3', 2019)
    .celda('Productos!N4', 7)
    .celda('Productos!K5', '4.5')
    .celda('Productos!A6', '3.1.2')
    .celda('Productos!O7', -1)
    .celda('Metas!A6', '3.1.2')
    .celda('Metas!B3', 35)
    .celda('Metas!C5', formula('B5-10'))
    .celda('Metas!A8', '9.9.9')
    .celda('Avances!C2', 9)
    .celda('Avances!C3', ERROR_REF)
    .celda('Avances!C4', -5)
    .celda('Avances!A6', serial(40941))
    .celda('Avances!B7', '1.30.5')
    .celda('Reportes!A2', 1.1)
    .celda('Reportes!B3', 'Va en [[salut avance]].')
    .celda('Reportes!A5', '1.1.10')
    .celda('Reportes!A6', '3.1.2')
    .celda('Semáforo!C3', 76)
    .hoja('Jornadas', [
      ['Fecha', 'Lugar', 'Asistentes'],
      ['2023-02-30', 'Kennedy', '1.5'],
    ])
}

describe('todas las faltas se dicen a la vez', () => {
  test('veinticinco errores, en orden de lectura', () => {
    expect(readLibro(veinticincoFaltas().bytes()).errores.map((f) => `${f.place} ${f.rule}`)).toEqual([
      'Política!B3 celda-vacia',
      'Política!B9 no-es-fecha',
      'Objetivos!B2 valor-logico',
      'Sectores!A3 no-es-numero',
      'Productos!B2 celda-vacia',
      'Productos!F2 valor-fuera-de-lista',
      'Productos!C3 sector-inexistente',
      'Productos!L3 anio-fuera-del-plan',
      'Productos!N4 meta-final-distinta-de-la-ultima',
      'Productos!K5 punto-decimal',
      'Productos!A6 objetivo-inexistente',
      'Productos!O7 importancia-no-positiva',
      'Metas!B3 porcentaje-mayor-que-diez',
      'Metas!C5 formula-sin-calcular',
      'Metas!A8 producto-inexistente',
      'Avances!C3 valor-de-error',
      'Avances!C4 cantidad-negativa',
      'Avances!A6 codigo-numerico',
      'Avances!B7 punto-decimal',
      'Reportes!A2 codigo-numerico',
      'Reportes!B3 nombre-de-cifra',
      'Reportes!A5 codigo-repetido',
      'Semáforo!B2 semaforo-traslapado',
      'Jornadas!A2 no-es-fecha',
      'Jornadas!C2 punto-decimal',
    ])
  })
})

describe('lo que solo se sigue de otra falta no se repite', () => {
  test.each<[string, UnLibro, readonly string[]]>([
    ['un código que Excel volvió fecha', unLibro().celda('Productos!A2', serial(36892)), ['Productos!A2 codigo-numerico']],
    ['un sector ilegible', unLibro().celda('Sectores!B2', ERROR_REF), ['Sectores!B2 valor-de-error']],
    ['un objetivo ilegible', unLibro().celda('Objetivos!A2', 'uno'), ['Objetivos!A2 no-es-numero']],
    ['una hoja que falta', unLibro().sinHoja('Productos'), ['Productos falta-hoja']],
    ['las metas que faltan', unLibro().sinHoja('Metas'), ['Metas falta-hoja']],
    ['un plan ilegible', unLibro().politica('Año inicial del plan', 'dos mil'), ['Política!B6 no-es-numero']],
    ['una unidad ilegible', unLibro().celda('Productos!H3', 'Porciento'), ['Productos!H3 valor-fuera-de-lista']],
    ['un tipo ilegible', unLibro().celda('Productos!F2', 'Otro'), ['Productos!F2 valor-fuera-de-lista']],
    ['una meta ilegible', unLibro().celda('Metas!B2', 'diez'), ['Metas!B2 no-es-numero']],
    ['una línea base ilegible', decreciente({ lineaBase: 'cien' }), ['Productos!K2 no-es-numero']],
    ['la columna de códigos', unLibro().celda('Productos!A1', 'Cod'), ['Productos!B1 falta-columna']],
    [
      'un sector mal escrito y el nombre de su cifra',
      unLibro().celda('Productos!C4', 'Educasión').celda('Reportes!B4', '[[Educación avance]]'),
      ['Productos!C4 sector-inexistente'],
    ],
  ])('%s', (_, libro, esperadas) => {
    expect(readLibro(libro.bytes()).errores.map((f) => `${f.place} ${f.rule}`)).toEqual(esperadas)
  })

  test('una falta de verdad se dice aunque otra se le parezca', () => {
    const libro = unLibro().celda('Productos!A2', serial(36892)).celda('Metas!A5', '1.1.7')
    expect(readLibro(libro.bytes()).errores.map((f) => f.place)).toEqual(['Productos!A2', 'Metas!A5'])
  })
})

test('los nombres que JavaScript reserva no hacen nada en una hoja, un título, una clave o un código', () => {
  const libro = unLibro()
    .hoja('__proto__', [['constructor']])
    .hoja('Textos', [
      ['Clave', 'Texto', '__proto__', 'constructor'],
      ['__proto__', 'Uno.', 'x', 'y'],
      ['constructor', 'Dos.', 'x', 'y'],
    ])
    .politica('__proto__', 'z')
  const lectura = readLibro(libro.bytes())
  expect(lectura.avisos.map((f) => f.place)).toEqual(['Política!A16', '__proto__', 'Textos!C1', 'Textos!D1'])
  expect([...(lectura.libro?.textos.keys() ?? [])]).toEqual(['__proto__', 'constructor'])
  expect(({} as Record<string, unknown>).x).toBeUndefined()
  const conCodigo = readLibro(unLibro().celda('Avances!A5', '__proto__').celda('Productos!C2', 'constructor').bytes())
  expect(conCodigo.errores.map((f) => `${f.place} ${f.rule}`)).toEqual(['Productos!C2 sector-inexistente', 'Avances!A5 codigo-invalido'])
})
