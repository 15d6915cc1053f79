/** The Word file and the PDF of the 2023 report, read back by other programs: the same report, whole, with true page numbers. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { convertir, herramienta, siHay } from './herramientas.js'
import { type Bloque, palabras, unirEspacios } from './informe-2023/bloques.js'
import { carpetaDelInforme, DOCX, generar, informeLeido, LIBRO, PDF, temporal } from './informe-2023/generado.js'
import { leerDocx } from './informe-2023/leer-docx.js'
import { conPaginaReal, destinosDe, destinosSinEtiquetas, entradasDe, paginasImpresas } from './informe-2023/paginas.js'
import { leerPdf } from './leer-pdf.js'

let carpeta: string
let docx: readonly Bloque[]
let pdf: readonly Bloque[]
let datos: {
  readonly productos: readonly { readonly codigo: string; readonly nombre: string }[]
  readonly tablas: readonly { readonly titulo: string }[]
  readonly graficas: readonly { readonly titulo: string; readonly textoAlternativo: string }[]
  readonly sectores: readonly { readonly avance: number; readonly planeado: number }[]
}
beforeAll(async () => {
  carpeta = await carpetaDelInforme()
  ;({ docx, pdf } = await informeLeido())
  datos = JSON.parse(readFileSync(join(carpeta, 'datos.json'), 'utf8'))
})

const textos = (bloques: readonly Bloque[], tipo: 'rotulo' | 'nota'): readonly string[] =>
  bloques.flatMap((b) => (b.tipo === tipo ? [b.texto] : []))
const titulos = (bloques: readonly Bloque[]): readonly string[] =>
  bloques.flatMap((b) => (b.tipo === 'titulo' ? [`${'#'.repeat(b.nivel)} ${b.texto}`] : []))
/** With each heading one level under the one that it belongs to, as PDF/UA-1 asks. */
const sinSaltos = (bloques: readonly Bloque[]): readonly Bloque[] => {
  const camino: number[] = []
  return bloques.map((b) => {
    if (b.tipo !== 'titulo') return b
    while ((camino.at(-1) ?? 0) >= b.nivel) camino.pop()
    return { ...b, nivel: camino.push(b.nivel) }
  })
}
const imagenes = (bloques: readonly Bloque[]): readonly string[] => bloques.flatMap((b) => (b.tipo === 'imagen' ? [b.alternativo] : []))
/** Tables with a caption: the cover of the Word file is a table too. */
const tablas = (bloques: readonly Bloque[]) =>
  bloques.flatMap((b, i) => (b.tipo === 'tabla' && bloques[i - 1]?.tipo === 'rotulo' ? [b] : []))
/** The body of the Word file, as XML. */
const paquete = (): string => strFromU8(unzipSync(readFileSync(join(carpeta, DOCX)))['word/document.xml'] ?? new Uint8Array())
const entero = (fraccion: number): number => Math.round(fraccion * 100)
const celdas = (bloques: readonly Bloque[]) => tablas(bloques).map(({ filas }) => filas)
/** Those numbered apart, which no published report has. */
const APARTE = [
  'Tabla A1. Los 73 productos por sector y estado',
  'Tabla A2. Productos del Plan de Acción 2020–2029 de la PPASP: metas, logros y estado al cierre de 2023, con lo acumulado desde 2020',
]
const rotulosEsperados = (): readonly string[] => [
  ...APARTE,
  ...datos.tablas.map(({ titulo }, i) => `Tabla ${i + 1}. ${titulo}`),
  ...datos.graficas.map(({ titulo }, i) => `Gráfica ${i + 1}. ${titulo}`),
]

describe('el PDF', () => {
  test('tiene los 38 rótulos y los dos de aparte, con su número y su título', () => {
    expect([datos.tablas.length, datos.graficas.length]).toEqual([23, 15])
    expect(textos(pdf, 'rotulo').toSorted()).toEqual(rotulosEsperados().toSorted())
  })

  test('nombra los 73 productos, con su código', () => {
    const texto = palabras(pdf).join(' ')
    expect(datos.productos).toHaveLength(73)
    expect(datos.productos.filter(({ codigo, nombre }) => !texto.includes(`${codigo} ${nombre}`))).toEqual([])
  })

  siHay('pdftotext')('los da también a pdftotext', () => {
    const texto = unirEspacios(execFileSync(herramienta('pdftotext') ?? '', [join(carpeta, PDF), '-'], { encoding: 'utf8' }))
    expect(rotulosEsperados().filter((rotulo) => !texto.includes(rotulo))).toEqual([])
    expect(datos.productos.filter(({ codigo, nombre }) => !texto.includes(`${codigo} ${nombre}`))).toEqual([])
  })

  test('dice en sus tres índices la página en que está cada cosa', () => {
    expect(entradasDe(pdf).length).toBeGreaterThanOrEqual(23 + 15 + 14)
    expect(entradasDe(pdf)).toEqual(conPaginaReal(entradasDe(pdf), destinosDe(pdf)))
  })

  test('imprime en cada página, salvo la portada, el número con que un visor la muestra', async () => {
    const leido = await leerPdf(Uint8Array.from(readFileSync(join(carpeta, PDF))))
    const [, ...impresas] = paginasImpresas(leido)
    expect(impresas.map(({ numero }) => numero)).toEqual(leido.pages.slice(1).map(({ label }) => label))
  })
})

