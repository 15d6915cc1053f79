/** The open data of a workbook, as whoever downloads them finds them. */
import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { readTree } from '../src/disk/index.js'
import { sha256 } from '../src/hash/index.js'
import { calcularIndicadores } from '../src/indicators/index.js'
import { datosJson } from '../src/outputs/index.js'
import { abrirDatos } from '../src/pipeline/index.js'
import { construirReport } from '../src/report/index.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { unLibro } from './un-libro.js'

const PLANTILLAS = new URL('../templates', import.meta.url).pathname

async function abrir(bytes: Uint8Array, opciones: Partial<Pick<Parameters<typeof abrirDatos>[0], 'formatos' | 'licencia'>> = {}) {
  const { archivos } = await abrirDatos(
    {
      libro: { nombre: 'libro.xlsx', bytes },
      plantillas: await readTree(PLANTILLAS),
      version: '0.0.0',
      formatos: ['csv', 'json'],
      licencia: null,
      ...opciones,
    },
    async (_, trabajo) => trabajo(),
  )
  return archivos
}

const campo = z.object({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'date', 'year']),
  description: z.string().min(1),
  constraints: z
    .object({ required: z.boolean(), enum: z.array(z.string()), pattern: z.string(), minimum: z.number() })
    .partial()
    .default({}),
})
const descriptor = z.object({
  name: z.string(),
  licenses: z.array(z.object({ name: z.string(), path: z.url() })).optional(),
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      format: z.string(),
      bytes: z.number(),
      hash: z.string(),
      schema: z.object({
        fields: z.array(campo),
        missingValues: z.array(z.string()),
        primaryKey: z.array(z.string()).optional(),
        foreignKeys: z
          .array(z.object({ fields: z.array(z.string()), reference: z.object({ resource: z.string(), fields: z.array(z.string()) }) }))
          .default([]),
      }),
    }),
  ),
})
type Recurso = z.infer<typeof descriptor>['resources'][number]
type Fila = Readonly<Record<string, string>>

const texto = (archivos: ReadonlyMap<string, Uint8Array>, ruta: string) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(archivos.get(ruta) ?? expect.fail(`falta ${ruta}`))
const leerPaquete = (archivos: ReadonlyMap<string, Uint8Array>) => descriptor.parse(JSON.parse(texto(archivos, 'datapackage.json')))
const leerCsv = (archivos: ReadonlyMap<string, Uint8Array>, nombre: string): readonly Fila[] =>
  parse(texto(archivos, `csv/${nombre}.csv`), { columns: true, record_delimiter: '\r\n' })
const leerJson = (archivos: ReadonlyMap<string, Uint8Array>, nombre: string): readonly Readonly<Record<string, unknown>>[] =>
  JSON.parse(texto(archivos, `json/${nombre}.json`))

let archivos: ReadonlyMap<string, Uint8Array>
let paquete: z.infer<typeof descriptor>
beforeAll(async () => {
  archivos = await abrir(POLITICA_DEL_AGUA.bytes())
  paquete = leerPaquete(archivos)
})

describe('datapackage.json', () => {
  // As the Frictionless library for JavaScript carries it; where it comes from is in docs/decisiones/0025-datos-abiertos.md.
  const { $schema: _, ...perfil } = JSON.parse(
    readFileSync(new URL('datos-abiertos/tabular-data-package.json', import.meta.url), 'utf8'),
  ) as Record<string, unknown>
  const cumple = new Ajv({ strict: false, validateFormats: false }).compile(perfil)

  test('is valid by the profile that it names, and by it a resource without a schema is not', () => {
    const suyo = JSON.parse(texto(archivos, 'datapackage.json'))
    expect(suyo.profile).toBe('tabular-data-package')
    expect(cumple(suyo), JSON.stringify(cumple.errors)).toBe(true)
    const [{ schema: __, ...sinEsquema }] = suyo.resources
    expect(cumple({ ...suyo, resources: [sinEsquema] })).toBe(false)
  })

  test('names every table that there is, with its size and its hash', () => {
    const csvs = [...archivos.keys()].filter((ruta) => ruta.startsWith('csv/'))
    expect(paquete.resources.map(({ path }) => path)).toEqual(csvs)
    for (const { path, bytes, hash } of paquete.resources) {
      const suyos = archivos.get(path) ?? new Uint8Array()
      expect({ path, bytes, hash }).toEqual({ path, bytes: suyos.length, hash: `sha256:${sha256(suyos)}` })
    }
    expect(csvs).toContain('csv/cifras-de-productos.csv')
    // 1–3, periodicidades, semáforo, objetivos by range, one a sector (Agua, Suelo, Aire); and the two that are numbered apart.
    expect(csvs.filter((ruta) => ruta.includes('/tabla-'))).toHaveLength(11)
  })

  test('says a licence only where somebody chose one', async () => {
    expect(paquete.licenses).toBeUndefined()
    const conLicencia = await abrir(unLibro().bytes(), { licencia: 'CC-BY-SA-4.0', formatos: ['json'] })
    const suyo = leerPaquete(conLicencia)
    expect(suyo.licenses?.map(({ name }) => name)).toEqual(['CC-BY-SA-4.0'])
    expect(cumple(JSON.parse(texto(conLicencia, 'datapackage.json')))).toBe(true)
    // Without the CSV files it describes the JSON ones.
    expect(suyo.resources.every(({ path, format }) => format === 'json' && conLicencia.has(path))).toBe(true)
  })
})

