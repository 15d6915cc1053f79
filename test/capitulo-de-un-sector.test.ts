/** `informe generar --sector`: one sector's chapter alone, with the numbers that it has in the whole report. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { comparar, DatosIlegibles, InvalidInput, loQueCambio, type Resultado } from '../src/pipeline/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { type DocxLeido, elementos, leerDocx, palabras } from './leer-docx.js'
import { leerPdf, type PdfLeido } from './leer-pdf.js'
import { abrirPaquete, faltasDelPaquete } from './ooxml.js'
import { comprobarUa } from './ua/comprobar-ua.js'
import { unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname
const LIBRO = readFileSync('inputs/ppasp-2023.xlsx')
const texto = (palabras: string) => new TextEncoder().encode(palabras)
const archivo = ({ archivos }: Resultado, fin: string) => [...archivos].find(([ruta]) => ruta.endsWith(fin))?.[1] ?? new Uint8Array()

let hecho: Resultado
let pdf: PdfLeido
let docx: DocxLeido
beforeAll(async () => {
  hecho = await generarEnMemoria(LIBRO, new Map(), { sector: 'SALÚD' })
  pdf = await leerPdf(archivo(hecho, '.pdf'))
  docx = await leerDocx(archivo(hecho, '.docx'))
})

/** All that each document says, without blanks, which a line's end may take. */
const dichos = () => ({
  pdf: pdf.pages
    .map((pagina) => pagina.text)
    .join('')
    .replace(/\s+/gu, ''),
  docx: palabras(docx.html).replace(/\s+/gu, ''),
})
/** The bookmarks that the references of a piece of a Word document lead to. */
const referencias = (xml: string) => [...xml.matchAll(/ REF (\S+) /gu)].map(([, destino]) => destino)
const OTROS = ['Movilidad', 'Hábitat', 'Ambiente', 'Gestión Jurídica', 'Desarrollo Económico', 'Integración Social']

describe('el capítulo de Salud, pedido en mayúsculas y con una tilde de más', () => {
  test('son sus archivos y los de su tabla y su gráfica, con el número del informe completo', () => {
    expect([...hecho.archivos.keys()].toSorted()).toEqual([
      'datos.json',
      'graficas/grafica-14.png',
      'informe-ppasp-2023-salud.docx',
      'informe-ppasp-2023-salud.pdf',
      'manifiesto.json',
      'procedencia.json',
      'tablas/tabla-22.csv',
    ])
    expect(hecho.nombre).toBe('ppasp-2023-salud')
  })

  test.each(['pdf', 'docx'] as const)('en %s, dice qué es, su tabla, su gráfica y sus productos, y nada de otro sector', (formato) => {
    const dicho = dichos()[formato]
    for (const parte of [
      'EstedocumentoeselcapítulodelsectorSaludenelInformeanualdeseguimiento2023',
      'Tabla22.CumplimientodeproductosresponsabilidaddelsectorSalud',
      'Gráfica14.NúmerodeproductosdelsectorSaludsegúnsucumplimiento',
      // 55 %, 21 points over what was planned: the figures of its scorecard in the published report.
      'elsectorSaludhabíaavanzado55%enlos9productosasucargo,21puntosporcentualesmásdeloplaneado(34%)',
    ])
      expect(dicho).toContain(parte)
    for (const otro of OTROS) expect(dicho).not.toContain(otro.replace(/\s/gu, ''))
    expect(dicho).not.toMatch(/Tabla(?:[1-9]|1\d|2[013])\b|ÍndicedetablasTabla/u)
  })

  test('las páginas van desde 1, y las notas también', () => {
    expect(pdf.pages.map(({ label }) => label)).toEqual(pdf.pages.map((_, i) => String(i + 1)))
    expect(pdf.pages.length).toBeLessThan(8)
    const notas = elementos(docx.html, 'sup').map(palabras)
    expect(notas.length).toBeGreaterThan(0)
    expect(notas).toEqual(notas.map((_, i) => `[${i + 1}]`))
    expect(dichos().pdf).toContain('1Elavanceacumuladopromedia')
  })

  test('el título del archivo nombra el sector y el informe', () => {
    expect(pdf.info.Title).toBe('Salud · Informe anual de seguimiento 2023 · PPASP')
    expect(docx.parts.get('docProps/core.xml')).toContain('Salud · Informe anual de seguimiento 2023 · PPASP')
  })

  test('los enlaces llevan a lo que está en el capítulo', () => {
    const enlaces = pdf.pages.flatMap((pagina) => pagina.links.flatMap((enlace) => ('page' in enlace ? [enlace.page] : [])))
    expect(enlaces.length).toBeGreaterThan(1)
    for (const pagina of enlaces) expect(pagina).toBeLessThan(pdf.pages.length)
    const documento = docx.parts.get('word/document.xml') ?? ''
    const marcadores = new Set([...documento.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/gu)].map(([, nombre]) => nombre))
    const destinos = referencias(documento)
    expect(destinos.length).toBeGreaterThan(1)
    for (const destino of destinos) expect(marcadores).toContain(destino)
  })

  test('el PDF es accesible y Word no tiene nada que reparar', () => {
    expect(comprobarUa(archivo(hecho, '.pdf'))).toEqual([])
    expect(hecho.problemas.avisos.filter(({ lugar }) => lugar.includes('.pdf'))).toEqual([])
    expect(faltasDelPaquete(abrirPaquete(archivo(hecho, '.docx')))).toEqual([])
  })

  test('datos.json trae solo lo suyo, dice de qué sector es, y va también dentro del PDF', () => {
    const datos = JSON.parse(new TextDecoder().decode(hecho.archivos.get('datos.json'))) as Record<string, readonly { numero?: number }[]>
    expect(datos.sector).toBe('Salud')
    expect(datos.productos).toHaveLength(9)
    expect(datos.productos?.every((producto) => 'sector' in producto && producto.sector === 'Salud')).toBe(true)
    expect([datos.sectores?.length, datos.objetivos?.length]).toEqual([1, 0])
    expect([datos.tablas, datos.graficas].map((puestas) => puestas?.map(({ numero }) => numero))).toEqual([[22], [14]])
    expect(pdf.attachments['datos.json']).toBe(new TextDecoder().decode(hecho.archivos.get('datos.json')))
  })

  test('no se compara con un informe completo, como si lo demás se hubiera ido', async () => {
    const libro = unLibro().bytes()
    const [datos, completo] = await Promise.all(
      ['Movilidad', null].map(async (sector) => archivo(await generarEnMemoria(libro, new Map(), { sector }), 'datos.json')),
    )
    if (datos === undefined || completo === undefined) throw new Error('sin datos')
    expect(() => comparar({ datos }, { datos: completo }, new Map())).toThrow(DatosIlegibles)
    expect(loQueCambio(completo, datos)).toEqual([])
  })
})

