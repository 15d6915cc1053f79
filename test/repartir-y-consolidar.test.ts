/** One workbook for each sector, and one of all: what goes out comes back, and what should not have changed is told by its file and its cell. */

import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { consolidarLibros, InvalidInput, repartirLibro } from '../src/pipeline/index.js'
import { LIMITES, leerHojas, readLibro, tablasDelLibro } from '../src/workbook/index.js'
import { escritoEnCalc, siHay } from './herramientas.js'
import { type Archivos, consolidados, devueltos, enBytes, recibidos, repartidos } from './libros-de-sectores.js'
import { dicho } from './lo-dicho.js'
import { paqueteExcel } from './paquete-excel.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { type UnLibro, unLibro } from './un-libro.js'
import { unaPolitica } from './una-politica.js'

interface Dicho {
  readonly objetivos: readonly Readonly<Record<string, unknown>>[]
  readonly sectores: readonly { readonly nombre: string }[]
  readonly productos: readonly { readonly sector: string }[]
  readonly [campo: string]: unknown
}

/** What a workbook says that is in some sector's. */
function deLosSectores(bytes: Uint8Array): unknown {
  const todo = dicho(bytes) as Dicho
  const { politica, semaforo, productos } = todo
  const suyos = new Set(productos.map(({ sector }) => sector))
  return {
    politica,
    semaforo,
    productos,
    sectores: todo.sectores.filter(({ nombre }) => suyos.has(nombre)),
    objetivos: todo.objetivos.map((uno) => ({ ...uno, conclusiones: null })),
  }
}

describe('lo que sale vuelve', () => {
  test('una política cualquiera, sin que nadie toque nada, dice lo mismo: toda con su base; sin ella, lo que tienen los sectores', () => {
    fc.assert(
      fc.property(unaPolitica, (politica) => {
        const base = politica.bytes()
        const archivos = devueltos(repartidos(base))
        const con = consolidados(archivos, base)
        expect([con.errores, con.avisos.map(({ regla }) => regla).filter((regla) => regla !== 'sin-quien')]).toEqual([[], []])
        expect(dicho(con.bytes ?? new Uint8Array())).toEqual(dicho(base))
        const sin = consolidados(archivos, null)
        expect(sin.errores).toEqual([])
        expect(deLosSectores(sin.bytes ?? new Uint8Array())).toEqual(deLosSectores(base))
      }),
      { numRuns: 50 },
    )
  })

  test('lo que cada sector diligencia llega a su celda, y queda escrito quién lo dijo', () => {
    const base = POLITICA_DEL_AGUA.bytes()
    const archivos = repartidos(base)
    archivos.get('Agua.xlsx')?.celda('Avances!I4', 12).celda('Reportes!D4', 'Llovió mucho.').celda('Entrega!B4', 'Ana Ruiz, asesora')
    archivos.get('Agua.xlsx')?.celda('Entrega!B5', '2032-01-15')
    const { bytes, anotaciones, errores } = consolidados(devueltos(archivos), base)
    expect(errores).toEqual([])
    const antes = dicho(base) as { productos: { codigo: string; avances: [number, unknown][]; dificultades: unknown }[] }
    const pozos = antes.productos.find(({ codigo }) => codigo === '1.1.1')
    // Of 10 in the base to 12: that one, its difficulties, and nothing else.
    if (pozos !== undefined) {
      pozos.avances = pozos.avances.map(([anio, avance]) => [anio, anio === 2031 ? { valor: 12, hasta: null, periodos: [] } : avance])
      pozos.dificultades = { texto: 'Llovió mucho.', hoja: 'Reportes', clave: '1.1.1', columna: 'Dificultades' }
    }
    expect(dicho(bytes ?? new Uint8Array())).toEqual(antes)
    expect(anotaciones[0]?.que).toBe('Agua, 2031: 4 avances y 4 textos de 3 productos; 2 celdas distintas de la base')
    const registro = registroDe(bytes)
    expect(registro[0]).toEqual(['2032-01-15', 'Ana Ruiz, asesora', 'Agua.xlsx', anotaciones[0]?.que])
    expect(registro).toHaveLength(3)
  })

  test('un período del año abre su columna, y las de antes solo se muestran', () => {
    const base = unLibro()
      .producto('1.1.1', { periodicidad: 'Trimestral', metas: { 2023: 10 }, avances: { '2023-T1': 2 } })
      .bytes()
    const archivos = repartidos(base, '2023-T2')
    // Código, Producto, Tipo, Unidad, Meta, 2022, 2023, 2023-T1, 2023-T2.
    archivos.get('Movilidad.xlsx')?.celda('Avances!I4', 3)
    const { bytes } = consolidados(devueltos(archivos), base)
    const productos = (dicho(bytes ?? new Uint8Array()) as { productos: { avances: unknown }[] }).productos
    const [uno, dos] = [
      { periodo: { tipo: 'T', numero: 1 }, valor: 2 },
      { periodo: { tipo: 'T', numero: 2 }, valor: 3 },
    ]
    expect(productos[0]?.avances).toEqual([[2023, { valor: 5, hasta: dos.periodo, periodos: [uno, dos] }]])
  })

  test('sin los que faltan se sigue si se pide, y de ellos queda lo que tenía la base', () => {
    const base = POLITICA_DEL_AGUA.bytes()
    const archivos = new Map([...enBytes(repartidos(base))].filter(([nombre]) => nombre !== 'Suelo.xlsx'))
    const { bytes, avisos } = consolidados(recibidos(archivos), base, true)
    expect(dicho(bytes ?? new Uint8Array())).toEqual(dicho(base))
    expect(avisos.filter(({ regla }) => regla === 'falta-sector').map(({ lugar }) => lugar)).toEqual(['Suelo'])
  })

  test('una cifra de otro sector, que no está en el libro del propio, se puede nombrar', () => {
    const base = POLITICA_DEL_AGUA.bytes()
    const archivos = repartidos(base)
    archivos.get('Agua.xlsx')?.celda('Reportes!C4', 'Más que en Suelo: [[Suelo avance]].')
    expect(consolidados(devueltos(archivos), base).errores).toEqual([])
    expect(consolidados(devueltos(archivos), null).errores).toEqual([])
  })
})

