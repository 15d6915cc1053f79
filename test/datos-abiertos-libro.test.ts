/** The workbook of the open data, as Excel asks for it and as LibreOffice opens and saves it. */
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { readTree } from '../src/disk/index.js'
import { abrirDatos } from '../src/pipeline/index.js'
import { convertir, siHay } from './herramientas.js'
import { paqueteExcel } from './paquete-excel.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'

/** Row of the headers, from 1: title, what the table is, headers. */
const ENCABEZADOS = 3

let archivos: ReadonlyMap<string, Uint8Array>
let libro: Uint8Array
beforeAll(async () => {
  const conEventos = POLITICA_DEL_AGUA.hoja('Jornadas', [
    ['Fecha', 'Lugar', 'Asistentes'],
    ['2031-03-09', 'Plaza del Río', 40],
  ])
  const hecho = await abrirDatos(
    {
      libro: { nombre: 'libro.xlsx', bytes: conEventos.bytes() },
      plantillas: await readTree(new URL('../templates', import.meta.url).pathname),
      version: '0.0.0',
      formatos: ['xlsx', 'json'],
      licencia: null,
    },
    async (_, trabajo) => trabajo(),
  )
  archivos = hecho.archivos
  libro = archivos.get('datos-abiertos.xlsx') ?? expect.fail('falta el libro')
})

interface Leida {
  readonly titulo: unknown
  readonly encabezados: readonly unknown[]
  /** Value and number format of each cell under the headers. */
  readonly filas: readonly (readonly (readonly [valor: unknown, formato: unknown] | null)[])[]
}

/** Every sheet of a workbook, as SheetJS reads it. */
function leer(bytes: Uint8Array): ReadonlyMap<string, Leida> {
  const leido = XLSX.read(bytes, { cellNF: true })
  return new Map(
    leido.SheetNames.map((nombre) => {
      const hoja = leido.Sheets[nombre] ?? {}
      const { e: fin } = XLSX.utils.decode_range(hoja['!ref'] ?? 'A1')
      const celda = (r: number, c: number) => hoja[XLSX.utils.encode_cell({ r, c })] as XLSX.CellObject | undefined
      const columnas = Array.from({ length: fin.c + 1 }, (_, c) => c).filter((c) => celda(ENCABEZADOS - 1, c)?.v !== undefined)
      const filas = Array.from({ length: fin.r + 1 - ENCABEZADOS }, (_, i) =>
        columnas.map((c) => {
          const suya = celda(ENCABEZADOS + i, c)
          return suya?.v === undefined ? null : ([suya.v, suya.t === 'n' ? suya.z : ''] as const)
        }),
      )
      return [nombre, { titulo: celda(0, 0)?.v, encabezados: columnas.map((c) => celda(ENCABEZADOS - 1, c)?.v), filas }]
    }),
  )
}

const partes = (bytes: Uint8Array) => new Map(Object.entries(unzipSync(bytes)).map(([ruta, parte]) => [ruta, strFromU8(parte)]))
const descritas = () => recursosDe(archivos.get('datapackage.json'))
/** Sheets that the links of a sheet lead to. */
const enlaces = (xml: string) =>
  [...xml.matchAll(/<hyperlink ref="[^"]*" (?:r:id="[^"]*" )?location="#?&apos;([^"]*)&apos;!A1"/gu)].map(([, hoja = '']) =>
    decodeURI(hoja),
  )
const recursosDe = (
  bytes: Uint8Array | undefined,
): readonly { readonly name: string; readonly schema: { readonly fields: readonly { title: string; type: string }[] } }[] =>
  JSON.parse(new TextDecoder().decode(bytes)).resources

