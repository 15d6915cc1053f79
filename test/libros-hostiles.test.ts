/** Workbooks that nobody in good faith would send: refused for what they are, or read without harm. */
import { beforeAll, describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import { examinador } from '../src/pipeline/index.js'
import { LIMITES, NOMBRES_DE_LIMITES, type NombreDeLimite, readLibro } from '../src/workbook/index.js'
import { BOMBAS, hoja, libroConHoja, MIL_MILLONES_DE_RISAS, type Partes, piezasDeLibro, zip } from './bombas.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { conTextoEnLinea } from './libros-con-faltas.js'
import { formula, unLibro } from './un-libro.js'

/** Far more than any of them takes, and less than people wait for. */
const PACIENCIA = 60_000

describe('las bombas no estallan', () => {
  test.each(Object.entries(BOMBAS))(
    '%s',
    (_, { bytes, regla }) => {
      const bomba = bytes()
      const { errores, avisos } = readLibro(bomba)
      if (regla === null) expect(errores.map(({ rule }) => rule)).not.toEqual(['libro-desmedido'])
      else expect(errores.map(({ rule }) => rule)).toEqual([regla])
      expect(errores.length + avisos.length).toBeLessThan(2_100)
    },
    PACIENCIA,
  )
})

describe('la página de revisión', () => {
  let examinar: ReturnType<typeof examinador>['examinar']
  beforeAll(async () => {
    ;({ examinar } = examinador(await readTree(new URL('../templates', import.meta.url).pathname)))
  })

  test('dice lo mismo de una bomba, también como base', async () => {
    const bomba = { nombre: 'bomba.xlsx', bytes: libroConHoja(`${MIL_MILLONES_DE_RISAS}${hoja('')}`) }
    const bueno = { nombre: 'libro.xlsx', bytes: unLibro().bytes() }
    expect((await examinar(bomba, bueno)).problemas.errores.map(({ regla }) => regla)).toEqual(['xml-con-declaraciones'])
    expect((await examinar(bueno, bomba)).examinado).toMatchObject({ comparacion: null })
  })
})

/** So many rows of a cell; `#` in it differs from one to the next, as no two rows are the same. */
const filas = (cuantas: number, celda: string) =>
  Array.from({ length: cuantas }, (_, i) => `<row>${celda.replaceAll('#', String(i * i))}</row>`).join('')
const UNA_HOJA_DE_DOS_MEGAS = hoja(filas(20_000, `<c t="str"><v>${'#123456789'.repeat(10)}</v></c>`))
/** A workbook for each limit, the limit that it breaks, and one that it does not. */
const CON_MUCHO: Readonly<
  Record<Exclude<NombreDeLimite, 'segundos'>, { readonly bytes: () => Uint8Array; readonly poco: number; readonly bastante: number }>
> = {
  megas: { bytes: () => zip([...piezasDeLibro(), { nombre: 'x', comprimida: new Uint8Array(2_000_000) }]), poco: 1, bastante: 2 },
  'megas-abierto': { bytes: () => libroConHoja(UNA_HOJA_DE_DOS_MEGAS), poco: 1, bastante: 10 },
  razon: { bytes: () => libroConHoja(UNA_HOJA_DE_DOS_MEGAS), poco: 2, bastante: 500 },
  partes: { bytes: () => zip(piezasDeLibro()), poco: 3, bastante: 4 },
  hojas: { bytes: () => libroDe({ hojas: [{ nombre: 'A' }, { nombre: 'B' }, { nombre: 'C' }] }), poco: 2, bastante: 3 },
  filas: { bytes: () => libroConHoja(hoja(filas(5, ''))), poco: 4, bastante: 5 },
  columnas: { bytes: () => libroConHoja(hoja(filas(1, '<c/><c/><c/>'))), poco: 2, bastante: 3 },
  celdas: { bytes: () => libroConHoja(hoja(filas(3, '<c/><c/>'))), poco: 5, bastante: 6 },
  caracteres: { bytes: () => unLibro().bytes(), poco: 5, bastante: 100 },
  palabra: { bytes: () => unLibro().celda('Productos!B2', 'a'.repeat(30)).bytes(), poco: 29, bastante: 30 },
  formulas: { bytes: () => libroConHoja(hoja(filas(3, '<c><f>1</f><v>1</v></c>'))), poco: 2, bastante: 3 },
  profundidad: { bytes: () => libroConHoja(hoja('<row><c><a><b/></a></c></row>')), poco: 4, bastante: 5 },
  faltas: { bytes: () => unLibro().celda('Metas!B2', 'x').celda('Metas!B3', 'x').celda('Metas!C3', 'x').bytes(), poco: 2, bastante: 3 },
}
const libroDe = (partes: Partes) => zip(piezasDeLibro(partes))
const REGLA_DE: Readonly<Partial<Record<NombreDeLimite, string>>> = {
  caracteres: 'texto-muy-largo',
  palabra: 'palabra-muy-larga',
  faltas: 'mas-errores',
}

describe('cada límite', () => {
  test.each(Object.entries(CON_MUCHO))('%s', (limite, { bytes, poco, bastante }) => {
    const regla = REGLA_DE[limite as NombreDeLimite] ?? 'libro-desmedido'
    const con = (cuanto: number) => readLibro(bytes(), { ...LIMITES, [limite]: cuanto }).errores.filter(({ rule }) => rule === regla)
    expect(con(poco).length).toBeGreaterThan(0)
    if (regla === 'libro-desmedido') expect(con(poco)).toMatchObject([{ place: 'Libro', params: { limite } }])
    expect(con(bastante)).toEqual([])
  })

  test('segundos: lo que se esté haciendo se deja', () => {
    const libro = libroConHoja(hoja(filas(90_000, '<c t="str"><v>#</v></c>'.repeat(6))))
    const antes = performance.now()
    expect(readLibro(libro, { ...LIMITES, segundos: 0.2 }).errores).toMatchObject([
      { rule: 'libro-desmedido', params: { limite: 'segundos' } },
    ])
    expect(performance.now() - antes).toBeLessThan(PACIENCIA)
  })

  test('están todos', () => {
    expect([...Object.keys(CON_MUCHO), 'segundos'].toSorted()).toEqual(NOMBRES_DE_LIMITES.toSorted())
  })

  test('un libro treinta veces mayor que el de 2023 cabe con holgura', { timeout: 2 * PACIENCIA }, () => {
    const libro = unLibro({ inicio: 2022, fin: 2031 })
    for (let i = 0; i < 2_190; i++) {
      const anios = { 2022: 1, 2023: 2, 2024: 3, 2025: 4, 2026: 5, 2027: 6, 2028: 7, 2029: 8, 2030: 9, 2031: 10 }
      const codigo = `${(i % 6) + 1}.${(i % 40) + 1}.${i + 1}`
      libro.producto(codigo, {
        sector: `Sector ${i % 300}`,
        metas: anios,
        avances: { 2022: 1, 2023: 2 },
        logros: 'Se avanzó bastante. '.repeat(60),
      })
    }
    const mitad = Object.fromEntries(NOMBRES_DE_LIMITES.map((limite) => [limite, Math.ceil(LIMITES[limite] / 5)])) as typeof LIMITES
    expect(readLibro(libro.bytes(), { ...mitad, segundos: LIMITES.segundos }).libro?.productos).toHaveLength(2_190)
  })
})

describe('un paquete que dice dos cosas a la vez no se lee', () => {
  const [tipos, ...demas] = piezasDeLibro()
  const hostiles: Readonly<Record<string, Uint8Array>> = {
    'una parte con otro nombre en su lugar': zip(tipos === undefined ? [] : [{ ...tipos, nombrePropio: '[Content-Types].xml' }, ...demas]),
    'una parte que dice ser mayor': zip(tipos === undefined ? [] : [{ ...tipos, dice: 5_000 }, ...demas]),
    'una hoja en UTF-16': libroConHoja(Uint8Array.from(Buffer.from(`\uFEFF${hoja('')}`, 'utf16le'))),
    'una fila que no cabe en una hoja': libroConHoja(hoja('<row r="1048577"><c r="A1048577"><v>1</v></c></row>')),
    'una celda que no cabe en una hoja': libroConHoja(hoja('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')),
  }
  test.each(Object.entries(hostiles))('%s', (_, bytes) => {
    expect(readLibro(bytes).errores.map(({ rule }) => rule)).toEqual(['libro-danado'])
  })

  test('un libro al que le cambió un byte de sus datos', () => {
    const bytes = zip(piezasDeLibro().map((pieza) => pieza))
    const donde = Buffer.from(bytes).indexOf('xl/workbook.xml') + 'xl/workbook.xml'.length + 10
    bytes[donde] = (bytes[donde] ?? 0) ^ 1
    expect(readLibro(bytes).errores.map(({ rule }) => rule)).toEqual(['libro-danado'])
  })

  test('los nombres que salen de la carpeta y las partes de más no estorban', () => {
    const otras = ['../../etc/passwd', '/etc/passwd', '..\\..\\x', 'C:\\x', 'xl/../x'].map((nombre) => ({ nombre, datos: 'x' }))
    const con = readLibro(zip([...piezasDeLibro(), ...otras]))
    expect(con).toEqual(readLibro(zip(piezasDeLibro())))
  })

  test('un libro en ZIP64 se lee', () => {
    const piezas = piezasDeLibro().map((pieza) => ({ ...pieza, zip64: true }))
    expect(readLibro(zip(piezas, { zip64: true }))).toEqual(readLibro(zip(piezasDeLibro())))
  })
})

describe('las fórmulas no se calculan', () => {
  const conCelda = (celda: string) => {
    const xml = `<row r="1"><c r="A1" t="str"><v>Color</v></c><c r="B1" t="str"><v>Desde</v></c><c r="C1" t="str"><v>Hasta</v></c></row>`
    const libro = libroConHoja(hoja(`${xml}<row r="2"><c r="A2" t="str"><v>Verde</v></c>${celda}</row>`), {
      hojas: [{ nombre: 'Semáforo' }],
    })
    return readLibro(libro).errores.filter(({ place }) => place === 'Semáforo!B2')
  }
  test.each([
    '<c r="B2"><f>1+1</f><v></v></c>',
    '<c r="B2"><f>1+1</f><v/></c>',
    '<c r="B2"><f>1+1</f></c>',
    '<c r="B2" t="n"><f>1+1</f></c>',
    '<c><f>1+1</f></c>',
  ])('sin su resultado, %s es un error', (celda) => {
    expect(conCelda(celda)).toMatchObject([{ rule: 'formula-sin-calcular', found: 'la fórmula =1+1' }])
  })

  test('ni las que se comparten', () => {
    expect(conCelda('<c r="B2"><f t="shared" si="0"/></c>')).toMatchObject([
      { rule: 'formula-sin-calcular', found: 'una fórmula sin resultado' },
    ])
  })

  test('cuenta lo guardado, aunque sea 0 o no sea lo que la fórmula da', () => {
    expect(conCelda('<c r="B2"><f>1+1</f><v>0</v></c>')).toEqual([])
    const { libro } = readLibro(unLibro().celda('Avances!C2', formula('2+2', 9)).bytes())
    expect(libro?.productos[0]?.avances.get(2023)?.valor).toBe(9)
  })
})

describe('las letras que no se ven', () => {
  const textoDe = (escrito: string) => {
    const { libro, avisos } = readLibro(conTextoEnLinea(escrito).bytes())
    return { texto: libro?.productos[0]?.logros?.texto, avisos: avisos.filter(({ rule }) => rule === 'caracteres-invisibles') }
  }

  test.each([
    ['caracteres de control', 'Uno_x0007_ y_x0000_ dos', 'Uno y dos'],
    ['mitades de un carácter', 'Uno_xD800_ y dos_xDC00_', 'Uno y dos'],
    ['códigos que no son ningún carácter', 'Uno\uFFFE y\uFDD0 dos\u{1FFFE}', 'Uno y dos'],
  ])('%s se quitan', (_, escrito, leido) => {
    expect(textoDe(escrito)).toEqual({ texto: leido, avisos: [] })
  })

  test.each([
    ['órdenes de derecha a izquierda', 'Va en \u202E%21\u202C', 'Va en %21'],
    ['aislamientos', 'Va\u2066 en \u2069mayo', 'Va en mayo'],
    ['lo que no ocupa lugar', 'Se\u200B avan\u200Dzó\u2060\uFEFF', 'Se avanzó'],
    ['etiquetas', 'Se avanzó\u{E0041}\u{E0042}', 'Se avanzó'],
  ])('%s se quitan, con un aviso', (_, escrito, leido) => {
    expect(textoDe(escrito)).toEqual({
      texto: leido,
      avisos: [{ rule: 'caracteres-invisibles', place: 'Reportes!B2', found: `«${leido}»` }],
    })
  })

  test.each(['Bogotá\u00A0D.C.', 'inter\u00ADsectorial', 'familia 👩‍👩‍👧', 'bandera 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'corazón ❤️‍🔥', 'ñ de n\u0303'])(
    '«%s» queda como está',
    (escrito) => {
      expect(textoDe(escrito)).toEqual({ texto: escrito, avisos: [] })
    },
  )

  test('no hacen otro código ni otro sector', () => {
    const { libro, avisos } = readLibro(unLibro().celda('Metas!A2', '1.1.1\u200B').celda('Productos!C2', '\u202AMovilidad\u202C').bytes())
    expect(libro?.productos.map(({ sector }) => sector)).toEqual(['Movilidad', 'Movilidad', 'Educación'])
    expect(avisos.filter(({ rule }) => rule === 'caracteres-invisibles').map(({ place }) => place)).toEqual(['Productos!C2', 'Metas!A2'])
  })

  test('un texto que no cabe en un mensaje se dice hasta donde cabe', () => {
    const [falta] = readLibro(unLibro().celda('Avances!C2', 'ocho '.repeat(1_000)).bytes()).errores
    expect(falta?.found).toHaveLength(303)
  })
})

test('los nombres que JavaScript reserva llegan a los datos como cualquier otro', { timeout: PACIENCIA }, async () => {
  const libro = unLibro()
    .producto('1.1.1', { sector: '__proto__', nombre: 'constructor', metas: { 2023: 4 }, avances: { 2023: 4 } })
    .producto('1.1.2', { sector: 'constructor', nombre: '__proto__', metas: { 2023: 4 }, avances: { 2023: 4 } })
    .producto('1.1.3', { sector: 'toString', nombre: 'hasOwnProperty', metas: { 2023: 4 }, avances: { 2023: 4 }, singular: 'prototype' })
  const { archivos } = await generarEnMemoria(libro.bytes(), new Map(), { escritores: new Map() })
  const datos = JSON.parse(new TextDecoder().decode(archivos.get('datos.json'))) as {
    sectores: { nombre: string }[]
    productos: { producto: string }[]
  }
  expect(datos.sectores.map(({ nombre }) => nombre)).toEqual(['__proto__', 'constructor', 'toString'])
  expect(JSON.stringify(datos)).toContain('hasOwnProperty')
  expect(Object.keys(Object.prototype)).toEqual([])
})
