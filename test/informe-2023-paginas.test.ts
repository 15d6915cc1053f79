/** Each page of the 2023 report, printed from its two files, against the rules of layout; and each rule against a page made wrong. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { leerEdicion } from '../scripts/guias/edicion.js'
import { hojasDe } from './diagramacion/hojas.js'
import { leerPaginas, type PaginaImpresa } from './diagramacion/leer-paginas.js'
import {
  claseDe,
  cuerpoDe,
  encabezadosSolos,
  encimados,
  enlacesMalos,
  fueraDeLosMargenes,
  type Medidas,
  medidasDe,
  notasDe,
  notasDeOtraPagina,
  paginasCortas,
  rotulosSueltos,
  titulosAlPie,
} from './diagramacion/reglas.js'
import { unaImagen, unaPagina } from './diagramacion/una-pagina.js'
import { convertir, siHay } from './herramientas.js'
import { carpetaDelInforme, DOCX, PDF } from './informe-2023/generado.js'
import { cargarRecursos } from './recursos.js'
import { leerObjetos, nombreDe } from './ua/objetos.js'
import { unPdf } from './ua/un-pdf.js'

const medidas = medidasDe(cargarRecursos().theme)

/** The rules of a page alone, by what must not be. */
const REGLAS: Readonly<Record<string, (pagina: PaginaImpresa, medidas: Medidas) => readonly string[]>> = {
  'nada sale de los márgenes': fueraDeLosMargenes,
  'ningún texto está sobre otro': encimados,
  'ningún título es lo último de una página': titulosAlPie,
  'ningún rótulo está lejos de su tabla o su gráfica': rotulosSueltos,
  'ningún encabezado de tabla está sin filas': encabezadosSolos,
  'las notas están en la página de su llamada': notasDeOtraPagina,
}

const faltas = (paginas: readonly PaginaImpresa[], regla: (pagina: PaginaImpresa, medidas: Medidas) => readonly string[]) =>
  paginas.flatMap((pagina, i) => regla(pagina, medidas).map((falta) => `página ${i + 1}: ${falta}`))

/** What the pages hold, so that a rule that sees nothing is found out. */
function cuentas(paginas: readonly PaginaImpresa[]) {
  const clases = paginas.flatMap((pagina) => cuerpoDe(pagina, medidas).map((renglon) => claseDe(renglon, pagina, medidas)))
  return {
    rotulos: clases.filter((clase) => clase === 'rotulo').length,
    imagenes: paginas.flatMap(({ imagenes }) => imagenes).length,
    conNotas: paginas.filter((pagina) => notasDe(pagina, medidas).length > 0).length,
  }
}

/** Fonts without their letters inside. */
function fuentesSinIncrustar(pdf: Uint8Array): readonly string[] {
  const { objetos, dic } = leerObjetos(pdf)
  return [...objetos.values()].flatMap((objeto) => {
    const fuente = dic(objeto)
    const [nombre, descriptor] = [nombreDe(fuente.get('BaseFont')), dic(fuente.get('FontDescriptor'))]
    if (fuente.has('DescendantFonts') || !fuente.has('BaseFont')) return []
    return ['FontFile', 'FontFile2', 'FontFile3'].some((clave) => descriptor.has(clave)) ? [] : [nombre]
  })
}

/** Words of the texts that are on the pages fewer times than in them. A cover has no margins. */
function perdidas(textos: readonly string[], paginas: readonly PaginaImpresa[]): readonly string[] {
  const impresas = contar(
    paginas.flatMap((pagina, i) => (i === 0 ? pagina.renglones : cuerpoDe(pagina, medidas)).map(({ texto }) => texto)),
  )
  return [...contar(textos)].filter(([palabra, veces]) => (impresas.get(palabra) ?? 0) < veces).map(([palabra]) => palabra)
}

/** Every text of the tree of the 2023 report. */
function textosDelInforme(): readonly string[] {
  const { documento } = leerEdicion().composicion
  if (documento === null) throw new Error('las plantillas tienen faltas')
  const { cuerpo, notas } = hojasDe(documento)
  return [...cuerpo, ...notas]
}

function contar(textos: readonly string[]): ReadonlyMap<string, number> {
  const veces = new Map<string, number>()
  for (const palabra of textos.flatMap((texto) => texto.match(/[\p{L}\p{N}]+/gu) ?? [])) veces.set(palabra, (veces.get(palabra) ?? 0) + 1)
  return veces
}

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
    expect(perdidas(['Una vez', 'y otra vez'], [entera as PaginaImpresa])).toEqual([])
    expect(perdidas(['Una vez', 'y otra vez'], [cortada as PaginaImpresa])).toEqual(['vez'])
  })
})

describe('el PDF de 2023', () => {
  let bytes: Uint8Array
  let paginas: readonly PaginaImpresa[]
  beforeAll(async () => {
    bytes = readFileSync(join(await carpetaDelInforme(), PDF))
    paginas = await leerPaginas(bytes)
  })

  test('tiene lo que las reglas miran', () => expect(cuentas(paginas.slice(1))).toEqual({ rotulos: 40, imagenes: 15, conNotas: 14 }))
  test.each(Object.entries(REGLAS))('%s', (_, regla) => expect(faltas(paginas.slice(1), regla)).toEqual([]))
  test('ninguna página está a menos de un tercio', () => expect(paginasCortas(paginas, medidas)).toEqual([]))
  test('cada enlace lleva a lo que dice', () => {
    expect(paginas.flatMap(({ enlaces }) => enlaces).length).toBeGreaterThan(100)
    expect(enlacesMalos(paginas)).toEqual([])
  })
  test('ningún texto del árbol falta', () => {
    expect(textosDelInforme().length).toBeGreaterThan(2_000)
    expect(perdidas(textosDelInforme(), paginas)).toEqual([])
  })
  test('todas las fuentes están incrustadas', () => expect(fuentesSinIncrustar(bytes)).toEqual([]))
})

describe('el documento de Word de 2023, impreso por LibreOffice', () => {
  let leido: Promise<{ readonly bytes: Uint8Array; readonly paginas: readonly PaginaImpresa[] }> | null = null
  const imprimir = async () => {
    const bytes = await convertir(readFileSync(join(await carpetaDelInforme(), DOCX)), 'docx', 'pdf')
    return { bytes, paginas: await leerPaginas(bytes) }
  }
  const impreso = () => {
    leido ??= imprimir()
    return leido
  }
  const conSoffice = siHay('soffice')

  conSoffice('tiene lo que las reglas miran', async () => {
    const { paginas } = await impreso()
    expect(cuentas(paginas.slice(1))).toEqual({ rotulos: 40, imagenes: 15, conNotas: 14 })
  })
  for (const [titulo, regla] of Object.entries(REGLAS)) {
    conSoffice(titulo, async () => expect(faltas((await impreso()).paginas.slice(1), regla)).toEqual([]))
  }
  conSoffice('ninguna página está a menos de un tercio', async () => expect(paginasCortas((await impreso()).paginas, medidas)).toEqual([]))
  conSoffice('cada enlace lleva a lo que dice', async () => {
    const { paginas } = await impreso()
    expect(paginas.flatMap(({ enlaces }) => enlaces).length).toBeGreaterThan(100)
    expect(enlacesMalos(paginas)).toEqual([])
  })
  conSoffice('ningún texto del árbol falta', async () => expect(perdidas(textosDelInforme(), (await impreso()).paginas)).toEqual([]))
  conSoffice('todas las fuentes están incrustadas', async () => expect(fuentesSinIncrustar((await impreso()).bytes)).toEqual([]))
})
