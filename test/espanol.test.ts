/** Every sentence that a sector's chapter can say, as a person would read it aloud. Expected words are typed by hand. */
import { describe, expect, test } from 'vitest'
import type { Libro } from '../src/model/index.js'
import { type OpcionesLibro, type OpcionesProducto, type UnLibro, unLibro } from './un-libro.js'
import { documentoCon, plantillasDelPrograma } from './una-composicion.js'
import { volcadoDeBloque } from './volcado.js'

const PLANTILLAS = plantillasDelPrograma()
const CAPITULO = Object.fromEntries(Object.entries(PLANTILLAS).filter(([ruta]) => ruta.startsWith('parciales/') || ruta === '60-sector.md'))

/** Blocks of the first sector's chapter, as a dump each, without its scorecard, which is no sentence. */
function capitulo(libro: Libro): readonly string[] {
  const bloques = documentoCon(CAPITULO, libro).sections[0]?.blocks ?? []
  return bloques.filter(({ type }) => type !== 'scorecard').map(volcadoDeBloque)
}

/** The words that open the chapter, without the note of the avance. */
const entrada = (libro: Libro) => capitulo(libro)[1]?.split('\n')[0] ?? ''

/** What is said between the table and the chart. */
const recuento = (libro: Libro) => capitulo(libro)[3] ?? ''

/** The paragraphs under a product's title. */
const relato = (libro: Libro) => {
  const bloques = capitulo(libro)
  return bloques.slice(bloques.findIndex((b) => b.startsWith('### ')) + 1)
}

const uno = (opciones: OpcionesProducto, libro: OpcionesLibro = {}) =>
  unLibro(libro)
    .producto('1.1.1', { logros: '', ...opciones })
    .libro()

const VISITAS = { singular: 'visita', plural: 'visitas' }
const PORCENTAJE = { unidad: 'Porcentaje' } as const
const DESDE_20 = { tipo: 'Decreciente', lineaBase: 20, ...VISITAS } as const
const DESDE_40 = { tipo: 'Decreciente', lineaBase: 0.4, ...PORCENTAJE } as const

/** A product that reached its goal, one that did not (4 of 10), and those without a goal in 2023. */
const LOGRADO: OpcionesProducto = { metas: { 2023: 10 }, avances: { 2023: 10 } }
const CORTO: OpcionesProducto = { metas: { 2023: 10 }, avances: { 2023: 4 } }
const CUMPLIDO: OpcionesProducto = { metas: { 2022: 4 }, avances: { 2022: 4 }, fin: 2022 }
const VENCIDO: OpcionesProducto = { metas: { 2022: 4 }, avances: { 2022: 3 }, fin: 2022, ...VISITAS }
const VENCIDO_SIN_LOGRO: OpcionesProducto = { metas: { 2022: 4 }, fin: 2022, ...VISITAS }
const NO_INICIADO: OpcionesProducto = { metas: { 2024: 4 }, inicio: 2024 }
const SIN_META: OpcionesProducto = { metas: { 2022: 4, 2025: 4 }, avances: { 2022: 4 } }

/** A workbook with these products, 1.1.1 and on, all of one sector. */
const varios = (...productos: readonly OpcionesProducto[]) =>
  productos.reduce<UnLibro>((libro, p, i) => libro.producto(`1.1.${i + 1}`, p), unLibro()).libro()

