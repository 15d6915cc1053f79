/** `informe nueva-vigencia`: the workbook of the next year, from both policies, filled with numbers and made into a report. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as XLSX from 'xlsx'
import { calcularIndicadores } from '../src/indicators/index.js'
import { nuevaVigencia, PedidoInvalido } from '../src/pipeline/index.js'
import { construirReport } from '../src/report/index.js'
import { LIMITES, readLibro, redactar } from '../src/workbook/index.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { unLibro } from './un-libro.js'

type Celda = string | number | undefined

/** The rows of a sheet from its header on, as they stand in the file. */
function filasDe(bytes: Uint8Array, hoja: string): readonly (readonly Celda[])[] {
  const hojas = XLSX.read(bytes).Sheets
  const filas = XLSX.utils.sheet_to_json<Celda[]>(hojas[hoja] ?? {}, { header: 1, raw: true })
  const encabezado = filas.findIndex((fila) =>
    ['Código', 'Campo', 'Clave', 'Fecha', 'Hoja', 'Orden', 'Objetivo'].some((t) => fila.includes(t)),
  )
  return filas.slice(encabezado)
}

/** The values of a row by the title of their column. */
function porCodigo(bytes: Uint8Array, hoja: string): ReadonlyMap<string, ReadonlyMap<string, Celda>> {
  const [titulos = [], ...filas] = filasDe(bytes, hoja)
  const de = (fila: readonly Celda[]) => new Map(titulos.map((titulo, j) => [String(titulo), fila[j]]))
  return new Map(filas.map((fila) => [String(fila[titulos.indexOf('Código')]).replace(/\.$/u, ''), de(fila)]))
}

const abrir = (bytes: Uint8Array, vigencia: number | null = null) =>
  nuevaVigencia({
    libro: { nombre: 'anterior.xlsx', bytes },
    limites: LIMITES,
    vigencia,
    quien: 'Ana Ruiz',
    ahora: new Date('2032-02-03T15:00:00Z'),
    dia: '2032-02-03',
  })

/** The numbers of a linear congruence: the same on every machine. */
function sembrados(semilla: number): () => number {
  let estado = semilla
  return () => {
    estado = (estado * 1103515245 + 12345) % 2147483648
    return estado
  }
}

/** The workbook with numbers typed in the new year of `Avances`, and those numbers. Where it has halves of the year, the second counts or adds. */
function llenar(
  bytes: Uint8Array,
  vigencia: number,
  porSemestres: readonly string[],
): { bytes: Uint8Array; nuevos: Map<string, readonly number[]> } {
  const libro = XLSX.read(bytes, { cellStyles: true })
  const [productos, avances] = [porCodigo(bytes, 'Productos'), filasDe(bytes, 'Avances')]
  const hoja = libro.Sheets.Avances ?? {}
  const [titulos = []] = avances
  const primera = XLSX.utils.sheet_to_json<Celda[]>(hoja, { header: 1 }).length - avances.length
  const azar = sembrados(2032)
  const nuevos = new Map<string, readonly number[]>()
  for (const [i, fila] of avances.entries()) {
    const codigo = String(fila[0])
    const producto = productos.get(codigo)
    const anio = (campo: string) => Number(producto?.get(campo))
    if (i === 0 || producto === undefined || anio('Año de finalización') < vigencia || anio('Año de inicio') > vigencia) continue
    const columnas = porSemestres.includes(codigo) ? [`${vigencia}-S1`, `${vigencia}-S2`] : [String(vigencia)]
    const dados = columnas.map(() => (producto.get('Unidad') === 'Porcentaje' ? (azar() % 100) / 100 : 1 + (azar() % 90)))
    for (const [k, titulo] of columnas.entries())
      hoja[XLSX.utils.encode_cell({ r: primera + i, c: titulos.findIndex((t) => String(t) === titulo) })] = { t: 'n', v: dados[k] ?? 0 }
    nuevos.set(codigo, dados)
  }
  return { bytes: new Uint8Array(XLSX.write(libro, { type: 'array', bookType: 'xlsx' })), nuevos }
}