describe('each table', () => {
  const LEXICO = {
    string: /^[\s\S]+$/u,
    integer: /^-?\d+$/u,
    number: /^-?\d+(\.\d+)?(e-?\d+)?$/u,
    date: /^\d{4}-\d{2}-\d{2}$/u,
    year: /^\d{4}$/u,
  }

  test('holds what its schema says: columns, types, values, keys, and rows of other tables that are there', () => {
    const porNombre = new Map(paquete.resources.map((r) => [r.name, r]))
    const faltas = paquete.resources.flatMap((r) => faltasDe(r, leerCsv(archivos, r.name), porNombre))
    expect(faltas).toEqual([])
  })

  function faltasDe({ name, schema }: Recurso, filas: readonly Fila[], todas: ReadonlyMap<string, Recurso>): readonly string[] {
    expect(schema.missingValues).toEqual([''])
    expect(texto(archivos, `csv/${name}.csv`).split('\r\n')[0]).toBe(schema.fields.map((f) => f.name).join(','))
    const malas = filas.flatMap((fila, i) =>
      schema.fields.flatMap(({ name: columna, type, constraints }) => {
        const valor = fila[columna] ?? ''
        const bien =
          valor === ''
            ? constraints.required !== true
            : LEXICO[type].test(valor) &&
              (constraints.enum?.includes(valor) ?? true) &&
              new RegExp(constraints.pattern ?? '', 'u').test(valor) &&
              !(Number(valor) < (constraints.minimum ?? Number.NEGATIVE_INFINITY))
        return bien ? [] : [`${name} ${i + 1} ${columna} «${valor}»`]
      }),
    )
    const tupla = (fila: Fila, columnas: readonly string[]) => JSON.stringify(columnas.map((c) => fila[c]))
    const { primaryKey = [], foreignKeys } = schema
    const claves = new Set(filas.map((fila) => tupla(fila, primaryKey)))
    const repetidas = primaryKey.length > 0 && claves.size !== filas.length ? [`${name}: clave repetida`] : []
    const sueltas = foreignKeys.flatMap(({ fields, reference: { resource, fields: suyos } }) => {
      expect(todas.get(resource)?.schema.primaryKey).toEqual(suyos)
      const hay = new Set(leerCsv(archivos, resource).map((fila) => tupla(fila, suyos)))
      return filas
        .filter((fila) => fields.every((f) => fila[f] !== ''))
        .filter((fila) => !hay.has(tupla(fila, fields)))
        .map((fila) => `${name} → ${resource}: ${tupla(fila, fields)}`)
    })
    return [...malas, ...repetidas, ...sueltas]
  }

  test('is the same in JSON, with its types', () => {
    for (const { name, schema } of paquete.resources) {
      const deCsv = leerCsv(archivos, name).map((fila) =>
        Object.fromEntries(
          schema.fields.map(({ name: columna, type }) => {
            const valor = fila[columna] ?? ''
            const numerica = type === 'number' || type === 'integer' || type === 'year'
            return [columna, valor === '' ? null : numerica ? Number(valor) : valor]
          }),
        ),
      )
      expect(leerJson(archivos, name)).toEqual(deCsv)
    }
  })

  test('has every column in the dictionary, in words', () => {
    const entradas = leerCsv(archivos, 'diccionario')
    const columnas = paquete.resources.flatMap(({ name, schema }) => schema.fields.map((f) => [name, f.name]))
    expect(entradas.map(({ tabla, campo: suyo }) => [tabla, suyo])).toEqual(columnas)
    expect(entradas.filter(({ descripcion = '', regla = '' }) => !/^[A-ZÁÉÍÓÚ].*\.$/u.test(descripcion) || regla === '')).toEqual([])
  })

  test('is written for programs: no mark of order, commas, a point in its numbers, lines of RFC 4180', async () => {
    const conSignos = await abrir(
      unLibro()
        .producto('1.1.1', { nombre: 'Guías, «mapas» y "planos"', sector: 'Salud', metas: { 2023: 3 }, avances: { 2023: 1 } })
        .producto('1.1.2', { nombre: '=SUMA(A1)', sector: 'Salud', metas: { 2023: 0.5 }, avances: { 2023: 0.25 }, metaFinal: 0.5 })
        .bytes(),
    )
    const productos = texto(conSignos, 'csv/productos.csv')
    expect(productos.startsWith('codigo,producto,objetivo,sector,')).toBe(true)
    expect(productos.endsWith('\r\n')).toBe(true)
    expect(productos.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u)
    expect(productos).toContain('\r\n1.1.1,"Guías, «mapas» y ""planos""",1,Salud,')
    // Nothing that a spreadsheet would run.
    expect(productos).toContain("\r\n1.1.2,'=SUMA(A1),1,Salud,")
    const cifras = texto(conSignos, 'csv/cifras-de-productos.csv')
    expect(cifras).toContain('\r\n1.1.1,2023,cumplimiento,0.333333333333333,proporción,\r\n') // 1 ÷ 3, at 15 digits
    expect(cifras).toContain('\r\n1.1.2,2023,logro,0.25,unidades,\r\n')
  })

  test('comes out the same, byte by byte', async () => {
    const huellas = (suyos: typeof archivos) => [...suyos].map(([ruta, bytes]) => `${ruta} ${sha256(bytes)}`)
    expect(huellas(await abrir(POLITICA_DEL_AGUA.bytes()))).toEqual(huellas(archivos))
  })
})

