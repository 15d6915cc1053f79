/**
 * The program knows no policy: another one, with other years, sectors and products and without the optional sheets, gives its own
 * report. Every expected figure is computed by hand from the workbook.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Resultado } from '../src/pipeline/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { type DocxLeido, elementos, leerDocx, palabras } from './leer-docx.js'
import { leerPdf, type PdfLeido } from './leer-pdf.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'

const PRODUCTOS = [
  ['1.1.1', 'Pozos limpios'],
  ['1.1.2', 'Agua potable en escuelas'],
  ['2.1.1', 'Toneladas vertidas'],
  ['1.2.1', 'Parcelas recuperadas'],
  ['2.1.2', 'Guías publicadas'],
  ['2.2.1', 'Estaciones de aire'],
  ['2.2.10', 'Hogares con filtro'],
] as const

/** Title and cells as printed, of the nine tables. */
const TABLAS: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  [
    'Tabla 1. Número total de productos en el Plan de Acción 2028–2035 de la PPA',
    [
      ['Sector', 'Productos'],
      ['Agua', '3'],
      ['Suelo', '2'],
      ['Aire', '2'],
      ['Total', '7'],
    ],
  ],
  [
    'Tabla 2. Número total de productos por cada uno de los objetivos específicos de la PPA',
    [
      ['Objetivo específico', 'Productos'],
      ['1. Cuidar las fuentes', '3'],
      ['2. Limpiar lo que se usa', '4'],
      ['Total', '7'],
    ],
  ],
  [
    'Tabla 3. Número de productos por sector y objetivo específico de la PPA',
    [
      ['Sector', 'Obj. 1', 'Obj. 2', 'Total'],
      ['Agua', '2', '1', '3'],
      ['Suelo', '1', '1', '2'],
      ['Aire', '–', '2', '2'],
      ['Total', '3', '4', '7'],
    ],
  ],
  [
    'Tabla 4. Número de productos de la PPA según la periodicidad de su indicador',
    [
      ['Periodicidad del indicador', 'Productos'],
      ['Anual', '4'],
      ['Semestral', '1'],
      ['Trimestral', '1'],
      ['Mensual', '1'],
      ['Total', '7'],
    ],
  ],
  [
    'Tabla 5. Rangos de cumplimiento de los indicadores de producto',
    [
      ['Color', 'Cumplimiento de la meta de la vigencia'],
      ['Verde', '75 % o más'],
      ['Amarillo', '50 % a 74 %'],
      ['Rojo', '49 % o menos'],
    ],
  ],
  [
    'Tabla 6. Número de productos según el rango de cumplimiento de su meta de 2031, por objetivo específico de la PPA',
    [
      ['Objetivo específico', 'Total', '75 % o más', '50 % a 74 %', '49 % o menos', 'Sin meta', 'Cumplidos'],
      ['1. Cuidar las fuentes', '3', '1', '1', '1', '–', '–'],
      ['2. Limpiar lo que se usa', '4', '1', '–', '1', '1', '1'],
      ['Total', '7', '2', '1', '2', '1', '1'],
    ],
  ],
  [
    'Tabla 7. Cumplimiento de productos responsabilidad del sector Agua',
    [
      ['Producto', 'Meta acumulada 2028–2031', 'Logro acumulado 2028–2031', 'Meta 2031', 'Logro 2031'],
      ['1.1.1 Pozos limpios', '40', '▼ 37', '10', '10'],
      ['1.1.2 Agua potable en escuelas', '90 %', '▼ 60 %', '90 %', '▼ 60 %'],
      ['2.1.1 Toneladas vertidas', '150', '140', '150', '140'],
    ],
  ],
  [
    'Tabla 8. Cumplimiento de productos responsabilidad del sector Suelo',
    [
      ['Producto', 'Meta acumulada 2028–2031', 'Logro acumulado 2028–2031', 'Meta 2031', 'Logro 2031'],
      ['1.2.1 Parcelas recuperadas', '8', '▼ 3', '8', '▼ 3'],
      ['2.1.2 Guías publicadas', '10', '12', 'Cumplido en 2030', 'Cumplido en 2030'],
    ],
  ],
  [
    'Tabla 9. Cumplimiento de productos responsabilidad del sector Aire',
    [
      ['Producto', 'Meta acumulada 2028–2031', 'Logro acumulado 2028–2031', 'Meta 2031', 'Logro 2031'],
      ['2.2.1 Estaciones de aire', 'Inicia en 2033', 'Inicia en 2033', 'Inicia en 2033', 'Inicia en 2033'],
      ['2.2.10 Hogares con filtro', '25 %', '▼ –', '25 %', '▼ –'],
    ],
  ],
]

