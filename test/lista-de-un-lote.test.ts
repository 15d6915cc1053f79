/** Which workbooks a batch has and where each goes; how it is shared out; and when what is there is what would be made. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../src/hash/index.js'
import { claveDe, esDeHoy, esDeLaParte, leerDiarios, leerLista, listaDeCarpeta, pendiente } from '../src/lote/index.js'
import { leerManifiesto, manifiesto } from '../src/outputs/index.js'

const lista = (texto: string | Uint8Array) => leerLista('lista.csv', typeof texto === 'string' ? new TextEncoder().encode(texto) : texto)
const faltasDe = (texto: string | Uint8Array) => lista(texto).faltas.map(({ regla, lugar, encontrado }) => [regla, lugar, encontrado])

describe('una carpeta', () => {
  test('da sus libros en orden, sin lo que Excel deja junto a uno abierto ni lo que no es un libro', () => {
    const nombres = ['b.xlsx', '~$b.xlsx', '._b.xlsx', 'notas.txt', 'A.XLSX', 'b.xlsx.revision.json']
    expect(listaDeCarpeta('libros', nombres).renglones.map(({ libro, salida }) => [libro, salida])).toEqual([
      ['A.XLSX', 'A'],
      ['b.xlsx', 'b'],
    ])
  })

  test('sin libros, lo dice', () => {
    expect(listaDeCarpeta('libros', ['notas.txt']).faltas.map(({ regla }) => regla)).toEqual(['lista-vacia'])
  })

  test('dos libros que darían una sola carpeta se nombran los dos', () => {
    const [falta] = listaDeCarpeta('libros', ['Cali.xlsx', 'cali.xlsx']).faltas
    expect(falta).toMatchObject({ regla: 'carpeta-repetida', lugar: 'libros' })
    expect(falta?.encontrado).toMatch(/cali\.xlsx.*Cali\.xlsx/u)
  })
})

describe('una lista', () => {
  const leida = [
    { libro: 'cortes/Ibagué.xlsx', salida: 'Ibagué', plantillas: null, tema: null, lugar: 'lista.csv:2' },
    { libro: 'b;c, d.xlsx', salida: 'otra', plantillas: 'p', tema: 'sobrio', lugar: 'lista.csv:3' },
  ]

  test.each([
    ['con punto y coma', 'libro;salida;plantillas;tema\ncortes/Ibagué.xlsx\n"b;c, d.xlsx";otra;p;sobrio\n'],
    ['con coma', 'libro,salida,plantillas,tema\ncortes/Ibagué.xlsx,,,\n"b;c, d.xlsx",otra,p,sobrio'],
    [
      'de Excel, con marca y renglones vacíos',
      '\ufeffLibro;Salida;Plantillas;Tema\r\ncortes/Ibagué.xlsx;;;\r\n"b;c, d.xlsx";otra;p;sobrio\r\n;;;\r\n',
    ],
    ['con las columnas en otro orden', 'tema,plantillas,salida,libro\n,,,cortes/Ibagué.xlsx\nsobrio,p,otra,"b;c, d.xlsx"\n'],
  ])('%s se lee igual', (_, texto) => {
    expect(lista(texto)).toEqual({ renglones: leida, faltas: [] })
  })

  test.each([
    ['no es UTF-8', Uint8Array.from([108, 237, 98]), [['lista-codificacion', 'lista.csv', 'letras en otra codificación']]],
    ['tiene comillas sin cerrar', 'libro\n"a.xlsx\n', [['lista-mal-escrita', 'lista.csv:2, valor 1', 'comillas fuera de lugar']]],
    [
      'no tiene la columna',
      'libros\na.xlsx\n',
      [
        ['lista-columna-ajena', 'lista.csv:1', 'la columna «libros»'],
        ['lista-sin-libro', 'lista.csv:1', '«libros»'],
      ],
    ],
    ['repite una columna', 'libro,libro\na.xlsx,b.xlsx\n', [['lista-columna-ajena', 'lista.csv:1', 'la columna «libro»']]],
    ['está vacía', '', [['lista-sin-libro', 'lista.csv:1', 'nada']]],
    ['no tiene libros', 'libro\n', [['lista-vacia', 'lista.csv', 'una lista sin libros']]],
    ['tiene valores de más', 'libro\na.xlsx,b\n', [['lista-celdas-de-mas', 'lista.csv:2', 'además, «b»']]],
    ['no nombra un libro', 'libro,salida\n,uno\n', [['lista-libro-vacio', 'lista.csv:2, columna «libro»', 'nada']]],
    ['nombra otra cosa', 'libro\n\na.ods\n', [['lista-no-xlsx', 'lista.csv:3, columna «libro»', '«a.ods»']]],
    [
      'da una carpeta a dos',
      'libro,salida\na.xlsx,x\nb.xlsx,X\n',
      [['carpeta-repetida', 'lista.csv:3', 'la carpeta «X» para b.xlsx, que ya es de a.xlsx (lista.csv:2)']],
    ],
  ])('que %s dice dónde', (_, texto, faltas) => {
    expect(faltasDe(texto)).toEqual(faltas)
  })

  test.each(['..', '.oculta', 'a/b', 'a\\b', 'CON', 'nul.txt', 'a:b', 'a?', 'a.', 'lote.json', 'x'.repeat(151)])(
    'la carpeta «%s» no se hace',
    (salida) => {
      const { renglones, faltas } = lista(`libro,salida\na.xlsx,"${salida}"\n`)
      expect(renglones).toHaveLength(1)
      expect(faltas.map(({ regla }) => regla)).toEqual(['carpeta-imposible'])
    },
  )
})

describe('las partes', () => {
  const nombres = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 50 })

  test('cada libro es de una sola, estén los demás o no', () => {
    fc.assert(
      fc.property(nombres, fc.integer({ min: 1, max: 12 }), (salidas, n) => {
        for (const salida of salidas)
          expect(Array.from({ length: n }, (_, i) => esDeLaParte({ salida }, { i: i + 1, n })).filter(Boolean)).toHaveLength(1)
      }),
    )
  })

  test('se reparten parejo: de 1.100 en 4, ninguna se aparta de 275 más de lo que da el azar', () => {
    const salidas = Array.from({ length: 1100 }, (_, i) => ({ salida: `municipio-${i}` }))
    for (const i of [1, 2, 3, 4]) {
      // Four standard deviations of a binomial of 1,100 and 1/4: 4 × √(1100 × 3/16) = 57.4.
      expect(Math.abs(salidas.filter((una) => esDeLaParte(una, { i, n: 4 })).length - 275)).toBeLessThan(58)
    }
  })

  test('un nombre que un sistema escribe de otro modo es de la misma', () => {
    expect([1, 2, 3].map((i) => esDeLaParte({ salida: 'Ibagué' }, { i, n: 3 }))).toEqual(
      [1, 2, 3].map((i) => esDeLaParte({ salida: 'IBAGUÉ'.normalize('NFD') }, { i, n: 3 })),
    )
  })
})

describe('lo que está hecho', () => {
  const libro = { nombre: 'a.xlsx', bytes: new TextEncoder().encode('libro') }
  const plantillas = new Map([['10-portada.md', new TextEncoder().encode('portada')]])
  const como = { formatos: ['pdf'], tema: 'sobrio', secciones: { anexo: false }, sector: null, borrador: null, graficasEditables: false }
  const hecho = (revision: Uint8Array | null) =>
    leerManifiesto(new TextEncoder().encode(manifiesto({ version: '1.0.0', libro, plantillas, como, revision, salidas: new Map() })))
  const insumo = { libro: { nombre: 'a.xlsx', sha256: sha256(libro.bytes) }, revision: null as string | null }
  const condiciones = {
    ...{ version: '1.0.0', como, exigencias: { estricto: false } },
    plantillas: { '10-portada.md': sha256(new TextEncoder().encode('portada')) },
  }
  const deHoy = (suyo: Partial<typeof insumo>, otras: object, revision: Uint8Array | null = null) => {
    const leido = hecho(revision)
    if (leido === null) throw new Error('El manifiesto no se lee.')
    return esDeHoy(leido, { ...insumo, ...suyo }, { ...condiciones, ...otras })
  }

  test('con lo mismo, es de hoy', () => {
    expect(deHoy({}, {})).toBe(true)
    expect(deHoy({ revision: sha256(new Uint8Array()) }, {})).toBe(true)
    expect(deHoy({ revision: sha256(new Uint8Array()) }, {}, new Uint8Array())).toBe(true)
  })

  test.each<[string, Partial<typeof insumo>, object]>([
    ['otro libro', { libro: { ...insumo.libro, sha256: sha256(new Uint8Array()) } }, {}],
    ['otro nombre del libro', { libro: { ...insumo.libro, nombre: 'b.xlsx' } }, {}],
    ['otra versión', {}, { version: '1.0.1' }],
    ['otra plantilla', {}, { plantillas: { '10-portada.md': sha256(new Uint8Array()) } }],
    ['una plantilla más', {}, { plantillas: { ...condiciones.plantillas, '20.md': sha256(new Uint8Array()) } }],
    ['otro tema', {}, { como: { ...como, tema: 'institucional' } }],
    ['otros formatos', {}, { como: { ...como, formatos: ['docx', 'pdf'] } }],
    ['otras secciones', {}, { como: { ...como, secciones: {} } }],
  ])('con %s, no', (_, suyo, otras) => {
    expect(deHoy(suyo, otras)).toBe(false)
    expect(claveDe({ ...insumo, ...suyo }, { ...condiciones, ...otras })).not.toBe(claveDe(insumo, condiciones))
  })

  test('si imprime la revisión, es otro cuando ella cambia', () => {
    expect(deHoy({}, {}, new Uint8Array())).toBe(false)
  })

  test('lo que no deja rastro en el informe también cuenta para lo que se rechazó', () => {
    expect(claveDe(insumo, { ...condiciones, exigencias: { estricto: true } })).not.toBe(claveDe(insumo, condiciones))
  })
})

describe('el diario', () => {
  const linea = (en: string, salida: string, clave: string) =>
    JSON.stringify({ que: 'libro', en: `2031-03-0${en}T00:00:00.000Z`, clave, fila: pendiente(`${salida}.xlsx`, salida) })

  test('vale lo último de cada libro, en cualquiera de las partes, y un renglón cortado no estorba', () => {
    const diarios = [
      [linea('2', 'a', 'a2'), linea('1', 'b', 'b1'), '{"que":"li'].join('\n'),
      [linea('1', 'a', 'a1'), '', linea('3', 'b', 'b3')].join('\n'),
    ]
    expect([...leerDiarios(diarios)].map(([salida, { clave }]) => [salida, clave])).toEqual([
      ['a', 'a2'],
      ['b', 'b3'],
    ])
  })
})
