/** `informe comparar`: what changed between two workbooks, or two editions, and what of it matters first. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loPrimero, paginaDeComparacion, palabraPorPalabra, tramosDistintos } from '../src/compare/index.js'
import { readTree } from '../src/disk/index.js'
import { comparar, DatosIlegibles } from '../src/pipeline/index.js'
import { leerDocumento } from '../src/readers/index.js'
import { generarEnMemoria } from './generar-en-memoria.js'
import { navegadorCon, sinFaltas } from './navegador.js'
import { cargarRecursos } from './recursos.js'
import { type UnLibro, unLibro } from './un-libro.js'

const RAIZ = new URL('..', import.meta.url).pathname
const plantillas = await readTree(join(RAIZ, 'templates'))

/** 1.1.1: 9 of 10, 90 %, verde; 1.1.2: 3 of 5, 60 %, amarillo; 2.1.1, of another sector. */
const base = ({ logro = 9, tercero = true, alReves = false } = {}): UnLibro => {
  const uno = (libro: UnLibro) =>
    libro.producto('1.1.1', { nombre: 'Rutas señalizadas', sector: 'Movilidad', metas: { 2023: 10 }, avances: { 2023: logro } })
  const dos = (libro: UnLibro) => libro.producto('1.1.2', { sector: 'Movilidad', metas: { 2023: 5 }, avances: { 2023: 3 } })
  const pasos = alReves ? [dos, uno] : [uno, dos]
  const libro = pasos.reduce((l, paso) => paso(l), unLibro())
  return tercero ? libro.producto('2.1.1', { sector: 'Salud', metas: { 2023: 4 }, avances: { 2023: 4 } }) : libro
}
const entre = (antes: UnLibro, despues: UnLibro) => comparar({ libro: antes.bytes() }, { libro: despues.bytes() }, plantillas)