describe('un producto con meta: cómo abre su párrafo y cómo cierra', () => {
  test.each<[string, OpcionesProducto, string, string]>([
    [
      'Suma, en número, lo justo',
      { metas: { 2022: 10, 2023: 10 }, avances: { 2022: 10, 2023: 10 }, ...VISITAS },
      'ahead(‹100 %› de la meta de 2023) (‹10› de ‹10 visitas›).',
      'En el acumulado 2022–2023 el producto lleva ‹20 visitas› frente a una meta de ‹20›: **‹en cumplimiento›**.',
    ],
    [
      'Suma, en número, menos',
      { metas: { 2022: 10, 2023: 10 }, avances: { 2022: 10, 2023: 4 }, ...VISITAS },
      'behind(▼ ‹40 %› de la meta de 2023) (‹4› de ‹10 visitas›).',
      'En el acumulado 2022–2023 el producto lleva ‹14 visitas› frente a una meta de ‹20›: behind(▼ faltan ‹6›).',
    ],
    [
      'Suma, en número, una menos y en amarillo',
      { metas: { 2023: 4 }, avances: { 2023: 3 }, ...VISITAS, metaFinal: 4 },
      'ahead(‹75 %› de la meta de 2023) (‹3› de ‹4 visitas›).',
      'En el acumulado 2022–2023 el producto lleva ‹3 visitas› frente a una meta de ‹4›: behind(▼ falta ‹1›).',
    ],
    [
      'en amarillo, ni color de rezago ni de logro',
      { metas: { 2023: 10 }, avances: { 2023: 6 }, ...VISITAS },
      '**‹60 %› de la meta de 2023** (‹6› de ‹10 visitas›).',
      'En el acumulado 2022–2023 el producto lleva ‹6 visitas› frente a una meta de ‹10›: behind(▼ faltan ‹4›).',
    ],
    [
      'Suma, en número, más',
      { metas: { 2023: 1300231 }, avances: { 2023: 2600462 }, ...VISITAS },
      'ahead(‹200 %› de la meta de 2023) (‹2.600.462› de ‹1.300.231 visitas›).',
      'En el acumulado 2022–2023 el producto lleva ‹2.600.462 visitas› frente a una meta de ‹1.300.231›: **‹1.300.231› por encima**.',
    ],
    [
      'una sola unidad',
      { metas: { 2023: 1 }, avances: { 2023: 1 }, ...VISITAS },
      'ahead(‹100 %› de la meta de 2023) (‹1› de ‹1 visita›).',
      'En el acumulado 2022–2023 el producto lleva ‹1 visita› frente a una meta de ‹1›: **‹en cumplimiento›**.',
    ],
    [
      'ninguna de una',
      { metas: { 2023: 1 }, avances: { 2023: 0 }, ...VISITAS },
      'behind(▼ ‹0 %› de la meta de 2023) (‹0› de ‹1 visita›).',
      'En el acumulado 2022–2023 el producto lleva ‹0 visitas› frente a una meta de ‹1›: behind(▼ falta ‹1›).',
    ],
    [
      'sin unidad de medida',
      { metas: { 2023: 8 }, avances: { 2023: 10 } },
      'ahead(‹125 %› de la meta de 2023) (‹10› de ‹8›).',
      'En el acumulado 2022–2023 el producto lleva ‹10› frente a una meta de ‹8›: **‹2› por encima**.',
    ],
    [
      'con decimales',
      { metas: { 2023: 12.5 }, avances: { 2023: 10.25 }, singular: 'kilómetro', plural: 'kilómetros' },
      'ahead(‹82 %› de la meta de 2023) (‹10,25› de ‹12,5 kilómetros›).',
      'En el acumulado 2022–2023 el producto lleva ‹10,25 kilómetros› frente a una meta de ‹12,5›: behind(▼ faltan ‹2,25›).',
    ],
    [
      'Suma, en porcentaje, menos',
      { metas: { 2022: 0.5, 2023: 0.5 }, avances: { 2022: 0.5, 2023: 0.4 }, ...PORCENTAJE },
      'ahead(‹80 %› de la meta de 2023) (‹40 %› logrado frente a ‹50 %› programado).',
      'En el acumulado 2022–2023 el producto lleva ‹90 %› frente a una meta de ‹100 %›: behind(▼ faltan ‹10 puntos porcentuales›).',
    ],
    [
      'Suma, en porcentaje, un punto menos',
      { metas: { 2022: 0.5, 2023: 0.5 }, avances: { 2022: 0.5, 2023: 0.49 }, ...PORCENTAJE },
      'ahead(‹98 %› de la meta de 2023) (‹49 %› logrado frente a ‹50 %› programado).',
      'En el acumulado 2022–2023 el producto lleva ‹99 %› frente a una meta de ‹100 %›: behind(▼ falta ‹1 punto porcentual›).',
    ],
    [
      'Suma, en porcentaje, más',
      { metas: { 2023: 0.5 }, avances: { 2023: 0.6 }, ...PORCENTAJE },
      'ahead(‹120 %› de la meta de 2023) (‹60 %› logrado frente a ‹50 %› programado).',
      'En el acumulado 2022–2023 el producto lleva ‹60 %› frente a una meta de ‹50 %›: **‹10 puntos porcentuales› por encima**.',
    ],
    [
      'Constante, en número, menos',
      { tipo: 'Constante', metas: { 2022: 5, 2023: 5 }, avances: { 2022: 5, 2023: 4 }, ...VISITAS },
      'ahead(‹80 %› de la meta de 2023) (‹4› de ‹5 visitas›).',
      'En el acumulado 2022–2023 el producto alcanza ‹4 visitas› frente a una meta de ‹5›: behind(▼ falta ‹1›).',
    ],
    [
      'Constante, en porcentaje, lo justo',
      { tipo: 'Constante', metas: { 2023: 1 }, avances: { 2023: 1 }, ...PORCENTAJE },
      'ahead(‹100 %› de la meta de 2023) (‹100 %› logrado frente a ‹100 %› programado).',
      'En el acumulado 2022–2023 el producto alcanza ‹100 %› frente a una meta de ‹100 %›: **‹en cumplimiento›**.',
    ],
    [
      'Constante, en porcentaje, medio punto menos',
      { tipo: 'Constante', metas: { 2023: 1 }, avances: { 2023: 0.995 }, ...PORCENTAJE },
      'ahead(‹100 %› de la meta de 2023) (‹99,5 %› logrado frente a ‹100 %› programado).', // 99.5 → 100
      'En el acumulado 2022–2023 el producto alcanza ‹99,5 %› frente a una meta de ‹100 %›: behind(▼ faltan ‹0,5 puntos porcentuales›).',
    ],
    [
      'Creciente, en número, más',
      { tipo: 'Creciente', metas: { 2022: 5, 2023: 8 }, avances: { 2022: 5, 2023: 9 }, ...VISITAS },
      'ahead(‹113 %› de la meta de 2023) (‹9› de ‹8 visitas›).', // 112.5 → 113
      'En el acumulado 2022–2023 el producto alcanza ‹9 visitas› frente a una meta de ‹8›: **‹1› por encima**.',
    ],
    [
      'Creciente, en porcentaje, menos',
      { tipo: 'Creciente', metas: { 2022: 0.5, 2023: 0.75 }, avances: { 2022: 0.5, 2023: 0.6 }, ...PORCENTAJE },
      'ahead(‹80 %› de la meta de 2023) (‹60 %› logrado frente a ‹75 %› programado).',
      'En el acumulado 2022–2023 el producto alcanza ‹60 %› frente a una meta de ‹75 %›: behind(▼ faltan ‹15 puntos porcentuales›).',
    ],
    [
      'Decreciente, en número, a medio bajar',
      { ...DESDE_20, metas: { 2022: 15, 2023: 10 }, avances: { 2022: 16, 2023: 12 } },
      'ahead(‹80 %› de la meta de 2023) (llegó a ‹12›, frente a una meta de ‹10 visitas›, desde una línea base de 20).',
      'En el acumulado 2022–2023 el producto llega a ‹12 visitas› frente a una meta de ‹10›: behind(▼ ‹2› más de lo previsto).',
    ],
    [
      'Decreciente, en número, por debajo de la meta',
      { ...DESDE_20, metas: { 2023: 10 }, avances: { 2023: 9 } },
      'ahead(‹110 %› de la meta de 2023) (llegó a ‹9›, frente a una meta de ‹10 visitas›, desde una línea base de 20).',
      'En el acumulado 2022–2023 el producto llega a ‹9 visitas› frente a una meta de ‹10›: **‹1› menos de lo previsto**.',
    ],
    [
      'Decreciente, en número, lo justo',
      { ...DESDE_20, metas: { 2023: 10 }, avances: { 2023: 10 } },
      'ahead(‹100 %› de la meta de 2023) (llegó a ‹10›, frente a una meta de ‹10 visitas›, desde una línea base de 20).',
      'En el acumulado 2022–2023 el producto llega a ‹10 visitas› frente a una meta de ‹10›: **‹en cumplimiento›**.',
    ],
    [
      'Decreciente, en número, que subió',
      { ...DESDE_20, metas: { 2023: 10 }, avances: { 2023: 23 } },
      'behind(▼ ‹−30 %› de la meta de 2023) (llegó a ‹23›, frente a una meta de ‹10 visitas›, desde una línea base de 20).',
      'En el acumulado 2022–2023 el producto llega a ‹23 visitas› frente a una meta de ‹10›: behind(▼ ‹13› más de lo previsto).',
    ],
    [
      'Decreciente, en porcentaje, a medio bajar',
      { ...DESDE_40, metas: { 2023: 0.2 }, avances: { 2023: 0.3 } },
      '**‹50 %› de la meta de 2023** (llegó a ‹30 %›, frente a una meta de ‹20 %›, desde una línea base de 40 %).',
      'En el acumulado 2022–2023 el producto llega a ‹30 %› frente a una meta de ‹20 %›: behind(▼ ‹10 puntos porcentuales› más de lo previsto).',
    ],
    [
      'Decreciente, en porcentaje, un punto por debajo de la meta',
      { ...DESDE_40, metas: { 2023: 0.2 }, avances: { 2023: 0.19 } },
      'ahead(‹105 %› de la meta de 2023) (llegó a ‹19 %›, frente a una meta de ‹20 %›, desde una línea base de 40 %).',
      'En el acumulado 2022–2023 el producto llega a ‹19 %› frente a una meta de ‹20 %›: **‹1 punto porcentual› menos de lo previsto**.',
    ],
    [
      'nunca reportado',
      { metas: { 2023: 4 }, ...VISITAS },
      'behind(▼ ‹0 %› de la meta de 2023) (sin logro reportado, frente a una meta de ‹4 visitas›).',
      'En el acumulado 2022–2023 el producto no registra logros frente a una meta de ‹4 visitas›: behind(▼ faltan ‹4›).',
    ],
    [
      'nunca reportado, en porcentaje',
      { tipo: 'Creciente', metas: { 2023: 0.75 }, ...PORCENTAJE },
      'behind(▼ ‹0 %› de la meta de 2023) (sin logro reportado, frente a una meta de ‹75 %›).',
      'En el acumulado 2022–2023 el producto no registra logros frente a una meta de ‹75 %›: behind(▼ faltan ‹75 puntos porcentuales›).',
    ],
    [
      'reportado antes, no en la vigencia',
      { metas: { 2022: 4, 2023: 4 }, avances: { 2022: 3 }, ...VISITAS },
      'behind(▼ ‹0 %› de la meta de 2023) (sin logro reportado, frente a una meta de ‹4 visitas›).',
      'En el acumulado 2022–2023 el producto lleva ‹3 visitas› frente a una meta de ‹8›: behind(▼ faltan ‹5›).',
    ],
    [
      'reportado solo hasta un trimestre',
      { metas: { 2023: 8 }, avances: { '2023-T1': 2, '2023-T2': 2, '2023-T3': 2 }, ...VISITAS },
      'ahead(‹75 %› de la meta de 2023) (‹6› de ‹8 visitas›; con reporte hasta el tercer trimestre).',
      'En el acumulado 2022–2023 el producto lleva ‹6 visitas› frente a una meta de ‹8›: behind(▼ faltan ‹2›).',
    ],
    [
      'reportado solo hasta el primer semestre',
      { metas: { 2023: 8 }, avances: { '2023-S1': 2 }, ...VISITAS },
      'behind(▼ ‹25 %› de la meta de 2023) (‹2› de ‹8 visitas›; con reporte hasta el primer semestre).',
      'En el acumulado 2022–2023 el producto lleva ‹2 visitas› frente a una meta de ‹8›: behind(▼ faltan ‹6›).',
    ],
  ])('%s', (_, opciones, apertura, saldo) => {
    expect(relato(uno(opciones))).toEqual([apertura, saldo])
  })

  test('el singular sigue a la cifra impresa, aunque la exacta no sea 1', () => {
    // 10 − 8.999 = 1.001, printed 1; 100 % − 98.99999 % = 1.00001 points, printed 1.
    expect(relato(uno({ metas: { 2023: 10 }, avances: { 2023: 8.999 } }))[1]).toMatch(/: behind\(▼ falta ‹1›\)\.$/u)
    expect(relato(uno({ metas: { 2023: 1 }, avances: { 2023: 0.9899999 }, ...PORCENTAJE }))[1]).toMatch(
      /: behind\(▼ falta ‹1 punto porcentual›\)\.$/u,
    )
    expect(relato(uno({ metas: { 2023: 1.001 }, avances: { 2023: 1.001 }, ...VISITAS }))[0]).toMatch(/\(‹1› de ‹1 visita›\)\.$/u)
  })

  test('nunca reportado y Decreciente: se dice desde dónde se cuenta', () => {
    expect(relato(uno({ ...DESDE_20, metas: { 2023: 10 } }))).toEqual([
      'behind(▼ ‹0 %› de la meta de 2023) (sin logro reportado, frente a una meta de ‹10 visitas›, desde una línea base de 20).',
      'En el acumulado 2022–2023 el producto no registra logros y sigue en su línea base de 20 visitas, frente a una meta de ‹10›: behind(▼ ‹10› más de lo previsto).',
    ])
  })

  test('reportado solo hasta un mes: el mes por su nombre', () => {
    const [apertura] = relato(uno({ metas: { 2023: 8 }, avances: { '2023-M01': 2, '2023-M10': 6 }, ...VISITAS }))
    expect(apertura).toBe('ahead(‹100 %› de la meta de 2023) (‹8› de ‹8 visitas›; con reporte hasta octubre).')
  })

  test('el primer año del plan no tiene acumulado', () => {
    const libro = uno({ metas: { 2023: 4 }, avances: { 2023: 4 }, ...VISITAS }, { inicio: 2023 })
    expect(relato(libro)[1]).toBe('En 2023 el producto lleva ‹4 visitas› frente a una meta de ‹4›: **‹en cumplimiento›**.')
    expect(capitulo(libro)[2]?.split('\n')[1]).toBe('Producto | Meta acumulada 2023 | Logro acumulado 2023 | Meta 2023 | Logro 2023')
  })

  test('lo que el sector escribió va entre la apertura y el saldo, en sus párrafos', () => {
    const libro = uno({
      ...LOGRADO,
      nombre: 'Rutas seguras.',
      logros: 'Se abrieron rutas.\n\nTambién se pintaron.',
      dificultades: 'Llovió.',
      observaciones: 'Sigue en 2024.',
    })
    const bloques = capitulo(libro)
    expect(bloques.slice(bloques.findIndex((b) => b.startsWith('### ')))).toEqual([
      '### {1.1.1} Rutas seguras',
      'ahead(‹100 %› de la meta de 2023) (‹10› de ‹10›). Se abrieron rutas.',
      'También se pintaron.',
      '*Dificultades.* Llovió.',
      'Sigue en 2024.',
      'En el acumulado 2022–2023 el producto lleva ‹10› frente a una meta de ‹10›: **‹en cumplimiento›**.',
    ])
  })
})

