/** `informe graficas` as people run it. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { firmarSvg } from '../src/firma/index.js'
import { sha256 } from '../src/hash/index.js'
import { unLibro } from './un-libro.js'
import { leerXml, type Nodo } from './xml.js'

const RAIZ = new URL('..', import.meta.url).pathname
const PROGRAMA = join(RAIZ, 'dist/cli/informe.js')
const LIBRO = unLibro().bytes()

let carpeta: string
beforeAll(() => {
  const { status, stderr } = spawnSync(process.execPath, [join(RAIZ, 'scripts/compilar.mjs')], { encoding: 'utf8' })
  expect(status, stderr).toBe(0)
  carpeta = mkdtempSync(join(tmpdir(), 'orden-graficas-'))
  writeFileSync(join(carpeta, 'libro.xlsx'), LIBRO)
})
afterAll(() => rmSync(carpeta, { recursive: true, force: true }))

function graficas(...argumentos: readonly string[]): SpawnSyncReturns<string> {
  return graficasEn({}, ...argumentos)
}

/** The same, where the machine is another in something. */
function graficasEn(entorno: Readonly<Record<string, string>>, ...argumentos: readonly string[]): SpawnSyncReturns<string> {
  const env = { ...process.env, ...entorno }
  return spawnSync(process.execPath, [PROGRAMA, 'graficas', ...argumentos], { cwd: carpeta, encoding: 'utf8', env })
}

describe('lo que no se puede hacer se dice en una frase, con 2', () => {
  test.each<[readonly string[], RegExp]>([
    [['libro.xlsx', '--grafica', '99'], /^No hay una gráfica 99; están 1 a 3 y A1 a A\d\.$/u],
    [
      ['libro.xlsx', '--uso', 'afiche'],
      /^El tema no tiene un uso «afiche»; están impreso, diapositiva, cuadrada, historia, horizontal\.$/u,
    ],
    [['libro.xlsx', '--sector', 'Defensa'], /^No hay un sector «Defensa»; están Movilidad y Educación\.$/u],
    [['libro.xlsx', '--formatos', 'png,gif'], /^No hay un formato «gif»; están png, svg y pdf\.$/u],
    [['libro.xlsx', '--datos', 'ods'], /^No hay un formato de datos «ods»; están csv y xlsx\.$/u],
    [['libro.xlsx', '--modo', 'gris'], /^No hay un modo «gris»; están claro y oscuro\.$/u],
    [['libro.xlsx', '--fondo', 'verde'], /^No hay un fondo «verde»; están blanco y transparente\.$/u],
    [['libro.xlsx', '--ppp', 'mucho'], /^--ppp debe ser un número entero de 72 a 1200; se encontró «mucho»\.$/u],
    [[], /^Falta el libro: escriba su ruta después de «graficas»\.$/u],
    [['--leer', 'libro.xlsx'], /^libro\.xlsx no es una imagen PNG, SVG o PDF\.$/u],
  ])('%j', (argumentos, frase) => {
    const { status, stdout, stderr } = graficas(...argumentos)
    expect(status).toBe(2)
    // What the run says of its progress is no part of the sentence.
    expect(stdout.split('\n').filter((linea) => linea !== '' && !linea.startsWith('['))).toEqual([])
    expect(stderr.trim()).toMatch(frase)
    expect(readdirSync(carpeta)).toEqual(['libro.xlsx'])
  })
})

