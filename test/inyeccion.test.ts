/** What a workbook says, whatever it looks like, is words in every file that comes of it: it adds no link, field, formula nor script. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { herramienta } from '../scripts/herramientas.mjs'
import type { Resultado } from '../src/pipeline/index.js'
import { WRITERS } from '../src/writers/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { CARGAS, COLUMNAS, libroConCargas, libroInocente, type Puesta } from './inyecciones.js'
import { elementos, leerDocx, palabras, valores } from './leer-docx.js'
import { leerPdf } from './leer-pdf.js'
import { ARGUMENTOS_DE_CHROMIUM, conNavegador } from './navegador.js'
import { abrirPaquete, faltasDelPaquete } from './ooxml.js'

/** Workbooks in which the payloads are shared out: as few reports as give tables of a page or two. */
const GRUPOS = 6
const nombres = Object.keys(CARGAS)
const porGrupo = Math.ceil(nombres.length / GRUPOS)
const grupos = Array.from({ length: GRUPOS }, (_, i) => {
  const suyas = nombres.slice(i * porGrupo, (i + 1) * porGrupo)
  return Object.fromEntries(suyas.map((nombre) => [nombre, CARGAS[nombre] ?? '']))
})

/** Columns that no file of the report prints. */
const CALLADAS = [
  ...[
    'Productos!Procedencia',
    'Metas!Procedencia',
    'Avances!Procedencia',
    'Textos!Clave',
    'Política!Sector líder',
    'Productos!Entidad responsable',
    'Productos!Indicador',
  ],
  // Printed only beside a 1.
  'Productos!Unidad de medida (singular)',
  ...['Auditoría!Hallazgo', 'Auditoría!Motivo', 'Auditoría!Responsable', 'Registro!Quién', 'Registro!Archivo', 'Registro!Qué'],
]
/** Columns of Markdown: a list or an emphasis is theirs by right, so their words need not be those typed. */
const PROSA = [
  'Textos!Texto',
  'Objetivos!Conclusiones',
  'Sectores!Conclusiones',
  'Reportes!Logros',
  'Reportes!Dificultades',
  'Reportes!Observaciones',
]

interface Hecho {
  readonly puestas: readonly Puesta[]
  readonly archivos: ReadonlyMap<string, Uint8Array>
}

const hacer = async (hecho: ReturnType<typeof libroConCargas>): Promise<Hecho & { readonly resultado: Resultado }> => {
  const resultado = await generarEnMemoria(hecho.libro.bytes(), new Map(), { escritores: new Map(Object.entries(WRITERS) as never) })
  return { puestas: hecho.puestas, archivos: resultado.archivos, resultado }
}

const del = ({ archivos }: Hecho, fin: string): Uint8Array => {
  const encontrado = [...archivos].find(([ruta]) => ruta.endsWith(fin))
  if (encontrado === undefined) throw new Error(`no hay ${fin}`)
  return encontrado[1]
}
const texto = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
/** Without spaces nor what cannot be seen, of which each format keeps what it can hold. */
const visto = (palabra: string) => palabra.normalize('NFC').replace(/[\s\p{C}\ufffd]/gu, '')

const atacados: Hecho[] = []
let inocente: Hecho
let navegador: Browser | null = null
let carpeta: string

beforeAll(async () => {
  carpeta = mkdtempSync(join(tmpdir(), 'inyeccion-'))
  inocente = await hacer(libroInocente(grupos[0] ?? {}))
  for (const grupo of grupos) atacados.push(await hacer(libroConCargas(grupo)))
  const executablePath = herramienta('chromium')
  if (executablePath !== null) navegador = await chromium.launch({ executablePath, args: [...ARGUMENTOS_DE_CHROMIUM] })
}, 900_000)

afterAll(async () => {
  await navegador?.close()
  rmSync(carpeta, { recursive: true, force: true })
})

test('cada carga está en cada columna, y se encuentra en algún archivo si su columna se imprime', () => {
  const pares = atacados.flatMap(({ puestas }) => puestas.map(({ columna, carga }) => `${columna} / ${carga}`))
  expect(new Set(pares).size).toBe(nombres.length * Object.keys(COLUMNAS).length)
  expect(nombres.length).toBeGreaterThanOrEqual(60)
  const perdidas = atacados.flatMap((hecho) => {
    const todo = [...hecho.archivos]
      .filter(([ruta]) => /\.(html|json|csv)$/u.test(ruta))
      .map(([, bytes]) => texto(bytes))
      .join('\n')
    return hecho.puestas.flatMap(({ columna, carga, marca }) => (todo.includes(marca) ? [] : [`${columna} / ${carga}`]))
  })
  const columnas = [...new Set(perdidas.map((par) => par.split(' / ')[0] ?? ''))]
  expect(columnas.filter((columna) => !CALLADAS.includes(columna))).toEqual([])
  console.info(
    `${new Set(pares).size} pares: ${nombres.length} cargas en ${Object.keys(COLUMNAS).length} columnas; ${perdidas.length} no se imprimen`,
  )
})