describe('entre dos libros', () => {
  test('una celda corregida se ve en sus cifras, su clase, sus tablas, sus gráficas y sus párrafos', () => {
    // 4 of 10 is 40 %: rojo.
    const c = entre(base(), base({ logro: 4 }))
    expect(c.celdas).toEqual([
      { hoja: 'Avances', clave: '1.1.1', columna: '2023', antes: '9', despues: '4', celda: expect.stringMatching(/^Avances!/u) },
    ])
    expect(c.cifras).toContainEqual({ codigo: '1.1.1', campo: 'logroVigencia', antes: 9, despues: 4 })
    expect(c.cifras).toContainEqual({ codigo: '1.1.1', campo: 'cumplimientoPorcentaje', antes: 90, despues: 40 })
    expect(c.cifras).toContainEqual({ campo: 'verde', antes: 2, despues: 1 })
    expect(c.cifras).toContainEqual({ sector: 'Movilidad', campo: 'rojo', antes: 0, despues: 1 })
    expect(c.cifras.filter(({ sector, codigo }) => sector === 'Salud' || codigo === '1.1.2')).toEqual([])
    expect(c.clases).toEqual([
      {
        codigo: '1.1.1',
        nombre: 'Rutas señalizadas',
        sector: 'Movilidad',
        antes: 'verde',
        despues: 'rojo',
        cumplimiento: { antes: 90, despues: 40 },
      },
    ])
    expect(c.graficas).toContain(1)
    expect(c.tablas).not.toContain(1)
    expect(c.frases.length).toBeGreaterThan(0)
    expect(c.frases.map(({ despues }) => despues).join(' ')).toContain('40 % de la meta de 2023')
    expect(loPrimero(c)[0]).toBe('1.1.1 pasa de verde a rojo (90 % → 40 %): Rutas señalizadas.')
  })

  test('el mismo libro, o con sus filas en otro orden, no cambia nada', () => {
    const nada = { celdas: [], cifras: [], clases: [], tablas: [], graficas: [], frases: [], nuevos: { productos: [], sectores: [] } }
    expect(entre(base(), base())).toMatchObject(nada)
    expect(entre(base(), base({ alReves: true }))).toMatchObject(nada)
    expect(loPrimero(entre(base(), base()))).toEqual([])
  })

  test('un producto y un sector que llegan, o que se van, van primero', () => {
    const llega = entre(base({ tercero: false }), base())
    expect([llega.nuevos, llega.quitados]).toEqual([
      { productos: ['2.1.1'], sectores: ['Salud'] },
      { productos: [], sectores: [] },
    ])
    expect(loPrimero(llega)[0]).toBe('Hay un producto nuevo: 2.1.1.')
    expect(llega.celdas).toContainEqual(
      expect.objectContaining({ hoja: 'Productos', clave: '2.1.1', columna: 'Sector', antes: null, despues: 'Salud' }),
    )
    const sale = entre(base(), base({ tercero: false }))
    expect(sale.quitados).toEqual({ productos: ['2.1.1'], sectores: ['Salud'] })
    expect(sale.celdas.filter(({ hoja }) => hoja === 'Metas')).toContainEqual(expect.objectContaining({ clave: '2.1.1', despues: null }))
  })

  test('las caídas van antes que las subidas, y la mayor primero', () => {
    const c = entre(base({ logro: 4 }).celda('Avances!C3', 3), base({ logro: 9 }).celda('Avances!C3', 2))
    // 1.1.1: rojo → verde; 1.1.2: 60 % amarillo → 40 % rojo.
    expect(c.clases.map(({ codigo, antes, despues }) => [codigo, antes, despues])).toEqual([
      ['1.1.1', 'rojo', 'verde'],
      ['1.1.2', 'amarillo', 'rojo'],
    ])
    expect(
      loPrimero(c)
        .slice(0, 2)
        .map((frase) => frase.slice(0, 5)),
    ).toEqual(['1.1.2', '1.1.1'])
  })

  test('de un texto largo se muestran las palabras que cambian', () => {
    const texto = (palabra: string) => `${'Antes de esto. '.repeat(20)}Se instalaron ${palabra} rutas. ${'Después de esto. '.repeat(20)}`
    const [antes, despues] = tramosDistintos(texto('siete'), texto('ocho'))
    expect([antes.length, despues.length].every((n) => n < 100)).toBe(true)
    expect([antes, despues]).toEqual([
      expect.stringContaining('Se instalaron siete rutas'),
      expect.stringContaining('Se instalaron ocho rutas'),
    ])
  })
})

describe('entre dos informes hechos', () => {
  const datosDe = async (libro: UnLibro) => (await generarEnMemoria(libro.bytes())).archivos.get('datos.json') ?? new Uint8Array()

  test('las cifras son las mismas que entre sus libros; celdas y párrafos no se guardan', async () => {
    const [antes, despues] = [await datosDe(base()), await datosDe(base({ logro: 4 }))]
    const deLibros = entre(base(), base({ logro: 4 }))
    const deDatos = comparar({ datos: antes }, { datos: despues }, plantillas)
    expect(deDatos).toEqual({ ...deLibros, celdas: [], frases: [] })
    expect(comparar({ datos: antes }, { libro: base({ logro: 4 }).bytes() }, plantillas).cifras).toEqual(deLibros.cifras)
  })

  test('lo que no es un datos.json se rechaza', () => {
    for (const texto of ['', '{}', '[1]', '{"politica":'])
      expect(() => comparar({ datos: new TextEncoder().encode(texto) }, { libro: base().bytes() }, plantillas)).toThrow(DatosIlegibles)
  })
})