describe('--leer', () => {
  const escribir = (nombre: string, contenido: string) => {
    writeFileSync(join(carpeta, nombre), contenido)
    return nombre
  }
  const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'
  const firma = {
    titulo: 'Gráfica 3. Productos',
    textoAlternativo: 'Barras:\nverde, 7.\u001b[2J',
    fuente: 'Fuente: propia.',
    libro: sha256(LIBRO),
    programa: 'informe 9.8.7',
    corte: '2031-12-31',
  }

  test('dice en español lo que la imagen lleva dentro, sin lo que pueda trastornar la terminal', () => {
    // The reader takes the whole element, so a control character that XML forbids reaches it only from a file of unknown origin.
    const svg = firmarSvg(SVG.replace('/>', '></svg>'), firma).replace('verde, 7.', 'verde, 7.\u001b[2J')
    const { status, stdout, stderr } = graficas('--leer', escribir('una.svg', svg))
    rmSync(join(carpeta, 'una.svg'))
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.trimEnd().split('\n')).toEqual([
      'Título: Gráfica 3. Productos',
      expect.stringMatching(/^Texto alternativo: Barras: verde, 7\. ?\[2J/u),
      'Fuente: propia.',
      'Fecha de corte: 31 de diciembre de 2031',
      `Libro (SHA-256): ${sha256(LIBRO)}`,
      'Programa: informe 9.8.7',
    ])
  })

  test('de una imagen que no lo lleva, dice que no en una frase', () => {
    const { status, stdout } = graficas('--leer', escribir('otra.svg', SVG))
    rmSync(join(carpeta, 'otra.svg'))
    expect([status, stdout]).toEqual([0, 'otra.svg no dice de qué libro salió: no la hizo este programa, u otro le quitó esos datos.\n'])
  })

  test('de un archivo que no está, dice que no está', () => {
    const { status, stderr } = graficas('--leer', 'nada.png')
    expect([status, stderr.trim()]).toEqual([3, 'No se pudo leer nada.png: no existe. Revise la ruta y el nombre.'])
  })
})

