import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Codigo, Libro, Producto } from '../src/model/index.js'
import { readLibro } from '../src/workbook/index.js'
import { ERROR_REF, formula, porcentaje, serial, UnLibro, unLibro, type Valor } from './un-libro.js'

function producto(libro: Libro, codigo: string): Producto {
  const encontrado = libro.productos.find((p) => p.codigo === (codigo as Codigo))
  if (encontrado === undefined) throw new Error(`No está el producto ${codigo}.`)
  return encontrado
}

/** The achievement of 2023 as read from a cell. */
const leido = (valor: Valor, unidad: 'Número' | 'Porcentaje' = 'Número') =>
  producto(
    unLibro()
      .producto('1.1.1', { unidad, metas: { 2023: 1 }, avances: { 2023: valor } })
      .libro(),
    '1.1.1',
  ).avances.get(2023)?.valor

const fechaLeida = (valor: Valor, fecha1904 = false) =>
  unLibro({ fecha1904 }).politica('Fecha de aprobación', valor).libro().politica.fechaAprobacion

const reglas = (libro: UnLibro) => readLibro(libro.bytes()).errores.map((f) => `${f.place} ${f.rule}`)

describe('números', () => {
  test.each<[Valor, number]>([
    [200, 200],
    [0, 0],
    ['1.300.231', 1_300_231],
    ['4.019', 4019],
    ['4019', 4019],
    ['5,7', 5.7],
    ['1.234,5', 1234.5],
    ['0,285', 0.285],
    ['  12 ', 12],
    [0.300_000_000_000_000_04, 0.3],
    [1 / 3, 0.333_333_333_333_333],
    [formula('100+1', 101), 101],
    [formula('"5"&",7"', '5,7'), 5.7],
    [{ tipo: 'n', valor: 35, formato: '0"%"' }, 35],
  ])('%j se lee %d', (valor, esperado) => {
    expect(leido(valor)).toBe(esperado)
  })

  test.each<[Valor, number]>([
    [1, 1],
    [porcentaje(0.35), 0.35],
    [0.35, 0.35],
    ['35%', 0.35],
    ['5,7 %', 0.057],
    ['100%', 1],
    ['0,35', 0.35],
    [5.13, 5.13],
    [10, 10],
  ])('en un producto de porcentaje, %j se lee %d', (valor, esperado) => {
    expect(leido(valor, 'Porcentaje')).toBe(esperado)
  })

  test.each(['4.5', '0.285', '1.30.231', '012.345', '1.300.23', '4.50', '1.5%'])('%j es un error con su pista', (texto) => {
    expect(reglas(unLibro().celda('Avances!C2', texto))).toEqual(['Avances!C2 punto-decimal'])
  })

  test.each(['1,300,231', '12 personas', '1e5', ',5', '5,', '--', 'Infinity', '١٢', '1 300'])('%j no es un número', (texto) => {
    expect(reglas(unLibro().celda('Avances!C2', texto))).toEqual(['Avances!C2 no-es-numero'])
  })

  test.each([null, '-', '–', '—', 'N/A', ' n/a ', 'No aplica', 'NO  APLICA', '   '])('%j es una celda sin valor', (valor) => {
    expect(leido(valor)).toBeUndefined()
  })

  test('75 y 75 % son 75 en el semáforo', () => {
    const libro = unLibro()
      .celda('Semáforo!B2', porcentaje(0.75))
      .celda('Semáforo!B3', '58%')
      .celda('Semáforo!C3', '74 %')
      .celda('Semáforo!C4', porcentaje(0.57))
    expect(libro.libro().semaforo.map(({ color, desde, hasta }) => [color, desde, hasta])).toEqual([
      ['verde', 75, null],
      ['amarillo', 58, 74],
      ['rojo', 0, 57],
    ])
  })

  test('un número escrito a la colombiana se lee igual a sí mismo', () => {
    const impreso = new Intl.NumberFormat('es-CO', { useGrouping: 'always', maximumFractionDigits: 6 })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 999_999 }), (entero, millonesimas) => {
        const numero = Number(`${entero}.${String(millonesimas).padStart(6, '0')}`)
        expect(leido(impreso.format(numero))).toBe(numero)
      }),
      { numRuns: 60 },
    )
  })
})