describe('the figures', () => {
  const de = (codigo: string, indicador: string, anio = '2031') =>
    leerCsv(archivos, 'cifras-de-productos').find((f) => f.codigo === codigo && f.indicador === indicador && f.anio === anio)

  test.each<[string, string, string, string]>([
    ['1.1.1', 'cumplimiento', '1', 'proporción'], // 10 ÷ 10
    ['1.1.1', 'logro_acumulado', '37', 'pozos'], // 10 + 8 + 9 + 10
    ['1.1.1', 'diferencia_acumulada', '-3', 'pozos'], // 37 − 40
    ['1.1.1', 'avance', '0.4625', 'proporción'], // 37 ÷ 80
    ['1.1.2', 'cumplimiento', '0.666666666666667', 'proporción'], // 60 ÷ 90
    ['1.1.2', 'diferencia_acumulada', '-0.3', 'proporción'], // 60 % − 90 %
    ['2.1.1', 'cumplimiento', '1.2', 'proporción'], // (200 − 140) ÷ (200 − 150)
    ['2.1.1', 'planeado', '0.5', 'proporción'], // (200 − 150) ÷ (200 − 100)
    ['2.1.2', 'meta', '', 'unidades'], // ended in 2030
    ['2.1.2', 'avance', '1', 'proporción'], // 12 of 10, held at 1
    ['2.2.10', 'logro', '', 'proporción'], // nothing reported, which is not 0…
    ['2.2.10', 'cumplimiento', '0', 'proporción'], // …though it counts as 0
  ])('%s %s = %s', (codigo, indicador, valor, unidad) => {
    expect(de(codigo, indicador)).toMatchObject({ valor, unidad })
  })

  test('of other years are the goals and the achievements, each where there is one', () => {
    expect(de('1.1.1', 'logro', '2029')?.valor).toBe('8')
    expect(de('1.1.1', 'meta', '2035')?.valor).toBe('10')
    expect(de('1.1.1', 'logro', '2032')).toBeUndefined()
    expect(de('1.1.1', 'avance', '2030')).toBeUndefined()
  })

  test('of a year with periods to come say up to which they count; those that are reconstruidas are told of the vigencia only', async () => {
    const otros = await abrir(
      unLibro()
        .producto('1.1.1', {
          sector: 'Salud',
          metas: { 2022: 4, 2023: 8 },
          avances: { 2022: 4, '2023-T1': 1, '2023-T2': 2 },
          procedencia: 'Reconstruida',
        })
        .bytes(),
    )
    const suyas = leerCsv(otros, 'cifras-de-productos')
    expect(new Set(suyas.map(({ anio }) => anio))).toEqual(new Set(['2023']))
    expect(suyas.find(({ indicador }) => indicador === 'logro')).toMatchObject({ valor: '3', hasta: '2023-T2' })
  })

  test('are those of datos.json', () => {
    const libro = POLITICA_DEL_AGUA.libro()
    const datos = JSON.parse(datosJson(construirReport(libro, calcularIndicadores(libro)), { tablas: [], graficas: [] }))
    const DEL_PRODUCTO = {
      meta: 'metaVigencia',
      logro: 'logroVigencia',
      cumplimiento: 'cumplimiento',
      meta_acumulada: 'metaAcumulada',
      logro_acumulado: 'logroAcumulado',
      diferencia_acumulada: 'diferenciaAcumulada',
    }
    const numero = (valor: string | undefined) => (valor === undefined || valor === '' ? null : Number(valor))
    const redondo = (n: number | null) => (n === null ? null : Number(n.toPrecision(15)))
    for (const p of datos.productos) {
      for (const [indicador, nombre] of Object.entries(DEL_PRODUCTO))
        expect(numero(de(p.codigo, indicador)?.valor)).toBe(redondo(p[nombre]))
      expect(leerCsv(archivos, 'estados-de-productos').find(({ codigo }) => codigo === p.codigo)).toMatchObject({
        situacion: p.situacion,
        semaforo: p.semaforo ?? '',
        balance: p.balance ?? '',
        cumplimiento_porcentaje: p.cumplimientoPorcentaje === null ? '' : String(p.cumplimientoPorcentaje),
      })
    }
    const grupos = [
      ...leerCsv(archivos, 'resultados-por-sector').map(
        (f) => [f, datos.sectores.find((s: { nombre: string }) => s.nombre === f.sector)] as const,
      ),
      ...leerCsv(archivos, 'resultados-por-objetivo').map(
        (f) => [f, datos.objetivos.find((o: { numero: number }) => String(o.numero) === f.objetivo)] as const,
      ),
      ...leerCsv(archivos, 'resultados-de-la-politica').map((f) => [f, datos.politica] as const),
    ]
    expect(grupos).toHaveLength(6) // 3 sectores, 2 objetivos, the policy
    for (const [fila, { avance, planeado, diferencia, conMeta, sinMeta, balance, verde, amarillo, rojo, cumplidos, productos }] of grupos) {
      expect([fila.avance, fila.planeado, fila.diferencia].map(numero)).toEqual([avance, planeado, diferencia].map(redondo))
      expect([fila.con_meta, fila.sin_meta, fila.verde, fila.amarillo, fila.rojo, fila.cumplidos, fila.productos].map(numero)).toEqual([
        ...[conMeta, sinMeta, verde, amarillo, rojo, cumplidos, productos],
      ])
      expect(fila.balance).toBe(balance)
    }
  })

  test('of the tables of the report are the printed rows, the code apart, and the total marked', () => {
    expect(leerCsv(archivos, 'tabla-01')).toEqual([
      { fila: 'cuerpo', sector: 'Agua', productos: '3' },
      { fila: 'cuerpo', sector: 'Suelo', productos: '2' },
      { fila: 'cuerpo', sector: 'Aire', productos: '2' },
      { fila: 'total', sector: 'Total', productos: '7' },
    ])
    const deAgua = paquete.resources.findIndex(({ name }) => name === 'tabla-07')
    expect(leerCsv(archivos, paquete.resources[deAgua]?.name ?? '')[1]).toEqual({
      codigo: '1.1.2',
      producto: 'Agua potable en escuelas',
      meta_acumulada_2028_2031: '0.9',
      logro_acumulado_2028_2031: '0.6',
      meta_2031: '0.9',
      logro_2031: '0.6',
    })
  })
})
