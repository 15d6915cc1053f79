/** Twenty paragraphs of the 2023 report, edited in Word: all of them come back, and nothing else of report or workbook changes. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readTree } from '../src/disk/index.js'
import { incorporarDocumento } from '../src/pipeline/index.js'
import { leerConFormato } from '../src/readers/index.js'
import { WRITERS } from '../src/writers/index.js'
import { editado, escapado, sobre } from './editar-word.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { convertir, reemplazado, siHay } from './herramientas.js'
import { carpetaDelInforme, DOCX, LIBRO } from './informe-2023/generado.js'
import { unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname
const PROGRAMA = join(RAIZ, 'dist/cli/informe.js')
const libro = new Uint8Array(readFileSync(LIBRO))
const plantillas = await readTree(join(RAIZ, 'templates'))

const CUANTOS = 20

/** The marks of prose, one of every few, and some words within each. */
function veinte(xml: string): string {
  const marcas = [...xml.matchAll(/<w:bookmarkStart w:name="_\w+_[0-9a-f]{6}_[0-9a-f]{6}_[0-9a-f]{6}_1" w:id="\d+"\/>/gu)].map(
    ({ index }) => index,
  )
  const paso = Math.floor(marcas.length / CUANTOS)
  const elegidas = marcas.filter((_, i) => i % paso === 0).slice(0, CUANTOS)
  return elegidas.reduceRight((hecho, marca, i) => {
    const corrida = /<w:t[^>]*>[^<]{40,}/gu
    corrida.lastIndex = marca
    const hallada = corrida.exec(hecho)
    if (hallada === null) throw new Error('No hay palabras tras la marca.')
    const en = hecho.indexOf(' ', hallada.index + hallada[0].indexOf('>') + 20)
    return `${hecho.slice(0, en)}${escapado(` (corregido en Word, caso${i + 1}fin: «a & b», *2_3* [x])`)}${hecho.slice(en)}`
  }, xml)
}

const enTextos = async (docx: Uint8Array) =>
  (await leerConFormato(docx)).paragraphs.map(({ kind, runs }) => `${kind} ${runs.map(({ text }) => text).join('')}`.replace(/\s+/gu, ' '))

let original: Uint8Array
let suyo: Uint8Array
let hecho: Awaited<ReturnType<typeof incorporarDocumento>>

const incorporar = async (documento: Uint8Array) =>
  await incorporarDocumento({ documento, libro, plantillas, secciones: new Map(), edicion: async () => original })

beforeAll(async () => {
  original = new Uint8Array(readFileSync(join(await carpetaDelInforme(), DOCX)))
  suyo = editado(original, veinte)
  hecho = await incorporar(suyo)
})

describe('veinte párrafos editados en el Word de 2023', () => {
  test('entran todos', () => {
    expect(hecho.apartados).toEqual([])
    expect(hecho.incorporados.flatMap(({ cambios }) => cambios)).toHaveLength(CUANTOS)
  })

  test('están en el informe que sale de la copia, y nada más cambió', async () => {
    const { archivos } = await generarEnMemoria(hecho.copia ?? libro, new Map(), { escritores: new Map([['docx', WRITERS.docx]]) })
    const [antes, editados, despues] = [await enTextos(original), await enTextos(suyo), await enTextos(archivos.get(DOCX) ?? original)]
    expect(despues).toEqual(editados)
    const distintos = despues.filter((texto, i) => texto !== antes[i])
    expect(distintos).toHaveLength(CUANTOS)
    expect(distintos.every((texto) => texto.includes('corregido en Word'))).toBe(true)
  })

  siHay('soffice')('también si el Word se guardó otra vez con LibreOffice: la copia es la misma, byte por byte', async () => {
    const guardado = await incorporar(await convertir(suyo, 'docx', 'docx'))
    expect(guardado.apartados).toEqual([])
    expect(Buffer.from(guardado.copia ?? []).equals(Buffer.from(hecho.copia ?? []))).toBe(true)
  })
})