describe('cómo abre el capítulo de un sector', () => {
  const INICIO = 'A ‹31 de diciembre de 2023›, el sector Movilidad había avanzado'
  /** Products of which the first reached what is told of its goal, and the others all of theirs. */
  const conLogro = (logro: number, meta = 1000) => varios({ metas: { 2023: meta }, avances: { 2023: logro } }, LOGRADO)

  test('con varios productos y rezago', () => {
    expect(entrada(varios(LOGRADO, CORTO))).toBe(
      `${INICIO} ‹70 %› en los ‹2› productos a su cargo, ‹30 puntos porcentuales› menos de lo planeado (‹100 %›).[^1] La →Tabla 1 muestra cada producto frente a sus metas; los que llevan rezago están en rojo y con la señal ▼.`,
    )
  })

  test('con varios productos, todos al día', () => {
    expect(entrada(varios(LOGRADO, LOGRADO))).toBe(
      `${INICIO} ‹100 %› en los ‹2› productos a su cargo, justo lo planeado hasta entonces (‹100 %›).[^1] La →Tabla 1 muestra cada producto frente a sus metas.`,
    )
  })

  test('con sobre-ejecución', () => {
    // (5 of 8 against 4 of 8): 63 %, 50 %, 12.5 points → 13
    const libro = varios({ metas: { 2023: 4, 2024: 4 }, avances: { 2023: 5 } }, { metas: { 2023: 4, 2024: 4 }, avances: { 2023: 5 } })
    expect(entrada(libro)).toBe(
      `${INICIO} ‹63 %› en los ‹2› productos a su cargo, ‹13 puntos porcentuales› más de lo planeado (‹50 %›).[^1] La →Tabla 1 muestra cada producto frente a sus metas.`,
    )
  })

  test('con un solo producto al día, todo va en singular', () => {
    expect(entrada(varios(LOGRADO))).toBe(
      `${INICIO} ‹100 %› en el único producto a su cargo, justo lo planeado hasta entonces (‹100 %›).[^1] La →Tabla 1 muestra el producto frente a sus metas.`,
    )
  })

  test('con un solo producto en rezago, todo va en singular', () => {
    expect(entrada(varios(CORTO))).toBe(
      `${INICIO} ‹40 %› en el único producto a su cargo, ‹60 puntos porcentuales› menos de lo planeado (‹100 %›).[^1] La →Tabla 1 muestra el producto frente a sus metas; lo que lleva rezago está en rojo y con la señal ▼.`,
    )
  })

  test.each([
    ['0,7 puntos', 986, '‹99 %›', '‹0,7 puntos porcentuales› menos de lo planeado'], // 1.4 / 2 = 0.7
    ['1,0 puntos', 980.6, '‹99 %›', '‹1,0 puntos porcentuales› menos de lo planeado'], // 1.94 / 2 = 0.97
    ['1 punto', 980, '‹99 %›', '‹1 punto porcentual› menos de lo planeado'], // 2 / 2 = 1
    ['21 puntos', 580, '‹79 %›', '‹21 puntos porcentuales› menos de lo planeado'], // 42 / 2
    ['una diferencia que se redondea a 0,0', 999.2, '‹100 %›', 'justo lo planeado hasta entonces'], // 0.08 / 2 = 0.04
  ])('con %s', (_, logro, avance, diferencia) => {
    expect(entrada(conLogro(logro))).toContain(`avanzado ${avance} en los ‹2› productos a su cargo, ${diferencia} (‹100 %›).[^1]`)
  })

  test('la nota dice cómo se promedia', () => {
    expect(capitulo(varios(LOGRADO))[1]?.split('\n')[1]).toBe(
      '  [^1] El avance acumulado promedia la parte de su meta final que cada producto ha alcanzado; un producto cuenta hasta el 100 % y lo que pasa de ahí no se suma.',
    )
  })

  test('donde la resta de lo impreso no da la diferencia impresa, una nota bajo la tabla lo dice', () => {
    const notas = (libro: Libro) => (capitulo(libro)[2] ?? '').split('\n').filter((linea) => linea.startsWith('~ '))
    const FUENTE =
      '~ Fuente: elaboración propia con base en los reportes oficiales del sector sobre el Plan de Acción de la PPB, vigencia ‹2023›.'
    // 37.5 → 38 against 100: 62; the diferencia, 62.5 → 63
    expect(notas(varios({ metas: { 2023: 8 }, avances: { 2023: 3 } }))).toEqual([
      '~ El avance, lo planeado y su diferencia se redondean por separado; por eso la resta de los dos primeros puede apartarse de ella en un punto.',
      FUENTE,
    ])
    expect(notas(varios(CORTO))).toEqual([FUENTE])
  })
})