describe('la orden', () => {
  let carpeta: string
  beforeAll(() => {
    const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
    expect(status, stderr).toBe(0)
    carpeta = mkdtempSync(join(tmpdir(), 'comparar-'))
    writeFileSync(join(carpeta, 'antes.xlsx'), base().bytes())
    writeFileSync(join(carpeta, 'ahora.xlsx'), base({ logro: 4 }).bytes())
  })
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }))
  const informe = (...argumentos: readonly string[]): SpawnSyncReturns<string> =>
    spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), ...argumentos], { cwd: carpeta, encoding: 'utf8' })

  test('dice primero lo que importa y termina con 0, haya cambios o no', () => {
    const { status, stdout } = informe('comparar', 'antes.xlsx', 'ahora.xlsx')
    expect(status).toBe(0)
    expect(stdout).toMatch(/^Lo primero\n {2}1\. 1\.1\.1 pasa de verde a rojo/u)
    expect(stdout).toContain('Avances · 1.1.1 · 2023: 9 → 4 (Avances!')
    expect(stdout).toMatch(/^ {2}1\.1\.1 · verde → rojo \(90 % → 40 %\) · Movilidad · Rutas señalizadas$/mu)
    // The mean of 40 % and 60 %.
    expect(stdout).toMatch(/^ {2}Sector Movilidad · avance: 75 % → 50 %; .*productos en rojo: 0 → 1/mu)
    expect(stdout).toMatch(/^ {4}1\.1\.1 · logro: 9 → 4; cumplimiento: 90 % → 40 %/mu)
    expect(stdout).toMatch(/^ {2}Gráfica 1, página \d+\. /mu)
    expect(stdout).toMatch(/^1 celda, \d+ cifras, 1 cambio de clase y \d+ párrafos; cambian /mu)
    const igual = informe('comparar', 'antes.xlsx', 'antes.xlsx')
    expect([igual.status, igual.stdout]).toEqual([0, 'Nada cambió: 0 celdas, 0 cifras, 0 cambios de clase y 0 párrafos.\n'])
  })

  test('con --json y --html', () => {
    const { stdout } = informe('comparar', 'antes.xlsx', 'ahora.xlsx', '--json', '--html', 'p.html')
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
      'celdas',
      'cifras',
      'clases',
      'tablas',
      'graficas',
      'puestas',
      'productos',
      'nuevos',
      'quitados',
      'frases',
    ])
    expect(readFileSync(join(carpeta, 'p.html'), 'utf8')).toContain('1.1.1 pasa de verde a rojo')
  })

  test('una carpeta sin datos.json, o con otro, termina con 3', () => {
    mkdirSync(join(carpeta, 'vacia'))
    expect(informe('comparar', 'vacia', 'ahora.xlsx')).toMatchObject({ status: 3, stderr: expect.stringContaining('datos.json') as string })
    writeFileSync(join(carpeta, 'vacia/datos.json'), '{}')
    expect(informe('comparar', 'vacia', 'ahora.xlsx')).toMatchObject({
      status: 3,
      stderr: expect.stringContaining('no es el de un informe') as string,
    })
  })
})

describe('las páginas de las tablas y gráficas que cambian', () => {
  const lo = (salida: string) =>
    (JSON.parse(salida) as { puestas: { clase: string; numero: number; titulo: string; pagina: string }[] }).puestas
  let carpeta: string
  beforeAll(() => {
    carpeta = mkdtempSync(join(tmpdir(), 'comparar-paginas-'))
    writeFileSync(join(carpeta, 'antes.xlsx'), base().bytes())
    writeFileSync(join(carpeta, 'ahora.xlsx'), base({ logro: 4 }).bytes())
  })
  afterAll(() => rmSync(carpeta, { recursive: true, force: true }))
  const informe = (...argumentos: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(RAIZ, 'dist/cli/informe.js'), ...argumentos], {
      cwd: carpeta,
      encoding: 'utf8',
    })
    expect(status, stderr).toBe(0)
    return stdout
  }

  test('son las que imprimen los índices del informe, se lean de un libro o de la carpeta de un informe', async () => {
    informe('generar', 'ahora.xlsx', '--salida', 'hecho', '--formatos', 'docx,pdf')
    const pdf = readdirSync(join(carpeta, 'hecho')).find((nombre) => nombre.endsWith('.pdf')) ?? ''
    const { blocks } = await leerDocumento(readFileSync(join(carpeta, 'hecho', pdf)), pdf)
    const entradas = blocks.flatMap((b) => (b.type === 'index' ? b.entries : []))
    const impresa = (clase: string, numero: number) =>
      entradas.find((e) => e.label?.toLowerCase().startsWith(clase.slice(0, 1)) === true && e.number === String(numero))?.page
    const deLibro = lo(informe('comparar', 'antes.xlsx', 'ahora.xlsx', '--json'))
    expect(deLibro.map(({ clase }) => clase)).toEqual(expect.arrayContaining(['tabla', 'grafica']))
    for (const { clase, numero, pagina } of deLibro) expect([clase, numero, pagina]).toEqual([clase, numero, impresa(clase, numero)])
    informe('generar', 'antes.xlsx', '--salida', 'otro', '--formatos', 'docx')
    expect(lo(informe('comparar', 'otro', 'hecho', '--json'))).toEqual(deLibro)
    const documentos = readdirSync(join(carpeta, 'hecho')).filter((uno) => uno.startsWith('informe-'))
    // One that cannot be read, or none, keeps nobody from comparing the figures.
    for (const nombre of documentos) writeFileSync(join(carpeta, 'hecho', nombre), 'x')
    expect(lo(informe('comparar', 'otro', 'hecho', '--json')).every(({ pagina }) => pagina === null)).toBe(true)
    for (const nombre of documentos) rmSync(join(carpeta, 'hecho', nombre))
    expect(lo(informe('comparar', 'otro', 'hecho', '--json')).every(({ pagina }) => pagina === null)).toBe(true)
  })
})