describe('la apertura, que es una plantilla', () => {
  const libro = unLibro().bytes()
  const con = (plantilla: string) =>
    generarEnMemoria(libro, new Map([['59-extracto.md', texto(`---\ntipo: extracto\n---\n${plantilla}`)]]), { sector: 'educacion' })

  test('dice lo que la plantilla diga; la referencia a lo que no está en el capítulo queda como palabras', async () => {
    const { html, parts } = await leerDocx(
      archivo(await con('Lea también la {{ref "productos-por-sector"}} y la {{ref sector.tabla}}.'), '.docx'),
    )
    const parrafo = elementos(html, 'p').find((p) => p.includes('Lea también'))
    expect(palabras(parrafo ?? '').replaceAll('\u00a0', ' ')).toMatch(/^Lea también la Tabla 1 y la Tabla \d+\.$/u)
    const enWord = elementos(parts.get('word/document.xml') ?? '', 'w:p').find((p) => p.includes('Lea también'))
    expect(referencias(enWord ?? '')).toHaveLength(1)
  })

  test('sus notas van antes que las del capítulo, y no mueven las del informe completo', async () => {
    const plantilla = 'Esto es un extracto.[^x]\n\n[^x]: Nota de la apertura.'
    const notas = elementos((await leerDocx(archivo(await con(plantilla), '.docx'))).html, 'li').map(palabras)
    expect(notas[0]).toContain('Nota de la apertura.')
    const [solo, otro] = await Promise.all([
      generarEnMemoria(libro),
      generarEnMemoria(libro, new Map([['59-extracto.md', texto(`---\ntipo: extracto\n---\n${plantilla}`)]])),
    ])
    expect(Buffer.compare(archivo(otro, '.docx'), archivo(solo, '.docx'))).toBe(0)
  })

  test('no puede poner tablas ni gráficas, que perderían su número', async () => {
    const error: unknown = await con('{{#tabla "productos-por-sector"}}\nProductos\n{{/tabla}}').catch((e: unknown) => e)
    expect(error).toBeInstanceOf(InvalidInput)
    expect((error as InvalidInput).problemas.errores).toContainEqual(
      expect.objectContaining({ lugar: expect.stringContaining('59-extracto.md') }),
    )
  })
})

describe('la orden', () => {
  let carpeta: string
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    carpeta = mkdtempSync(join(tmpdir(), 'capitulo-'))
    writeFileSync(join(carpeta, 'libro.xlsx'), unLibro().bytes())
  })
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }))
  const generar = (...argumentos: readonly string[]) =>
    spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), 'generar', 'libro.xlsx', ...argumentos], {
      cwd: carpeta,
      encoding: 'utf8',
    })

  test('un sector que no está se dice con los que hay, con 2, y no escribe nada', () => {
    const { status, stderr } = generar('--sector', 'Defensa')
    expect([status, stderr.trim()]).toEqual([2, 'No hay un sector «Defensa»; están Movilidad y Educación.'])
    expect(readdirSync(carpeta)).toEqual(['libro.xlsx'])
  })

  test('queda en una carpeta suya, junto a la del informe completo', () => {
    const { status, stderr } = generar('--sector', 'educacion', '--formatos', 'pdf')
    expect(status, stderr).toBe(0)
    const [suya] = readdirSync(join(carpeta, 'output'))
    expect(suya).toMatch(/-2023-educacion$/u)
    expect(readdirSync(join(carpeta, 'output', suya ?? ''))).toContain(`informe-${suya}.pdf`)
  })
})