describe('cuántos productos del sector tenían meta, y por qué no los otros', () => {
  const CIERRE = 'En la →Gráfica 1 se ve en qué estado cerró la vigencia'

  test.each<[string, readonly OpcionesProducto[], string]>([
    ['el único, con meta', [LOGRADO], `El único producto del sector tenía meta para ‹2023›. ${CIERRE} el producto.`],
    [
      'el único, cumplido',
      [CUMPLIDO],
      `El único producto del sector no tenía meta para ‹2023›. El producto {1.1.1} terminó en 2022 con su meta final cumplida. ${CIERRE} el producto.`,
    ],
    ['todos', [LOGRADO, CORTO], `Los ‹2› productos del sector tenían meta para ‹2023›. ${CIERRE} cada uno.`],
    [
      'ninguno, cada uno por su razón',
      [CUMPLIDO, NO_INICIADO],
      `Ninguno de los ‹2› productos del sector tenía meta para ‹2023›. El producto {1.1.1} terminó en 2022 con su meta final cumplida. El producto {1.1.2} comienza en 2024. ${CIERRE} cada uno.`,
    ],
    [
      'uno de varios',
      [LOGRADO, NO_INICIADO, SIN_META],
      `De los ‹3› productos del sector, ‹1› tenía meta para ‹2023›. El producto {1.1.2} comienza en 2024. El producto {1.1.3} no tiene meta en el plan para 2023. ${CIERRE} cada uno.`,
    ],
    [
      'algunos, y los otros comparten la razón',
      [LOGRADO, CORTO, CUMPLIDO, CUMPLIDO],
      `De los ‹4› productos del sector, ‹2› tenían meta para ‹2023›. Los productos {1.1.3} y {1.1.4} terminaron en 2022 con su meta final cumplida. ${CIERRE} cada uno.`,
    ],
    [
      'tres comparten la razón',
      [LOGRADO, NO_INICIADO, NO_INICIADO, NO_INICIADO],
      `De los ‹4› productos del sector, ‹1› tenía meta para ‹2023›. Los productos {1.1.2}, {1.1.3} y {1.1.4} comienzan en 2024. ${CIERRE} cada uno.`,
    ],
    [
      'dos sin meta en el plan',
      [LOGRADO, SIN_META, SIN_META],
      `De los ‹3› productos del sector, ‹1› tenía meta para ‹2023›. Los productos {1.1.2} y {1.1.3} no tienen meta en el plan para 2023. ${CIERRE} cada uno.`,
    ],
    [
      'uno vencido, con logros',
      [LOGRADO, VENCIDO],
      `De los ‹2› productos del sector, ‹1› tenía meta para ‹2023›. El producto {1.1.2} terminó en 2022 sin alcanzar su meta final: llegó a ‹3› de ‹4 visitas›. ${CIERRE} cada uno.`,
    ],
    [
      'uno vencido, sin logros',
      [LOGRADO, VENCIDO_SIN_LOGRO],
      `De los ‹2› productos del sector, ‹1› tenía meta para ‹2023›. El producto {1.1.2} terminó en 2022 sin logros reportados frente a su meta final de ‹4 visitas›. ${CIERRE} cada uno.`,
    ],
    [
      'dos vencidos con las mismas cifras: no son de los dos juntos',
      [LOGRADO, VENCIDO, VENCIDO],
      `De los ‹3› productos del sector, ‹1› tenía meta para ‹2023›. Los productos {1.1.2} y {1.1.3} terminaron en 2022 sin alcanzar su meta final: cada uno llegó a ‹3› de ‹4 visitas›. ${CIERRE} cada uno.`,
    ],
    [
      'uno vencido que debía bajar',
      [LOGRADO, { ...DESDE_20, metas: { 2022: 8 }, avances: { 2022: 9 }, fin: 2022 }],
      `De los ‹2› productos del sector, ‹1› tenía meta para ‹2023›. El producto {1.1.2} terminó en 2022 sin alcanzar su meta final: llegó a ‹9›, frente a ‹8 visitas›. ${CIERRE} cada uno.`,
    ],
    [
      'uno vencido, en porcentaje',
      [LOGRADO, { tipo: 'Creciente', metas: { 2022: 0.8 }, avances: { 2022: 0.5 }, fin: 2022, ...PORCENTAJE }],
      `De los ‹2› productos del sector, ‹1› tenía meta para ‹2023›. El producto {1.1.2} terminó en 2022 sin alcanzar su meta final: llegó a ‹50 %›, frente a ‹80 %›. ${CIERRE} cada uno.`,
    ],
    [
      'el único, sin meta en el plan: no se dice dos veces',
      [SIN_META],
      `El único producto del sector no tiene meta en el plan para ‹2023›. ${CIERRE} el producto.`,
    ],
  ])('%s', (_, productos, esperado) => {
    expect(recuento(varios(...productos))).toBe(esperado)
  })

  test('un sector sin productos con meta no narra ninguno', () => {
    expect(capitulo(varios(CUMPLIDO, NO_INICIADO)).filter((b) => b.startsWith('### '))).toEqual([])
  })
})

