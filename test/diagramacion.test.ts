/** Each rule of layout against a page made wrong for it, and all of them on a report with everything that one can have. */
import { beforeAll, describe, expect, test } from 'vitest'
import { writePdf } from '../src/writers/pdf/index.js'
import { hojasDe } from './diagramacion/hojas.js'
import { leerPaginas, type PaginaImpresa } from './diagramacion/leer-paginas.js'
import { fuentesSinIncrustar, perdidas } from './diagramacion/perdidas.js'
import {
  encabezadosSolos,
  encimados,
  enlacesMalos,
  faltasDe,
  fueraDeLosMargenes,
  medidasDe,
  notasDeOtraPagina,
  paginasCortas,
  REGLAS,
  rotulosSueltos,
  titulosAlPie,
} from './diagramacion/reglas.js'
import { unaImagen, unaPagina } from './diagramacion/una-pagina.js'
import { cargarRecursos } from './recursos.js'
import { temas } from './temas.js'
import { unPdf } from './ua/un-pdf.js'
import { unDocumento } from './un-documento.js'

const { theme, assets } = cargarRecursos()
const medidas = medidasDe(theme)

describe('cada regla ve la falta en una página hecha para ello', () => {
  const lleno = [['texto', 'Primer renglón.', 90] as const, ['texto', 'Último renglón.', 700] as const]

  test.each([
    ['a la derecha', unaPagina([['texto', 'x'.repeat(100), 100]])],
    ['a la izquierda', unaPagina([['texto', 'Sangría al revés', 100, 60]])],
    ['entre el cuerpo y el pie', unaPagina([['texto', 'Demasiado abajo', 724]])],
    ['una imagen', unaPagina([], { imagenes: [{ ...unaImagen(100, 300), derecha: 560 }] })],
  ])('lo que sale de los márgenes: %s', (_, pagina) => expect(fueraDeLosMargenes(pagina, medidas)).toHaveLength(1))
  test('lo que está dentro no sale', () => {
    const pagina = unaPagina([['nota', 'Encabezado', 45], ...lleno, ['nota', 'Pie 7', 754]], { imagenes: [unaImagen(100, 300)] })
    expect(fueraDeLosMargenes(pagina, medidas)).toEqual([])
  })

  test('un texto sobre otro', () => {
    const pagina = unaPagina([
      ['texto', 'Un renglón entero', 100],
      ['texto', 'y otro que lo pisa', 105, 90],
    ])
    expect(encimados(pagina)).toEqual(['«Un renglón entero» y «y otro que lo pisa»'])
    expect(
      encimados(
        unaPagina([
          ['texto', 'Un renglón', 100],
          ['texto', 'y el siguiente', 115],
          ['texto', 'al lado', 100, 300],
        ]),
      ),
    ).toEqual([])
  })

  test('un título al pie, haya o no notas debajo', () => {
    const notas = [
      ['llamada', '1', 697],
      ['nota', 'Una nota.', 700, 78],
    ] as const
    expect(
      titulosAlPie(
        unaPagina([
          ['texto', 'Texto.', 90],
          ['titulo2', 'Un título', 600],
        ]),
        medidas,
      ),
    ).toEqual(['Un título'])
    expect(titulosAlPie(unaPagina([['titulo2', 'Un título', 600], ...notas]), medidas)).toEqual(['Un título'])
    expect(titulosAlPie(unaPagina([['titulo2', 'Un título', 600], ['texto', 'Su texto.', 620], ...notas]), medidas)).toEqual([])
  })

  test('un rótulo lejos de lo suyo', () => {
    const rotulo = ['rotulo', 'Tabla 3. Los productos', 300] as const
    expect(rotulosSueltos(unaPagina([rotulo]), medidas)).toEqual(['Tabla 3. Los productos'])
    expect(rotulosSueltos(unaPagina([rotulo], { imagenes: [unaImagen(380, 500)] }), medidas)).toEqual(['Tabla 3. Los productos'])
    expect(rotulosSueltos(unaPagina([rotulo], { imagenes: [unaImagen(310, 500)] }), medidas)).toEqual([])
    expect(rotulosSueltos(unaPagina([rotulo, ['encabezado', 'Producto', 320]]), medidas)).toEqual([])
  })

  test('un encabezado de tabla sin filas', () => {
    const encabezado = ['encabezado', 'Producto', 690] as const
    expect(encabezadosSolos(unaPagina([['texto', 'Texto.', 90], encabezado]), medidas)).toEqual(['Producto'])
    expect(encabezadosSolos(unaPagina([encabezado, ['celda', '1.1.1 Una fila', 705]]), medidas)).toEqual([])
  })

  test('una nota en otra página que su llamada', () => {
    const llamada = [
      ['texto', 'Algo que se explica', 90],
      ['llamada', '4', 87, 180],
    ] as const
    const nota = [
      ['llamada', '4', 690],
      ['nota', 'La explicación.', 693, 78],
    ] as const
    expect(notasDeOtraPagina(unaPagina(llamada), medidas)).toEqual(['llamada 4 sin nota'])
    expect(notasDeOtraPagina(unaPagina([['texto', 'Otra cosa', 90], ...nota]), medidas)).toEqual(['nota 4 sin llamada'])
    expect(notasDeOtraPagina(unaPagina([...llamada, ...nota]), medidas)).toEqual([])
  })

  test('una página con menos de un tercio, si no acaba capítulo', () => {
    const pie = ['nota', 'Sector Salud 7', 754] as const
    const corta = unaPagina([['texto', 'Poco.', 90], pie])
    const sigue = unaPagina([['texto', 'Lo que sigue.', 90], pie])
    const capitulo = unaPagina([['titulo1', 'Otro capítulo', 95], pie])
    const otraParte = unaPagina([
      ['texto', 'Otra parte.', 90],
      ['nota', 'Conclusiones 8', 754],
    ])
    expect(paginasCortas([sigue, corta, sigue], medidas)).toEqual(['página 2: 3 %'])
    for (const siguiente of [capitulo, otraParte]) expect(paginasCortas([sigue, corta, siguiente].slice(1), medidas)).toEqual([])
    expect(paginasCortas([sigue, corta], medidas).map((falta) => falta.slice(0, 8))).toEqual([])
    expect(paginasCortas([sigue, unaPagina([...lleno, pie]), sigue], medidas)).toEqual([])
  })

  test('un enlace que no lleva a lo que dice', () => {
    const caja = { izquierda: 72, derecha: 540, arriba: 80, abajo: 95 }
    const enlace = (texto: string, numero: string | null, pagina: number) => ({ ...caja, texto, numero, destino: { pagina, arriba: 80 } })
    const tabla = unaPagina([
      ['rotulo', 'Tabla 3. Los productos', 300],
      ['nota', 'Sector Salud 12', 754],
    ])
    const con = (...enlaces: PaginaImpresa['enlaces']) => enlacesMalos([unaPagina([], { enlaces }), tabla])
    expect(con(enlace('Tabla 3', null, 1), enlace('Tabla 3 Los productos 12', '12', 1), enlace('Salud 12', '12', 1))).toEqual([])
    expect(con(enlace('Tabla 4', null, 1))).toEqual(['«Tabla 4»'])
    expect(con(enlace('Salud 13', '13', 1))).toEqual(['«Salud 13»'])
    expect(con({ ...caja, texto: 'aquí', numero: null, destino: null })).toEqual(['«aquí»'])
    expect(con({ ...caja, texto: 'allá', numero: null, destino: { direccion: 'javascript:alert(1)' } })).toEqual(['«allá»'])
  })

  test('una fuente sin incrustar', () => {
    expect(fuentesSinIncrustar(unPdf(['/FontFile2 8 0 R', '']))).toEqual(['Letra'])
    expect(fuentesSinIncrustar(unPdf())).toEqual([])
  })

  test('una palabra menos', () => {
    const [entera, cortada] = ['Una vez y otra vez', 'Una vez y otra'].map((texto) => unaPagina([['texto', texto, 90]]))
    expect(perdidas(['Una vez', 'y otra vez'], [entera as PaginaImpresa], medidas)).toEqual([])
    expect(perdidas(['Una vez', 'y otra vez'], [cortada as PaginaImpresa], medidas)).toEqual(['vez'])
  })
})

describe.each(temas)('el PDF de un informe con todo lo que puede llevar, con el tema %s', (_, tema) => {
  const suyas = medidasDe(tema)
  let paginas: readonly PaginaImpresa[]
  beforeAll(async () => {
    paginas = await leerPaginas((await writePdf(unDocumento(), tema, assets)).bytes)
  })

  test.each(Object.entries(REGLAS))('%s', (_titulo, regla) => expect(faltasDe(paginas, regla, suyas)).toEqual([]))
  test('cada enlace lleva a lo que dice', () => {
    expect(paginas.flatMap(({ enlaces }) => enlaces).length).toBeGreaterThan(15)
    expect(enlacesMalos(paginas)).toEqual([])
  })
  test('ningún texto del árbol falta', () => {
    const { cuerpo, notas } = hojasDe(unDocumento())
    expect(perdidas([...cuerpo, ...notas], paginas, suyas)).toEqual([])
  })
})