/** Those numbered apart, one before all the others and one after. */
const APARTE: typeof TABLAS = [
  [
    'Tabla A1. Los 7 productos por sector y estado',
    [
      ['Sector', 'Productos', 'Avance', 'Frente a lo planeado'],
      ['Agua', '1.1.1 1.1.2 2.1.1', '58 %', '▼ −9'], // 57.6; −9.03
      ['Suelo', '▼1.2.1 2.1.2', '58 %', '▼ −13'], // (15 + 100) / 2 = 57.5; (40 + 100) / 2 = 70; −12.5
      ['Aire', '2.2.1 ▼2.2.10', '0 %', '▼ −13'], // (0 + 25) / 2 = 12.5
    ],
  ],
  [
    'Tabla A2. Productos del Plan de Acción 2028–2035 de la PPA: metas, logros y estado al cierre de 2031, con lo acumulado desde 2028',
    [
      ['Producto', 'Sector', 'Meta 2031', 'Logro 2031', 'Cumpl.', 'Meta acum.', 'Logro acum.', 'Estado'],
      ['1.1.1 Pozos limpios', 'Agua', '10', '10', '100 %', '40', '▼ 37', 'verde'],
      ['1.1.2 Agua potable en escuelas', 'Agua', '90 %', '▼ 60 %', '67 %', '90 %', '▼ 60 %', 'amarillo'],
      ['2.1.1 Toneladas vertidas', 'Agua', '150', '140', '120 %', '150', '140', 'verde'],
      ['1.2.1 Parcelas recuperadas', 'Suelo', '8', '▼ 3', '38 %', '8', '▼ 3', 'rojo'],
      ['2.1.2 Guías publicadas', 'Suelo', '–', '–', '–', '10', '12', 'cumplido'],
      ['2.2.1 Estaciones de aire', 'Aire', '–', '–', '–', '–', '–', 'sin meta'],
      ['2.2.10 Hogares con filtro', 'Aire', '25 %', '▼ –', '0 %', '25 %', '▼ –', 'rojo'],
    ],
  ],
]

const GRAFICAS = [
  'Gráfica 1. Cumplimiento de las metas programadas de los productos de la PPA, vigencia 2031',
  'Gráfica 2. Número de productos del sector Agua según su cumplimiento, vigencia 2031',
  'Gráfica 3. Número de productos del sector Suelo según su cumplimiento, vigencia 2031',
  'Gráfica 4. Número de productos del sector Aire según su cumplimiento, vigencia 2031',
]