describe('la tabla y la gráfica del sector', () => {
  test('dicen en palabras por qué no hay cifra', () => {
    const libro = varios(
      LOGRADO,
      CORTO,
      CUMPLIDO,
      VENCIDO,
      VENCIDO_SIN_LOGRO,
      NO_INICIADO,
      SIN_META,
      { metas: { 2022: 4, 2024: 4 }, avances: { 2022: 4, 2023: 1 } },
      { metas: { 2023: 4 } },
    )
    expect(capitulo(libro)[2]?.split('\n').slice(0, -1)).toEqual([
      '[Tabla 1. Cumplimiento de productos responsabilidad del sector Movilidad]',
      'Producto | Meta acumulada 2022–2023 | Logro acumulado 2022–2023 | Meta 2023 | Logro 2023',
      '{1.1.1} Producto 1.1.1 | ‹10› | ‹10› | ‹10› | ‹10›',
      '{1.1.2} Producto 1.1.2 | ‹10› | behind(‹▼ 4›) | ‹10› | behind(‹▼ 4›)',
      '{1.1.3} Producto 1.1.3 | ‹4› | ‹4› | ‹Cumplido en 2022› | ‹Cumplido en 2022›',
      '{1.1.4} Producto 1.1.4 | ‹4› | behind(‹▼ 3›) | ‹Venció en 2022› | ‹Venció en 2022›',
      '{1.1.5} Producto 1.1.5 | ‹4› | behind(‹▼ –›) | ‹Venció en 2022› | ‹Venció en 2022›',
      '{1.1.6} Producto 1.1.6 | ‹Inicia en 2024› | ‹Inicia en 2024› | ‹Inicia en 2024› | ‹Inicia en 2024›',
      '{1.1.7} Producto 1.1.7 | ‹4› | ‹4› | ‹Sin meta› | ‹Sin meta›',
      '{1.1.8} Producto 1.1.8 | ‹4› | ‹5› | ‹Sin meta› | ‹1›',
      '{1.1.9} Producto 1.1.9 | ‹4› | behind(‹▼ –›) | ‹4› | behind(‹▼ –›)',
    ])
  })

  test('la gráfica se lee en voz alta, en plural y en singular', () => {
    const grafica = (libro: Libro) => capitulo(libro).find((b) => b.startsWith('[Gráfica')) ?? ''
    expect(grafica(varios(LOGRADO, CORTO, CUMPLIDO, VENCIDO)).split('\n')).toEqual([
      '[Gráfica 1. Número de productos del sector Movilidad según su cumplimiento, vigencia ‹2023›]',
      'Barras con el número de productos por estado: verde: 75 % o más, 1; amarillo: 50 % a 74 %, 0; rojo: 49 % o menos, 1; sin meta en 2023, 1; cumplidos antes de 2023, 1. En total, 4 productos.',
      '~ Fuente: elaboración propia con base en los reportes oficiales del sector sobre el Plan de Acción de la PPB, vigencia ‹2023›.',
    ])
    expect(grafica(varios(LOGRADO))).toContain('En total, 1 producto.')
  })
})