describe('lo que deja', () => {
  /** Bytes of every file under a folder, by path. */
  const contenido = (nombre: string) => {
    const raiz = join(carpeta, nombre)
    const entradas = readdirSync(raiz, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())
    const rutas = entradas.map((e) => relative(raiz, join(e.parentPath, e.name))).sort()
    return Object.fromEntries(rutas.map((ruta) => [ruta, readFileSync(join(raiz, ruta), 'base64')]))
  }
  const PEDIDO = ['libro.xlsx', '--grafica', '1-3,A1-A4', '--uso', 'impreso,cuadrada', '--formatos', 'png,svg,pdf', '--datos', 'csv']

  let corrida: SpawnSyncReturns<string>
  beforeAll(() => {
    corrida = graficas(...PEDIDO)
  })

  test('sin --salida, en output/<sigla>-<vigencia>/graficas; dice cada paso, lo que tardó y lo que usó', () => {
    expect([corrida.status, corrida.stderr]).toEqual([0, ''])
    expect(corrida.stdout.trimEnd().split('\n')).toEqual([
      '[1/4] Leer el libro: 3 productos',
      expect.stringMatching(/^\[2\/4\] Calcular los indicadores: \d+ cifras$/u),
      expect.stringMatching(/^\[3\/4\] Numerar y titular las gráficas: \d+ gráficas$/u),
      // 7 charts, each in 2 uses and 3 formats, and its figures.
      '[4/4] Hacer las imágenes y su catálogo: 49 archivos',
      expect.stringMatching(
        /^Gráficas en output\/ppb-2023\/graficas \(49 archivos y catalogo\.html\)\. Tardó \d+,\d s y usó a lo sumo \d+ MB de memoria\.$/u,
      ),
    ])
    const nombres = Object.keys(contenido('output/ppb-2023/graficas'))
    expect(nombres).toHaveLength(51)
    expect(nombres).toEqual(
      expect.arrayContaining(['grafica-01-impreso.png', 'grafica-a4-cuadrada.pdf', 'grafica-a1.csv', 'manifiesto.json']),
    )
  })

  test.each(['png', 'svg', 'pdf'])('cada %s dice de qué libro salió', (formato) => {
    const { stdout } = graficas('--leer', `output/ppb-2023/graficas/grafica-02-impreso.${formato}`)
    expect(stdout).toMatch(/^Título: Gráfica 2\. Número de productos del sector Movilidad según su cumplimiento, vigencia 2023$/mu)
    expect(stdout).toMatch(/^Texto alternativo: Barras con el número de productos por estado: .+ En total, 2\sproductos\.$/mu)
    expect(stdout).toMatch(/^Fuente: elaboración propia /mu)
    expect(stdout).toContain('Fecha de corte: 31 de diciembre de 2023\n')
    expect(stdout).toContain(`Libro (SHA-256): ${sha256(LIBRO)}\n`)
    expect(stdout).toMatch(/^Programa: informe \d+\.\d+\.\d+$/mu)
  })

  test('son los mismos archivos, byte por byte, en un equipo sin fuentes y aunque se lean las del equipo', () => {
    writeFileSync(join(carpeta, 'sin-fuentes.conf'), '<?xml version="1.0"?><fontconfig></fontconfig>')
    const sinFuentes = { FONTCONFIG_FILE: join(carpeta, 'sin-fuentes.conf'), DISABLE_SYSTEM_FONTS_LOAD: '1' }
    // The program looks for none, unless told otherwise.
    const conFuentes = { DISABLE_SYSTEM_FONTS_LOAD: '' }
    for (const [entorno, salida] of [[conFuentes, 'con-fuentes'] as const, [sinFuentes, 'otra'] as const]) {
      const { status } = graficasEn(entorno, ...PEDIDO, '--salida', salida)
      expect(status).toBe(0)
      expect(contenido(salida)).toEqual(contenido('output/ppb-2023/graficas'))
    }
  })

  test('las cifras de los rótulos, leídas del SVG, son las de datos.json', () => {
    const { status } = spawnSync(process.execPath, [PROGRAMA, 'generar', 'libro.xlsx', '--salida', 'informe'], { cwd: carpeta })
    expect(status).toBe(0)
    const datos = JSON.parse(readFileSync(join(carpeta, 'informe/datos.json'), 'utf8')) as {
      readonly graficas: readonly { readonly numero: number; readonly series: readonly { readonly valores: readonly number[] }[] }[]
    }
    const [, ...deSectores] = datos.graficas
    expect(deSectores.map(({ numero }) => numero)).toEqual([2, 3])
    for (const { numero, series } of deSectores) {
      const svg = leerXml(readFileSync(join(carpeta, `output/ppb-2023/graficas/grafica-0${numero}-cuadrada.svg`), 'utf8'))
      const cifras = palabrasDe(svg).filter((palabras) => /^\d+$/u.test(palabras))
      expect(cifras.map(Number)).toEqual(series[0]?.valores)
    }
  })

  test('pedir otra cosa después agrega, y lo de antes sigue ahí y en el catálogo', () => {
    const { status } = graficas('libro.xlsx', '--grafica', '2', '--uso', 'historia', '--modo', 'oscuro', '--salida', 'otra', '--silencioso')
    expect(status).toBe(0)
    const despues = Object.keys(contenido('otra')).filter((ruta) => !ruta.startsWith('anteriores/'))
    expect(despues).toEqual([...Object.keys(contenido('output/ppb-2023/graficas')), 'grafica-02-historia-oscuro.png'].sort())
    const catalogo = readFileSync(join(carpeta, 'otra/catalogo.html'), 'utf8')
    for (const nombre of ['grafica-02-historia-oscuro.png', 'grafica-02-impreso.pdf', 'grafica-a4.csv'])
      expect(catalogo).toContain(`href="${nombre}"`)
  })

  test('--silencioso no dice nada', () => {
    const { status, stdout, stderr } = graficas('libro.xlsx', '--grafica', '1', '--uso', 'cuadrada', '--salida', 'callada', '--silencioso')
    expect([status, stdout, stderr]).toEqual([0, '', ''])
  })
})

/** The words of each text of a picture, in their order. */
function palabrasDe({ name, text, children }: Nodo): readonly string[] {
  if (name === 'text') return [[text, ...children.map((hijo) => hijo.text)].join('').trim()]
  return children.flatMap(palabrasDe)
}