describe('fechas', () => {
  test.each<[Valor]>([
    [serial(44950)],
    [serial(44950.75, 'd "de" mmmm "de" yyyy')],
    ['2023-01-24'],
    ['24/01/2023'],
    ['24/1/2023'],
    ['24 de enero de 2023'],
    ['24 de Enero 2023'],
    ['24 enero del 2023'],
    ['  24  de  ENERO  de 2023 '],
    [formula('DATE(2023,1,24)', '2023-01-24')],
  ])('%j es el 24 de enero de 2023', (valor) => {
    expect(fechaLeida(valor)).toBe('2023-01-24')
  })

  test('los dos calendarios de Excel', () => {
    expect(fechaLeida(serial(43488), true)).toBe('2023-01-24') // 44950 − 1462
    expect(fechaLeida(serial(0), true)).toBe('1904-01-01')
    expect(fechaLeida(serial(1))).toBe('1900-01-01')
    expect(fechaLeida(serial(59))).toBe('1900-02-28')
    expect(fechaLeida(serial(61))).toBe('1900-03-01')
  })

  test.each(['29/02/2023', '31 de abril de 2023', '2023-13-01', 'enero de 2023', '24-01-23', '12 de brumario de 2023'])(
    '%j no es una fecha',
    (texto) => {
      expect(reglas(unLibro().politica('Fecha de corte', texto))).toEqual(['Política!B9 no-es-fecha'])
    },
  )

  test('el mes que Excel volvió fecha es su mes', () => {
    const libro = unLibro().hoja('Capacitaciones', [
      ['Estación de policía', 'Participantes', 'Sesiones', 'Mes'],
      ['Kennedy', 20, 1, serial(44986, 'mmm-yy')],
      ['Suba', '1.020', 2, 'Abril'],
    ])
    expect(libro.libro().capacitaciones?.map((c) => [c.estacion, c.participantes.valor, c.mes])).toEqual([
      ['Kennedy', 20, 'marzo'],
      ['Suba', 1020, 'Abril'],
    ])
  })

  test('todo día se lee igual en cualquiera de sus formas', () => {
    const dia = fc.integer({ min: 61, max: 109_574 }) // 1 March 1900 … 31 December 2199
    fc.assert(
      fc.property(dia, (n) => {
        const fecha = new Date(Date.UTC(1899, 11, 30) + n * 86_400_000)
        const iso = fecha.toISOString().slice(0, 10)
        const enPalabras = new Intl.DateTimeFormat('es-CO', { dateStyle: 'long', timeZone: 'UTC' }).format(fecha)
        const conBarras = iso.split('-').reverse().join('/')
        expect([serial(n), iso, enPalabras, conBarras].map((forma) => fechaLeida(forma))).toEqual([iso, iso, iso, iso])
      }),
      { numRuns: 20 },
    )
  })
})