/** What is left of binary floating point. */
const limpio = (n: number) => Number(n.toFixed(9))

describe.each([
  {
    politica: 'PPASP',
    bytes: () => new Uint8Array(readFileSync('inputs/ppasp-2023.xlsx')),
    de: 2023,
    a: 2024,
    porSemestres: [],
    tipos: ['Constante', 'Suma'],
  },
  {
    politica: 'PPSA',
    bytes: () => new Uint8Array(readFileSync('inputs/ppsa-2025.xlsx')),
    de: 2025,
    a: 2026,
    porSemestres: [],
    tipos: ['Constante', 'Creciente', 'Decreciente', 'Suma'],
  },
  {
    politica: 'agua',
    bytes: () => POLITICA_DEL_AGUA.bytes(),
    de: 2031,
    a: 2032,
    porSemestres: ['1.1.2'],
    tipos: ['Constante', 'Creciente', 'Decreciente', 'Suma'],
  },
])('desde el libro de $politica', ({ bytes, de, a, porSemestres, tipos }) => {
  let antes: Uint8Array
  let nuevo: Awaited<ReturnType<typeof abrir>>
  beforeAll(async () => {
    antes = bytes()
    nuevo = await abrir(antes)
  })

  test('el libro nuevo se lee sin errores, y lo que era del plan y de otros años sigue igual', () => {
    const { libro, errores } = readLibro(nuevo.bytes)
    const { libro: anterior } = readLibro(antes)
    if (libro === null || anterior === null) throw new Error(JSON.stringify(errores.map(redactar)))
    const sinTextos = (uno: typeof libro) =>
      uno.productos.map(({ logros: _, dificultades: __, observaciones: ___, celda: ____, ...p }) => ({
        ...p,
        ...{ metaFinal: p.metaFinal.valor, lineaBase: p.lineaBase?.valor ?? null, importancia: p.importancia?.valor ?? null },
        metas: [...p.metas].map(([anio, { valor }]) => [anio, valor]),
        avances: [...p.avances].map(([anio, { valor, hasta }]) => [anio, valor, hasta]),
      }))
    expect(sinTextos(libro)).toEqual(sinTextos(anterior))
    expect(libro.semaforo.map(({ color, desde, hasta }) => [color, desde, hasta])).toEqual(
      anterior.semaforo.map(({ color, desde, hasta }) => [color, desde, hasta]),
    )
    expect(libro.politica).toMatchObject({ vigencia: a, fechaCorte: `${a}-12-31`, anioPublicacion: a + 1 })
  })

  test('lo que se contó del año quedó vacío, y las claves de Textos siguen', () => {
    const { libro } = readLibro(nuevo.bytes)
    expect(libro).toMatchObject({ capacitaciones: null, jornadas: null, reuniones: null, aceptaciones: [] })
    expect([...(libro?.textos.values() ?? [])]).toEqual([])
    expect(libro?.productos.flatMap((p) => [p.logros, p.dificultades, p.observaciones]).every((texto) => texto === null)).toBe(true)
    expect([...(libro?.objetivos ?? []), ...(libro?.sectores ?? [])].every(({ conclusiones }) => conclusiones === null)).toBe(true)
    const claves = (suyos: Uint8Array) => filasDe(suyos, 'Textos').map(([clave]) => clave)
    expect(claves(nuevo.bytes)).toEqual(claves(antes))
  })

  test('con el año lleno, el acumulado del informe es la suma hecha a mano de cada producto', () => {
    const lleno = llenar(nuevo.bytes, a, porSemestres)
    const { libro, errores } = readLibro(lleno.bytes)
    if (libro === null) throw new Error(JSON.stringify(errores.map(redactar)))
    const impresos = new Map(
      [...construirReport(libro, calcularIndicadores(libro)).tablas.values()]
        .filter(({ id }) => id.startsWith('cumplimiento-'))
        .flatMap(({ filas }) => filas.map(({ celdas: [nombre, ...resto] }) => [nombre?.codigo, resto.map(({ valor }) => valor)] as const)),
    )
    const [productos, metas, avances] = [porCodigo(antes, 'Productos'), porCodigo(antes, 'Metas'), porCodigo(antes, 'Avances')]
    // In the order of the columns: years, and the periods of those that are given by them.
    const anios = (fila: ReadonlyMap<string, Celda> | undefined, hasta: number) =>
      [...(fila ?? [])].flatMap(([titulo, valor]) =>
        /^\d{4}(?:-\w+)?$/u.test(titulo) && Number(titulo.slice(0, 4)) <= hasta && typeof valor === 'number' ? [valor] : [],
      )
    const vistos = new Set<Celda>()
    for (const [codigo, suyos] of lleno.nuevos) {
      const tipo = productos.get(codigo)?.get('Tipo de anualización')
      const [meta, logro] = [anios(metas.get(codigo), a), [...anios(avances.get(codigo), de), ...suyos]]
      const esMeta = meta.filter((valor) => valor !== 0 || tipo === 'Decreciente')
      const total = (valores: readonly number[]) =>
        valores.length === 0 ? null : limpio(tipo === 'Suma' ? valores.reduce((suma, valor) => suma + valor, 0) : (valores.at(-1) ?? 0))
      const [metaAcumulada, logroAcumulado] = impresos.get(codigo) ?? []
      expect([codigo, metaAcumulada, logroAcumulado]).toEqual([codigo, total(esMeta), total(logro)])
      vistos.add(tipo)
    }
    expect([...vistos].map(String).toSorted()).toEqual(tipos)
  })
})