/** Sentences of the chapters and conclusions, by the figures of their sectors and objetivos (below). */
const FRASES = [
  'A 31 de diciembre de 2031, el sector Agua había avanzado 58 % en los 3 productos a su cargo, 9 puntos porcentuales menos de lo planeado (67 %).',
  'A 31 de diciembre de 2031, el sector Suelo había avanzado 58 % en los 2 productos a su cargo, 13 puntos porcentuales menos de lo planeado (70 %).',
  'A 31 de diciembre de 2031, el sector Aire había avanzado 0 % en los 2 productos a su cargo, 13 puntos porcentuales menos de lo planeado (13 %).',
  'El avance, lo planeado y su diferencia se redondean por separado', // 58 − 70 = −12, and the diferencia is −12.5 → −13
  '100 % de la meta de 2031 (10 de 10 pozos). Se limpiaron los pozos del norte.',
  'En el acumulado 2028–2031 el producto lleva 37 pozos frente a una meta de 40: ▼ faltan 3.',
  '67 % de la meta de 2031 (60 % logrado frente a 90 % programado). Se midió dos veces.',
  'En el acumulado 2028–2031 el producto alcanza 60 % frente a una meta de 90 %: ▼ faltan 30 puntos porcentuales.',
  '120 % de la meta de 2031 (llegó a 140, frente a una meta de 150 toneladas, desde una línea base de 200). Se vertió menos.',
  'En el acumulado 2028–2031 el producto llega a 140 toneladas frente a una meta de 150: 10 menos de lo previsto.',
  '▼ 38 % de la meta de 2031 (3 de 8 parcelas). Se recuperaron tres.',
  'Dificultades. Faltó semilla.',
  '▼ 0 % de la meta de 2031 (sin logro reportado, frente a una meta de 25 %).',
  'El producto 2.1.2 terminó en 2030 con su meta final cumplida.',
  'El producto 2.2.1 comienza en 2033.',
  'Los 3 productos de este objetivo llevan un avance de 43 %, frente a 63 % planeado a 2031.',
  'Los 4 productos de este objetivo llevan un avance de 40 %, frente a 44 % planeado a 2031.', // 43.75 → 44
  'la política había avanzado 41 % frente a 52 % planeado.',
]

const AJENAS =
  /sexual|PPASP|\bASP\b|mujer|Casa de Todas|2023|2019|CONPES D\.\s?C\. 11\b|Bogotá|trabajadoras|estación de policía|Bicicleta/iu

let resultado: Resultado
let datos: Datos
let docx: DocxLeido
let pdf: PdfLeido

interface Grupo {
  readonly [campo: string]: unknown
}
interface Datos {
  readonly politica: Grupo
  readonly productos: readonly Grupo[]
  readonly sectores: readonly Grupo[]
  readonly objetivos: readonly Grupo[]
  readonly tablas: readonly { numero: number; titulo: string; columnas: readonly string[]; filas: readonly unknown[][] }[]
  readonly graficas: readonly { numero: number; titulo: string; series: readonly { valores: readonly number[] }[] }[]
}

const texto = (archivo: string) => new TextDecoder().decode(resultado.archivos.get(archivo))
/** Words alike in every format: no-break spaces and line ends are spaces. */
const liso = (palabrasLeidas: string) => palabrasLeidas.replace(/\s+/gu, ' ').trim()

beforeAll(async () => {
  resultado = await generarEnMemoria(POLITICA_DEL_AGUA.bytes())
  datos = JSON.parse(texto('datos.json'))
  docx = await leerDocx(resultado.archivos.get('informe-ppa-2031.docx') ?? new Uint8Array())
  pdf = await leerPdf(resultado.archivos.get('informe-ppa-2031.pdf') ?? new Uint8Array())
})

describe('los archivos', () => {
  test('llevan la sigla y la vigencia, con tablas 1 a 9, las dos de aparte y gráficas 1 a 4', () => {
    expect(resultado.nombre).toBe('ppa-2031')
    expect(resultado.problemas.errores).toEqual([])
    expect([...resultado.archivos.keys()].sort()).toEqual(
      [
        'datos.json',
        ...[1, 2, 3, 4].map((n) => `graficas/grafica-0${n}.png`),
        'informe-ppa-2031.docx',
        'informe-ppa-2031.pdf',
        'manifiesto.json',
        'procedencia.json',
        ...['01', '02', '03', '04', '05', '06', '07', '08', '09', 'a1', 'a2'].map((n) => `tablas/tabla-${n}.csv`),
      ].sort(),
    )
  })
})