describe('hojas, títulos y filas', () => {
  test('el encabezado está donde esté, y las filas vacías se saltan', () => {
    const libro = unLibro().hoja('Metas', [
      ['Plan de acción 2022–2025'],
      [],
      [null, 'Código', 2022, '2023', 2024, 2025],
      [null, '1.1.1', 10, 10],
      [null, null, '-', 'N/A'],
      [],
      [null, '2.1.1.', 3, 5],
      [null, '1.1.2', null, 1],
    ])
    const leida = libro.libro()
    expect(leida.productos.map((p) => [p.codigo, [...p.metas].map(([anio, { valor, celdas }]) => [anio, valor, celdas])])).toEqual([
      [
        '1.1.1',
        [
          [2022, 10, ['Metas!C4']],
          [2023, 10, ['Metas!D4']],
        ],
      ],
      ['1.1.2', [[2023, 1, ['Metas!D8']]]],
      [
        '2.1.1',
        [
          [2022, 3, ['Metas!C7']],
          [2023, 5, ['Metas!D7']],
        ],
      ],
    ])
  })

  test('mayúsculas, tildes y espacios no importan', () => {
    const libro = unLibro()
      .sinHoja('Semáforo')
      .hoja(' SEMAFORO', [
        [' color', 'DESDE ', 'hasta'],
        ['VERDE', 75],
        [' amarillo', 50, 74],
        ['rojo', 0, 49],
      ])
    libro.sinHoja('Sectores').hoja('sectores', [
      ['ORDEN', 'Sector'],
      [1, ' Movilidad '],
      [2, 'educacion'],
    ])
    expect(readLibro(libro.bytes()).avisos).toEqual([])
    expect(libro.libro().productos.map((p) => p.sector)).toEqual(['Movilidad', 'Movilidad', 'educacion'])
    expect(libro.libro().semaforo[0]?.celda).toBe(' SEMAFORO!A2')
  })

  test('lo oculto se lee', () => {
    const libro = unLibro().ocultarHoja('Avances').ocultarFila('Metas', 2).ocultarColumna('Metas', 'B')
    const lectura = readLibro(libro.bytes())
    expect(lectura.libro === null ? null : producto(lectura.libro, '1.1.1').metas.get(2022)?.valor).toBe(10)
    expect(lectura.avisos.map((f) => `${f.place} ${f.rule}`)).toEqual([
      'Metas!B1 columna-oculta',
      'Metas!A2 fila-oculta',
      'Avances hoja-oculta',
    ])
  })

  test('Instrucciones, Auditoría, Registro y Procedencia no dan aviso, y lo que está fuera de las columnas leídas no cuenta', () => {
    const libro = unLibro()
      .hoja('Instrucciones', [['Lea esto']])
      .hoja('Auditoría', [['Hallazgo', 'Motivo', 'Responsable']])
      .hoja('Registro', [['Fecha', 'Quién', 'Archivo', 'Qué']])
      .columna('Metas', 'Procedencia', ['impresa'])
      .columna('Semáforo', 'procedencia')
      .celda('Avances!J9', ERROR_REF)
    expect(readLibro(libro.bytes())).toMatchObject({ errores: [], avisos: [] })
  })

  test('los productos van por sector y código, no por fila', () => {
    const metas = { 2023: 1 }
    const libro = unLibro()
      .sector('Salud')
      .sector('Ambiente')
      .producto('1.4.10', { sector: 'Ambiente', metas })
      .producto('1.4.6', { sector: 'Ambiente', metas })
      .producto('2.1.1', { sector: 'Salud', metas })
      .producto('1.10.1', { sector: 'Ambiente', metas })
    expect(libro.libro().productos.map((p) => `${p.sector} ${p.codigo}`)).toEqual([
      'Salud 2.1.1',
      'Ambiente 1.4.6',
      'Ambiente 1.4.10',
      'Ambiente 1.10.1',
    ])
  })

  test('el orden de hojas, filas y columnas no cambia nada', () => {
    const original = unLibro().columna('Metas', 'Procedencia', ['serie reconstruida'])
    const hojas = [...original.hojas()]
    const esperado = sinCeldas(original.libro())
    const revuelto = fc.record({
      hojas: fc.shuffledSubarray(hojas, { minLength: hojas.length }),
      semilla: fc.infiniteStream(fc.nat()),
    })
    fc.assert(
      fc.property(revuelto, ({ hojas: enOrden, semilla }) => {
        const nuevo = new UnLibro({})
        for (const [nombre] of hojas) nuevo.sinHoja(nombre)
        const azar = () => semilla.next().value
        for (const [nombre, filas] of enOrden) nuevo.hoja(nombre, barajarTabla(filas, azar))
        expect(sinCeldas(nuevo.libro())).toEqual(esperado)
      }),
      { numRuns: 25 },
    )
  })
})

/** Rows below the header and columns in another order. */
function barajarTabla(filas: readonly (readonly Valor[])[], azar: () => number): readonly (readonly Valor[])[] {
  const [encabezado = [], ...datos] = filas
  const columnas = barajar([...encabezado.keys()], azar)
  return [encabezado, ...barajar(datos, azar)].map((fila) => columnas.map((c) => fila[c]))
}

function barajar<T>(lista: readonly T[], azar: () => number): T[] {
  return lista
    .map((valor) => ({ valor, lugar: azar() }))
    .sort((a, b) => a.lugar - b.lugar)
    .map(({ valor }) => valor)
}