siHay('soffice')('lo que alguien escribe en LibreOffice, y guarda en él, entra también', async () => {
  const { apartados, incorporados } = await incorporar(await reemplazado(suyo, 'caso7fin', 'escrito en LibreOffice'))
  expect(apartados).toEqual([])
  const [antes, ahora] = [hecho.incorporados, incorporados].map((todos) => todos.map(({ texto }) => texto))
  expect(ahora).toEqual(antes?.map((texto) => texto.replace('caso7fin', 'escrito en LibreOffice')))
  expect(ahora?.filter((texto) => texto.includes('escrito en LibreOffice'))).toHaveLength(1)
})

describe('la copia del libro de 2023', () => {
  /** The compressed bytes of each entry of a ZIP file, by name, from its central directory. */
  function comprimidos(zip: Uint8Array): ReadonlyMap<string, string> {
    const bytes = Buffer.from(zip)
    const fin = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
    const entradas = new Map<string, string>()
    for (let en = bytes.readUInt32LE(fin + 16); entradas.size < bytes.readUInt16LE(fin + 10); ) {
      const [nombre, otros] = [bytes.readUInt16LE(en + 28), bytes.readUInt16LE(en + 30) + bytes.readUInt16LE(en + 32)]
      const local = bytes.readUInt32LE(en + 42)
      const datos = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
      entradas.set(bytes.toString('utf8', en + 46, en + 46 + nombre), bytes.toString('base64', datos, datos + bytes.readUInt32LE(en + 20)))
      en += 46 + nombre + otros
    }
    return entradas
  }

  test('tiene las mismas partes, en el mismo orden, y solo cambian las hojas de los textos; las demás, ni comprimidas', () => {
    const [antes, despues] = [comprimidos(libro), comprimidos(hecho.copia ?? libro)]
    expect([...despues.keys()]).toEqual([...antes.keys()])
    const hojas = new Set(hecho.incorporados.map(({ prosa }) => prosa.hoja))
    const distintas = [...antes.keys()].filter((parte) => antes.get(parte) !== despues.get(parte))
    expect(distintas).toHaveLength(hojas.size)
    expect(distintas.every((parte) => parte.startsWith('xl/worksheets/'))).toBe(true)
  })

  test('de esas hojas cambian esas celdas, y nada más', () => {
    const [antes, despues] = [unzipSync(libro), unzipSync(hecho.copia ?? libro)]
    const celdas = hecho.incorporados.map(({ prosa }) => prosa.celda.split('!')[1])
    const sinCeldas = (parte: Uint8Array | undefined) =>
      strFromU8(parte ?? new Uint8Array()).replace(/<c r="(\w+)"(?: s="\d+")?(?: t="\w+")?>.*?<\/c>/gsu, (entera, celda: string) =>
        celdas.includes(celda) ? celda : entera,
      )
    for (const parte of Object.keys(antes)) expect(sinCeldas(despues[parte]), parte).toBe(sinCeldas(antes[parte]))
  })

  test('otro programa la abre, con sus textos, sus estilos y sus listas desplegables', async () => {
    const abrir = async (bytes: Uint8Array) => {
      const abierto = new ExcelJS.Workbook()
      await abierto.xlsx.load(bytes.slice().buffer)
      return abierto
    }
    const [antes, despues] = [await abrir(libro), await abrir(hecho.copia ?? libro)]
    for (const { prosa, texto } of hecho.incorporados) {
      const direccion = prosa.celda.split('!')[1] ?? ''
      const [vieja, nueva] = [antes, despues].map((abierto) => abierto.getWorksheet(prosa.hoja)?.getCell(direccion))
      expect(nueva?.text).toBe(texto)
      expect(nueva?.style).toEqual(vieja?.style)
    }
    for (const hoja of antes.worksheets) {
      const otra = despues.getWorksheet(hoja.name) as unknown as { readonly dataValidations?: unknown }
      expect(otra.dataValidations).toEqual((hoja as unknown as { readonly dataValidations?: unknown }).dataValidations)
    }
  })
})