describe('lo que hay que decidir', () => {
  const libro = () =>
    unLibro({ inicio: 2022, fin: 2025, vigencia: 2023 })
      .producto('1.1.1', { sector: 'Movilidad', fin: 2023, metas: { 2022: 10, 2023: 10 }, avances: { 2022: 10, 2023: 10 } })
      .producto('1.1.2', { sector: 'Movilidad', fin: 2023, metas: { 2022: 10, 2023: 10 }, avances: { 2022: 10, 2023: 3 } })
      .producto('1.1.3', { sector: 'Movilidad', metas: { 2022: 10, 2025: 10 } })
      .producto('1.1.4', { sector: 'Movilidad', inicio: 2024, metas: { 2024: 10 } })
      .hoja('Notas sueltas', [['Esto no es del libro']])

  test('se dice con su celda en el libro nuevo, y queda en sus Instrucciones', async () => {
    const { decisiones, bytes } = await abrir(libro().bytes())
    expect(decisiones.map(({ regla, lugar }) => [regla, lugar])).toEqual([
      ['campo-por-confirmar', 'Política!B11'],
      ['campo-por-confirmar', 'Política!B17'],
      ['producto-que-termina', 'Productos!A4'],
      ['producto-que-termina', 'Productos!A5'],
      ['meta-por-decidir', 'Metas!D6'],
      ['hoja-que-no-pasa', 'Notas sueltas'],
    ])
    expect(decisiones[2]?.encontrado).toContain('con su meta final cumplida')
    expect(decisiones[3]?.encontrado).toContain('sin alcanzar su meta final')
    expect(filasDe(bytes, 'Productos')[1]?.[0]).toBe('1.1.1')
    const pendientes = filasDe(bytes, 'Instrucciones').filter(([cual]) => String(cual).startsWith('Por decidir en 2024'))
    expect(pendientes.map(([cual]) => cual)).toEqual(decisiones.map(({ lugar }) => `Por decidir en 2024: ${lugar}`))
    // A year later, those of then are gone.
    const otro = await abrir(bytes)
    const deOtro = filasDe(otro.bytes, 'Instrucciones').map(([cual]) => String(cual))
    expect(deOtro.filter((cual) => cual.startsWith('Por decidir en 2024'))).toEqual([])
    expect(deOtro.filter((cual) => cual.startsWith('Por decidir en 2025')).length).toBe(otro.decisiones.length)
  })

  test('la hoja Avances trae el año, sus periodos y una fila por cada producto que sigue; Registro, quién lo abrió', async () => {
    const { bytes } = await abrir(
      unLibro({ inicio: 2022, fin: 2025, vigencia: 2023 })
        .producto('1.1.1', { metas: { 2022: 1, 2023: 1, 2024: 1 }, avances: { 2022: 1, '2023-T1': 1 } })
        .producto('1.1.2', { metas: { 2024: 1 } })
        .bytes(),
    )
    expect(filasDe(bytes, 'Avances')[0]?.map(String)).toEqual(['Código', '2022', '2023', '2023-T1', '2024', '2024-T1'])
    expect(filasDe(bytes, 'Avances').map(([codigo]) => codigo)).toEqual(['Código', '1.1.1', '1.1.2'])
    expect(filasDe(bytes, 'Registro').at(-1)?.slice(1)).toEqual([
      'Ana Ruiz',
      'anterior.xlsx',
      'Se abrió la vigencia 2024 con los productos, las metas y los avances del libro de 2023.',
    ])
  })

  test.each([
    ['la misma', 2023, /La vigencia 2023 no puede seguir a la del libro, 2023, en un plan que va hasta 2025; puede ser de 2024 a 2025/u],
    ['una fuera del plan', 2026, /puede ser de 2024 a 2025/u],
  ])('%s no se abre', async (_, vigencia, dicho) => {
    await expect(abrir(libro().bytes(), vigencia)).rejects.toThrow(PedidoInvalido)
    await expect(abrir(libro().bytes(), vigencia)).rejects.toThrow(dicho)
  })

  test('después del último año del plan no hay otro', async () => {
    await expect(abrir(unLibro({ fin: 2023 }).bytes())).rejects.toThrow(/El plan termina en 2023/u)
  })
})