/** A workbook without its places, for comparison: maps in order of key. */
function sinCeldas(valor: unknown): unknown {
  if (valor instanceof Map) return [...valor].sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sinCeldas(v)])
  if (Array.isArray(valor)) return valor.map(sinCeldas)
  if (valor === null || typeof valor !== 'object') return valor
  return Object.fromEntries(
    Object.entries(valor)
      .filter(([nombre]) => nombre !== 'celda' && nombre !== 'celdas')
      .map(([nombre, v]) => [nombre, sinCeldas(v)]),
  )
}

describe('productos y series', () => {
  const avancesDe = (tipo: 'Suma' | 'Constante', avances: Record<string, Valor>) => [
    ...producto(
      unLibro()
        .producto('1.1.1', { tipo, metas: { 2023: 10 }, avances: { 2022: null, 2023: null, ...avances } })
        .libro(),
      '1.1.1',
    ).avances,
  ]

  const parte = (tipo: 'S' | 'T' | 'C' | 'M', numero: number, valor: number, celda: string) => ({ periodo: { tipo, numero }, valor, celda })

  test('los periodos de un año se suman en Suma, al decimal', () => {
    expect(avancesDe('Suma', { '2023-T1': 0.1, '2023-T2': 0.2, '2023-T3': null, '2023-T4': '1,5' })).toEqual([
      [
        2023,
        {
          ...{ valor: 1.8, celdas: ['Avances!D2', 'Avances!E2', 'Avances!G2'], hasta: null },
          periodos: [parte('T', 1, 0.1, 'Avances!D2'), parte('T', 2, 0.2, 'Avances!E2'), parte('T', 4, 1.5, 'Avances!G2')],
        },
      ],
    ])
  })

  test('en los demás tipos cuenta el último informado, y se dice hasta cuál', () => {
    expect(avancesDe('Constante', { '2023-M01': 3, '2023-M02': 4, '2023-M03': null })).toEqual([
      [
        2023,
        {
          ...{ valor: 4, celdas: ['Avances!E2'], hasta: { tipo: 'M', numero: 2 } },
          periodos: [parte('M', 1, 3, 'Avances!D2'), parte('M', 2, 4, 'Avances!E2')],
        },
      ],
    ])
  })

  test('un año que dice lo mismo que sus periodos no es error', () => {
    expect(avancesDe('Suma', { 2023: 0.3, '2023-S1': 0.1, '2023-S2': 0.2 })).toEqual([
      [
        2023,
        {
          ...{ valor: 0.3, celdas: ['Avances!D2', 'Avances!E2'], hasta: null },
          periodos: [parte('S', 1, 0.1, 'Avances!D2'), parte('S', 2, 0.2, 'Avances!E2')],
        },
      ],
    ])
  })

  test('sin la columna del año, bastan las de sus periodos', () => {
    const libro = unLibro()
      .producto('1.1.1', { metas: { 2023: 10 } })
      .hoja('Avances', [
        ['Código', 2022, '2023-C1', '2023-C3', '2023-C2'],
        ['1.1.1', null, 1, null, 2],
      ])
    expect(producto(libro.libro(), '1.1.1').avances.get(2023)).toEqual({
      valor: 3,
      celdas: ['Avances!C2', 'Avances!E2'],
      hasta: { tipo: 'C', numero: 2 },
      periodos: [parte('C', 1, 1, 'Avances!C2'), parte('C', 2, 2, 'Avances!E2')],
    })
  })

  test('una columna vacía después de la vigencia no dice nada', () => {
    expect(readLibro(unLibro().columna('Avances', 2024).columna('Avances', '2025-T1').bytes())).toMatchObject({ errores: [], avisos: [] })
  })

  test('un 0 fuera de los años del producto no es error', () => {
    const libro = unLibro().producto('1.1.1', {
      inicio: 2023,
      fin: 2024,
      metas: { 2022: 0, 2023: 5, 2025: 0 },
      avances: { 2022: 0, 2023: 5 },
    })
    expect(reglas(libro)).toEqual([])
  })

  test('las sumas se comparan con nueve decimales', () => {
    const con = (metaFinal: number) => unLibro().producto('1.1.1', { metas: { 2022: 0.1, 2023: 0.2 }, metaFinal })
    expect(reglas(con(0.3))).toEqual([])
    expect(reglas(con(0.300_000_000_1))).toEqual([])
    expect(reglas(con(0.300_000_001))).toEqual(['Productos!N2 meta-final-distinta-de-la-suma'])
  })

  test.each([
    ['Productos', { metas: true, avances: true }],
    ['Metas', { metas: true, avances: false }],
    ['Avances', { metas: false, avances: true }],
  ])('la Procedencia de %s dice qué serie es reconstruida', (hoja, marca) => {
    const libro = unLibro()
    if (hoja === 'Productos') libro.celda('Productos!P2', 'Metas RECONSTRUIDAS')
    else libro.columna(hoja, 'Procedencia', ['reconstruida del texto'])
    const ninguna = { metas: false, avances: false }
    expect(libro.libro().productos.map((p) => p.reconstruidas)).toEqual([marca, ninguna, ninguna])
  })

  test('un producto sin fila en Avances no tiene avances', () => {
    expect(
      producto(
        unLibro()
          .producto('1.1.1', { metas: { 2023: 1 } })
          .libro(),
        '1.1.1',
      ).avances.size,
    ).toBe(0)
  })
})