describe('en Word', () => {
  /** What Word would act on: instructions of fields, without the numbers of their places, and addresses. */
  const activo = (partes: ReadonlyMap<string, string>) => {
    const campos = [...partes.values()].flatMap((xml) => elementos(xml, 'w:instrText').map((campo) => campo.replace(/\d+/gu, '0')))
    const relaciones = [...partes].filter(([ruta]) => ruta.endsWith('.rels'))
    return {
      campos: [...new Set(campos)].toSorted(),
      simples: [...partes.values()].flatMap((xml) => valores(xml, 'w:fldSimple', 'w:instr')),
      externas: relaciones.flatMap(([, xml]) => [...xml.matchAll(/TargetMode="External"/gu)]).length,
      partes: [...partes.keys()].filter((ruta) => !/\/(?:header|footer)\d+\.xml(?:\.rels)?$/u.test(ruta)).length,
    }
  }

  test('las cargas son palabras; ningún campo, enlace ni parte de más, y nada que reparar', { timeout: 300_000 }, async () => {
    const sano = activo((await leerDocx(del(inocente, '.docx'))).parts)
    for (const hecho of atacados) {
      const bytes = del(hecho, '.docx')
      const abierto = await leerDocx(bytes)
      expect(faltasDelPaquete(abrirPaquete(bytes))).toEqual([])
      expect(activo(abierto.parts)).toEqual(sano)
      const marcadores = valores(abierto.parts.get('word/document.xml') ?? '', 'w:bookmarkStart', 'w:name')
      expect(marcadores.filter((nombre) => !/^\w{1,40}$/u.test(nombre))).toEqual([])
      expect(abierto.html).not.toMatch(/<(?:script|iframe|svg|object|form)|href="(?!#)/iu)
      const dicho = visto(palabras(abierto.html))
      for (const { columna, texto: carga, marca } of hecho.puestas) {
        if (!PROSA.includes(columna) && dicho.includes(marca)) expect(dicho, columna).toContain(visto(carga))
      }
    }
  })
})

/** A PDF without its strings and streams: its objects and their names. */
function fueraDeCadenas(bytes: Uint8Array): string {
  const pdf = new TextDecoder('latin1').decode(bytes)
  let fuera = ''
  for (let i = 0; i < pdf.length; i++) {
    if (/^stream\r?\n/u.test(pdf.slice(i, i + 8)) && pdf[i - 1] !== 'd') i = pdf.indexOf('\nendstream\n', i) + 10
    else if (pdf[i] === '(') {
      for (let abiertos = 1; abiertos > 0; ) {
        i += 1
        if (pdf[i] === '\\') i += 1
        else if (pdf[i] === '(') abiertos += 1
        else if (pdf[i] === ')' || pdf[i] === undefined) abiertos -= 1
      }
    } else fuera += pdf[i]
  }
  return fuera
}

describe('en PDF', () => {
  /** What a viewer would act on, read off the file itself: its objects are compressed, but not their names once opened. */
  const ACCIONES = ['JavaScript', 'JS', 'Launch', 'OpenAction', 'AA', 'GoToR', 'GoToE', 'SubmitForm', 'ImportData', 'RichMedia', 'AcroForm']

  test('las cargas son palabras; ninguna acción ni enlace a una dirección', { timeout: 300_000 }, async () => {
    for (const hecho of [inocente, ...atacados]) {
      const bytes = del(hecho, '.pdf')
      const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
      const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise
      expect([await pdf.getJSActions(), await pdf.hasJSActions(), await pdf.getOpenAction(), await pdf.getFieldObjects()]).toEqual([
        null,
        false,
        null,
        null,
      ])
      await pdf.destroy()
      const nombresDelArchivo = fueraDeCadenas(bytes)
      expect(ACCIONES.filter((accion) => new RegExp(`/${accion}\\b`, 'u').test(nombresDelArchivo))).toEqual([])
      const abierto = await leerPdf(bytes)
      expect(abierto.pages.flatMap(({ links }) => links.filter((enlace) => 'url' in enlace))).toEqual([])
      expect(Object.keys(abierto.attachments)).toEqual(['datos.json'])
      const dicho = visto(abierto.pages.map((pagina) => pagina.text).join(''))
      const perdidas = hecho.puestas.filter(({ columna, marca }) => columna === 'Productos!Producto' && !dicho.includes(marca))
      expect(perdidas.map(({ carga }) => carga)).toEqual([])
    }
  })
})

describe('en la página', () => {
  const PREGUNTA = `(() => {
    const cuantos = (que) => document.querySelectorAll(que).length
    const todos = [...document.querySelectorAll('*')]
    return {
      guiones: cuantos('script'), estilos: cuantos('style'), metas: cuantos('meta,link,base'),
      ajenos: cuantos('iframe,object,embed,form,input,video,audio,template,math,frame,applet'),
      svg: cuantos('svg'),
      fotos: [...document.images].filter((foto) => !foto.src.startsWith('data:image/png')).length,
      enlaces: [...document.querySelectorAll('[href]')].filter((a) => !a.getAttribute('href').startsWith('#')).length,
      oyentes: todos.flatMap((n) => n.getAttributeNames()).filter((nombre) => nombre.startsWith('on')).length,
    }
  })()`

  conNavegador('las cargas son palabras; ningún elemento que haga algo, y la página no pide ni ejecuta nada', async () => {
    if (navegador === null) throw new Error('falta chromium')
    const abrir = async (hecho: Hecho, i: number) => {
      const archivo = join(carpeta, `pagina-${i}.html`)
      writeFileSync(archivo, del(hecho, '.html'))
      const page = await (navegador as Browser).newPage()
      const quejas: string[] = []
      page.on('console', (mensaje) => quejas.push(mensaje.text()))
      page.on('dialog', (dialogo) => quejas.push(dialogo.message()))
      page.on('pageerror', (error) => quejas.push(String(error)))
      page.on('request', (pedido) => quejas.push(...(/^(?:file|data):/u.test(pedido.url()) ? [] : [pedido.url()])))
      // Ten thousand marks on a letter, in many cells, keep the browser at drawing for longer than anybody waits: nothing here is drawn.
      await page.goto(pathToFileURL(archivo).href, { waitUntil: 'domcontentloaded', timeout: 120_000 })
      const visita = { activo: await page.evaluate(PREGUNTA), texto: (await page.evaluate('document.body.textContent')) as string, quejas }
      await page.close()
      return visita
    }
    const sano = await abrir(inocente, 0)
    for (const [i, hecho] of atacados.entries()) {
      const abierta = await abrir(hecho, i + 1)
      expect(abierta.quejas).toEqual([])
      expect(abierta.activo).toEqual(sano.activo)
      const dicho = visto(abierta.texto)
      for (const { columna, texto: carga, marca } of hecho.puestas) {
        if (!PROSA.includes(columna) && dicho.includes(marca)) expect(dicho, columna).toContain(visto(carga))
      }
    }
  })
})

test('en CSV ninguna celda es una fórmula, y los números siguen siéndolo', () => {
  const celdas = (hecho: Hecho) =>
    [...hecho.archivos]
      .filter(([ruta]) => ruta.endsWith('.csv'))
      .flatMap(([, bytes]) => (parse(texto(bytes), { delimiter: ';', bom: true }) as string[][]).flat())
  const numero = /^-?\d+(?:,\d+)?$/u
  const todas = atacados.flatMap(celdas)
  expect(todas.filter((celda) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(celda) && !numero.test(celda))).toEqual([])
  expect(todas.filter((celda) => /^[\t\r]/u.test(celda))).toEqual([])
  expect(celdas(inocente).filter((celda) => /^-\d/u.test(celda)).length).toBeGreaterThan(0)
})

test('en datos.json y procedencia.json cada texto es el que se escribió', () => {
  for (const hecho of atacados) {
    for (const archivo of ['datos.json', 'procedencia.json', 'manifiesto.json'])
      expect(() => JSON.parse(texto(del(hecho, archivo))) as unknown).not.toThrow()
    const textos: string[] = []
    JSON.parse(texto(del(hecho, 'datos.json')), (_, valor: unknown) => (typeof valor === 'string' ? textos.push(valor) : valor))
    const dichos = visto(textos.join(''))
    for (const { columna, texto: carga } of hecho.puestas) if (columna === 'Productos!Producto') expect(dichos).toContain(visto(carga))
  }
})

test('ningún archivo sale de su carpeta, ni tiene un nombre que un sistema no admita', () => {
  for (const { archivos } of atacados) {
    for (const ruta of archivos.keys()) {
      expect(ruta).toMatch(/^(?:[a-z0-9-]+\/)?[a-z0-9-]+\.[a-z]+$/u)
      expect(Math.max(...ruta.split('/').map((parte) => parte.length))).toBeLessThanOrEqual(180)
    }
  }
})