describe('datos.json', () => {
  test('la política, los sectores y los objetivos', () => {
    const cercano = (n: number) => expect.closeTo(n, 12)
    const rezago = { balance: 'rezago' }
    expect(datos.politica).toMatchObject({
      nombre: 'Política Pública del Agua',
      sigla: 'PPA',
      documento: 'CONPES D.C. 27 de 2027',
      vigencia: 2031,
      inicio: 2028,
      fin: 2035,
      ...{ productos: 7, conMeta: 5, verde: 2, amarillo: 1, rojo: 2, sinMeta: 1, cumplidos: 1, ...rezago },
      avance: cercano(691 / 1680), // (37/80 + 2/3 + 3/5 + 3/20 + 1 + 0 + 0) / 7
      planeado: cercano(73 / 140), // (1/2 + 1 + 1/2 + 2/5 + 1 + 0 + 1/4) / 7
      diferencia: cercano(-37 / 336),
    })
    expect(datos.sectores).toEqual([
      {
        nombre: 'Agua',
        ...{ productos: 3, conMeta: 3, verde: 2, amarillo: 1, rojo: 0, sinMeta: 0, cumplidos: 0, ...rezago },
        avance: cercano(83 / 144), // (37/80 + 2/3 + 3/5) / 3 = 57.6 %
        planeado: cercano(2 / 3),
        diferencia: cercano(-13 / 144), // −9.03 points
      },
      {
        nombre: 'Suelo',
        ...{ productos: 2, conMeta: 1, verde: 0, amarillo: 0, rojo: 1, sinMeta: 0, cumplidos: 1, ...rezago },
        avance: cercano(0.575), // (3/20 + 1) / 2
        planeado: cercano(0.7), // (8/20 + 1) / 2
        diferencia: cercano(-0.125),
      },
      {
        nombre: 'Aire',
        ...{ productos: 2, conMeta: 1, verde: 0, amarillo: 0, rojo: 1, sinMeta: 1, cumplidos: 0, ...rezago },
        avance: 0,
        planeado: cercano(0.125), // (0 + 1/4) / 2
        diferencia: cercano(-0.125),
      },
    ])
    expect(datos.objetivos).toEqual([
      {
        numero: 1,
        ...{ productos: 3, conMeta: 3, verde: 1, amarillo: 1, rojo: 1, sinMeta: 0, cumplidos: 0, ...rezago },
        avance: cercano(307 / 720), // (37/80 + 2/3 + 3/20) / 3
        planeado: cercano(19 / 30), // (1/2 + 1 + 2/5) / 3
        diferencia: cercano(-149 / 720),
      },
      {
        numero: 2,
        ...{ productos: 4, conMeta: 2, verde: 1, amarillo: 0, rojo: 1, sinMeta: 1, cumplidos: 1, ...rezago },
        avance: cercano(0.4), // (3/5 + 1 + 0 + 0) / 4
        planeado: cercano(0.4375), // (1/2 + 1 + 0 + 1/4) / 4
        diferencia: cercano(-0.0375),
      },
    ])
  })

  test('los productos, por sector y código', () => {
    const ninguno = { metaVigencia: null, logroVigencia: null, cumplimiento: null, cumplimientoPorcentaje: null, semaforo: null }
    expect(datos.productos.map(({ codigo, nombre }) => [codigo, nombre])).toEqual(PRODUCTOS)
    const esperados = [
      {
        ...{ sector: 'Agua', objetivo: 1, tipoAnualizacion: 'Suma', periodicidad: 'Anual', unidad: 'Número', situacion: 'con-meta' },
        ...{ metaVigencia: 10, logroVigencia: 10, cumplimiento: 1, cumplimientoPorcentaje: 100, semaforo: 'verde' },
        ...{ metaAcumulada: 40, logroAcumulado: 37, metaFinal: 80, diferenciaAcumulada: -3, balance: 'rezago' },
      },
      {
        ...{ sector: 'Agua', tipoAnualizacion: 'Constante', periodicidad: 'Semestral', unidad: 'Porcentaje', situacion: 'con-meta' },
        ...{
          metaVigencia: 0.9,
          logroVigencia: 0.6,
          cumplimiento: expect.closeTo(2 / 3, 12),
          cumplimientoPorcentaje: 67,
          semaforo: 'amarillo',
        },
        ...{ metaAcumulada: 0.9, logroAcumulado: 0.6, metaFinal: 0.9, diferenciaAcumulada: -0.3, balance: 'rezago' },
      },
      {
        ...{ sector: 'Agua', objetivo: 2, tipoAnualizacion: 'Decreciente', situacion: 'con-meta' },
        ...{ metaVigencia: 150, logroVigencia: 140, cumplimiento: 1.2, cumplimientoPorcentaje: 120, semaforo: 'verde' },
        ...{ metaAcumulada: 150, logroAcumulado: 140, metaFinal: 100, diferenciaAcumulada: -10, balance: 'sobre-ejecucion' },
      },
      {
        ...{ sector: 'Suelo', objetivo: 1, tipoAnualizacion: 'Creciente', situacion: 'con-meta' },
        ...{ metaVigencia: 8, logroVigencia: 3, cumplimiento: 0.375, cumplimientoPorcentaje: 38, semaforo: 'rojo' },
        ...{ metaAcumulada: 8, logroAcumulado: 3, metaFinal: 20, diferenciaAcumulada: -5, balance: 'rezago' },
      },
      {
        ...{ sector: 'Suelo', objetivo: 2, situacion: 'cumplido', ...ninguno },
        ...{ metaAcumulada: 10, logroAcumulado: 12, metaFinal: 10, diferenciaAcumulada: 2, balance: 'sobre-ejecucion' },
      },
      {
        ...{ sector: 'Aire', objetivo: 2, situacion: 'no-iniciado', ...ninguno },
        ...{ metaAcumulada: null, logroAcumulado: null, metaFinal: 3, diferenciaAcumulada: null, balance: null },
      },
      {
        ...{ sector: 'Aire', objetivo: 2, unidad: 'Porcentaje', periodicidad: 'Mensual', situacion: 'con-meta' },
        ...{ metaVigencia: 0.25, logroVigencia: null, cumplimiento: 0, cumplimientoPorcentaje: 0, semaforo: 'rojo' },
        ...{ metaAcumulada: 0.25, logroAcumulado: null, metaFinal: 1, diferenciaAcumulada: -0.25, balance: 'rezago' },
      },
    ]
    esperados.forEach((esperado, i) => {
      expect(datos.productos[i]).toMatchObject(esperado)
    })
  })

  test('las tablas 1 a 9 y las gráficas 1 a 4', () => {
    expect(datos.tablas.map((t) => `Tabla ${t.numero}. ${t.titulo}`)).toEqual(TABLAS.map(([titulo]) => titulo))
    expect(datos.tablas.map((t) => t.columnas.map(liso))).toEqual(TABLAS.map(([, [columnas]]) => columnas))
    expect(datos.tablas.map((t) => t.filas.length)).toEqual(TABLAS.map(([, filas]) => filas.length - 1))
    expect(datos.tablas[7]?.filas).toEqual([
      ['1.2.1 Parcelas recuperadas', 8, 3, 8, 3],
      ['2.1.2 Guías publicadas', 10, 12, null, null],
    ])
    expect(datos.graficas.map((g) => `Gráfica ${g.numero}. ${g.titulo}`)).toEqual(GRAFICAS)
    expect(datos.graficas.map((g) => g.series.map((s) => s.valores))).toEqual([
      [[2, 1, 2]],
      [[2, 1, 0, 0, 0]],
      [[0, 0, 1, 0, 1]],
      [[0, 0, 1, 1, 0]],
    ])
  })
})