describe('lo demás', () => {
  test('los tres eventos y los créditos en su orden; sin filas no hay tabla', () => {
    const libro = unLibro()
      .hoja('Créditos', [
        ['Grupo', 'Cargo', 'Nombre'],
        ['Dirección', 'Directora', 'Zoila Paz'],
        ['Equipo', null, 'Ana Ruiz'],
      ])
      .hoja('Jornadas', [
        ['Fecha', 'Lugar', 'Asistentes'],
        ['3/02/2023', 'Kennedy', 12],
        ['2 de enero de 2023', 'Suba', 7],
      ])
      .hoja('Reuniones', [['Entidad o sector', 'Fecha']])
      .libro()
    expect(libro.creditos.map((c) => [c.grupo, c.cargo, c.nombre])).toEqual([
      ['Dirección', 'Directora', 'Zoila Paz'],
      ['Equipo', '', 'Ana Ruiz'],
    ])
    expect(libro.jornadas?.map((j) => [j.fecha, j.lugar, j.asistentes.valor])).toEqual([
      ['2023-02-03', 'Kennedy', 12],
      ['2023-01-02', 'Suba', 7],
    ])
    expect([libro.capacitaciones, libro.reuniones]).toEqual([null, null])
  })

  test('la prosa guarda su lugar', () => {
    const libro = unLibro()
      .objetivo(1, 'Pedalear.', { conclusiones: 'Va en [[Objetivo 1 avance]].' })
      .hoja('Textos', [
        ['Clave', 'Texto'],
        ['presentación', 'De [[política vigencia]] a [[2.1.1 meta final]].'],
        ['cierre', '-'],
      ])
      .libro()
    expect(libro.objetivos[0]?.conclusiones).toEqual({
      texto: 'Va en [[Objetivo 1 avance]].',
      hoja: 'Objetivos',
      clave: '1',
      columna: 'Conclusiones',
      celda: 'Objetivos!C2',
    })
    expect([...libro.textos.keys()]).toEqual(['presentación'])
  })

  test('un salto de línea dentro de una celda es un espacio en un nombre y sigue siéndolo en la prosa', () => {
    const libro = unLibro().producto('1.1.1', {
      nombre: 'Carriles\n nuevos',
      metas: { 2023: 1 },
      avances: { 2023: 1 },
      logros: '- uno\r\n- dos',
    })
    const leidoDelLibro = producto(libro.libro(), '1.1.1')
    expect([leidoDelLibro.nombre, leidoDelLibro.logros?.texto]).toEqual(['Carriles nuevos', '- uno\n- dos'])
  })

  test('los nombres de cifras de una hoja que no está son desconocidos', () => {
    const libro = (filas: Valor[][]) =>
      unLibro()
        .hoja('Textos', [
          ['Clave', 'Texto'],
          ['cierre', '[[jornadas asistentes]]'],
        ])
        .hoja('Jornadas', [['Fecha', 'Lugar', 'Asistentes'], ...filas])
    expect(reglas(libro([['2023-02-03', 'Suba', 4]]))).toEqual([])
    expect(reglas(libro([]))).toEqual(['Textos!B2 nombre-de-cifra'])
  })

  test('un libro sin faltas no da error ni aviso', () => {
    expect(readLibro(unLibro().bytes())).toMatchObject({ errores: [], avisos: [] })
  })
})