describe('la orden', () => {
  let carpeta: string
  let salio: Uint8Array
  const informe = (...argumentos: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [PROGRAMA, ...argumentos], { cwd: carpeta, encoding: 'utf8' })

  beforeAll(() => {
    carpeta = mkdtempSync(join(tmpdir(), 'incorporar-'))
    writeFileSync(join(carpeta, 'libro.xlsx'), unLibro().bytes())
    informe('generar', 'libro.xlsx', '--salida', 'salida', '--formatos', 'docx', '--silencioso')
    salio = new Uint8Array(readFileSync(join(carpeta, 'salida/informe-ppb-2023.docx')))
  })
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

  test('dice lo que incorporó, escribe la copia junto al libro y termina con 0; otra vez, no la reemplaza y termina con 4', () => {
    writeFileSync(join(carpeta, 'editado.docx'), editado(salio, sobre('Se marcaron ciclorrutas', 'Se marcaron muchas ciclorrutas')))
    const { status, stdout, stderr } = informe('incorporar', 'editado.docx', '--libro', 'libro.xlsx')
    expect(stderr).toBe('')
    expect(stdout).toContain('Reportes!B2 · 1.1.1 · Logros')
    expect(stdout).toContain('«Se marcaron ciclorrutas.» → «Se marcaron muchas ciclorrutas.»')
    expect(stdout).toContain('editado.docx: 1 celda incorporada. Copia del libro en libro-incorporado.xlsx.')
    expect(status).toBe(0)
    expect(new Uint8Array(readFileSync(join(carpeta, 'libro.xlsx')))).toEqual(unLibro().bytes())
    const copia = readFileSync(join(carpeta, 'libro-incorporado.xlsx'))
    const otra = informe('incorporar', 'editado.docx', '--libro', 'libro.xlsx')
    expect(otra.status).toBe(4)
    expect(otra.stderr).toContain('ya hay un archivo con ese nombre')
    expect(readFileSync(join(carpeta, 'libro-incorporado.xlsx')).equals(copia)).toBe(true)
  })

  test('si algo queda por fuera lo dice con su razón, escribe lo demás y termina con 5', () => {
    const malo = editado(salio, (xml) =>
      sobre(
        'Se marcaron ciclorrutas',
        'Se marcaron otras ciclorrutas',
      )(xml.replace(/(<w:bookmarkStart w:name="_1_1_2_logro_\d+" w:id="\d+"\/><w:r>(?:<w:rPr>.*?<\/w:rPr>)?<w:t[^>]*>)[^<]*/su, '$112 %')),
    )
    writeFileSync(join(carpeta, 'malo.docx'), malo)
    const { status, stdout } = informe('incorporar', 'malo.docx', '--libro', 'libro.xlsx', '--salida', 'con-reparos.xlsx', '--json')
    const dicho = JSON.parse(stdout)
    expect(status).toBe(5)
    expect(dicho.copia).toBe('con-reparos.xlsx')
    expect(dicho.incorporados.map(({ celda }: { celda: string }) => celda)).toEqual(['Reportes!B2'])
    expect(dicho.rechazados[0].explicacion).toContain('La cifra «1.1.2 logro» es 100 % según el libro, y el documento dice «12 %».')
    expect(existsSync(join(carpeta, 'con-reparos.xlsx'))).toBe(true)
  })

  test('un informe sin cambios no escribe nada y termina con 0', () => {
    const { status, stdout } = informe('incorporar', 'salida/informe-ppb-2023.docx', '--libro', 'libro.xlsx', '--salida', 'nada.xlsx')
    expect(stdout).toBe('informe-ppb-2023.docx: nadie cambió sus textos; no hay nada que incorporar.\n')
    expect(status).toBe(0)
    expect(existsSync(join(carpeta, 'nada.xlsx'))).toBe(false)
  })

  test('lo que no es un Word, y la copia sobre el libro mismo, se rechazan sin escribir nada', () => {
    const pdf = informe('incorporar', 'libro.xlsx', '--libro', 'libro.xlsx', '--salida', 'x.xlsx')
    expect(pdf.stderr).toContain('no es un documento de Word')
    expect(pdf.status).toBe(3)
    const encima = informe('incorporar', 'editado.docx', '--libro', 'libro.xlsx', '--salida', 'libro.xlsx')
    expect(encima.stderr).toContain('lo que se escribe es una copia')
    expect(encima.status).toBe(2)
  })
})