describe('el documento de Word, leído por otro programa', () => {
  test('tiene las nueve tablas y las dos de aparte, celda por celda, y sus títulos', () => {
    const leidas = elementos(docx.html, 'table').map((t) =>
      elementos(t, 'tr').map((fila) => [...elementos(fila, 't[dh]')].map((celda) => liso(palabras(celda)))),
    )
    // The cover and the scorecards are tables too.
    const [mapa, anexo] = APARTE
    const esperadas = [mapa, ...TABLAS, anexo].flatMap((t) => (t === undefined ? [] : [t[1]]))
    expect(leidas.filter(([titulos]) => esperadas.some(([suyos]) => suyos?.join() === titulos?.join()))).toEqual(esperadas)
    const parrafos = elementos(docx.html, 'p').map((p) => liso(palabras(p)))
    for (const titulo of [...[...TABLAS, ...APARTE].map(([t]) => t), ...GRAFICAS]) expect(parrafos).toContain(titulo)
    expect(parrafos.filter((p) => /^(?:Tabla (?:10|A3)|Gráfica 5)\./u.test(p))).toEqual([])
  })

  test('dice las frases que dicen las cifras', () => {
    const leido = liso(palabras(docx.html.replace(/<sup>.*?<\/sup>/gu, '')))
    for (const frase of FRASES) expect(leido).toContain(frase)
  })
})

