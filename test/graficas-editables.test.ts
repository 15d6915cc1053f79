/** Charts that Word draws itself: the same numbers in the drawing, in the sheet inside it and on the page, whoever opens it. */
import { readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { generarEnMemoria } from './generar-en-memoria.js'
import { convertir, siHay } from './herramientas.js'
import { leerPdf } from './leer-pdf.js'
import { abrirPaquete, faltasDelPaquete } from './ooxml.js'
import { leerXml, type Nodo, todos } from './xml.js'

interface GraficaDeDatos {
  readonly numero: number
  readonly etiquetas: readonly string[]
  readonly series: readonly { readonly nombre: string; readonly valores: readonly number[] }[]
  readonly textoAlternativo: string
}

let docx: Uint8Array
let partes: Readonly<Record<string, Uint8Array>>
let datos: readonly GraficaDeDatos[]
beforeAll(async () => {
  const { archivos } = await generarEnMemoria(readFileSync('inputs/ppasp-2023.xlsx'), new Map(), { graficasEditables: true })
  docx = [...archivos].find(([ruta]) => ruta.endsWith('.docx'))?.[1] ?? new Uint8Array()
  partes = unzipSync(docx)
  datos = (JSON.parse(strFromU8(archivos.get('datos.json') ?? new Uint8Array())) as { graficas: readonly GraficaDeDatos[] }).graficas
})

const deGrafica = (n: number): readonly Nodo[] => todos(leerXml(strFromU8(partes[`word/charts/chart${n}.xml`] ?? new Uint8Array())))
const dentroDe = (nodos: readonly Nodo[], nombre: string) => nodos.filter(({ name }) => name === nombre)
const valores = (nodo: Nodo | undefined) =>
  nodo === undefined ? [] : dentroDe(todos(nodo), 'c:pt').map((punto) => dentroDe(todos(punto), 'c:v')[0]?.text ?? '')

describe('en el Word de 2023', () => {
  test('hay una por gráfica, y ninguna es imagen', () => {
    const graficas = Object.keys(partes).filter((ruta) => /^word\/charts\/chart\d+\.xml$/u.test(ruta))
    expect(graficas).toHaveLength(datos.length)
    const documento = strFromU8(partes['word/document.xml'] ?? new Uint8Array())
    expect(documento.match(/<c:chart /gu)).toHaveLength(datos.length)
  })

  test('dibujan los números de datos.json, en su orden', () => {
    for (const [i, { etiquetas, series }] of datos.entries()) {
      const nodos = deGrafica(i + 1)
      const [serie] = dentroDe(nodos, 'c:ser')
      expect(valores(dentroDe(todos(serie as Nodo), 'c:val')[0]).map(Number)).toEqual(series[0]?.valores)
      expect(valores(dentroDe(todos(serie as Nodo), 'c:cat')[0])).toEqual(etiquetas)
    }
  })

  test('llevan los mismos números en su hoja', async () => {
    for (const [i, { etiquetas, series }] of datos.entries()) {
      const libro = new ExcelJS.Workbook()
      await libro.xlsx.load(Buffer.from(partes[`word/embeddings/Microsoft_Excel_Worksheet${i + 1}.xlsx`] ?? []) as never)
      const hoja = libro.worksheets[0]
      expect(etiquetas.map((_, fila) => hoja?.getCell(fila + 2, 1).value)).toEqual(etiquetas)
      expect(etiquetas.map((_, fila) => hoja?.getCell(fila + 2, 2).value)).toEqual(series[0]?.valores)
    }
  })

  test('llevan el mismo texto alternativo que la imagen', () => {
    const documento = strFromU8(partes['word/document.xml'] ?? new Uint8Array())
    const alternativos = [...documento.matchAll(/<wp:docPr [^>]*descr="(Barras [^"]+)"/gu)].map(([, texto]) => texto)
    expect(alternativos).toEqual(datos.map(({ textoAlternativo }) => textoAlternativo))
  })

  test('el paquete no tiene nada que Word quiera reparar', () => {
    expect(faltasDelPaquete(abrirPaquete(docx))).toEqual([])
  })

  siHay('soffice')('LibreOffice imprime esas cifras', async () => {
    const { pages } = await leerPdf(await convertir(docx, 'docx', 'pdf'))
    const texto = pages.map((pagina) => pagina.text).join('\n')
    for (const { numero, etiquetas, series } of datos) {
      const desde = texto.lastIndexOf(`Gráfica ${numero}. `)
      expect(desde, `Gráfica ${numero}`).toBeGreaterThan(0)
      const cerca = texto.slice(desde, desde + 600)
      for (const etiqueta of etiquetas)
        expect(cerca.replaceAll('\u00a0', ' '), `Gráfica ${numero}`).toContain(etiqueta.replaceAll('\u00a0', ' '))
      for (const valor of series[0]?.valores ?? [])
        expect(cerca, `Gráfica ${numero}`).toMatch(new RegExp(`(?<![\\d.])${valor}(?![\\d.])`, 'u'))
    }
  })
})