describe('las otras secciones, con uno de cada cosa', () => {
  const informe = (libro: Libro) =>
    documentoCon(PLANTILLAS, libro)
      .sections.flatMap((s) => s.blocks.map(volcadoDeBloque))
      .join('\n')

  test('ninguna frase cuenta «los 1 producto»', () => {
    const leido = informe(varios(LOGRADO))
    expect(leido).not.toMatch(/\b(?:los|las|de los|uno de los) ‹?1›? /u)
    expect(leido).not.toContain('1 objetivo específico de la política')
  })

  test('ningún signo de puntuación queda suelto', () => {
    for (const libro of [varios(LOGRADO), varios(LOGRADO, CORTO, VENCIDO), varios(CUMPLIDO, NO_INICIADO)]) {
      expect(informe(libro)).not.toMatch(/[^|] [.,;:]|\(\s|\s\)|[,;:][.,;:]/u)
    }
  })

  test('ningún número cuelga de lo que se cuenta, ni la señal de un rezago de su cifra', () => {
    // They are held by a no-break space, which the dump shows as a plain one: here the tree itself is read.
    const documento = documentoCon(PLANTILLAS, varios(LOGRADO, CORTO, VENCIDO))
    const sueltos = JSON.stringify(documento.sections.filter((s) => s.id.startsWith('sector'))).match(
      /\d (?:%|puntos?|visitas?|productos?)|▼ /gu,
    )
    expect(sueltos).toBeNull()
  })

  test('si los sectores que reúnen más de la mitad son todos, no se dice', () => {
    const libro = varios({ ...LOGRADO, sector: 'Salud' }, { ...LOGRADO, sector: 'Ambiente' })
    expect(informe(libro)).not.toContain('Más de la mitad')
  })

  test('sin ningún producto con meta no hay «– de las metas»', () => {
    expect(informe(varios(CUMPLIDO, NO_INICIADO))).not.toMatch(/–›? de las metas/u)
  })

  test('si todos los indicadores se miden con la misma periodicidad, no se dice lo contrario', () => {
    expect(informe(varios(LOGRADO, CORTO))).not.toContain('no se miden todos con la misma frecuencia')
  })
})
