import { describe, expect, test } from 'vitest'
import { type FaultRule, REGLAS, readLibro, redactar } from '../src/workbook/index.js'
import { ARCHIVOS, AVISOS, conLogros, DEMASIADAS, decreciente, ERRORES } from './libros-con-faltas.js'
import { ERROR_REF, formula, serial, type UnLibro, unLibro } from './un-libro.js'

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

  test.each(DEMASIADAS)('de más de mil se dicen mil, y cuántas faltan (%s)', (rule, libro) => {
    const { errores, avisos } = readLibro(libro.bytes())
    const dichas = rule === 'mas-errores' ? errores : avisos
    expect(dichas).toHaveLength(1_001)
    expect(dichas.at(-1)).toEqual({ rule, place: 'Libro', found: '200 más, que no se muestran' })
  })

  test('toda regla tiene su libro con faltas', () => {
    const vistas = new Set([...ERRORES, ...AVISOS, ...DEMASIADAS].map(([rule]) => rule).concat(ARCHIVOS.map(([, rule]) => rule)))
    expect(REGLAS.filter((rule) => !vistas.has(rule))).toEqual([])
  })
})

describe('las palabras de una falta', () => {
  test.each([...ERRORES, ...AVISOS])('%s en %s se explica completa', (rule, _, __, libro) => {
    const { errores, avisos } = readLibro(libro.bytes())
    for (const falta of [...errores, ...avisos].filter((f) => f.rule === rule).map(redactar)) {
      for (const palabras of Object.values(falta)) expect(palabras).toMatch(/^[^{}[\]]+$|^«?\[/u)
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
        encontrado: '«Mobilidad»',
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
        encontrado: '«4.5»',
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
        encontrado: '«Berde»',
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
