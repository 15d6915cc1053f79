/** Many workbooks by one command: what is made, what is told, and what is left when it is cut off. The long form is `npm run bench:lote`. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { estadoDe, type Fin, informe, PROGRAMA } from '../scripts/fallos/ensayo.js'
import { paginaDeLote, type Resumen, resumen } from '../src/lote/index.js'
import { conNavegador, navegadorCon, sinFaltas } from './navegador.js'
import { POLITICA_DEL_AGUA } from './politica-del-agua.js'
import { cargarRecursos } from './recursos.js'
import { unLibro } from './un-libro.js'

let carpeta: string
const en = (...ruta: string[]) => join(carpeta, ...ruta)
beforeAll(() => {
  carpeta = mkdtempSync(join(tmpdir(), 'lote-'))
  mkdirSync(en('libros'))
  BUENOS.forEach((nombre, i) => void writeFileSync(en('libros', `${nombre}.xlsx`), libroDe(i)))
  writeFileSync(en('libros', 'malo.xlsx'), POLITICA_DEL_AGUA.celda('Productos!A4', 'x').bytes())
  writeFileSync(en('libros', '~$malo.xlsx'), 'de Excel')
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

const BUENOS = ['dos', 'tres', 'uno']
/** Made before the bad one: the builder keeps what it is told. */
const LIBROS = [5, 6, 7, 8].map((avance) => POLITICA_DEL_AGUA.celda('Avances!E2', avance).bytes())
const libroDe = (i: number) => LIBROS[i] ?? new Uint8Array()
const lote = (salida: string, ...opciones: string[]) => informe(['lote', en('libros'), '--salida', en(salida), ...opciones])
const resumenDe = (salida: string, nombre = 'lote'): Resumen =>
  resumen.parse(JSON.parse(readFileSync(en(salida, `${nombre}.json`), 'utf8')))
const estados = ({ libros }: Resumen) => Object.fromEntries(libros.map(({ salida, estado }) => [salida, estado]))
/** How many times each workbook was done, refused or not, by the log. */
const veces = (salida: string, nombre = '.lote.jsonl') => {
  const lineas = readFileSync(en(salida, nombre), 'utf8').trim().split('\n')
  const suyas = lineas
    .map((linea) => JSON.parse(linea) as { readonly fila?: { readonly salida: string } })
    .flatMap(({ fila }) => fila?.salida ?? [])
  return Object.fromEntries([...new Set(suyas)].toSorted().map((una) => [una, suyas.filter((otra) => otra === una).length]))
}