describe('palabra por palabra', () => {
  const texto = fc
    .array(fc.constantFrom('la', 'ruta', '9', '40 %', 'nueva', 'pasó'), { maxLength: 12 })
    .map((palabras) => palabras.join(' '))
  const juntas = (tramos: ReturnType<typeof palabraPorPalabra>, sin: string) =>
    tramos
      .filter(({ en }) => en !== sin)
      .map(({ texto: suyo }) => suyo.trim())
      .join(' ')

  test('sin lo que llega queda lo de antes, y sin lo que se va, lo de ahora', () => {
    fc.assert(
      fc.property(texto, texto, (antes, despues) => {
        const tramos = palabraPorPalabra(antes, despues)
        expect(juntas(tramos, 'despues')).toBe(antes)
        expect(juntas(tramos, 'antes')).toBe(despues)
      }),
    )
  })

  test('lo que no cambia no se marca', () => {
    expect(palabraPorPalabra('Lleva 83 actividades de 40.', 'Lleva 43 actividades de 40.')).toEqual([
      { en: 'ambos', texto: 'Lleva ' },
      { en: 'antes', texto: '83 ' },
      { en: 'despues', texto: '43 ' },
      { en: 'ambos', texto: 'actividades de 40.' },
    ])
    expect(palabraPorPalabra('igual', 'igual')).toEqual([{ en: 'ambos', texto: 'igual' }])
  })
})

describe('lo que cambia poco', () => {
  test('se dice con los decimales que lo distinguen: nada pasa de 62 % a 62 %', () => {
    // Of 1000: 621 is 62,1 % and 616, 61,6 %; both print 62 %.
    const con = (logro: number) => unLibro().producto('1.1.1', { sector: 'Movilidad', metas: { 2023: 1000 }, avances: { 2023: logro } })
    expect(loPrimero(entre(con(621), con(616)))[0]).toBe('El avance de la política pasa de 62,1 % a 61,6 %.')
  })
})

describe('la página', () => {
  test('marca en cada párrafo lo que se fue y lo que llegó, y da la clase antes que las cifras', async () => {
    const pagina = await unaPagina()
    expect(pagina).toMatch(/<del>90<\/del> <ins>▼\s40<\/ins>|<del>90<\/del> <ins>40<\/ins>/u)
    expect(pagina.indexOf('Productos que cambian de color')).toBeLessThan(pagina.indexOf('<h2 id="cifras">'))
  })

  const { theme, assets } = cargarRecursos()
  const unaPagina = () =>
    paginaDeComparacion({
      comparacion: entre(base(), base({ logro: 4 })),
      antes: 'antes.xlsx',
      despues: 'ahora.xlsx',
      theme,
      fonts: assets.fonts,
      programa: 'informe 9.8.7',
    })
  sinFaltas(navegadorCon(unaPagina))
})
