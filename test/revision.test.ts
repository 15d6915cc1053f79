/** What people said of the changes of a workbook: the file beside it, as it is read, written, merged and held to be true. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  claveDeCelda,
  claveDeCifra,
  conDecision,
  conVersion,
  type Decision,
  deCelda,
  deCifra,
  decisionesDe,
  escribirRevision,
  faltasDeRevision,
  leerRevision,
  MAXIMOS,
  REVISION_VACIA,
  type Revision,
  sinDecision,
  unirRevisiones,
  type Version,
} from '../src/revision/index.js'
import './semilla.js'

const HUELLA = 'a'.repeat(64)
const CELDA = { hoja: 'Avances', clave: '2.1.2', columna: '2023', antes: '19', despues: '20', celda: 'Avances!E4' }
const CIFRA = { codigo: '2.1.2', campo: 'cumplimientoPorcentaje', antes: 158, despues: 167 }
const decision = (algo: Partial<Decision> = {}): Decision => ({
  ...deCelda(CELDA),
  decision: 'aceptado',
  quien: 'Ana Ruiz',
  nota: '',
  fecha: '2024-02-01T15:00:00.000Z',
  ...algo,
})
const version = (algo: Partial<Version> = {}) =>
  ({ fecha: '2024-02-01', estado: 'borrador', libro: HUELLA, quien: 'Ana Ruiz', nota: '', ...algo }) as const
const con = (...decisiones: readonly Decision[]) => decisiones.reduce(conDecision, REVISION_VACIA)

describe('el nombre de un cambio', () => {
  test('una celda, por su hoja, su fila y su columna', () => {
    expect(claveDeCelda(CELDA)).toBe('Avances · 2.1.2 · 2023')
  })

  test.each([
    [CIFRA, '2.1.2 · cumplimientoPorcentaje'],
    [{ sector: 'Salud', campo: 'avance' }, 'sector Salud · avance'],
    [{ objetivo: 2, campo: 'rojo' }, 'objetivo 2 · rojo'],
    [{ campo: 'verde' }, 'política · verde'],
  ])('una cifra, por quien la tiene', (cifra, clave) => {
    expect(claveDeCifra(cifra)).toBe(clave)
  })

  test('los números van como texto, y lo que no había sigue sin haber', () => {
    expect(deCifra(CIFRA)).toEqual({ de: 'cifra', clave: '2.1.2 · cumplimientoPorcentaje', antes: '158', despues: '167' })
    expect(deCifra({ ...CIFRA, antes: null, despues: 0.05 })).toMatchObject({ antes: null, despues: '0.05' })
  })
})

describe('decidir', () => {
  test('una decisión vale mientras el cambio sea el mismo', () => {
    const revision = con(decision())
    expect(decisionesDe(revision, deCelda(CELDA))).toEqual([decision()])
    expect(decisionesDe(revision, deCelda({ ...CELDA, despues: '21' }))).toEqual([])
    expect(decisionesDe(revision, deCelda({ ...CELDA, antes: null }))).toEqual([])
    expect(decisionesDe(revision, { ...deCelda(CELDA), de: 'cifra' })).toEqual([])
  })

  test('de la misma persona vale la última; lo de otra persona va aparte', () => {
    const despues = decision({ decision: 'anotado', nota: 'Falta el acta', fecha: '2024-02-02T15:00:00.000Z' })
    const deOtra = decision({ quien: 'Luz Mora' })
    expect(decisionesDe(con(decision(), deOtra, despues), deCelda(CELDA))).toEqual([deOtra, despues])
    expect(decisionesDe(con(despues, decision()), deCelda(CELDA))).toEqual([despues])
  })

  test('se puede retirar, y lo de otra persona queda', () => {
    const deOtra = decision({ quien: 'Luz Mora' })
    expect(sinDecision(con(decision(), deOtra), deCelda(CELDA), ' Ana Ruiz ')).toEqual(con(deOtra))
  })

  test('nombres y notas van en un renglón, sin marcas invisibles y sin pasar de su tamaño', () => {
    const [escrita] = con(decision({ quien: ' Ana\u202E \tRuiz\u0007 ', nota: `Uno\r\ndos ${'é'.repeat(2000)}` })).decisiones
    expect(escrita?.quien).toBe('Ana Ruiz')
    expect(escrita?.nota).toBe(`Uno dos ${'é'.repeat(MAXIMOS.nota - 8)}`)
  })

  test('sin un nombre no se puede: el archivo no se podría leer después', () => {
    expect(() => con(decision({ quien: ' \u202E\n' }))).toThrow(RangeError)
    expect(() => conVersion(REVISION_VACIA, version({ quien: '' }))).toThrow(RangeError)
  })
})

describe('las versiones', () => {
  test('se numeran solas; la misma, en el mismo estado, no se repite', () => {
    const primera = conVersion(REVISION_VACIA, version())
    expect(primera.versiones).toEqual([{ numero: 1, ...version() }])
    expect(conVersion(primera, version({ fecha: '2024-03-01', quien: 'Luz Mora' }))).toBe(primera)
    const tercera = [version({ estado: 'en-revision' }), version({ libro: 'b'.repeat(64) })].reduce<Revision>(conVersion, primera)
    expect(tercera.versiones.map(({ numero, estado }) => [numero, estado])).toEqual([
      [1, 'borrador'],
      [2, 'en-revision'],
      [3, 'borrador'],
    ])
  })
})

const palabras = fc.constantFrom('Ana', 'Luz', 'Nota: «así»', 'a\\"b', '')
const valor = fc.constantFrom('1', '2', 'x\ny', null)
const unaDecision: fc.Arbitrary<Decision> = fc.record({
  de: fc.constantFrom('celda', 'cifra'),
  clave: fc.constantFrom('Metas · 1.1.1 · 2023', 'política · verde'),
  antes: valor,
  despues: valor,
  decision: fc.constantFrom('aceptado', 'anotado'),
  quien: fc.constantFrom('Ana', 'Luz'),
  nota: palabras,
  fecha: fc.constantFrom('2024-02-01T15:00:00.000Z', '2024-02-01T15:00:00.500Z', '2024-02-02T15:00:00.000Z'),
})
const unaVersion: fc.Arbitrary<Version> = fc.record({
  numero: fc.integer({ min: 1, max: 2 }),
  fecha: fc.constantFrom('2024-02-01', '2024-02-02'),
  estado: fc.constantFrom('borrador', 'en-revision', 'aprobado'),
  libro: fc.constantFrom(HUELLA, 'b'.repeat(64)),
  quien: fc.constantFrom('Ana', 'Luz'),
  nota: palabras,
})
const unaRevision: fc.Arbitrary<Revision> = fc.record({
  versiones: fc.array(unaVersion, { maxLength: 6 }),
  decisiones: fc.array(unaDecision, { maxLength: 12 }),
})

describe('dos archivos que se unen', () => {
  test('dan lo mismo en cualquier orden y por partes, y unir otra vez no cambia nada', () => {
    fc.assert(
      fc.property(unaRevision, unaRevision, unaRevision, (a, b, c) => {
        const juntas = unirRevisiones(a, b)
        expect(unirRevisiones(b, a)).toEqual(juntas)
        expect(unirRevisiones(juntas, c)).toEqual(unirRevisiones(a, unirRevisiones(b, c)))
        expect(unirRevisiones(juntas, b)).toEqual(juntas)
      }),
    )
  })

  test('no pierden lo que alguien dijo, salvo que la misma persona dijera después otra cosa del mismo cambio', () => {
    fc.assert(
      fc.property(unaRevision, unaRevision, (a, b) => {
        const { decisiones } = unirRevisiones(a, b)
        for (const dicha of [...a.decisiones, ...b.decisiones]) {
          expect(decisiones.some((d) => d.quien === dicha.quien && d.clave === dicha.clave && d.fecha >= dicha.fecha)).toBe(true)
        }
      }),
    )
  })
})

describe('el archivo', () => {
  test('se lee como se escribió', () => {
    fc.assert(
      fc.property(unaRevision, (revision) => {
        expect(leerRevision(escribirRevision(revision))).toEqual(unirRevisiones(revision, REVISION_VACIA))
      }),
    )
  })

  test('lleva una entrada por línea, así que dos personas cambian líneas distintas', () => {
    const texto = escribirRevision({ ...conVersion(REVISION_VACIA, version()), decisiones: [decision(), decision({ quien: 'Luz Mora' })] })
    expect(texto.split('\n').map((linea) => linea.trim().slice(0, 46))).toEqual([
      '{',
      '"formato": 1,',
      '"versiones": [',
      '{"numero":1,"fecha":"2024-02-01","estado":"bor',
      '],',
      '"decisiones": [',
      '{"de":"celda","clave":"Avances · 2.1.2 · 2023"',
      '{"de":"celda","clave":"Avances · 2.1.2 · 2023"',
      ']',
      '}',
      '',
    ])
    expect(escribirRevision(REVISION_VACIA)).toBe('{\n  "formato": 1,\n  "versiones": [],\n  "decisiones": []\n}\n')
  })

  test('lo que no se conoce queda por fuera; otra hora del mundo se pasa a la universal', () => {
    const texto = JSON.stringify({
      formato: 1,
      versiones: [],
      decisiones: [{ ...decision({ fecha: '2024-02-01T10:00:00-05:00' }), otra: 1 }],
      mas: true,
    })
    expect(leerRevision(texto)).toEqual(con(decision()))
  })

  test.each([
    ['', [['', 'un texto JSON']]],
    ['<<<<<<< HEAD\n{}', [['', 'un texto JSON']]],
    ['[]', [['', 'un objeto JSON con «formato», «versiones» y «decisiones»']]],
    [
      '{"formato":2,"versiones":{}}',
      [
        ['formato', 'el número 1'],
        ['versiones', 'una lista entre [ y ]'],
        ['decisiones', 'una lista entre [ y ]'],
      ],
    ],
    [
      JSON.stringify({ formato: 1, versiones: [], decisiones: [decision(), { ...decision(), decision: 'sí', fecha: 'ayer', quien: ' ' }] }),
      [
        ['decisiones[1].decision', '«aceptado» o «anotado»'],
        ['decisiones[1].quien', 'el nombre de una persona'],
        ['decisiones[1].fecha', 'un instante como «2031-03-04T14:30:00Z»'],
      ],
    ],
    [
      JSON.stringify({ formato: 1, versiones: [{ numero: 1, ...version({ nota: 'n'.repeat(1001), libro: 'x' }) }], decisiones: [] }),
      [
        ['versiones[0].libro', 'una huella de 64 cifras hexadecimales'],
        ['versiones[0].nota', 'un texto de no más de 1.000 letras'],
      ],
    ],
  ])('lo que no es una revisión dice qué le falta: %j', (texto, faltas) => {
    expect(leerRevision(texto)).toBeNull()
    expect(faltasDeRevision(texto).map(({ campo, esperado }) => [campo, esperado])).toEqual(faltas)
  })

  test('una revisión buena no tiene faltas', () => {
    expect(faltasDeRevision(escribirRevision(con(decision())))).toEqual([])
  })
})