describe('un lote', () => {
  let fin: Fin
  beforeAll(async () => {
    fin = await lote('hecho', '--obreros', '1')
  })

  test('hace los libros buenos y dice los malos, que no detienen a nadie', () => {
    expect(fin.codigo).toBe(3)
    expect(estados(resumenDe('hecho'))).toEqual({ dos: 'hecho', malo: 'rechazado', tres: 'hecho', uno: 'hecho' })
    expect(existsSync(en('hecho', 'malo'))).toBe(false)
    const malo = resumenDe('hecho').libros.find(({ salida }) => salida === 'malo')
    expect(malo?.errores).toBeGreaterThan(0)
    expect(malo?.mensajes[0]).toMatch(/^Productos!A4: se encontró «x»/u)
    expect(fin.dicho).toContain('[4/4] uno.xlsx: hecho en ')
    expect(fin.dicho).toContain('3 hechos, 1 rechazado')
  })

  test('su página lleva a los informes que hay', () => {
    const pagina = readFileSync(en('hecho', 'lote.html'), 'utf8')
    const enlaces = [...pagina.matchAll(/<td><a href="([^"]+)"|<\/a> <a href="([^"]+)"/gu)].map(([, uno, otro]) => uno ?? otro ?? '')
    expect(enlaces).toHaveLength(6)
    expect(enlaces.filter((enlace) => !existsSync(en('hecho', decodeURIComponent(enlace))))).toEqual([])
  })

  test('cada informe es el mismo, byte por byte, que hecho solo, sin partes guardadas, al guardarlas y con ellas', async () => {
    // «uno» es el tercero de un mismo hilo, y otra cifra del mismo libro: de lo que dejó «dos», le sirve una parte.
    const ordenes = [
      ['dos', 'sin', ['--sin-cache']],
      ['uno', 'sin', ['--sin-cache']],
      ['dos', 'al-guardar', ['--cache', en('cache')]],
      ['uno', 'con-algunas', ['--cache', en('cache')]],
      ['dos', 'con-todas', ['--cache', en('cache')]],
    ] as const
    for (const [nombre, vez, cache] of ordenes) {
      const salida = en('solo', vez, nombre)
      const solo = await informe(['generar', en('libros', `${nombre}.xlsx`), '--salida', salida, '--silencioso', ...cache])
      expect(solo.codigo).toBe(0)
      expect([...estadoDe(salida)], `${nombre}, ${vez}`).toEqual([...estadoDe(en('hecho', nombre))])
    }
  })

  test('y que el de un libro que se corrigió, con lo que guardó otro proceso antes de corregirlo', async () => {
    mkdirSync(en('corregido'))
    const hacer = async (i: number) => {
      writeFileSync(en('corregido', 'dos.xlsx'), libroDe(i))
      const salida = en('corregido', `hecho-${i}`)
      const orden = ['generar', en('corregido', 'dos.xlsx'), '--salida', salida, '--silencioso', '--cache', en('corregido', 'cache')]
      expect((await informe(orden)).codigo).toBe(0)
      return [...estadoDe(salida)]
    }
    const antes = await hacer(3)
    const despues = await hacer(0)
    expect(despues).not.toEqual(antes)
    expect(despues).toEqual([...estadoDe(en('hecho', 'dos'))])
  })

  test('con --continuar hace lo que falta y lo que cambió, y nada más', async () => {
    const antes = veces('hecho')
    expect((await lote('hecho', '--continuar')).codigo).toBe(3)
    expect(veces('hecho')).toEqual(antes)
    expect(resumenDe('hecho').totales).toMatchObject({ hechos: 3, rechazados: 1, ahora: 0 })

    writeFileSync(en('libros', 'dos.xlsx'), libroDe(3))
    rmSync(en('hecho', 'tres', 'datos.json'))
    rmSync(en('libros', 'uno.xlsx'))
    const fin = await lote('hecho', '--continuar', '--silencioso')
    expect(fin.dicho).toMatch(/^malo\.xlsx: rechazado: Productos!A4: .*\n$/u)
    expect(veces('hecho')).toEqual({ ...antes, dos: 2, tres: 2 })
    expect(resumenDe('hecho').ajenas).toEqual(['uno'])
    expect(existsSync(en('hecho', 'uno', 'manifiesto.json'))).toBe(true)
    writeFileSync(en('libros', 'dos.xlsx'), libroDe(0))
    writeFileSync(en('libros', 'uno.xlsx'), libroDe(2))
  })
})

describe('cortado', () => {
  test('por kill -9, con --continuar no pierde nada ni hace nada dos veces', async () => {
    const muerto = await informe(['lote', en('libros'), '--salida', en('muerto'), '--obreros', '1'], {
      ...{ matarA: 400, desde: en('muerto', 'dos', 'manifiesto.json') },
    })
    expect(muerto.senal).toBe('SIGKILL')
    const hechoAntes = veces('muerto')
    expect(BUENOS.every((nombre) => existsSync(en('muerto', nombre, 'manifiesto.json')))).toBe(false)
    expect((await lote('muerto', '--continuar')).codigo).toBe(3)
    expect(estados(resumenDe('muerto'))).toEqual({ dos: 'hecho', malo: 'rechazado', tres: 'hecho', uno: 'hecho' })
    expect(Object.entries(veces('muerto')).filter(([, cuantas]) => cuantas !== 1)).toEqual([])
    expect(veces('muerto')).toMatchObject(hechoAntes)
    // The first was in its folder; whether it was noted too depends on the moment.
    expect(resumenDe('muerto').totales.ahora).toBeLessThan(3)
    for (const nombre of ['dos', 'uno']) expect([...estadoDe(en('muerto', nombre))]).toEqual([...estadoDe(en('solo', 'sin', nombre))])
  })

  test('con Ctrl+C termina lo que está en curso, no empieza más y dice qué falta', async () => {
    const proceso = spawn(process.execPath, [PROGRAMA, 'lote', en('libros'), '--salida', en('cortado'), '--obreros', '1'])
    let dicho = ''
    proceso.stdout.on('data', (trozo) => {
      dicho += String(trozo)
      if (dicho.includes('[1/4]') && !dicho.includes('Interrumpido')) proceso.kill('SIGINT')
    })
    expect(await new Promise((resolve) => proceso.on('close', resolve))).toBe(130)
    expect(dicho).toContain('se termina el informe que está en curso')
    expect(estados(resumenDe('cortado'))).toEqual({ dos: 'hecho', malo: 'rechazado', tres: 'pendiente', uno: 'pendiente' })
    expect(dicho).toContain('repita la orden con --continuar')
    expect([...estadoDe(en('cortado', 'dos'))]).toEqual([...estadoDe(en('solo', 'sin', 'dos'))])
  })
})