/** Rows of `Registro`, as they read. */
function registroDe(bytes: Uint8Array | null) {
  const hojas = bytes === null ? null : leerHojas(bytes)
  const registro = hojas === null ? undefined : tablasDelLibro(hojas).find(({ hoja }) => hoja === 'Registro')
  return (registro?.filas ?? []).map((fila) => fila.map((celda) => (celda.tipo === 'vacia' ? '' : celda.valor)))
}

interface Puesta {
  readonly archivos: Map<string, UnLibro>
  base: UnLibro | null
}

const libro = (archivos: Archivos, nombre: string): UnLibro => {
  const suyo = archivos.get(nombre)
  if (suyo === undefined) throw new Error(`no hay ${nombre}`)
  return suyo
}
const filas = (uno: UnLibro, hoja: string) => [...(uno.hojas().get(hoja) ?? [])]
/** Takes a row out, as Excel counts it. */
const sinFila = (uno: UnLibro, hoja: string, fila: number) => uno.hoja(hoja, filas(uno, hoja).toSpliced(fila - 1, 1))

/** Each thing that people get wrong: what it is, how it comes to be, and the rule and place by which it is told. Agua is 1.1.1, 1.1.2, 2.1.1. */
const FALTAS: readonly (readonly [que: string, hacer: (puesta: Puesta) => void, regla: string, lugar: string])[] = [
  ['una meta cambiada', ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Metas!F4', 11), 'meta-cambiada', 'Agua.xlsx · Metas!F4'],
  [
    'la meta final cambiada',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Productos!N4', 90),
    'meta-cambiada',
    'Agua.xlsx · Productos!N4',
  ],
  [
    'la meta cambiada donde se muestra',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Avances!E4', 5),
    'meta-cambiada',
    'Agua.xlsx · Avances!E4',
  ],
  [
    'un nombre de producto cambiado',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Productos!B4', 'Pozos'),
    'celda-cambiada',
    'Agua.xlsx · Productos!B4',
  ],
  [
    'un avance de antes cambiado',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Avances!F4', 99),
    'celda-cambiada',
    'Agua.xlsx · Avances!F4',
  ],
  [
    'la vigencia cambiada',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Política!B10', 2030),
    'celda-cambiada',
    'Agua.xlsx · Política!B10',
  ],
  [
    'el semáforo cambiado',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Semáforo!B4', 70).celda('Semáforo!C5', 69),
    'celda-cambiada',
    'Agua.xlsx · Semáforo!B4',
  ],
  [
    'un objetivo agregado',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Objetivos!A6', 3).celda('Objetivos!B6', 'Otro.'),
    'fila-agregada',
    'Agua.xlsx · Objetivos!A6',
  ],
  [
    'un código que no existe',
    ({ archivos }) =>
      libro(archivos, 'Agua.xlsx')
        .celda('Productos!A4', '1.1.9')
        .celda('Metas!A4', '1.1.9')
        .celda('Avances!A4', '1.1.9')
        .celda('Reportes!A4', '1.1.9'),
    'producto-no-repartido',
    'Agua.xlsx · Productos!A4',
  ],
  [
    'un avance de un código ajeno',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Avances!A7', '1.2.1').celda('Avances!I7', 3),
    'producto-inexistente',
    'Agua.xlsx · Avances!A7',
  ],
  [
    'un código vuelto fecha',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Avances!A4', { tipo: 'n', valor: 40_544, formato: 'dd/mm/yyyy' }),
    'codigo-numerico',
    'Agua.xlsx · Avances!A4',
  ],
  [
    'una fila de avances quitada',
    ({ archivos }) => sinFila(libro(archivos, 'Agua.xlsx'), 'Avances', 5),
    'fila-quitada',
    'Agua.xlsx · Avances',
  ],
  [
    'un producto repetido',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Reportes!A7', '1.1.1').celda('Reportes!C7', 'Otra vez.'),
    'codigo-repetido',
    'Agua.xlsx · Reportes!A7',
  ],
  ['la hoja de metas quitada', ({ archivos }) => libro(archivos, 'Agua.xlsx').sinHoja('Metas'), 'falta-hoja', 'Agua.xlsx · Metas'],
  [
    'la hoja de reportes quitada',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').sinHoja('Reportes'),
    'hoja-quitada',
    'Agua.xlsx · Reportes',
  ],
  [
    'la columna de los logros con otro título',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Reportes!C3', 'Qué se hizo'),
    'falta-columna',
    'Agua.xlsx · Reportes!A3',
  ],
  [
    'un avance que no es número',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Avances!I4', 'doce'),
    'no-es-numero',
    'Agua.xlsx · Avances!I4',
  ],
  [
    'un porcentaje escrito como número',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Avances!K5', 35),
    'porcentaje-mayor-que-diez',
    'Agua.xlsx · Avances!K5',
  ],
  [
    'un avance en un año que no se pidió',
    ({ archivos }) => libro(archivos, 'Aire.xlsx').celda('Avances!L3', '2030-T4').celda('Avances!L5', 0.1),
    'columna-agregada',
    'Aire.xlsx · Avances!L5',
  ],
  [
    'una cifra que nadie calcula',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Reportes!C4', 'Va en [[Fuego avance]].'),
    'nombre-de-cifra',
    'Agua.xlsx · Reportes!C4',
  ],
  ['la hoja de entrega quitada', ({ archivos }) => libro(archivos, 'Agua.xlsx').sinHoja('Entrega'), 'sin-entrega', 'Agua.xlsx'],
  [
    'el control de la entrega cambiado',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Entrega!B9', 'ok'),
    'entrega-danada',
    'Agua.xlsx · Entrega!B9',
  ],
  [
    'un sector de otro libro',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Entrega!B6', 'Fuego'),
    'sector-ajeno',
    'Agua.xlsx · Entrega!B6',
  ],
  [
    'un sector en dos libros',
    ({ archivos }) => archivos.set('Agua (1).xlsx', libro(archivos, 'Agua.xlsx')),
    'sector-en-dos-libros',
    'Agua (1).xlsx · Entrega!B6',
  ],
  [
    'un producto en dos libros',
    ({ archivos }) =>
      libro(archivos, 'Suelo.xlsx').hoja('Productos', [
        ...filas(libro(archivos, 'Suelo.xlsx'), 'Productos'),
        filas(libro(archivos, 'Agua.xlsx'), 'Productos')[3] ?? [],
      ]),
    'producto-en-dos-libros',
    'Suelo.xlsx · Productos!A6',
  ],
  ['un sector que no entregó', ({ archivos }) => archivos.delete('Suelo.xlsx'), 'falta-sector', 'Suelo'],
  [
    'una meta que cambió en la base',
    (puesta) => {
      puesta.base = otraBase((uno) => uno.celda('Metas!B2', 5).celda('Metas!C2', 15))
    },
    'base-cambiada',
    'base.xlsx · Metas!B2',
  ],
  [
    'un avance que la base ya tenía',
    (puesta) => {
      puesta.base = otraBase((uno) => uno.celda('Avances!E2', 11))
    },
    'base-cambiada',
    'base.xlsx · Avances!A2',
  ],
  [
    'un producto que ahora es de otro',
    (puesta) => {
      puesta.base = otraBase((uno) => uno.celda('Productos!C2', 'Aire'))
    },
    'producto-de-otro-sector',
    'Agua.xlsx · Productos!A4',
  ],
  [
    'el libro de otra vigencia',
    ({ archivos }) => libro(archivos, 'Agua.xlsx').celda('Entrega!B7', '2030'),
    'periodo-distinto',
    'Agua.xlsx · Entrega!B6',
  ],
]

/** Another copy of the policy, to be changed. */
function otraBase(cambiar: (uno: UnLibro) => UnLibro): UnLibro {
  const copia = unLibro({ inicio: 2028, fin: 2035, vigencia: 2031 })
  for (const [hoja, suyas] of POLITICA_DEL_AGUA.hojas()) copia.hoja(hoja, suyas)
  return cambiar(copia)
}

describe('lo que no debía cambiar se dice por su archivo y su celda', () => {
  const base = POLITICA_DEL_AGUA.bytes()

  test.each(FALTAS)('%s', (_, hacer, regla, lugar) => {
    const puesta: Puesta = { archivos: new Map(repartidos(base)), base: null }
    hacer(puesta)
    const { errores, bytes } = consolidados(devueltos(puesta.archivos), puesta.base?.bytes() ?? base)
    expect(errores.map((uno) => `${uno.regla} ${uno.lugar}`)).toContain(`${regla} ${lugar}`)
    expect(bytes).toBeNull()
  })

  test.each<readonly [string, (archivos: Archivos) => void, string, string]>([
    [
      'una meta cambiada, en su fila',
      (archivos) => libro(archivos, 'Agua.xlsx').celda('Metas!F4', 11),
      'fila-cambiada',
      'Agua.xlsx · Metas!A4',
    ],
    [
      'un avance de antes, en su fila',
      (archivos) => libro(archivos, 'Suelo.xlsx').celda('Avances!F5', 6),
      'fila-cambiada',
      'Suelo.xlsx · Avances!A5',
    ],
    [
      'un dato de todos, en su celda',
      (archivos) => libro(archivos, 'Aire.xlsx').celda('Política!B4', 'Otra política'),
      'celda-cambiada',
      'Aire.xlsx · Política!B4',
    ],
    [
      'un código que no se repartió',
      (archivos) =>
        libro(archivos, 'Agua.xlsx')
          .celda('Productos!A4', '1.1.9')
          .celda('Metas!A4', '1.1.9')
          .celda('Avances!A4', '1.1.9')
          .celda('Reportes!A4', '1.1.9'),
      'producto-no-repartido',
      'Agua.xlsx · Productos!A4',
    ],
  ])('sin la base también: %s', (_, hacer, regla, lugar) => {
    const archivos = repartidos(base)
    hacer(archivos)
    expect(consolidados(devueltos(archivos), null).errores.map((uno) => `${uno.regla} ${uno.lugar}`)).toContain(`${regla} ${lugar}`)
  })

  test('sin la base, un libro que falta y uno de otro reparto', () => {
    const archivos = new Map(enBytes(repartidos(base)))
    archivos.delete('Suelo.xlsx')
    archivos.set(
      'Aire.xlsx',
      libro(repartidos(otraBase((uno) => uno.celda('Objetivos!B2', 'Cuidar el agua.')).bytes()), 'Aire.xlsx').bytes(),
    )
    const { errores } = consolidados(recibidos(archivos), null)
    expect(errores.map(({ regla }) => regla)).toEqual(['reparto-distinto', 'faltan-libros'])
    expect(errores[1]?.encontrado).toBe('2 de 3; no están el número 2')
  })

  test('quien no firmó se avisa, y si hay algo que no se recibe también', () => {
    const archivos = repartidos(base)
    libro(archivos, 'Agua.xlsx').columna('Reportes', 'Nota', []).celda('Reportes!F3', 'Nota nuestra').celda('Reportes!F4', 'ojo')
    const { avisos, errores } = consolidados(devueltos(archivos), base)
    expect(errores).toEqual([])
    expect(avisos.map((uno) => `${uno.regla} ${uno.lugar}`)).toEqual([
      'columna-desconocida Agua.xlsx · Reportes!F3',
      ...['Agua', 'Suelo', 'Aire'].map((sector) => `sin-quien ${sector}.xlsx · Entrega!B4`),
    ])
  })

  test('lo que no es un libro se dice con su nombre, y de los que pueden ser suyos no se pregunta', () => {
    const archivos = new Map(enBytes(repartidos(base)))
    archivos.set('Suelo.xlsx', new TextEncoder().encode('%PDF-1.7'))
    const { errores } = consolidados(recibidos(archivos), base)
    expect(errores.map((uno) => `${uno.regla} ${uno.lugar}`)).toEqual(['es-pdf Suelo.xlsx'])
  })
})

/** A policy of three sectors, each with words that no other has. */
const TRES = ['Alfa', 'Beta', 'Gama']
  .reduce(
    (uno, sector, i) =>
      uno.sector(`Sector${sector}`, { conclusiones: `conclusion${sector}` }).producto(`1.1.${i + 1}`, {
        sector: `Sector${sector}`,
        nombre: `nombre${sector}`,
        entidad: `entidad${sector}`,
        indicador: `indicador${sector}`,
        plural: `unidad${sector}`,
        metas: { 2022: 10, 2023: 7000 + i },
        avances: { 2022: 4000 + i, 2023: 5000 + i },
        logros: `logros${sector}`,
        dificultades: `dificultades${sector}`,
        procedencia: `acta${sector}`,
      }),
    unLibro().objetivo(1, 'Ver.', { conclusiones: 'conclusionAlfa conclusionBeta conclusionGama' }),
  )
  .columna('Productos', 'Nota interna', ['notaAlfa', 'notaBeta', 'notaGama'])
  .hoja('Textos', [
    ['Clave', 'Texto'],
    ['presentacion', 'textoAlfa textoBeta textoGama'],
  ])

async function archivosDe(bytes: Uint8Array, periodo: string | null = null): Promise<ReadonlyMap<string, Uint8Array>> {
  const { archivos } = repartirLibro({ libro: bytes, limites: LIMITES, periodo, sectores: [] })
  const hechos = new Map<string, Uint8Array>()
  for await (const [nombre, suyos] of archivos()) hechos.set(nombre, suyos)
  return hechos
}

describe('el libro de un sector', async () => {
  const hechos = await archivosDe(TRES.bytes())

  test('tiene lo suyo, y en ninguna parte de su paquete hay nada de otro sector, ni lo que no es de la guía', () => {
    expect([...hechos.keys()]).toEqual(['ppb-2023-sectoralfa.xlsx', 'ppb-2023-sectorbeta.xlsx', 'ppb-2023-sectorgama.xlsx'])
    const partes = [...hechos].map(([, bytes]) =>
      Object.values(unzipSync(bytes))
        .map((parte) => strFromU8(parte))
        .join('\n'),
    )
    const PROPIAS = ['nombre', 'entidad', 'indicador', 'unidad', 'logros', 'dificultades', 'acta', 'conclusion', 'Sector']
    for (const [i, sector] of ['Alfa', 'Beta', 'Gama'].entries()) {
      const texto = partes[i] ?? ''
      expect(PROPIAS.filter((palabra) => !texto.includes(`${palabra}${sector}`))).toEqual([])
      const ajenas = ['Alfa', 'Beta', 'Gama']
        .filter((otro) => otro !== sector)
        .concat('nota', 'texto')
        .map((otro) => (otro.length > 4 ? `${otro}${sector}` : otro))
      expect(ajenas.filter((palabra) => texto.includes(palabra))).toEqual([])
      expect([1, 2, 3].filter((n) => texto.includes(`1.1.${n}<`) || texto.includes(`1.1.${n}:`))).toEqual([i + 1])
    }
  })

  test('se abre sin reparar, con sus hojas protegidas sin contraseña: las metas bajo llave, y lo que se pide abierto', () => {
    const paquete = paqueteExcel(hechos.get('ppb-2023-sectoralfa.xlsx') ?? new Uint8Array())
    expect(paquete.reparos).toEqual([])
    for (const hoja of paquete.hojas) {
      const proteccion = /<sheetProtection[^>]*>/u.exec(paquete.xml(hoja))?.[0] ?? ''
      expect(proteccion).toContain('sheet="1"')
      expect(proteccion).not.toMatch(/password|hashValue/u)
    }
    // Columns of Avances: E is the goal; G is 2023, which is asked.
    expect(abiertas(hechos.get('ppb-2023-sectoralfa.xlsx') ?? new Uint8Array())).toEqual({
      Entrega: ['B4', 'B5'],
      Avances: ['G4'],
      Reportes: ['C4', 'D4', 'E4'],
    })
  })

  test('de un período del año no se pide lo que ya tiene el año entero, ni lo que aún no empieza', async () => {
    const base = unLibro()
      .producto('1.1.1', { metas: { 2023: 10 }, avances: { 2022: 1 } })
      .producto('1.1.2', { metas: { 2023: 10 }, avances: { 2023: 8 } })
      .producto('1.1.3', { inicio: 2024, metas: { 2024: 10 } })
    const [libro = new Uint8Array()] = (await archivosDe(base.bytes(), '2023-S1')).values()
    // F is 2022, G is 2023, H is the first half of it; of the third product nothing is asked, not even words.
    expect(abiertas(libro)).toEqual({ Entrega: ['B4', 'B5'], Avances: ['H4'], Reportes: ['C4', 'D4', 'E4', 'C5', 'D5', 'E5'] })
    expect(paqueteExcel(libro).notas('Avances').get('H5')).toContain('Ya tiene el valor de todo 2023')
    expect(paqueteExcel(libro).notas('Avances').get('H6')).toContain('Empieza en 2024')
  })

  siHay('soffice')('diligenciado en LibreOffice se consolida, y lo que está bajo llave no se deja cambiar', async () => {
    const [uno, ...otros] = [...hechos]
    if (uno === undefined) throw new Error('no hay libros')
    const guardado = await escritoEnCalc(uno[1], [
      { hoja: 'Avances', celda: 'G4', valor: 6001 },
      { hoja: 'Reportes', celda: 'E4', valor: 'Todo bien, «sí»' },
      { hoja: 'Entrega', celda: 'B4', valor: 'Ana Ruiz' },
      { hoja: 'Metas', celda: 'C4', valor: 1 },
    ])
    const archivos = [[uno[0], guardado] as const, ...otros].map(([nombre, bytes]) => ({ nombre, bytes }))
    for (const base of [{ nombre: 'base.xlsx', bytes: TRES.bytes() }, null]) {
      const { bytes } = await consolidarLibros({ archivos, base, limites: LIMITES, parcial: false })
      expect(paqueteExcel(bytes).reparos).toEqual([])
      const { libro: unido } = readLibro(bytes)
      const producto = unido?.productos[0]
      expect([producto?.avances.get(2023)?.valor, producto?.observaciones?.texto, producto?.metas.get(2022)?.valor]).toEqual([
        6001,
        'Todo bien, «sí»',
        10,
      ])
      expect(registroDe(bytes)[0]?.[1]).toBe('Ana Ruiz')
    }
  })

  test('de muchas faltas se dicen las que caben, y cuántas más hay', async () => {
    const archivos = [...hechos].slice(1, 2).map(([nombre, bytes]) => ({ nombre, bytes }))
    const base = { nombre: 'base.xlsx', bytes: TRES.bytes() }
    const error = await consolidarLibros({ archivos, base, limites: { ...LIMITES, faltas: 1 }, parcial: false }).catch(
      (uno: unknown) => uno,
    )
    expect((error as InvalidInput).problemas.errores.map(({ regla, encontrado }) => [regla, encontrado])).toEqual([
      ['falta-sector', 'ningún libro de ese sector'],
      ['mas-errores', '1 más, que no se muestran'],
    ])
  })

  test('lo que solo se ve al unirlos se dice en el archivo del que viene', async () => {
    const archivos = repartidos(POLITICA_DEL_AGUA.bytes())
    libro(archivos, 'Agua.xlsx').celda('Reportes!C4', 'Vea [[Suelo avance]].')
    const solo = [...enBytes(archivos)].filter(([nombre]) => nombre !== 'Suelo.xlsx').map(([nombre, bytes]) => ({ nombre, bytes }))
    const error = await consolidarLibros({ archivos: solo, base: null, limites: LIMITES, parcial: true }).catch((uno: unknown) => uno)
    expect(error).toBeInstanceOf(InvalidInput)
    expect((error as InvalidInput).problemas.errores.map((uno) => `${uno.regla} ${uno.lugar}`)).toEqual([
      'nombre-de-cifra Agua.xlsx · Reportes!C4',
    ])
  })
})

/** The cells that may be changed, by sheet: those whose format says that they are not locked. */
function abiertas(bytes: Uint8Array): Readonly<Record<string, readonly string[]>> {
  const estilos = strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array())
  const formatos = [...(/<cellXfs.*?<\/cellXfs>/su.exec(estilos)?.[0] ?? '').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gsu)].map(([xf]) => xf)
  const paquete = paqueteExcel(bytes)
  return Object.fromEntries(
    paquete.hojas.flatMap((hoja) => {
      const suyas = [...paquete.xml(hoja).matchAll(/<c r="([A-Z]+\d+)"(?: s="(\d+)")?/gu)].flatMap(([, celda = '', estilo = '0']) =>
        formatos[Number(estilo)]?.includes('locked="0"') === true ? [celda] : [],
      )
      return suyas.length === 0 ? [] : [[hoja, suyas] as const]
    }),
  )
}