describe('el PDF, leído por otro programa', () => {
  test('tiene los títulos de las tablas y gráficas, y las celdas en su orden', () => {
    const leido = liso(pdf.pages.map((p) => p.text).join(' '))
    const sinEspacios = leido.replaceAll(' ', '')
    for (const titulo of [...[...TABLAS, ...APARTE].map(([t]) => t), ...GRAFICAS]) expect(leido).toContain(titulo)
    for (const [, filas] of [...TABLAS, ...APARTE]) expect(sinEspacios).toContain(filas.flat().join('').replaceAll(' ', ''))
    expect(leido).not.toMatch(/Tabla 10\.|Gráfica 5\./u)
  })

  test('dice las frases que dicen las cifras', () => {
    const leido = liso(pdf.pages.map((p) => p.text).join(' ')).replace(/\(67 %\)\.\s?\d+/u, '(67 %).')
    for (const frase of FRASES) expect(leido).toContain(frase)
  })

  test('nombra cada producto con su código', () => {
    const leido = liso(pdf.pages.map((p) => p.text).join(' '))
    for (const [codigo, nombre] of PRODUCTOS) expect(leido).toContain(`${codigo} ${nombre}`)
  })
})

describe('sin Textos, Reuniones, Jornadas ni Capacitaciones', () => {
  test('sus secciones no salen, y cada texto que falta se avisa', () => {
    const titulos = [...docx.html.matchAll(/<h1[^>]*>(.*?)<\/h1>/gu)].map(([, t]) => liso(palabras(t ?? '')))
    expect(titulos).not.toContain('Presentación')
    expect(titulos.some((t) => /Aportes|Liderazgo/u.test(t))).toBe(false)
    expect(resultado.problemas.avisos.filter((a) => a.regla === 'texto-ausente').map((a) => a.encontrado)).toContain(
      'la clave «presentacion» de las plantillas (20-presentacion.md), sin texto en el libro',
    )
  })

  test('no queda un título sin nada debajo', () => {
    const etiquetas = [...docx.html.matchAll(/<(h[1-4]|p|ul|ol|table)\b/gu)].map(([, etiqueta]) => etiqueta ?? '')
    const nivel = (etiqueta: string | undefined) => (etiqueta === undefined ? 0 : etiqueta.startsWith('h') ? Number(etiqueta[1]) : 9)
    const vacios = etiquetas.filter((etiqueta, i) => nivel(etiqueta) < 9 && nivel(etiquetas[i + 1]) <= nivel(etiqueta))
    expect(etiquetas).toContain('h3')
    expect(vacios).toEqual([])
  })
})

test('ninguna palabra de otra política, en ningún archivo', () => {
  const sinHuellas = (json: string) => json.replace(/"[0-9a-f]{64}"/gu, '""')
  const legibles = [...resultado.archivos.keys()].filter((nombre) => /\.(csv|json)$/u.test(nombre))
  for (const nombre of legibles) expect(`${nombre}: ${sinHuellas(texto(nombre))}`).not.toMatch(AJENAS)
  expect(palabras(docx.html)).not.toMatch(AJENAS)
  for (const [parte, xml] of docx.parts) expect(`${parte}: ${palabras(xml)}`).not.toMatch(AJENAS)
  for (const pagina of pdf.pages) expect(pagina.lines.map((l) => l.text).join('\n')).not.toMatch(AJENAS)
  expect(pdf.pages.flatMap((p) => p.alts).join('\n')).not.toMatch(AJENAS)
  expect(JSON.stringify([pdf.info, pdf.outline])).not.toMatch(AJENAS)
})