test('las partes hacen cada una lo suyo, y juntas todo; sin --parte, --continuar las resume sin hacer nada', async () => {
  const opciones = ['--formatos', 'html', '--silencioso']
  await Promise.all(['1/2', '2/2'].map((parte) => lote('partes', '--parte', parte, ...opciones)))
  const partes = [1, 2].map((i) => resumenDe('partes', `lote-${i}-de-2`))
  const deCada = partes.map(({ libros }) => libros.map(({ salida }) => salida))
  expect(deCada.flat().toSorted()).toEqual(['dos', 'malo', 'tres', 'uno'])
  expect(deCada.every((suyos) => suyos.length > 0)).toBe(true)
  expect((await lote('partes', '--continuar', ...opciones)).codigo).toBe(3)
  expect(resumenDe('partes').totales).toEqual({ libros: 4, hechos: 3, rechazados: 1, fallidos: 0, pendientes: 0, ahora: 0 })
  expect(veces('partes')).toEqual({})
})

describe('un libro que pide demasiado', () => {
  beforeAll(() => {
    mkdirSync(en('grandes'))
    let enorme = unLibro({ inicio: 2028, fin: 2035, vigencia: 2031 })
    for (let i = 1; i <= 1500; i++)
      enorme = enorme.producto(`1.1.${i}`, { sector: `Sector ${i % 10}`, metas: { 2031: 10 }, avances: { 2031: 8 } })
    writeFileSync(en('grandes', 'enorme.xlsx'), enorme.bytes())
    cpSync(en('libros', 'uno.xlsx'), en('grandes', 'normal.xlsx'))
  })
  const conGrandes = (salida: string, ...opciones: string[]) =>
    informe(['lote', en('grandes'), '--salida', en(salida), '--obreros', '1', '--formatos', 'html', ...opciones])

  test('en memoria se rechaza con lo que hay que hacer, y los demás salen', async () => {
    expect((await conGrandes('memoria', '--memoria', '70')).codigo).toBe(3)
    const { libros } = resumenDe('memoria')
    expect(estados(resumenDe('memoria'))).toEqual({ enorme: 'rechazado', normal: 'hecho' })
    expect(libros[0]?.mensajes[0]).toContain('más de los 70 MB')
  })

  test('en tiempo, lo mismo', async () => {
    expect((await conGrandes('tiempo', '--plazo', '1')).codigo).toBe(3)
    expect(resumenDe('tiempo').libros[0]?.mensajes[0]).toContain('a los 1 segundos')
    expect(existsSync(en('tiempo', 'enorme'))).toBe(false)
  })
})

describe('lo que no se puede hacer se dice antes de empezar', () => {
  test('una lista con faltas, todas con su línea', async () => {
    writeFileSync(en('lista.csv'), 'libro;salida;plantillas\nlibros/uno.xlsx;a;\nlibros/dos.xlsx;A;\nlibros/dos.txt;b;\n')
    const fin = await informe(['lote', en('lista.csv'), '--salida', en('nada')])
    expect(fin.codigo).toBe(3)
    expect(fin.dicho).toContain('lista.csv:3: se encontró la carpeta «A» para libros/dos.xlsx, que ya es de libros/uno.xlsx')
    expect(fin.dicho).toContain('lista.csv:4, columna «libro»: se encontró «libros/dos.txt»')
    expect(existsSync(en('nada'))).toBe(false)
  })

  test('unas plantillas que no están', async () => {
    writeFileSync(en('con-plantillas.csv'), 'libro,plantillas\nlibros/uno.xlsx,no-hay\n')
    const fin = await informe(['lote', en('con-plantillas.csv'), '--salida', en('nada')])
    expect([fin.codigo, fin.dicho]).toEqual([
      3,
      expect.stringContaining('con-plantillas.csv:2, columna «plantillas»: se encontró «no-hay»'),
    ])
  })

  test('una carpeta que no se puede escribir', async () => {
    writeFileSync(en('archivo'), '')
    expect((await lote('archivo')).codigo).toBe(4)
  })

  test.each([
    ['--parte', '3/2'],
    ['--parte', '0/2'],
    ['--obreros', '0'],
    ['--memoria', 'mucha'],
    ['--plazo', '1,5'],
    ['--formatos', 'odt'],
  ])('%s %s', async (opcion, valor) => {
    const fin = await lote('nada', opcion, valor)
    expect([fin.codigo, fin.dicho]).toEqual([2, expect.stringContaining(`«${valor}»`)])
  })
})