describe('en la terminal', () => {
  const raiz = new URL('..', import.meta.url).pathname
  const carpeta = mkdtempSync(join(tmpdir(), 'repartir-'))
  const informe = (...argumentos: readonly string[]) =>
    spawnSync(process.execPath, [join(raiz, 'dist/cli/informe.js'), ...argumentos], { cwd: carpeta, encoding: 'utf8' })

  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(raiz, 'scripts/compilar.mjs')], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    writeFileSync(join(carpeta, 'base.xlsx'), TRES.bytes())
  })
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

  test('se reparte, se consolida, y nada de lo que hay se reemplaza', () => {
    expect(informe('repartir', 'base.xlsx', '--salida', 'reparto', '--sector', 'sectorbeta').status).toBe(0)
    expect(readdirSync(join(carpeta, 'reparto'))).toEqual(['ppb-2023-sectorbeta.xlsx', 'reparto.json'])
    const beta = readFileSync(join(carpeta, 'reparto/ppb-2023-sectorbeta.xlsx'))
    const otra = informe('repartir', 'base.xlsx', '--salida', 'reparto')
    expect([otra.status, otra.stderr]).toEqual([4, expect.stringContaining('ya hay un archivo con ese nombre, y no se reemplaza')])
    expect(readFileSync(join(carpeta, 'reparto/ppb-2023-sectorbeta.xlsx'))).toEqual(beta)

    writeFileSync(join(carpeta, 'reparto/carta.pdf'), '%PDF-1.7')
    writeFileSync(join(carpeta, 'reparto/~$ppb-2023-sectorbeta.xlsx'), 'abierto')
    const falta = informe('consolidar', 'reparto', '--base', 'base.xlsx', '--salida', 'todo.xlsx')
    expect(falta.status).toBe(3)
    expect(falta.stderr).toContain('SectorAlfa: se encontró ningún libro de ese sector')
    expect(readdirSync(carpeta)).not.toContain('todo.xlsx')

    const parcial = informe('consolidar', 'reparto', '--base', 'base.xlsx', '--salida', 'todo.xlsx', '--parcial')
    expect([parcial.status, parcial.stdout]).toEqual([0, expect.stringContaining('carta.pdf no es un libro de Excel, y no se leyó.')])
    expect(dicho(readFileSync(join(carpeta, 'todo.xlsx')))).toEqual(dicho(TRES.bytes()))
    const sobre = informe('consolidar', 'reparto', '--base', 'base.xlsx', '--salida', 'todo.xlsx', '--parcial')
    expect([sobre.status, sobre.stderr]).toEqual([4, expect.stringContaining('todo.xlsx: ya hay un archivo con ese nombre')])
  })

  test.each([
    [
      'un período de otro año',
      ['repartir', 'base.xlsx', '--salida', 'x', '--periodo', '2022-T1'],
      'el período es la vigencia (2023) o una parte de ella',
    ],
    ['un sector que no hay', ['repartir', 'base.xlsx', '--salida', 'x', '--sector', 'SectorAlpha'], 'Los más parecidos: «SectorAlfa»'],
    ['un consolidado que no es un libro', ['consolidar', 'base.xlsx', '--salida', 'x.txt'], 'un nombre que termine en .xlsx'],
  ])('%s es un error de la orden', (_, argumentos, dice) => {
    const { status, stderr } = informe(...argumentos)
    expect([status, stderr]).toEqual([2, expect.stringContaining(dice)])
  })
})