test.each(['docx', 'pdf'] as const)('en el %s cada tabla marca como títulos su primera fila, y ninguna otra', (formato) => {
  const informe = { docx, pdf }[formato]
  expect(tablas(informe).map(({ titulos }) => titulos)).toEqual(Array.from({ length: 23 + APARTE.length }, () => 1))
})

describe('el documento de Word, leído con mammoth,', () => {
  test('tiene los títulos del PDF, en sus niveles, que en el PDF no se saltan', () =>
    expect(titulos(sinSaltos(docx))).toEqual(titulos(pdf)))
  test('tiene sus tablas, celda por celda', () => {
    expect(celdas(docx)).toHaveLength(23 + APARTE.length)
    expect(celdas(docx)).toEqual(celdas(pdf))
  })
  test('tiene sus rótulos', () => expect(textos(docx, 'rotulo')).toEqual(textos(pdf, 'rotulo')))
  test('tiene sus notas al pie', () => {
    expect(textos(docx, 'nota')).toHaveLength(14)
    expect(textos(docx, 'nota')).toEqual(textos(pdf, 'nota'))
  })
  test('tiene 15 gráficas y la barra de cada sector, cada una con las cifras en su texto alternativo', () => {
    const graficas = datos.graficas.map(({ textoAlternativo }) => unirEspacios(textoAlternativo))
    // Avance and planeado of each sector as whole percentages, from the figures for machines.
    const barras = datos.sectores.map(
      ({ avance, planeado }) => `Barra del avance acumulado, ${entero(avance)} %, con una marca en lo planeado, ${entero(planeado)} %.`,
    )
    // The bar of the Word file is a drawing, which mammoth does not read: its text is taken from the package.
    const dibujos = [...paquete().matchAll(/<wp:docPr [^>]*descr="(Barra [^"]+)"/g)].map(([, descripcion]) => descripcion ?? '')
    const [deLaPortada, ...deAdentro] = imagenes(pdf)
    expect(deLaPortada).toMatch(/^Cuadros en filas, uno por producto.*56;.*11;/u)
    const [deBarra, deGrafica] = [true, false].map((es) => deAdentro.filter((alternativo) => alternativo.startsWith('Barra ') === es))
    expect(imagenes(docx)).toEqual(graficas)
    expect(deGrafica?.map(unirEspacios)).toEqual(graficas)
    expect(dibujos.map(unirEspacios)).toEqual(barras)
    expect(deBarra?.map(unirEspacios)).toEqual(barras)
  })
  test('dice lo mismo que el PDF, palabra por palabra', () => {
    const [unas, otras] = [palabras(docx), palabras(pdf)]
    const i = unas.findIndex((palabra, n) => palabra !== otras[n])
    expect(unas.slice(Math.max(0, i - 5), i + 6)).toEqual(otras.slice(Math.max(0, i - 5), i + 6))
    expect(unas).toHaveLength(otras.length)
    expect(unas.length).toBeGreaterThan(16_000)
  })
})

describe('el documento de Word, abierto con LibreOffice,', () => {
  siHay('soffice')('conserva títulos, tablas, rótulos, notas, imágenes y palabras', async () => {
    const guardado = await leerDocx(await convertir(readFileSync(join(carpeta, DOCX)), 'docx', 'docx'))
    expect(titulos(guardado)).toEqual(titulos(docx))
    expect(celdas(guardado)).toEqual(celdas(docx))
    expect(textos(guardado, 'rotulo')).toEqual(textos(docx, 'rotulo'))
    expect(textos(guardado, 'nota')).toEqual(textos(docx, 'nota'))
    expect(imagenes(guardado)).toEqual(imagenes(docx))
    expect(palabras(guardado)).toEqual(palabras(docx))
  })

  siHay('soffice')('dice en sus tres índices la página en que está cada cosa', async () => {
    const impreso = await convertir(readFileSync(join(carpeta, DOCX)), 'docx', 'pdf')
    expect(entradasDe(docx)).toHaveLength(entradasDe(pdf).length)
    expect(entradasDe(docx)).toEqual(conPaginaReal(entradasDe(docx), await destinosSinEtiquetas(impreso, textos(docx, 'rotulo'))))
  })
})

describe('de nuevo', () => {
  const archivos = (de: string): readonly string[] =>
    readdirSync(de, { recursive: true, withFileTypes: true })
      .flatMap((e) => (e.isFile() ? [join(e.parentPath, e.name).slice(de.length + 1)] : []))
      .toSorted()

  test('el mismo libro da los mismos bytes', async () => {
    const otra = await generar(LIBRO, temporal('otra-vez'))
    expect(archivos(otra)).toEqual(archivos(carpeta))
    expect(archivos(otra)).toHaveLength(43 + APARTE.length)
    expect(archivos(otra).filter((nombre) => !readFileSync(join(otra, nombre)).equals(readFileSync(join(carpeta, nombre))))).toEqual([])
  })

  siHay('soffice')('el libro guardado por LibreOffice da los mismos datos', async () => {
    const guardado = temporal('guardado.xlsx')
    writeFileSync(guardado, await convertir(readFileSync(LIBRO), 'xlsx', 'xlsx'))
    const otra = await generar(guardado, temporal('guardado'))
    expect(JSON.parse(readFileSync(join(otra, 'datos.json'), 'utf8'))).toEqual(datos)
  })
})