test('una lista da a cada libro su carpeta, y un libro que no está no detiene a los demás', async () => {
  writeFileSync(en('dos-libros.csv'), 'libro,salida\nno-hay.xlsx,\nlibros/uno.xlsx,Otra carpeta\n')
  expect((await informe(['lote', en('dos-libros.csv'), '--salida', en('de-lista'), '--formatos', 'html'])).codigo).toBe(3)
  const { libros } = resumenDe('de-lista')
  expect(libros.map(({ salida, estado }) => [salida, estado])).toEqual([
    ['no-hay', 'rechazado'],
    ['Otra carpeta', 'hecho'],
  ])
  expect(libros[0]?.mensajes[0]).toContain('no existe')
  expect(existsSync(en('de-lista', 'Otra carpeta', 'informe-ppa-2031.html'))).toBe(true)
})

describe('la página del lote', () => {
  const uno = { sha256: null, errores: 0, avisos: 2, hallazgos: 0, mensajes: [], conservados: [], ms: 4321 }
  const resumido: Resumen = {
    ...{ esquema: 1, programa: '1.0.0', parte: null, opciones: {}, ms: 1000, ajenas: ['otra'] },
    totales: { libros: 3, hechos: 1, rechazados: 1, fallidos: 0, pendientes: 1, ahora: 1 },
    libros: [
      { ...uno, libro: 'Ibagué <2031>.xlsx', salida: 'Ibagué 2031', estado: 'hecho', documentos: ['informe-ppa-2031.pdf'] },
      {
        ...uno,
        libro: 'malo.xlsx',
        salida: 'malo',
        estado: 'rechazado',
        errores: 12,
        avisos: null,
        documentos: [],
        mensajes: ['Productos!A4: mal'],
      },
      { ...uno, libro: 'nuevo.xlsx', salida: 'nuevo', estado: 'pendiente', avisos: null, hallazgos: null, documentos: [], ms: null },
    ],
  }
  const { theme, assets } = cargarRecursos()
  const abrir = navegadorCon(() => paginaDeLote({ resumen: resumido, theme, fonts: assets.fonts }))
  sinFaltas(abrir)

  conNavegador('muestra los de un estado, y dice cuántos', async () => {
    const { page } = await abrir()
    await page.getByLabel('Rechazados (1)').check()
    expect(await page.locator('tbody tr:not([hidden]) th').allInnerTexts()).toEqual(['malo.xlsx'])
    expect(await page.locator('.detalle:not([hidden]) li').allInnerTexts()).toEqual([
      'Productos!A4: mal',
      'Y 11 más: los dice «informe validar» con ese libro.',
    ])
    expect(await page.getByRole('status').innerText()).toBe('Se muestran 1.')
    await page.getByLabel('Todos (3)').check()
    expect(await page.locator('tbody tr:not([hidden]) th').allInnerTexts()).toEqual(['Ibagué <2031>.xlsx', 'malo.xlsx', 'nuevo.xlsx'])
    expect(await page.getByRole('link', { name: 'PDF de Ibagué 2031' }).getAttribute('href')).toBe(
      'Ibagu%C3%A9%202031/informe-ppa-2031.pdf',
    )
    await page.context().close()
  })

  conNavegador('sin guiones no ofrece escoger, y están todos', async () => {
    const { page } = await abrir({ javaScriptEnabled: false })
    expect(await page.getByRole('radio').count()).toBe(0)
    expect(await page.locator('tbody tr:not(.detalle)').count()).toBe(3)
    await page.context().close()
  })
})