describe('la orden', () => {
  let carpeta: string
  const informe = (...argumentos: readonly string[]) =>
    spawnSync(process.execPath, [join(new URL('..', import.meta.url).pathname, 'dist/cli/informe.js'), 'nueva-vigencia', ...argumentos], {
      cwd: carpeta,
      encoding: 'utf8',
      env: { ...process.env, SOURCE_DATE_EPOCH: '1960000000' },
    })
  beforeAll(() => {
    carpeta = mkdtempSync(join(tmpdir(), 'vigencia-'))
    writeFileSync(join(carpeta, 'agua.xlsx'), POLITICA_DEL_AGUA.bytes())
  })
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

  test('escribe el libro, dice qué decidir, y no reemplaza lo que hay', () => {
    const { status, stdout, stderr } = informe('agua.xlsx', '--salida', 'agua-2032.xlsx')
    expect(status).toBe(0)
    expect(stdout).toContain('Libro de la vigencia 2032: agua-2032.xlsx.')
    expect(`${stdout}${stderr}`).toContain('Política!B11')
    const otra = informe('agua.xlsx', '--salida', 'agua-2032.xlsx')
    expect([otra.status, otra.stderr]).toEqual([4, expect.stringContaining('ya hay un archivo con ese nombre')])
  })

  test('un libro con errores, o un año que no es, no se abre', () => {
    writeFileSync(join(carpeta, 'roto.xlsx'), POLITICA_DEL_AGUA.celda('Política!B8', 'nunca').bytes())
    expect(informe('roto.xlsx', '--salida', 'x.xlsx').status).toBe(3)
    expect(informe('agua.xlsx', '--salida', 'x.xlsx', '--vigencia', 'treinta').status).toBe(2)
  })
})