describe('datos-abiertos.xlsx', () => {
  test('is a package that Excel opens as it is', () => {
    const { reparos, hojas, xml } = paqueteExcel(libro)
    expect(reparos).toEqual([])
    expect(hojas.length).toBe(descritas().length + 1) // and the index
    for (const hoja of hojas) {
      expect(/<(mergeCell|dataValidation)\b/u.exec(xml(hoja))).toBeNull()
      expect(/<pane [^>]*>/u.exec(xml(hoja))?.[0], hoja).toMatch(/ySplit="3".*state="frozen"/u)
    }
    expect(enlaces(xml('Índice'))).toEqual(hojas.slice(1))
    expect(partes(libro).get('docProps/core.xml')).toContain('<dc:title>Política Pública del Agua: datos abiertos de 2031</dc:title>')
  })

  test('has a table of Excel on each sheet, over all its rows, with its own headers, each once', () => {
    const hojas = [...leer(libro).values()]
    const tablas = [...partes(libro)].filter(([ruta]) => /^xl\/tables\/table\d+\.xml$/u.test(ruta)).map(([, xml]) => xml)
    const atributo = (xml: string, nombre: string) => new RegExp(` ${nombre}="([^"]*)"`, 'u').exec(xml)?.[1] ?? ''
    expect(tablas).toHaveLength(hojas.length)
    expect(new Set(tablas.map((xml) => atributo(xml, 'displayName'))).size).toBe(tablas.length)
    expect(new Set(tablas.map((xml) => atributo(xml, 'id'))).size).toBe(tablas.length)
    const deSusTablas = tablas.map((xml) => [
      atributo(xml, 'ref'),
      ...[...xml.matchAll(/<tableColumn [^>]*name="([^"]*)"/gu)].map(([, nombre = '']) =>
        nombre.replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
      ),
    ])
    const deSusHojas = hojas.map(({ encabezados, filas }) => [
      `A${ENCABEZADOS}:${XLSX.utils.encode_cell({ r: ENCABEZADOS - 1 + filas.length, c: encabezados.length - 1 })}`,
      ...encabezados,
    ])
    const enOrden = (listas: readonly (readonly unknown[])[]) => listas.map((lista) => lista.join(' | ')).toSorted()
    expect(enOrden(deSusTablas)).toEqual(enOrden(deSusHojas))
    for (const { encabezados } of hojas) expect(new Set(encabezados.map((e) => String(e).toLowerCase())).size).toBe(encabezados.length)
  })

  test('holds what the other files hold: numbers as numbers, dates as dates', () => {
    const hojas = [...leer(libro).values()].slice(1)
    const dia = (texto: unknown) => (Date.parse(`${texto}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000
    for (const [i, { name, schema }] of descritas().entries()) {
      const filas = JSON.parse(new TextDecoder().decode(archivos.get(`json/${name}.json`))) as readonly Readonly<Record<string, unknown>>[]
      const esperadas = filas.map((fila) =>
        Object.values(fila).map((valor, j) => (valor !== null && schema.fields[j]?.type === 'date' ? dia(valor) : valor)),
      )
      expect(hojas[i]?.encabezados, name).toEqual(schema.fields.map(({ title }) => title))
      expect(
        hojas[i]?.filas.map((fila) => fila.map((celda) => celda?.[0] ?? null)),
        name,
      ).toEqual(esperadas)
    }
  })

  test('shows shares as percentages, amounts as amounts, years without a thousands mark', () => {
    const hojas = leer(libro)
    const cifras = hojas.get('Cifras de los productos')?.filas ?? []
    const de = (codigo: string, indicador: string) =>
      cifras.find((f) => f[0]?.[0] === codigo && f[1]?.[0] === 2031 && f[2]?.[0] === indicador)
    expect(de('1.1.2', 'cumplimiento')?.[3]).toEqual([0.666666666666667, '0.0%']) // 60 of 90
    expect(de('1.1.2', 'logro')?.[3]).toEqual([0.6, '0.0%']) // of a producto in Porcentaje
    expect(de('1.1.1', 'logro')?.[3]).toEqual([10, '#,##0'])
    expect(de('1.1.1', 'logro')?.[1]).toEqual([2031, '0'])
    expect(hojas.get('Jornadas')?.filas[0]?.[1]).toEqual([47_916, 'dd/mm/yyyy']) // 9 March 2031
    expect(hojas.get('Índice')?.filas.map((f) => f[0]?.[0])).toEqual([...hojas.keys()].slice(1))
  })

  siHay('soffice')('loses nothing when LibreOffice saves it', async () => {
    const guardado = await convertir(libro, 'xlsx', 'xlsx')
    expect(leer(guardado)).toEqual(leer(libro))
    const { reparos, hojas, xml } = paqueteExcel(guardado)
    expect(reparos).toEqual([])
    // What is frozen is of a window, and LibreOffice run without one keeps it of no workbook: the first test looks for it.
    expect(enlaces(xml('Índice'))).toEqual(hojas.slice(1))
    const tablas = (bytes: Uint8Array) =>
      [...partes(bytes)].filter(([ruta]) => ruta.startsWith('xl/tables/table')).map(([, suyo]) => / ref="([^"]*)"/u.exec(suyo)?.[1])
    expect(tablas(guardado).toSorted()).toEqual(tablas(libro).toSorted())
    expect(partes(guardado).get('docProps/core.xml')).toContain('Política Pública del Agua: datos abiertos de 2031')
  })
})
